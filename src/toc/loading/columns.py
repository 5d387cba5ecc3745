"""The columns of a table of readings, by the names that people give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from toc.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NAMED", "NEEDED", "Columns"]

NEEDED: Final = ("indicator", "date", "value")
NAMED: Final = (*NEEDED, "source", "note")
"""What is said in every first row; `flag` is for those who know what it means."""

_ALSO: Final = {
    "indicator": ("indicatorul", "cod indicator", "id indicator"),
    "date": ("data", "perioada"),
    "value": ("valoare", "valoarea"),
    "source": ("sursa", "sursa datelor"),
    "note": ("nota", "observatie", "observatii"),
    "flag": ("semn", "obs_status"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; all others say which group a row is about.

    Attributes:
        at: the place of each column that has a meaning of its own.
        groups: the places of the others, each with its name.
        width: how many columns there are.
        doubled: the names that stand over two columns or more; the last of them is read.
    """

    at: dict[str, int]
    groups: tuple[tuple[int, str], ...]
    width: int
    doubled: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        """The columns without which no row can be read."""
        return [name for name in NEEDED if name not in self.at]

    @classmethod
    def of(cls, head: Sequence[str]) -> Columns:
        """Read the names in the first row, in English or Romanian, with accents or without.

        >>> Columns.of(["Indicator", "Dată", "Valoare", "sex"]).groups
        ((3, 'sex'),)
        """
        names = [name.strip().lower() for name in head]
        at = {name: place for name in (*NAMED, "flag") if (place := _place(name, names)) >= 0}
        taken = {names[place] for place in at.values()}
        groups = {name: place for place, name in enumerate(names) if name and name not in taken}
        parts = tuple((place, name) for name, place in groups.items())
        doubled = (name for name in dict.fromkeys(names) if name and names.count(name) > 1)
        return cls(at, parts, len(names), tuple(doubled))


def _place(name: str, names: Sequence[str]) -> int:
    """Give the place of a column: its own name counts before what else it is called."""
    if name in names:
        return len(names) - 1 - names[::-1].index(name)
    plain = [folded(one) for one in names]
    return next((plain.index(one) for one in _ALSO[name] if one in plain), -1)
