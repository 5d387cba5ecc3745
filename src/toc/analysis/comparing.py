"""What is different between two versions of a strategy, and which chains that costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toc.analysis.arrows import title
from toc.analysis.chain_changes import chain_changes
from toc.analysis.differences import differences
from toc.analysis.plain import plain
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.chain_changes import ChainChange
    from toc.analysis.differences import Difference, Standing
    from toc.analysis.plain import Plain
    from toc.model import Strategy
    from toc.words import Sayable

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different.

    Attributes:
        differences: what was added, changed and removed, kind by kind and in order of id.
        chains: for each goal the chains that were lost and that are new.
        titles: the titles of the goals, in their new wording where they have one.
        assumed: what was taken to be so.
    """

    differences: tuple[Difference, ...]
    chains: tuple[ChainChange, ...]
    titles: Mapping[str, Sayable] = field(default_factory=dict, compare=False, repr=False)
    assumed: tuple[Message, ...] = ()

    @property
    def standings(self) -> Mapping[str, Standing]:
        """How each node, arrow, assumption and indicator stands, by id or name of the arrow."""
        return {one.id: one.standing for one in self.differences}

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting: what changed, and which goals have fewer chains."""
        if not self.differences:
            return Message("Nothing is different in nodes, links, assumptions and indicators.").say(
                language
            )
        standings = [one.standing for one in self.differences]
        counts = {
            "added": standings.count("added"),
            "changed": standings.count("changed"),
            "removed": standings.count("removed"),
        }
        said = [Message("Added: {added}; changed: {changed}; removed: {removed}.", counts)]
        said += self._lost()
        return " ".join(one.say(language) for one in said)

    def _lost(self) -> Iterator[Message]:
        for one in self.chains:
            if one.is_gone:
                yield Message("“{goal}” is no goal any more.", {"goal": self.titles[one.goal]})
            elif one.is_cut_off:
                yield Message(
                    "No chain leads to “{goal}” any more.", {"goal": self.titles[one.goal]}
                )
            elif one.lost:
                yield Message(
                    "{count} chain to “{goal}” is lost.",
                    {"count": one.lost, "goal": self.titles[one.goal]},
                    plural="{count} chains to “{goal}” are lost.",
                )

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def compare(before: Strategy, after: Strategy) -> Comparison:
    """Compare two versions of a strategy by id.

    What was renamed is the same thing where the new entry says so under `was`.  A link is
    known by its two ends, however links are gathered under one key.  A chain is lost when
    one of its arrows is, and new when one of them is; both are counted and none is listed.

    Method: labelled difference by id; chains by counting those of either version that run
    along arrows of both.
    Cost: linear in entries; for chains, arrows times the length of the longest.

    Args:
        before: the earlier version.
        after: the later one.

    >>> from toc.model import Strategy
    >>> a = Strategy(inputs={"desk": "A desk"}, goals={"equal": "Access"},
    ...              links={"desk -> equal": "So"})
    >>> b = Strategy(goals={"equal": "Equal access"})
    >>> compare(a, b).sentence()
    'Added: 0; changed: 1; removed: 2. No chain leads to “Equal access” any more.'
    """
    found = chain_changes(before, after)
    return Comparison(
        differences(before, after),
        found,
        {
            one.goal: title(after if after.entry(one.goal) is not None else before, one.goal)
            for one in found
        },
        (
            Message("what has the same id, or says under `was` that it had, is the same thing"),
            Message("chains are counted along arrows that help and do not feed back"),
        ),
    )
