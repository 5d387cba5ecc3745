"""The charts of the pages: an overview, the parts, and the assumptions that found no room."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.diagrams.narrowing import narrowed
from toc.diagrams.paging.fit import hopeless
from toc.diagrams.paging.parts import goals_of, lanes_of, pieces
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from toc.diagrams.chart import Chart, Note
    from toc.diagrams.paging.fit import Fits
    from toc.diagrams.paging.parts import Part
    from toc.words import Sayable

__all__ = ["By", "pages_of"]

By: TypeAlias = Literal["lane", "goal"]
"""What a page is for, where one sheet does not hold the whole."""

_MANY = 3


def pages_of(
    chart: Chart, fits: Fits, overview: Callable[[Chart], Chart], *, by: By = "lane"
) -> tuple[Chart, ...]:
    """Give the pages of a chart: itself, where it can be read on one sheet.

    Args:
        chart: the whole, which knows the room that its paper has.
        fits: lays a chart out and says how much of its paper it needs.
        overview: makes the chart of the first page, where there are several.
        by: what the other pages are for: a lane each, or a goal each.

    Returns:
        Charts with page numbers.  Every box, every arrow between boxes of one page and
        every assumption stands on one of them at least.
    """
    bare = replace(chart, tabled=False)
    if not hopeless(chart) and (fits(chart) or fits(bare)):
        whole = _with_table(bare, fits)
        return _numbered([whole, *_tables(chart, [whole], fits)])
    parted = [(_with_table(page, fits), subject) for page, subject in _parted(bare, fits, by)]
    pages = [page for page, _ in parted]
    first = _contents(overview(chart), [subject for _, subject in parted])
    return _numbered([first, *pages, *_tables(chart, [first, *pages], fits)])


def _parted(chart: Chart, fits: Fits, by: By) -> Iterator[tuple[Chart, Sayable]]:
    """Give the pages between overview and tables with their subjects; none comes twice."""
    by_lane = by == "lane" and bool(chart.lanes)
    parts = lanes_of(chart, fits) if by_lane else goals_of(chart)
    seen: set[Part] = set()
    for part in parts:
        whole = narrowed(chart, part)

        def page_of(piece: Part, whole: Chart = whole) -> Chart:
            return _page(narrowed(chart, piece), whole, by_lane=by_lane)

        for piece in pieces(part, page_of, fits):
            if piece not in seen:
                seen.add(piece)
                page = page_of(piece)
                yield page, _subject(page if by_lane else whole, by_lane=by_lane)


def _page(shown: Chart, whole: Chart, *, by_lane: bool) -> Chart:
    """Give a piece its own title, and the strategy's below, in every language."""
    families = zip(shown.family, whole.family, strict=True)
    titled = [_titled(one, other, by_lane=by_lane) for one, other in families]
    return replace(titled[0], twins=tuple(titled[1:]))


def _titled(shown: Chart, whole: Chart, *, by_lane: bool) -> Chart:
    said = _subject(shown if by_lane else whole, by_lane=by_lane).say(shown.language)
    if len(shown.columns) < len(whole.columns):
        ends = {"first": shown.columns[0].title, "last": shown.columns[-1].title, "what": said}
        message = Message("{what}: from {first} to {last}", ends)
        if len(shown.columns) == 1:
            message = Message("{what}: {first}", ends)
        said = message.say(shown.language)
    below = " · ".join(text for text in (shown.title, shown.subtitle) if text)
    # The overview says what the whole leaves out; of one page the same count would be wrong.
    return replace(shown, title=said, subtitle=below, left_out="")


def _subject(shown: Chart, *, by_lane: bool) -> Sayable:
    """Say what a page is about: its areas, or the goal that all of it leads to."""
    goals = [box for box in shown.boxes if box.kind == "goal"]
    causes = {arrow.cause for arrow in shown.arrows if not arrow.feedback}
    last = [box.label for box in goals if box.id not in causes] or [box.label for box in goals]
    names = [lane.title for lane in shown.lanes] if by_lane else last[:1]
    if not names:
        return Message("Other parts of the theory")
    more = len(names) - _MANY
    values = {"names": ", ".join(names[:_MANY]), "count": more}
    if more <= 0:
        return Message("{names}", values)
    return Message("{names} and {count} more", values, plural="{names} and {count} more")


def _with_table(page: Chart, fits: Fits) -> Chart:
    """Put the assumptions below the picture where there is room for them."""
    full = replace(page, tabled=True)
    return full if fits(full) else page


def _contents(first: Chart, subjects: Sequence[Sayable]) -> Chart:
    """Say on the first page what stands on which of the others."""
    said = (subject.say(first.language) for subject in subjects)
    runs = [[*run] for _, run in groupby(enumerate(said, start=2), key=itemgetter(1))]
    listed = " · ".join(f"{_span(run[0][0], run[-1][0])} {run[0][1]}" for run in runs)
    pages = Message("on the pages that follow: {pages}", {"pages": listed})
    said_out = " · ".join(text for text in (first.left_out, pages.say(first.language)) if text)
    return replace(first, left_out=said_out, tabled=False)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _tables(chart: Chart, pages: Sequence[Chart], fits: Fits) -> Iterator[Chart]:
    """Put the assumptions that stand in no table yet on sheets of their own."""
    tabled = {note.number for page in pages if page.tabled for note in page.notes}
    waiting = [note for note in chart.notes if note.number not in tabled]
    while waiting:
        count = _fitting(chart, waiting, fits)
        yield _table(chart, waiting[:count])
        waiting = waiting[count:]


def _fitting(chart: Chart, notes: Sequence[Note], fits: Fits) -> int:
    """Give how many assumptions a sheet holds, one at least."""
    low, high = 1, len(notes)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(_table(chart, notes[:middle])) else (low, middle - 1)
    return low


def _table(chart: Chart, notes: Sequence[Note]) -> Chart:
    numbers = {note.number for note in notes}
    sheet = narrowed(chart, (), notes=numbers)
    family = [
        replace(
            one,
            title=Message("Assumptions").say(one.language),
            subtitle=" · ".join(text for text in (one.title, one.subtitle) if text),
            columns=(),
            lanes=(),
            tabled=True,
            left_out="",
        )
        for one in sheet.family
    ]
    return replace(family[0], twins=tuple(family[1:]))


def _numbered(pages: Sequence[Chart]) -> tuple[Chart, ...]:
    """Number the pages, and say in the footer of each where its assumptions are told."""
    place = {
        note.number: at
        for at, page in enumerate(pages, start=1)
        for note in page.notes
        if page.tabled and not page.boxes
    }
    return tuple(
        replace(_referring(page, place), page=(at, len(pages)))
        for at, page in enumerate(pages, start=1)
    )


def _referring(page: Chart, place: Mapping[int, int]) -> Chart:
    """Name the pages on which a page's assumptions are told, where that is not itself."""
    told = sorted({place[note.number] for note in page.notes if note.number in place})
    if page.tabled or not told:
        return page
    where = Message("assumptions on page {pages}", {"pages": ", ".join(map(str, told))})
    family = [
        replace(one, footer=(where.say(one.language), *one.footer), twins=()) for one in page.family
    ]
    return replace(family[0], twins=tuple(family[1:]))
