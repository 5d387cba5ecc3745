"""The picture of a goal's steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.documents.paper import Picture
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.documents.story.case import Case

__all__ = ["picture"]


def picture(case: Case, goal: str) -> Iterator[Picture]:
    """Draw the needs and the steps of a goal's page, and what stands between them."""
    from toc.diagrams.drafting import chart_of  # noqa: PLC0415 - only for who has a goal
    from toc.diagrams.narrowing import narrowed  # noqa: PLC0415 - as above
    from toc.diagrams.picture import Picture as Drawn  # noqa: PLC0415 - as above

    one = case.threads[goal]
    whole = chart_of(case.strategy, case.graph, language=case.language, lanes="none")
    starts = (start for start in one.starts if {*case.graph.effects_of(start)} & {*one.steps})
    part = narrowed(whole, {*starts, *one.steps}, notes=())
    chart = replace(part, title=case.title(goal), subtitle="", left_out="", footer=())
    told = Message("The steps of this page as a picture; each is told in words before it.")
    yield Picture(Drawn(chart).scene, case.told(told))
