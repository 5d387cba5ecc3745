"""A scene as SVG text: elements in causal order, each told in words, text as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from toc.diagrams import palette
from toc.diagrams.markup import attributes, element, path_data, plain
from toc.typeface import faces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.diagrams.scene import Arrow, Badge, Band, Box, Figure, Item, Scene, Words

__all__ = ["FAMILY", "Naming", "chart_drawn", "drawn", "faces_of", "item_drawn"]

Naming: TypeAlias = "Callable[[Box | Arrow | Badge], Mapping[str, str]]"
"""What a page says of a piece for its script: attributes; with a `href` it is a link."""

_NAME = "Noto Sans"
FAMILY = f"'{_NAME}', 'Open Sans', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"


_REACH = 14.0


def drawn(scene: Scene, *, fonts: bool = True) -> str:
    """Write a scene as SVG.

    Args:
        scene: what is drawn.
        fonts: whether the needed parts of the typeface are put inside.
    """
    size = attributes(
        width=scene.width,
        height=scene.height,
        viewBox=f"0 0 {scene.width:.10g} {scene.height:.10g}",
    )
    who = attributes(lang=scene.language, role="graphics-document document")
    named = 'aria-labelledby="title" aria-describedby="told"'
    tag = f'<svg xmlns="http://www.w3.org/2000/svg" xml:{attributes(lang=scene.language)}'
    lines = [
        f"{tag} {size} {who} {named}>",
        element("title", scene.title, id="title"),
        element("desc", scene.told, id="told"),
        *(_styles(scene) if fonts else ()),
        f"<rect {attributes(width=scene.width, height=scene.height, fill='#FFFFFF')}/>",
        f"<g {attributes(font_family=FAMILY, stroke_linejoin='round')}>",
        *_body(scene),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _styles(scene: Scene) -> Iterator[str]:
    """Put in the scripts of the typeface that the words need, and no other."""
    words = list(_all_words(scene))
    regular, strong = (
        "".join(word.text for word in words if word.bold is bold) for bold in (False, True)
    )
    yield "<style>"
    yield from faces_of(regular, strong)
    yield "</style>"


def faces_of(regular: str, strong: str) -> Iterator[str]:
    """Write the typeface's needed parts as CSS rules with the fonts inside.

    Args:
        regular: whatever is set in regular weight.
        strong: whatever is set in bold.
    """
    from base64 import b64encode  # noqa: PLC0415

    for said, bold, weight in ((regular, False, 400), (strong, True, 700)):
        for face in faces(said, bold=bold):
            data = b64encode(face.woff2).decode()
            yield (
                f"@font-face{{font-family:'{_NAME}';font-weight:{weight};"
                f"unicode-range:{face.unicode_range};"
                f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
            )


def _all_words(scene: Scene) -> Iterator[Words]:
    for piece in scene.furniture:
        yield from piece.lines
    for band in scene.bands:
        yield from band.lines
    for heading in scene.headings:
        yield from heading.lines
    for box in scene.boxes:
        yield from box.lines
        for mark in box.marks:
            yield from mark.lines
    for badge in scene.badges:
        yield badge.words


def _unnamed(_: Box | Arrow | Badge) -> Mapping[str, str]:
    return {}


def _body(scene: Scene) -> Iterator[str]:
    for band in scene.bands:
        yield from _band(band)
    for piece in scene.furniture:
        yield from item_drawn(piece)
    yield from _theory(scene, _unnamed)


def chart_drawn(scene: Scene, naming: Naming) -> Iterator[str]:
    """Draw lanes, levels, boxes and arrows, and nothing of the sheet around them."""
    for band in scene.bands:
        yield from _band(band)
    yield from _theory(scene, naming)


def _theory(scene: Scene, naming: Naming) -> Iterator[str]:
    """Draw in causal order: every box, then the arrows that leave it."""
    for heading in scene.headings:
        yield from _group(
            "level", "graphics-object", "", _figures(heading.figures), _text(heading.lines)
        )
    leaving: dict[str, list[Arrow]] = {box.id: [] for box in scene.boxes}
    for arrow in scene.arrows:
        leaving[arrow.cause].append(arrow)
    for box in scene.boxes:
        yield from _box(box, naming(box))
        for arrow in leaving[box.id]:
            yield from _arrow(arrow, naming(arrow))
    for badge in scene.badges:
        yield from _badge(badge, naming(badge))


def _band(band: Band) -> Iterator[str]:
    yield from _group("lane", "graphics-object", "", _figures([band.ground]), _text(band.lines))


def _box(box: Box, named: Mapping[str, str]) -> Iterator[str]:
    parts = [*_figures([box.outline]), *_text(box.lines)]
    for mark in box.marks:
        parts += _group(mark.name, None, "", _figures(mark.figures), _text(mark.lines))
    yield from _group("box", "graphics-symbol", box.told, parts, named=named)


def _arrow(arrow: Arrow, named: Mapping[str, str]) -> Iterator[str]:
    casing = attributes(
        d=path_data(arrow.line.path), fill="none", stroke="#FFFFFF", stroke_width=palette.CASING
    )
    parts = [f"<path {casing}/>", *_figures([arrow.line, arrow.head])]
    if named:
        parts.insert(0, f"<path {_within_reach(arrow)}/>")
    yield from _group("arrow", "graphics-symbol", arrow.told, parts, named=named)


def _within_reach(arrow: Arrow) -> str:
    """Let a finger that is not quite on the line touch it; nothing is drawn."""
    return attributes(
        d=path_data(arrow.line.path),
        fill="none",
        stroke_width=_REACH,
        pointer_events="stroke",
    )


def _badge(badge: Badge, named: Mapping[str, str]) -> Iterator[str]:
    """Draw a badge; it is not told, because its arrow has told the assumption."""
    written = attributes(class_="badge", aria_hidden="true", **named)
    yield f"<g {written}>"
    yield from _figures(badge.figures)
    yield from _text([badge.words])
    yield "</g>"


def item_drawn(piece: Item) -> Iterator[str]:
    """Draw a piece of the sheet."""
    yield from _group(
        piece.name, "graphics-object", "", _figures(piece.figures), _text(piece.lines)
    )


def _group(
    name: str,
    role: str | None,
    told: str,
    *parts: Iterable[str],
    named: Mapping[str, str] | None = None,
) -> Iterator[str]:
    tag = "a" if named and "href" in named else "g"
    role = None if tag == "a" else role
    yield f"<{tag} {attributes(class_=name, role=role, **(named or {}))}>"
    if told:
        yield element("title", told)
    for part in parts:
        yield from part
    yield f"</{tag}>"


def _figures(figures: Iterable[Figure]) -> Iterator[str]:
    for figure in figures:
        dash = " ".join(f"{length:g}" for length in figure.dash)
        yield "<path {}/>".format(
            attributes(
                d=path_data(figure.path),
                fill=figure.fill or "none",
                stroke=figure.stroke or None,
                stroke_width=figure.width if figure.stroke else None,
                stroke_dasharray=dash or None,
            )
        )


def _text(lines: Iterable[Words]) -> Iterator[str]:
    """Write lines of one look as one text, so that it is read and copied as a whole."""
    same: list[Words] = []
    for line in lines:
        if same and _look(line) != _look(same[-1]):
            yield _one_text(same)
            same = []
        same.append(line)
    if same:
        yield _one_text(same)


def _look(line: Words) -> tuple[object, ...]:
    return line.size, line.bold, line.colour, line.anchor, line.rightward


def _one_text(lines: list[Words]) -> str:
    first = lines[0]
    look = attributes(
        font_size=first.size,
        font_weight=700 if first.bold else None,
        fill=first.colour,
        text_anchor=None if first.anchor == "start" else first.anchor,
        direction=None if first.rightward else "rtl",
    )
    spans = " ".join(
        f"<tspan {attributes(x=line.x, y=line.y)}>{plain(line.text)}</tspan>" for line in lines
    )
    return f"<text {look}>{spans}</text>"
