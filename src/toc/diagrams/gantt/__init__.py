"""The Gantt picture: stages, activities, pilots, events and reviews along the calendar.

Bars are as exact as their dates: what is sure is filled, what may belong to it is pale within
a dashed line, an end that nobody has given is an arrow.  The scenes are drawn by the same
renderers as every other one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from toc import typeface
from toc.diagrams.gantt.axis import axis_over
from toc.diagrams.gantt.extent import span_of
from toc.diagrams.gantt.measures import FORMATS
from toc.diagrams.gantt.paging import cut
from toc.diagrams.gantt.plan import BY, By, plan_of
from toc.diagrams.gantt.sheet import Sheet
from toc.errors import NothingToDrawError, UnknownNameError
from toc.model import Date
from toc.roadmap.months import said, said_period
from toc.roadmap.timeline import time_line
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.diagrams.gantt.measures import Format
    from toc.diagrams.gantt.plan import Plan
    from toc.diagrams.plate import Plate
    from toc.diagrams.scene import Scene
    from toc.model import Strategy
    from toc.typeface import Fonts

__all__ = ["BY", "Gantt", "gantt"]


@dataclass(frozen=True, slots=True)
class Gantt:
    """The drawn picture.

    Attributes:
        scene: all of it on one sheet, as long as it is.
        pages: the same, cut to its paper.
        fonts: the fonts for letters that the bundled one has not.
    """

    scene: Scene
    pages: tuple[Scene, ...]
    fonts: Fonts = typeface.BUNDLED

    def render(self, form: str = "svg") -> bytes:
        """Give it as a file's content.

        Args:
            form: `svg`, `html`, `png`, or `pdf`: of that, a page of A3 for each of its pages.

        Raises:
            UnknownNameError: there is no such form.
            MissingExtraError: what the form needs is not installed.
        """
        with typeface.using(self.fonts):
            return self._printed() if form == "pdf" else self._plate().render(form)

    def _plate(self) -> Plate:
        from toc.diagrams.plate import Plate  # noqa: PLC0415 - only what is asked for

        return Plate(self.scene, "A3")

    def _printed(self) -> bytes:
        from toc.diagrams.lettering import drawable  # noqa: PLC0415 - as above
        from toc.diagrams.paper import named  # noqa: PLC0415 - as above
        from toc.diagrams.printing import bound  # noqa: PLC0415 - as above

        return bound([drawable(page)[0] for page in self.pages], named("A3"))

    def _repr_svg_(self) -> str:
        return self.render("svg").decode()


def gantt(
    strategy: Strategy,
    *,
    on: date | None = None,
    by: str = "stage",
    language: str = "en",
    fonts: Fonts = typeface.BUNDLED,
    paper: str = "A3",
) -> Gantt:
    """Draw a strategy along the calendar.

    Args:
        strategy: the strategy.
        on: the day whose line is drawn, and on which reviews are due or overdue; without one
            there is no line, and nothing is overdue.
        by: whether rows stand by `stage` or by `area`.
        language: the language of its texts and of ours.
        fonts: the fonts for letters that the bundled one has not.
        paper: for which its pages are cut: `A3`, or `A4` for a page of a document that lies.

    Raises:
        MissingExtraError: a font is given, and what shapes its letters is not installed.
        NothingToDrawError: when there is neither stage, activity, pilot, event nor review.
        UnknownNameError: when rows stand by something else, or on another paper.
    """
    if paper not in FORMATS:
        values = {"name": paper, "known": ", ".join(FORMATS)}
        raise UnknownNameError(Message("there is no paper “{name}”; there are: {known}", values))
    chosen: By | None = next((one for one in BY if one == by), None)
    if chosen is None:
        values = {"name": by, "known": ", ".join(BY)}
        raise UnknownNameError(Message("rows stand by {known}, not by “{name}”", values))
    line = time_line(strategy, on or _settled(strategy))
    plan = plan_of(strategy, line, chosen)
    if all(span_of(one) is None for one in plan.moments):
        raise NothingToDrawError(
            Message(
                "nothing on the roadmap has a date yet: give the stages and activities a period"
            )
        )
    now = " ".join(one.sentence(language) for one in (line, line.reviews)) if on else ""
    typeface.see_to_shaping(fonts)
    with typeface.using(fonts):
        sheet = _sheet(strategy, plan, on, language, (now, FORMATS[paper]))
        pages = cut(plan, sheet.format, sheet.room, language)
        return Gantt(
            sheet.scene(cut(plan, sheet.format, None, language)[0], (1, 1)),
            tuple(sheet.scene(parts, (at, len(pages))) for at, parts in enumerate(pages, 1)),
            fonts,
        )


def _settled(strategy: Strategy) -> date:
    """Give a day on which every review that is written down was held, and no other is late."""
    written = (one.date.last for one in strategy.reviews.values() if one.date is not None)
    return max(written, default=date.min)


def _sheet(
    strategy: Strategy, plan: Plan, on: date | None, language: str, place: tuple[str, Format]
) -> Sheet:
    now, format_ = place
    spans = [span for one in plan.moments if (span := span_of(one)) is not None]
    name = strategy.title.say(language)
    facts = " · ".join(part.say(language) for part in _facts(strategy, on))
    return Sheet(
        plan,
        format_,
        axis_over(spans, format_.left, format_.right),
        Message("Roadmap").say(language),
        tuple(line for line in (name, facts, now) if line),
        " · ".join(part for part in (name, facts) if part),
        on,
        language,
    )


def _facts(strategy: Strategy, on: date | None) -> Iterator[Message]:
    head = strategy.head
    if head.version:
        yield Message("version {version}", {"version": head.version})
    if head.period is not None:
        yield said_period(head.period)
    if on is not None:
        yield Message("as of {date}", {"date": said(Date.of(on))})
