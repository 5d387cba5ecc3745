"""Paper: what a document for people consists of, whatever it is written as.

Everything is said already, in the document's language; a writer only sets it.  No part is
markup: a writer shows every letter as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from toc.diagrams.scene import Scene

__all__ = [
    "Block",
    "Bullets",
    "Document",
    "Facts",
    "Heading",
    "Numbered",
    "Paragraph",
    "Picture",
    "Room",
    "Signatures",
    "Table",
    "Ticks",
]


_LEAST, _MOST, _AIR = 10, 34, 3
"""No column is narrower or wider than so many letters; some are air."""

_LINE = 88
"""So many letters, bold and wide ones too, have room beside each other in a table."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part.

    Attributes:
        text: the name.
        fresh: whether the part begins a page of its own.
        level: 2 for a part, 3 for a part of a part.
    """

    text: str
    fresh: bool = False
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences.

    Attributes:
        text: what is said.
        quiet: whether it explains what stands around it.
    """

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Several things in a row."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Several things whose order matters."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short names, each with what is so: when, where, who.

    Attributes:
        items: pairs of a name and what is said of it.
    """

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Something drawn.

    Attributes:
        scene: what is drawn.
        told: the same in words, for who cannot see it.
        caption: what stands beneath it.
    """

    scene: Scene
    told: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first cell of each row is its heading.

    Attributes:
        name: what it shows; it is read before its cells.
        head: the headings of its columns.
        rows: as many cells each as there are headings.
        numbers: the columns that hold numbers, by place.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()

    @property
    def shares(self) -> tuple[int, ...]:
        """How wide each column is beside the others: as its longest text, within reason.

        Where there are many columns none is so narrow that a word of its head is cut.
        """
        columns = enumerate(zip(self.head, *self.rows, strict=True))
        wide = [
            min(max(_LEAST, max(map(len, texts)) + _AIR * (1 + (at in self.numbers))), _MOST)
            for at, texts in columns
        ]
        words = (max(map(len, text.split()), default=0) + _AIR for text in self.head)
        least = (-(-word * sum(wide) // _LINE) for word in words)
        return tuple(map(max, wide, least))


@dataclass(frozen=True, slots=True)
class Ticks:
    """Things of which some are ticked by hand.

    Attributes:
        items: the things.
        in_line: whether they stand side by side, as short words may.
    """

    items: tuple[str, ...]
    in_line: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write by hand.

    Attributes:
        label: what is written there.
        lines: how many lines.
    """

    label: str
    lines: int


@dataclass(frozen=True, slots=True)
class Signatures:
    """Room for people to sign.

    Attributes:
        name: what it is, read before its cells.
        head: what each writes: the name, the signature, the day.
        count: how many people.
    """

    name: str
    head: tuple[str, ...]
    count: int


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Numbered | Facts | Picture | Table | Ticks | Room | Signatures
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document, said in a language.

    Attributes:
        title: its name.
        language: a BCP 47 tag.
        on: the day of which it is; it stands in the file's own record too.
        facts: what it is about, and of when.
        blocks: what it says, in order.
        style: a project's own rules for how a page looks, as CSS.
        letterhead: a project's own DOCX, whose styles, header and footer are taken.
    """

    title: str
    language: str
    on: date
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
    style: str = ""
    letterhead: bytes = field(default=b"", repr=False)
