"""What other methods make of the same table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.pilots.choice import weighted_sum
from toc.pilots.crosscheck.promethee import promethee
from toc.pilots.crosscheck.topsis import topsis
from toc.pilots.crosscheck.vikor import vikor
from toc.pilots.result import Result
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from toc.pilots.named import Named
    from toc.pilots.sheet import Sheet
    from toc.pilots.weights import Weights

__all__ = ["Crosscheck", "Opinion", "crosscheck"]

_ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one method says.

    Attributes:
        method: its name, with its normalisation.
        scores: what it gives each pilot, more being better.
        first: who comes first; several where it does not decide.
    """

    method: str
    scores: tuple[float, ...]
    first: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Crosscheck(Result):
    """Whether other methods would choose otherwise.

    Attributes:
        pilots: the pilots, as the opinions score them.
        first: who comes first by the weighted sum.
        opinions: what the others say.
    """

    pilots: tuple[Named, ...]
    first: tuple[Named, ...]
    opinions: tuple[Opinion, ...]

    @property
    def dissenting(self) -> tuple[Opinion, ...]:
        """The methods by which none of the first comes first."""
        return tuple(one for one in self.opinions if not set(self.first).intersection(one.first))

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        if not self.opinions:
            return Message("there is no pilot to choose")
        if not self.dissenting:
            return Message(
                "{methods} choose no other pilot",
                {"methods": [one.method for one in self.opinions]},
            )
        parts = [
            Message("{method} would choose {pilots}", {"method": one.method, "pilots": one.first})
            for one in self.dissenting
        ]
        return Message(
            "other methods disagree: {parts}; what they disagree about is the method, "
            "and not the pilots",
            {"parts": parts},
        )

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilots": [one.name for one in self.pilots],
            "weighted_sum": [one.name for one in self.first],
            "opinions": [
                {
                    "method": one.method,
                    "scores": list(one.scores),
                    "first": [pilot.name for pilot in one.first],
                }
                for one in self.opinions
            ],
        }


def crosscheck(sheet: Sheet, weights: Weights) -> Crosscheck:
    """Ask TOPSIS, VIKOR and PROMETHEE II what they make of the same scores.

    A cross-check and no second verdict: on the same data TOPSIS changes its winner with the
    normalisation alone.  Each is given the scores as they were given, and its normalisation
    is part of its name.

    Args:
        sheet: the values; pilots with missing scores are left out.
        weights: what each criterion counts.
    """
    whole = sheet.complete()
    if not (whole.pilots and whole.columns):
        return Crosscheck((), (), ())
    matrix = [
        [float(column.score(value)) for column, value in zip(whole.columns, row, strict=True)]
        for row in whole.values()
    ]
    senses = [-1 if column.is_down else 1 for column in whole.columns]
    shares = list(map(float, weights.shares))
    compromise = vikor(matrix, shares, senses)
    opinions = [
        _opinion(whole, f"TOPSIS ({name})", topsis(matrix, shares, senses, normalisation=name))
        for name in ("vector", "minmax")
    ]
    opinions.append(
        Opinion(
            "VIKOR",
            tuple(1 - one for one in compromise.compromise_index),
            tuple(whole.pilots[place] for place in compromise.compromise),
        )
    )
    opinions.append(_opinion(whole, "PROMETHEE II", promethee(matrix, shares, senses)))
    return Crosscheck(whole.pilots, weighted_sum(whole, weights).first, tuple(opinions))


def _opinion(sheet: Sheet, method: str, scores: Sequence[float]) -> Opinion:
    best = max(scores)
    first = tuple(
        pilot for pilot, score in zip(sheet.pilots, scores, strict=True) if score >= best - _ALIKE
    )
    return Opinion(method, tuple(scores), first)
