"""The words from which fields of a view choose, where these are no ids."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.vocabulary import STATES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ANY_STATE", "CHOICES", "LANES"]

ANY_STATE = ("all", "any", "yes", "true")
"""Words for an assumption of whatever status."""

LANES: Mapping[str, str] = MappingProxyType(
    {
        "area": "area",
        "areas": "area",
        "stakeholder": "stakeholder",
        "stakeholders": "stakeholder",
        "none": "none",
    }
)
"""What may be written for the lanes of a view, and what the picture calls it."""

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "critical": (*STATES, *ANY_STATE),
        "lanes": tuple(LANES),
        "layout": ("dot", "grid", "pathway"),
        "overlay": (
            "assumptions",
            "chain",
            "data",
            "dates",
            "findings",
            "gaps",
            "layering",
            "monitoring",
            "pilots",
            "single-points",
            "stages",
            "strength",
            "ways",
        ),
    }
)
"""What may be written in a field of a view.

Layouts and overlays are folders of a storey above; a test holds that both say the same.
"""
