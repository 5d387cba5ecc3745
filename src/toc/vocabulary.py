"""The field's words for what a strategy is made of, sayable in each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from toc.words import Message

__all__ = ["KINDS", "STATES", "STATUSES"]

KINDS: Mapping[str, Message] = MappingProxyType(
    {
        "needs": Message("need"),
        "assets": Message("strength"),
        "inputs": Message("input"),
        "activities": Message("activity"),
        "outputs": Message("output"),
        "outcomes": Message("outcome"),
        "goals": Message("goal"),
        "factors": Message("factor"),
    }
)
"""What one node of a section is called."""

STATES: Mapping[str, Message] = MappingProxyType(
    {
        "untested": Message("untested"),
        "holding": Message("holding"),
        "doubtful": Message("doubtful"),
        "failed": Message("failed"),
    }
)
"""What is known of an assumption today."""

STATUSES: Mapping[str, Message] = MappingProxyType(
    {
        "sketch": Message("sketch"),
        "draft": Message("draft"),
        "consulted": Message("consulted"),
        "adopted": Message("adopted"),
        "running": Message("running"),
        "closed": Message("closed"),
    }
)
"""How far a strategy is."""
