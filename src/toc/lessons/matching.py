"""What of one strategy is like a thing of another, and why."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from toc.analysis.kinship import are_one, common_code, words_of
from toc.analysis.things import thing_of
from toc.lessons.closeness import Closeness, Reason
from toc.model.nodes import NODE_SECTIONS
from toc.vocabulary import ASSUMED, CHANGES, KINDS
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.analysis.kinship import Words
    from toc.analysis.things import Thing
    from toc.lessons.side import Side
    from toc.lexicon import Likeness
    from toc.model import Arrow, Entry

__all__ = ["matches"]

_NAMES = ("areas", "stakeholders", "indicators", "inputs")
"""What has a name rather than a statement: a word more is another thing."""


_CHANGES = (*CHANGES, "outcomes", "goals")
_OF_ANYTHING = ("causal", "context", "rationale")
_CODE = ("list", "code")


def matches(there: Thing, other: Side, here: Side) -> Iterator[tuple[Thing, tuple[Reason, ...]]]:
    """Go through the things here that are like a thing of another strategy.

    Args:
        there: the thing.
        other: the strategy in which it stands.
        here: the strategy in which something like it is looked for.

    Yields:
        The thing here, and why it is like the other, the closest reason first.
    """
    found: defaultdict[str, list[Reason]] = defaultdict(list)
    for name, reason in _found(there, other, here):
        known = found[name]
        if all(reason.closeness != one.closeness for one in known):
            known.append(reason)
    for name, reasons in found.items():
        thing = thing_of(here.strategy, name)
        more = _words_in_common(there, thing, reasons, other, here)
        yield thing, tuple(sorted((*reasons, *more), key=lambda reason: reason.closeness.place))


def _words_in_common(
    there: Thing, thing: Thing, reasons: Iterable[Reason], other: Side, here: Side
) -> Iterator[Reason]:
    """Give the words that two entries of a section share, where they do not say the same."""
    own, entry = other.strategy.entry(there.name), here.strategy.entry(thing.name)
    if there.section != thing.section or own is None or entry is None:
        return
    words = words_of(own, entry, other.strategy, here.strategy)
    known = any(reason.closeness == Closeness.WORDING for reason in reasons)
    if words is not None and words.likeness.shared and not known:
        yield _in_words(words, Closeness.WORDS)


def _found(there: Thing, other: Side, here: Side) -> Iterator[tuple[str, Reason]]:
    if there.section == "links":
        yield from _by_link(_arrows_of(other, there.name), other, here)
        return
    yield from _by_entry(there, other, here)
    if there.section == "assumptions":
        yield from _by_assumption(there.name, other, here)
    elif there.section in NODE_SECTIONS:
        yield from _by_link(other.arrows_at(there.name), other, here)
        yield from _by_group(there.name, other, here)
    elif there.section == "pilots":
        for thing in _tried(there.name, other):
            yield from _found(thing, other, here)


def _tried(pilot: str, other: Side) -> Iterator[Thing]:
    """Go through what a pilot puts to the test, and the measures that it is made of."""
    entry = other.strategy.pilots[pilot]
    for name in (*entry.tests, *entry.of):
        known = other.strategy.index.get(name.lower(), ("", ""))[0]
        if name in other.strategy.links or known in ("assumptions", *NODE_SECTIONS):
            yield thing_of(other.strategy, name)


def _by_entry(there: Thing, other: Side, here: Side) -> Iterator[tuple[str, Reason]]:
    """Find entries of the same section with a code in common, or the same words."""
    own = other.strategy.entry(there.name)
    assert own is not None
    entries: dict[str, Entry] = getattr(here.strategy, there.section)
    for name, entry in entries.items():
        code = common_code(own, entry)
        if code is not None:
            told = Message("both carry the code {list} {code}", dict(zip(_CODE, code, strict=True)))
            yield name, Reason(Closeness.CODE, told)
        words = words_of(own, entry, other.strategy, here.strategy)
        if words is not None and _is_said_alike(words.likeness, there.section):
            yield name, _in_words(words, Closeness.WORDING)


def _is_said_alike(likeness: Likeness, section: str) -> bool:
    return likeness.is_one_name if section in _NAMES else likeness.is_close


def _in_words(words: Words, closeness: Closeness) -> Reason:
    return Reason(closeness, Message("both speak of {words}", {"words": words}))


def _by_assumption(name: str, other: Side, here: Side) -> Iterator[tuple[str, Reason]]:
    """Find assumptions of the same kind, before the same kind of change.

    What is about the world around, about cause and effect or about the whole idea is of a
    kind with everything and like nothing: there only the wording counts.
    """
    kind = other.strategy.assumptions[name].kind
    if kind is None or kind in _OF_ANYTHING:
        return
    effects = (other.kind(arrow.effect) for arrow in other.carried.get(name.lower(), ()))
    changes = {effect for effect in effects if effect in CHANGES}
    for own, assumption in here.strategy.assumptions.items():
        before = (here.kind(arrow.effect) for arrow in here.carried.get(own.lower(), ()))
        change = next((one for one in before if one in changes), None)
        if assumption.kind == kind and change is not None:
            values = {"kind": ASSUMED[kind], "change": _kind(change)}
            told = Message("the same kind of assumption ({kind}) and of change ({change})", values)
            yield own, Reason(Closeness.ASSUMPTION, told)


def _kind(kind: str) -> Message:
    return CHANGES.get(kind) or KINDS[kind]


def _by_link(arrows: Iterable[Arrow], other: Side, here: Side) -> Iterator[tuple[str, Reason]]:
    """Find links that lead to the same kind of change, in the same policy area.

    What merely belongs to the way of doing, a need and its measure, a measure and what it
    delivers, is alike everywhere and teaches nothing.
    """
    for arrow, own in product(arrows, here.graph.arrows):
        kinds = _kinds(arrow, other)
        if (
            kinds[1] in _CHANGES
            and kinds == _kinds(own, here)
            and _is_same_area(arrow, own, other, here)
        ):
            area = here.title(here.areas[own.effect])
            cause, effect = (_kind(one) for one in kinds[:2])
            values = {"link": Chain((cause, effect)), "area": area}
            told = Message("the same kind of link ({link}) in the area “{area}”", values)
            yield own.key, Reason(Closeness.LINK, told)


def _kinds(arrow: Arrow, side: Side) -> tuple[str, str, bool, bool]:
    return side.kind(arrow.cause), side.kind(arrow.effect), arrow.hinders, arrow.feeds_back


def _is_same_area(arrow: Arrow, own: Arrow, other: Side, here: Side) -> bool:
    theirs, ours = other.areas.get(arrow.effect), here.areas.get(own.effect)
    return theirs is not None and ours is not None and _are_one("areas", theirs, ours, other, here)


def _are_one(section: str, theirs: str, ours: str, other: Side, here: Side) -> bool:
    """Whether two entries have a code or a name in common."""
    own = getattr(other.strategy, section).get(theirs)
    entry = getattr(here.strategy, section).get(ours)
    if own is None or entry is None:
        return False
    return are_one(own, entry, other.strategy, here.strategy)


def _by_group(node: str, other: Side, here: Side) -> Iterator[tuple[str, Reason]]:
    """Find the groups here that are the target groups of a node there."""
    groups: tuple[str, ...] = getattr(other.graph.entry(node), "for_", ())
    for theirs, ours in product(groups, here.strategy.stakeholders):
        spelled = other.strategy.index.get(theirs.lower(), ("", theirs))[1]
        if _are_one("stakeholders", spelled, ours, other, here):
            told = Message("for the same people: “{group}”", {"group": other.title(theirs)})
            yield ours, Reason(Closeness.GROUP, told)


def _arrows_of(side: Side, key: str) -> Iterator[Arrow]:
    return (arrow for arrow in side.graph.arrows if arrow.key == key)
