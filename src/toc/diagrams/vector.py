"""A scene as SVG text: elements in causal order, each told in words, text as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from itertools import starmap
from typing import TYPE_CHECKING, TypeAlias

from toc import typeface
from toc.diagrams import palette
from toc.diagrams.labels import runs
from toc.diagrams.markup import attributes, element, path_data, plain
from toc.typeface import faces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.diagrams.scene import Arrow, Badge, Band, Box, Figure, Item, Scene, Sign, Words
    from toc.typeface import Font

__all__ = ["ISOLATES", "Naming", "chart_drawn", "drawn", "faces_of", "families", "item_drawn"]

Naming: TypeAlias = "Callable[[Box | Arrow | Badge | Sign], Mapping[str, str]]"
"""What a page says of a piece for its script: attributes; with a `href` it is a link."""

_FAMILY = "Noto Sans"
_FALLBACK = ("Open Sans", "Segoe UI", "DejaVu Sans", "Arial")
ISOLATES = ("\u2066", "\u2067")
"""Begin a line whose runs name their fonts; no text of an author still has these marks."""

_BETWEEN = '<tspan font-size="0"> </tspan>'
"""Parts two lines for who copies them, and takes no room beside a line that ends at a place."""

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
    # Several pictures may stand in one page, and ids must not meet there.
    own = blake2b(
        f"{scene.title}\n{scene.told}".encode(errors="replace"), digest_size=4
    ).hexdigest()
    title, told = f"title-{own}", f"told-{own}"
    named = attributes(aria_labelledby=title, aria_describedby=told)
    tag = f'<svg xmlns="http://www.w3.org/2000/svg" xml:{attributes(lang=scene.language)}'
    lines = [
        f"{tag} {size} {who} {named}>",
        element("title", scene.title, id=title),
        element("desc", scene.told, id=told),
        *(_styles(scene) if fonts else ()),
        f"<rect {attributes(width=scene.width, height=scene.height, fill='#FFFFFF')}/>",
        f"<g {attributes(font_family=families(), stroke_linejoin='round')}>",
        *_body(scene),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def families() -> str:
    """Give the families that draw the text: ours, the given ones, what a reader may have."""
    named = dict.fromkeys((_FAMILY, *typeface.at_hand().families, *_FALLBACK))
    return ", ".join((*map(_quoted, named), "sans-serif"))


def _quoted(family: str) -> str:
    return f"'{family}'"


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
    """Write the needed parts of the fonts as CSS rules with the fonts inside.

    Args:
        regular: whatever is set in regular weight.
        strong: whatever is set in bold.
    """
    from base64 import b64encode  # noqa: PLC0415

    for said, bold, weight in ((regular, False, 400), (strong, True, 700)):
        for face in faces(said, bold=bold):
            data = b64encode(face.woff2).decode()
            yield (
                f"@font-face{{font-family:'{_FAMILY}';font-weight:{weight};"
                f"unicode-range:{face.unicode_range};"
                f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
            )
        for font, drawn in typeface.at_hand().shares(said, bold=bold):
            data = b64encode(typeface.part_of(font, drawn)).decode()
            yield (
                f"@font-face{{font-family:{_quoted(font.family)};font-weight:{weight};"
                f"unicode-range:{', '.join(f'U+{ord(char):X}' for char in drawn)};"
                f"src:url(data:font/ttf;base64,{data})}}"
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
    for sign in scene.signs:
        yield from sign.lines


def _unnamed(_: Box | Arrow | Badge | Sign) -> Mapping[str, str]:
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
    # What stands upon arrows stands above every line: no other arrow may cross it.
    for badge in scene.badges:
        yield from _upon("badge", badge.figures, [badge.words], naming(badge))
    for sign in scene.signs:
        yield from _upon("sign", sign.figures, sign.lines, naming(sign))


def _band(band: Band) -> Iterator[str]:
    yield from _group("lane", "graphics-object", "", _figures([band.ground]), _text(band.lines))


def _box(box: Box, named: Mapping[str, str]) -> Iterator[str]:
    parts = [*_figures([box.outline, *box.ground]), *_text(box.lines)]
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


def _upon(
    name: str, figures: Iterable[Figure], lines: Iterable[Words], named: Mapping[str, str]
) -> Iterator[str]:
    """Draw what is upon an arrow; it is not told, because its arrow has told it."""
    yield f"<g {attributes(class_=name, aria_hidden='true', **named)}>"
    yield from _figures(figures)
    yield from _text(lines)
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
    between = " " if first.anchor == "start" else _BETWEEN
    spans = between.join(map(_line, lines))
    # Else Inkscape drops the space, and joins the last letter of a line to the next line's first.
    kept = ' xml:space="preserve"' if len(lines) > 1 and any(map(_turns, lines)) else ""
    return f"<text {look}{kept}>{spans}</text>"


def _turns(line: Words) -> bool:
    """Tell whether anything in a line runs to the left."""
    return not (line.rightward and runs(line.text, usually=True))


def _line(line: Words) -> str:
    """Write a line that turns no other about."""
    isolated = "isolate" if _turns(line) else None
    place = attributes(x=line.x, y=line.y, unicode_bidi=isolated)
    said = "".join(_runs(line)) if line.text.startswith(ISOLATES) else plain(line.text)
    return f"<tspan {place}>{said}</tspan>"


def _runs(line: Words) -> Iterator[str]:
    """Write each run in the font that draws it, the mark before them in the first that is given.

    resvg shapes a whole line in its first font, and puts others in letter by letter.
    """
    mark, text = line.text[0], line.text[1:]
    pieces = [
        (font, text[start:end])
        for font, start, end in typeface.runs_of(text, typeface.at_hand(), bold=line.bold)
    ]
    first = next((font for font, _ in pieces if font is not None), None)
    return starmap(_run, [(first, mark), *pieces])


def _run(font: Font | None, text: str) -> str:
    if font is None:
        return plain(text)
    return f"<tspan {attributes(font_family=_quoted(font.family))}>{plain(text)}</tspan>"
