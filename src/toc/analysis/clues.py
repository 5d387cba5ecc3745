"""What clues say about a claim: process tracing, before and after they are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isclose, log10
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.likelihood import range_in_words
from toc.analysis.plain import plain
from toc.errors import InputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.analysis.plain import Plain

__all__ = ["Clue", "ClueKind", "Prospect", "Span", "Update", "posterior", "update"]

ClueKind: TypeAlias = Literal["hoop", "smoking gun", "doubly decisive", "straw in the wind"]

_HIGH, _LOW = 0.9, 0.1
"""From where a sensitivity is high and a type I error low; chosen here, no table is agreed."""

PRIOR = (0.3, 0.7)
_NEITHER = 0.5

KIND_WORDS: Mapping[ClueKind, Message] = MappingProxyType(
    {
        "hoop": Message("a hoop: not finding it hurts the claim"),
        "smoking gun": Message("a smoking gun: finding it carries the claim"),
        "doubly decisive": Message("doubly decisive: finding it or not settles the claim"),
        "straw in the wind": Message("a straw in the wind: it moves little either way"),
    }
)
"""What each kind means."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that would be seen if a claim is true.

    Clues that hang together count as one: give the chances of the whole package.

    Attributes:
        name: what would be seen, in a few words.
        sensitivity: how likely it is seen if the claim is true, from 0 to 1.
        type_one: how likely it is seen although the claim is false, from 0 to 1.
        found: whether it was; None when nobody has looked.
    """

    name: str
    sensitivity: float
    type_one: float
    found: bool | None = None

    def __post_init__(self) -> None:
        """Refuse what is no chance, and what was seen though it cannot be.

        Raises:
            InputError: when the numbers do not fit.
        """
        values = {"clue": self.name}
        if not (0 <= self.sensitivity <= 1 and 0 <= self.type_one <= 1):
            raise InputError(
                Message("the chances of the clue “{clue}” must lie between 0 and 1", values)
            )
        if self.found is not None and self.sensitivity == self.type_one == 1 - self.found:
            raise InputError(
                Message("the clue “{clue}” turned out as its chances rule out", values)
            )

    @property
    def kind(self) -> ClueKind:
        """What it can do, from its chances: never chosen, always computed."""
        if self.sensitivity >= _HIGH:
            return "doubly decisive" if self.type_one <= _LOW else "hoop"
        return "smoking gun" if self.type_one <= _LOW else "straw in the wind"

    @property
    def ratio_found(self) -> float:
        """The likelihood ratio of finding it; may be infinite."""
        return _ratio(self.sensitivity, self.type_one)

    @property
    def ratio_not_found(self) -> float:
        """The likelihood ratio of looking for it in vain; may be infinite."""
        return _ratio(1 - self.sensitivity, 1 - self.type_one)

    @property
    def ratio(self) -> float:
        """The likelihood ratio of what is known of it; 1 while nobody has looked."""
        if self.found is None:
            return 1.0
        return self.ratio_found if self.found else self.ratio_not_found

    @property
    def decibels(self) -> float:
        """The weight of what is known of it; 0 while nobody has looked."""
        return 10 * log10(self.ratio) if self.ratio else -inf


def _ratio(if_true: float, if_false: float) -> float:
    if if_true == if_false:
        return 1.0
    return if_true / if_false if if_false else inf


@dataclass(frozen=True, slots=True)
class Span:
    """How likely a claim is, from the doubting prior to the trusting one."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a clue is worth that nobody has looked for.

    Attributes:
        clue: its name.
        kind: what it can do.
        if_found: how likely the claim would be if it is found.
        if_not_found: the same if it is looked for in vain.
        movement: how much it is expected to move the confidence, as the variance of the
            posterior around its mean, at an even prior.
    """

    clue: str
    kind: ClueKind
    if_found: Span
    if_not_found: Span
    movement: float


@dataclass(frozen=True, slots=True)
class Update:
    """What clues say about a claim.

    Attributes:
        before: how likely the claim was held to be.
        after: how likely it is with all clues that were looked for.
        kinds: each clue with what it can do.
        ratio: the likelihood ratio of all that was looked for.
        decibels: its weight; 0 says nothing, 10 is ten to one.
        prospects: the clues that nobody has looked for, what moves most first.
        is_steady: whether that one is the first at both ends of the prior, too.
        assumed: what was taken to be so.
    """

    before: Span
    after: Span
    kinds: tuple[tuple[str, ClueKind], ...]
    ratio: float
    decibels: float
    prospects: tuple[Prospect, ...]
    is_steady: bool
    assumed: tuple[Message, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting, in words and without a number."""
        values: dict[str, object] = {
            "before": range_in_words(self.before.low, self.before.high),
            "after": range_in_words(self.after.low, self.after.high),
        }
        said = Message("Nothing that was looked for speaks for or against it.")
        if self.ratio != 1:
            said = Message("Before the clues it was {before}; with them it is {after}.", values)
        if not self.prospects or not self.prospects[0].movement:
            return said.say(language)
        first = self.prospects[0]
        worth = Message(
            "Most worth looking for is “{clue}”, {kind}.",
            {"clue": first.clue, "kind": KIND_WORDS[first.kind]},
        )
        return f"{said.say(language)} {worth.say(language)}"

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def posterior(prior: float, ratio: float) -> float:
    """Give how likely a claim is after evidence of a likelihood ratio.

    >>> posterior(0.5, 9)
    0.9
    """
    if prior in (0, 1):
        return float(prior)
    if ratio == inf:
        return 1.0
    return prior * ratio / (prior * ratio + 1 - prior)


def update(clues: Sequence[Clue], *, prior: tuple[float, float] = PRIOR) -> Update:
    """Say what clues do to the confidence in a claim, and which one to look for next.

    Confidence is a range, for nobody knows where to start: from a doubting to a trusting
    prior.  A clue that was looked for in vain speaks against the claim; one that nobody
    looked for says nothing.

    Method: Bayes' rule in odds, clue by clue; kinds of tests after Van Evera (1997) and
    Befani (2020).  Clues are multiplied as independent given the claim, and those that are
    not belong into one package.  The choice of the chances has no agreed guidance (Zaks
    2021): what depends on them is a prompt for a talk and no measurement.
    Cost: linear in clues.

    Args:
        clues: what would be seen if the claim is true, and what was.
        prior: how likely the claim is held to be, by the doubting and by the trusting.

    Raises:
        InputError: when the prior is no range, or the clues contradict each other for certain.

    >>> found = update([Clue("the minutes name the pilot", 0.8, 0.2, found=True)])
    >>> found.after.low > found.before.low, found.kinds[0][1]
    (True, 'straw in the wind')
    """
    low, high = prior
    if not 0 <= low <= high <= 1:
        raise InputError(Message("a prior goes from a lower to a higher chance, within 0 and 1"))
    ratio = _together([clue.ratio for clue in clues])
    after = Span(posterior(low, ratio), posterior(high, ratio))
    found = [clue for clue in clues if clue.found is None]
    even = posterior(_NEITHER, ratio)
    return Update(
        Span(low, high),
        after,
        tuple((clue.name, clue.kind) for clue in clues),
        ratio,
        10 * log10(ratio) if ratio else -inf,
        tuple(_prospect(clue, after, even) for clue in _by_movement(found, even)),
        _first(found, after.low) == _first(found, after.high) == _first(found, even),
        (
            Message("the clues have nothing to do with each other, once the claim is given"),
            Message("the chances are the authors' own"),
        ),
    )


def _together(ratios: Sequence[float]) -> float:
    product = 1.0
    if inf in ratios and 0 in ratios:
        raise InputError(
            Message("one clue proves the claim and another refutes it: check their chances")
        )
    for ratio in sorted(ratios):
        product *= ratio
    return 1.0 if isclose(product, 1, rel_tol=1e-12) else product


def _prospect(clue: Clue, now: Span, even: float) -> Prospect:
    found, not_found = clue.ratio_found, clue.ratio_not_found
    return Prospect(
        clue.name,
        clue.kind,
        Span(posterior(now.low, found), posterior(now.high, found)),
        Span(posterior(now.low, not_found), posterior(now.high, not_found)),
        _movement(clue, even),
    )


def _movement(clue: Clue, chance: float) -> float:
    """Give the expected variance of the posterior: what the clue is expected to move."""
    seen = chance * clue.sensitivity + (1 - chance) * clue.type_one
    if seen in (0, 1):
        return 0.0
    moved = chance * (1 - chance) * (clue.sensitivity - clue.type_one)
    return moved * moved / (seen * (1 - seen))


def _by_movement(clues: Sequence[Clue], chance: float) -> list[Clue]:
    return sorted(clues, key=lambda clue: (-_movement(clue, chance), clue.name))


def _first(clues: Sequence[Clue], chance: float) -> str:
    return next((clue.name for clue in _by_movement(clues, chance)), "")
