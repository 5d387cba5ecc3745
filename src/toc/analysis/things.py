"""What may fail or hold, named as its authors name it, with the route to where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import Text, link_ends
from toc.words import Chain, Message, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from toc.findings import Route
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Thing", "listed", "needed", "plain_thing", "thing_of", "things_of"]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that an analysis speaks of: a node, an assumption, a link, a stakeholder.

    Attributes:
        name: its id, or a link as it is written.
        route: where it stands in the strategy; its first step is the section.
        title: what its authors call it.
    """

    name: str
    route: Route
    title: Sayable

    @property
    def section(self) -> str:
        """The section in which it stands; nothing, for a thing that no strategy has."""
        return str(self.route[0]) if self.route else ""


def plain_thing(name: str) -> Thing:
    """Give a thing that stands in no strategy, called by its name."""
    return Thing(name, (), Said(name))


def thing_of(strategy: Strategy, name: str) -> Thing:
    """Give an entry or a link of a strategy as a thing.

    Raises:
        KeyError: when the strategy has no such entry and no such link.
    """
    if name in strategy.links:
        return Thing(name, ("links", name), _link_title(strategy, name))
    section, key = strategy.index[name.lower()]
    return Thing(key, (section, key), _title(strategy, key))


def _title(strategy: Strategy, name: str) -> Sayable:
    entry = strategy.entry(name)
    return (entry.title if entry is not None else None) or Text.of(name)


def _link_title(strategy: Strategy, key: str) -> Sayable:
    ends = link_ends(key)
    assert ends is not None
    causes, effect = ends
    own = strategy.links[key].title
    return own or Chain(([_title(strategy, cause) for cause in causes], _title(strategy, effect)))


def things_of(strategy: Strategy | None, names: Iterable[str]) -> tuple[Thing, ...]:
    """Give things by their names, in order of name; without a strategy they are but names."""
    if strategy is None:
        return tuple(map(plain_thing, sorted(names)))
    return tuple(thing_of(strategy, name) for name in sorted(names))


_MOST = 5


def needed(thing: Thing) -> Message:
    """Say a thing as what must be so: of a risk, that it does not happen."""
    if thing.section == "risks":
        return Message("“{title}” not happening", {"title": thing.title})
    return Message("“{title}”", {"title": thing.title})


def _quoted(thing: Thing) -> Message:
    return Message("“{title}”", {"title": thing.title})


def listed(
    things: Sequence[Thing], most: int = _MOST, *, say: Callable[[Thing], Message] = _quoted
) -> Sayable:
    """Say some things in a row, in quotes; of many, only how many more there are.

    >>> listed([plain_thing("a"), plain_thing("b"), plain_thing("c")], most=2).say("en")
    '“a”, “b” and 1 more'
    """
    shown = Chain(tuple(map(say, things[:most])), ", ")
    if len(things) > most:
        return Message(
            "{things} and {count} more",
            {"things": shown, "count": len(things) - most},
            plural="{things} and {count} more",
        )
    return shown
