"""Tables that read well in a terminal and are Markdown too, and goals held against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Goal", "Table"]


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that was aimed at, and what came out.

    Attributes:
        text: what was aimed at.
        value: what came out.
        limit: the most that it may be.
    """

    text: str
    value: float
    limit: float

    @property
    def is_met(self) -> bool:
        """Whether it came out as aimed at."""
        return self.value <= self.limit

    def __str__(self) -> str:
        """Say it in a line."""
        said = "met" if self.is_met else "NOT met"
        return f"{said}: {self.text}: {self.value:.2f} (at most {self.limit:.2f})"


@dataclass(frozen=True, slots=True)
class Table:
    """Something that was measured.

    Attributes:
        title: what.
        header: the names of the columns.
        lines: the cells.
        goals: what was aimed at.
        remarks: what a reader should know.
    """

    title: str
    header: tuple[str, ...]
    lines: Sequence[tuple[str, ...]]
    goals: Sequence[Goal] = ()
    remarks: Sequence[str] = ()

    def __str__(self) -> str:
        """Write it in Markdown, columns aligned."""
        return "\n".join(self._said())

    def _said(self) -> Iterator[str]:
        yield f"### {self.title}\n"
        widths = [max(map(len, column)) for column in zip(self.header, *self.lines, strict=True)]
        yield _line(self.header, widths)
        yield _line(tuple("-" * width for width in widths), widths)
        yield from (_line(line, widths) for line in self.lines)
        told = [*map(str, self.goals), *self.remarks]
        if told:
            yield ""
        yield from (f"- {one}" for one in told)
        yield ""


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
