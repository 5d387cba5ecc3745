"""PDF read again for tests: which words stand where, what is drawn, and what is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

__all__ = [
    "Drawn",
    "Facts",
    "Heard",
    "Line",
    "bookmarks",
    "drawn",
    "facts",
    "fonts",
    "heard",
    "lines",
    "read",
    "text",
]


@dataclass(frozen=True)
class Line:
    """A line of text, where its baseline begins, from the page's upper left corner."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Drawn:
    """An outline: its points in page coordinates, and how it is drawn."""

    points: tuple[tuple[float, float], ...]
    fill: str
    stroke: str
    width: float
    dash: tuple[float, ...]


@dataclass(frozen=True)
class Heard:
    """What a screen reader meets: a thing's kind, its words, whether and where it is on the page.

    The place is that of figures alone: left, lower edge, right and upper edge.
    """

    kind: str
    words: str
    on_page: bool
    place: tuple[float, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What a file says of itself."""

    title: str
    language: str
    tagged: bool
    titled: bool
    accessible: bool
    dated: bool


def read(pdf: bytes) -> PdfReader:
    """Open a file."""
    return PdfReader(BytesIO(pdf))


def text(pdf: bytes) -> str:
    """Give all words of a file."""
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def facts(pdf: bytes) -> Facts:
    """Give what a file says of itself."""
    reader = read(pdf)
    root: Any = reader.root_object
    said: Any = reader.metadata
    more = root["/Metadata"].get_data()
    return Facts(
        title=said.title,
        language=root["/Lang"],
        tagged=bool(root["/MarkInfo"]["/Marked"]),
        titled=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")),
        accessible=b"<pdfuaid:part>1<" in more,
        dated=bool({"/CreationDate", "/ModDate"} & set(said)) or b"Date>" in more,
    )


def bookmarks(pdf: bytes) -> list[str]:
    """Give the titles of a file's bookmarks, from top to bottom."""

    def flat(entries: Any) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry["/Title"]

    return list(flat(read(pdf).outline))


def fonts(pdf: bytes) -> set[str]:
    """Give the names of the fonts inside, each of which must bring its letters along."""
    names: set[str] = set()
    for page in read(pdf).pages:
        for font in _fonts(page).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in inner["/FontDescriptor"].get_object()
            names.add(inner["/BaseFont"].rpartition("+")[2])
    return names


def _fonts(page: PageObject) -> dict[str, Any]:
    resources: Any = page["/Resources"].get_object()
    return dict(resources.get("/Font", {}))


def lines(page: PageObject) -> list[Line]:
    """Give every line of text with its place, in the order of drawing."""
    return [line for line in _painted(page).lines if line.text.strip("\u00a0 ")]


def drawn(page: PageObject) -> list[Drawn]:
    """Give every outline of a page in the order of drawing."""
    return _painted(page).outlines


def _letters(page: PageObject) -> dict[str, dict[int, str]]:
    """Give what each font's glyphs mean, as it says itself."""
    tables: dict[str, dict[int, str]] = {}
    for name, font in _fonts(page).items():
        said = font.get_object()["/ToUnicode"].get_object().get_data().decode()
        pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", said, re.MULTILINE)
        tables[name] = {
            int(glyph, 16): bytes.fromhex(letters).decode("utf-16-be") for glyph, letters in pairs
        }
    return tables


def _glyphs(values: list[Any]) -> Iterator[int]:
    for piece in values[0] if isinstance(values[0], list) else values:
        raw = getattr(piece, "original_bytes", piece)
        if isinstance(raw, bytes):
            yield from (int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2))


@dataclass(frozen=True)
class _State:
    cm: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()


_SETTING: dict[str, Callable[[_State, list[Any]], _State]] = {
    "cm": lambda state, values: replace(state, cm=_joined(tuple(map(float, values)), state.cm)),
    "scn": lambda state, values: replace(state, fill=_colour(values)),
    "SCN": lambda state, values: replace(state, stroke=_colour(values)),
    "w": lambda state, values: replace(state, width=float(values[0])),
    "d": lambda state, values: replace(state, dash=tuple(map(float, values[0]))),
}


@dataclass
class _Painter:
    """Follows the drawing of a page."""

    high: float
    letters: dict[str, dict[int, str]]
    names: dict[str, str]
    state: _State = field(default_factory=_State)
    states: list[_State] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    font: tuple[str, float] = ("", 0.0)
    outlines: list[Drawn] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def follow(self, name: str, values: list[Any]) -> None:
        """Follow one step."""
        if name in _SETTING:
            self.state = _SETTING[name](self.state, values)
        elif name in {"m", "l", "c"}:
            numbers = list(map(float, values))
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            self.points += [self._place(x, y) for x, y in pairs]
        elif name in {"f", "S", "B", "n"}:
            self._finish(name)
        elif name == "Tf":
            self.font = (values[0], float(values[1]))
        elif name in {"Tj", "TJ"}:
            table = self.letters[self.font[0]]
            words = "".join(table.get(glyph, "") for glyph in _glyphs(values))
            bold = self.names[self.font[0]].endswith("Bold")
            self.lines.append(Line(words, *self._place(0, 0), self.font[1], bold))

    def remember(self, name: str) -> None:
        """Keep or take back how things are drawn."""
        if name == "q":
            self.states.append(self.state)
        elif name == "Q":
            self.state = self.states.pop()

    def _place(self, x: float, y: float) -> tuple[float, float]:
        cm = self.state.cm
        return x * cm[0] + y * cm[2] + cm[4], self.high - (x * cm[1] + y * cm[3] + cm[5])

    def _finish(self, name: str) -> None:
        fill = self.state.fill if name in "fB" else ""
        stroke = self.state.stroke if name in "SB" else ""
        outline = Drawn(tuple(self.points), fill, stroke, self.state.width, self.state.dash)
        self.outlines += [outline] if name != "n" else []
        self.points = []


def _painted(page: PageObject) -> _Painter:
    content = page.get_contents()
    assert isinstance(content, ContentStream)
    names = {name: str(font.get_object()["/BaseFont"]) for name, font in _fonts(page).items()}
    painter = _Painter(float(page.mediabox.height), _letters(page), names)
    for values, operator in content.operations:
        painter.remember(operator.decode())
        painter.follow(operator.decode(), values)
    return painter


def _joined(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    """Put one transformation after another."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _colour(values: list[Any]) -> str:
    shades = [float(value) for value in values]
    three = shades * 3 if len(shades) == 1 else shades
    return "#" + "".join(f"{round(shade * 255):02X}" for shade in three)


def heard(pdf: bytes) -> list[Heard]:
    """Give what a screen reader is told, in order."""
    root: Any = read(pdf).root_object
    return list(_heard(root["/StructTreeRoot"]["/K"]))


def _listed(element: Any) -> list[Any]:
    return [one.get_object() for one in element]


def _heard(element: Any) -> Iterator[Heard]:
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            yield from _heard(child)
    elif isinstance(element, dict):
        inside = element.get("/K", ())
        words = element.get("/Alt") or element.get("/T") or ""
        places = [one.get("/BBox", ()) for one in _listed(element.get("/A", ()))]
        place = tuple(float(edge) for edges in places for edge in edges)
        yield Heard(element["/S"].lstrip("/"), str(words), bool(inside), place)
        yield from _heard(inside)
