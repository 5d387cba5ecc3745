"""What was added, changed and removed between two versions of a strategy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.model.nodes import NODE_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.findings import Route
    from toc.model import Arrow, Entry, Link, Strategy

__all__ = ["Difference", "Kind", "Standing", "differences", "new_names"]

Kind: TypeAlias = Literal["node", "link", "assumption", "indicator"]
Standing: TypeAlias = Literal["added", "changed", "removed"]

_KINDS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        "node": NODE_SECTIONS,
        "assumption": ("assumptions",),
        "indicator": ("indicators",),
    }
)
_OF_NO_INTEREST = ("was",)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different.

    Attributes:
        kind: node, link, assumption or indicator.
        id: its id, or the arrow's name, in the later version where it is there.
        standing: added, changed or removed.
        fields: the fields that differ, in order; `id` where it was renamed, `section` where
            it moved.
        route: where it stands in the later version, or in the earlier one if it was removed.
        was: its id in the earlier version, where that was another.
    """

    kind: Kind
    id: str
    standing: Standing
    fields: tuple[str, ...]
    route: Route
    was: str = ""


def new_names(before: Strategy, after: Strategy) -> Mapping[str, str]:
    """Give for each id of the earlier version, in lower case, the one in the later version.

    What is not there any more keeps its id.
    """
    found: dict[str, str] = {}
    for low, (_, name) in before.index.items():
        there = after.index.get(low)
        found[low] = there[1] if there is not None else after.former_ids.get(low, name)
    return found


def differences(before: Strategy, after: Strategy) -> tuple[Difference, ...]:
    """Give what was added, changed and removed, kind by kind and in order of id.

    Args:
        before: the earlier version.
        after: the later one.
    """
    names = new_names(before, after)
    found: list[Difference] = []
    for kind, sections in _KINDS.items():
        found += _entries(kind, _within(before, sections), _within(after, sections), names)
    found += _links(before, after, names)
    order: tuple[Kind, ...] = ("node", "link", "assumption", "indicator")
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.id)))


def _within(strategy: Strategy, sections: tuple[str, ...]) -> Mapping[str, tuple[str, Entry]]:
    """Give the entries of some sections, by id, each with its section; the first of an id."""
    found: dict[str, tuple[str, Entry]] = {}
    for section, name in strategy.index.values():
        if section in sections:
            found[name] = section, getattr(strategy, section)[name]
    return found


def _entries(
    kind: Kind,
    before: Mapping[str, tuple[str, Entry]],
    after: Mapping[str, tuple[str, Entry]],
    names: Mapping[str, str],
) -> Iterator[Difference]:
    kept = {new: old for old in before if (new := names[old.lower()]) in after}
    for name, (section, entry) in after.items():
        old = kept.get(name)
        if old is None:
            yield Difference(kind, name, "added", (), (section, name))
            continue
        fields = _fields(before[old], (section, entry), names)
        renamed = "" if old == name else old
        if fields or renamed:
            told = ("id", *fields) if renamed else fields
            yield Difference(kind, name, "changed", told, (section, name), renamed)
    for name, (section, _) in before.items():
        if name not in kept.values():
            yield Difference(kind, name, "removed", (), (section, name))


def _fields(
    old: tuple[str, Entry], new: tuple[str, Entry], names: Mapping[str, str]
) -> tuple[str, ...]:
    moved = ("section",) if old[0] != new[0] else ()
    return (*moved, *_unlike(old[1], new[1], names))


def _unlike(old: Entry, new: Entry, names: Mapping[str, str]) -> tuple[str, ...]:
    fields = {**type(old).model_fields, **type(new).model_fields}
    return tuple(
        info.alias or name
        for name, info in sorted(fields.items())
        if name not in _OF_NO_INTEREST
        and _same(getattr(old, name, None), names) != _same(getattr(new, name, None), names)
    )


def _same(value: object, names: Mapping[str, str]) -> object:
    """Give what a value is compared by: ids in any order, by their new names."""
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return sorted(names.get(one.lower(), one) for one in value) or None
    if isinstance(value, Mapping):
        return {key: _same(one, names) for key, one in value.items()} or None
    return value


def _links(before: Strategy, after: Strategy, names: Mapping[str, str]) -> Iterator[Difference]:
    old, new = _by_ends(before, names), _by_ends(after, {})
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield Difference("link", name, "added", (), ("links", new[name][0].key))
        elif name not in new:
            arrow = old[name][0]
            was = "" if arrow.name == name else arrow.name
            yield Difference("link", name, "removed", (), ("links", arrow.key), was)
        elif fields := _link_fields(old[name], new[name], names):
            yield Difference("link", name, "changed", fields, ("links", new[name][0].key))


def _by_ends(strategy: Strategy, names: Mapping[str, str]) -> Mapping[str, list[Arrow]]:
    """Give the arrows by their name in the later version, several of one name in order."""
    spelled = {low: name for low, (_, name) in strategy.index.items()} | dict(names)
    found: dict[str, list[Arrow]] = {}
    for arrow in sorted(strategy.arrows, key=lambda arrow: arrow.key):
        cause, effect = (spelled.get(end.lower(), end) for end in arrow.ends)
        found.setdefault(f"{cause} -> {effect}", []).append(arrow)
    return found


def _link_fields(old: list[Arrow], new: list[Arrow], names: Mapping[str, str]) -> tuple[str, ...]:
    if len(old) != len(new):
        return ("links",)
    pairs: list[tuple[Link, Link]] = [
        (one.link, other.link) for one, other in zip(old, new, strict=True)
    ]
    return tuple(sorted({name for one, other in pairs for name in _unlike(one, other, names)}))
