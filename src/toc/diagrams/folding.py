"""Folding: several boxes become one, and their links are lifted to it.

The one box stands in the middle column of those that it holds.  Links between two of them
vanish; links that then join the same two boxes in the same way become one arrow, that
stands for all of them, rests on all that any of them assumes, and is no better supported
than the weakest.  Goals are never folded unless there is nothing else, and one box alone
stays as it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.chart import Box, Fact
from toc.diagrams.narrowing import narrowed
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from toc.diagrams.chart import Arrow, Chart, Evidence, Facet, Feedback, Kind
    from toc.words import Sayable

__all__ = ["Fold", "folded"]

_WEAKEST_LAST: tuple[Evidence, ...] = ("strong", "moderate", "limited", "", "gap")


@dataclass(frozen=True, slots=True)
class Fold:
    """What is to become one box.

    Attributes:
        key: the id of the one box.
        title: its label, in any language.
        boxes: the ids of the boxes that it holds; ids that are not there are passed over.
    """

    key: str
    title: Sayable
    boxes: frozenset[str]


def folded(chart: Chart, folds: Iterable[Fold]) -> Chart:
    """Give a chart in which some boxes are folded into one, in all its languages.

    Args:
        chart: the whole, or what a view shows of it.
        folds: what becomes one box; no box may be in two of them.

    Returns:
        A chart without the columns and lanes that are empty now; assumptions that only
        hidden arrows rest on are not listed.
    """
    real = [replace(fold, boxes=_held(chart, fold)) for fold in folds]
    real = [fold for fold in real if len(fold.boxes) > 1]
    if not real:
        return chart
    tags = tuple(one.language for one in chart.family)
    drawn = [_unheaded(_folded(replace(one, twins=()), real, tags)) for one in chart.family]
    return replace(drawn[0], twins=tuple(drawn[1:]))


def _unheaded(chart: Chart) -> Chart:
    """Leave out the name of a level where all that stands in it holds several levels."""
    plain = {box.column for box in chart.boxes if not box.holds}
    columns = tuple(
        column if at in plain else replace(column, title="", definition="")
        for at, column in enumerate(chart.columns)
    )
    return replace(chart, columns=columns)


def _held(chart: Chart, fold: Fold) -> frozenset[str]:
    boxes = [box for box in chart.boxes if box.id in fold.boxes]
    means = [box.id for box in boxes if box.kind != "goal"]
    return frozenset(means or (box.id for box in boxes))


def _folded(chart: Chart, folds: Sequence[Fold], tags: Sequence[str]) -> Chart:
    owner: dict[str, str] = {}
    ones: list[Box] = []
    taken = {box.id for box in chart.boxes}.difference(*(fold.boxes for fold in folds))
    for fold in folds:
        name = _free(fold.key, taken)
        taken.add(name)
        owner |= dict.fromkeys(fold.boxes, name)
        ones.append(_one(chart, name, fold, tags))
    boxes = (*(box for box in chart.boxes if box.id not in owner), *ones)
    arrows = _lifted(chart, owner)
    hidden = _assumed(chart.arrows) - _assumed(arrows)
    facets = tuple(_facet(facet, owner) for facet in chart.facets)
    whole = replace(chart, boxes=boxes, arrows=arrows, facets=facets)
    kept = {note.number for note in chart.notes if note.number not in hidden}
    return narrowed(whole, {box.id for box in boxes}, notes=kept)


def _free(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _one(chart: Chart, name: str, fold: Fold, tags: Sequence[str]) -> Box:
    """Make the box that holds others, in the middle of where they stood."""
    boxes = [box for box in chart.boxes if box.id in fold.boxes]
    ordered = sorted(boxes, key=lambda box: (box.column, box.lane, box.id))
    middle = ordered[(len(ordered) - 1) // 2].column
    lanes = Counter(box.lane for box in ordered)
    label = fold.title.say(chart.language)
    second = fold.title.say(chart.second) if chart.second else ""
    others = (fold.title.say(tag) for tag in tags if tag != chart.language)
    within = Fact(
        Message("Folded into it").say(chart.language), tuple(box.label for box in ordered)
    )
    return Box(
        name,
        _kind(ordered, middle),
        label,
        middle,
        min(lanes, key=lambda lane: (-lanes[lane], lane)),
        second=second if second != label else "",
        others=tuple(dict.fromkeys(others)),
        holds=sum(box.holds or 1 for box in ordered),
        unseen_causes=sum(box.unseen_causes for box in ordered),
        unseen_effects=sum(box.unseen_effects for box in ordered),
        facts=(within,),
        folded=tuple(one for box in ordered for one in box.folded or (box.id,)),
    )


def _kind(boxes: Sequence[Box], column: int) -> Kind:
    """Give the kind of most boxes in a column, else of most; what is outside is a last resort."""
    inside = [box for box in boxes if box.kind not in palette.OUTSIDE]
    chosen = [box for box in inside if box.column == column] or inside or boxes
    kinds: Counter[Kind] = Counter(box.kind for box in chosen)
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def _lifted(chart: Chart, owner: Mapping[str, str]) -> tuple[Arrow, ...]:
    """Let arrows end at the boxes that hold their ends, those alike as one."""
    alike: dict[tuple[str, str, bool, Feedback, str], list[Arrow]] = {}
    for arrow in sorted(chart.arrows, key=lambda arrow: arrow.key):
        cause, effect = owner.get(arrow.cause, arrow.cause), owner.get(arrow.effect, arrow.effect)
        if cause == effect and arrow.cause in owner:
            continue
        is_lifted = arrow.cause in owner or arrow.effect in owner
        kind = (cause, effect, arrow.hinders, arrow.feedback, "" if is_lifted else arrow.key)
        alike.setdefault(kind, []).append(replace(arrow, cause=cause, effect=effect))
    labels = {box.id: box.label for box in chart.boxes}
    ends = {arrow.key: (labels[arrow.cause], labels[arrow.effect]) for arrow in chart.arrows}
    return tuple(_together(arrows, ends, chart.language) for arrows in alike.values())


def _together(arrows: Sequence[Arrow], ends: Mapping[str, tuple[str, str]], language: str) -> Arrow:
    """Make one arrow of several; its key is that of the first, which no other has."""
    first = arrows[0]
    if len(arrows) == 1:
        return first
    links = tuple(" → ".join(ends[arrow.key]) for arrow in arrows)
    return replace(
        first,
        because="",
        assuming=tuple(sorted(_assumed(arrows))),
        evidence=max((arrow.evidence for arrow in arrows), key=_WEAKEST_LAST.index),
        stands_for=sum(arrow.stands_for for arrow in arrows),
        facts=(Fact(Message("Links").say(language), links),),
        folded=tuple(one for arrow in arrows for one in arrow.folded or (arrow.key,)),
    )


def _assumed(arrows: Iterable[Arrow]) -> set[int]:
    return {number for arrow in arrows for number in arrow.assuming}


def _facet(facet: Facet, owner: Mapping[str, str]) -> Facet:
    values = (
        (title, tuple(dict.fromkeys(owner.get(one, one) for one in ids)))
        for title, ids in facet.values
    )
    return replace(facet, values=tuple(values))
