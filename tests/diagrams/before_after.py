"""The page that shows a golden picture before and after: one file, no script, no request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from diagrams.plates import Move, Plate, differences, moves

from toc.typeface import faces

__all__ = ["PAGES", "page", "write_page"]

_GROUND = re.compile(r'width="[^"]*" height="[^"]*" viewBox="[^"]*"')
_NAME = re.compile(r' id="([^"]*)"')
PAGES = Path(__file__).parents[2] / "build" / "pictures"
_WAYS = (("beside", "side by side"), ("blink", "in turn"), ("over", "one over the other"))


def write_page(name: str, before: Plate, after: Plate, folder: Path = PAGES) -> Path:
    """Write the page of a picture, and say where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.html"
    file.write_text(page(name, before, after), encoding="utf-8", newline="\n")
    return file


def page(name: str, before: Plate, after: Plate) -> str:
    """Show both pictures side by side, in turn or one over the other, and what moved."""
    moved = moves(before, after)
    width, height = (
        max(plate.sheet.get(side, 0) for plate in (before, after)) for side in ("width", "height")
    )
    ground = f'viewBox="0 0 {width} {height}"'
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="en">\n<title>{escape(name)}: before and after</title>',
            f'<meta charset="utf-8">\n<style>\n{_letters(before, after)}{_style()}</style>',
            f"<h1>{escape(name)}: before and after</h1>",
            *_ways(),
            '<div class="sheets">',
            _sheet("before", before, ground),
            _sheet("after", after, ground),
            *_outlines(moved, ground),
            "</div>",
            *_table(moved),
            *_list(before, after),
            "</html>\n",
        ]
    )


def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def _letters(*plates: Plate) -> str:
    """Bring the letters along: plates are kept without them."""
    from base64 import b64encode  # noqa: PLC0415

    said = "".join(plate.svg for plate in plates)
    return "".join(
        f"@font-face{{font-family:'Noto Sans';font-weight:{weight};"
        f"unicode-range:{face.unicode_range};"
        f"src:url(data:font/woff2;base64,{b64encode(face.woff2).decode()}) format('woff2')}}\n"
        for bold, weight in ((False, 400), (True, 700))
        for face in faces(said, bold=bold)
    )


def _ways() -> Iterator[str]:
    for name, said in _WAYS:
        chosen = " checked" if name == "beside" else ""
        yield f'<input type="radio" name="way" id="{name}"{chosen}>'
        yield f'<label for="{name}">{said}</label>'


def _sheet(side: str, plate: Plate, ground: str) -> str:
    """Show a plate on the larger of both grounds, so that what did not move lies on itself.

    Its names for screen readers are told apart from those of the other.
    """
    svg = _GROUND.sub(ground, plate.svg, count=1)
    for name in set(_NAME.findall(svg)):
        svg = svg.replace(f'="{name}"', f'="{side}-{name}"')
        svg = svg.replace(f"(#{name})", f"(#{side}-{name})")
    return f'<figure class="{side}"><figcaption>{side}</figcaption>{svg or "nothing yet"}</figure>'


def _outlines(moved: Sequence[Move], ground: str) -> Iterator[str]:
    """Draw where each box stood, where it stands, and its way between."""
    yield '<figure class="moved"><figcaption>moved</figcaption>'
    yield f'<svg {ground} fill="none" stroke-width="2">'
    for move in moved:
        for area, stroke in ((move.before, "#B35900"), (move.after, "#0B5CAD")):
            if area is not None:
                x, y, wide, high = area
                yield f'<path stroke="{stroke}" d="M{x} {y}h{wide}v{high}h{-wide}Z"/>'
        if move.before is not None and move.after is not None:
            (x, y, *_), (to_x, to_y, *_) = move.before, move.after
            yield f'<path stroke="#0B5CAD" stroke-dasharray="4 3" d="M{x} {y}L{to_x} {to_y}"/>'
    yield "</svg></figure>"


def _table(moved: Sequence[Move]) -> Iterator[str]:
    yield f"<h2>Boxes that moved: {len(moved)}</h2>"
    if moved:
        yield '<table><tr><th scope="col">Box</th><th scope="col">Label</th><th scope="col">What became of it</th></tr>'
        for move in moved:
            cells = f"<td>{escape(move.label)}</td><td>{escape(str(move))}</td>"
            yield f'<tr><th scope="row">{escape(move.box)}</th>{cells}</tr>'
        yield "</table>"


def _list(before: Plate, after: Plate) -> Iterator[str]:
    told = [one for one in differences(before, after) if not one.startswith("the box ")]
    yield f"<h2>What else is another: {len(told)}</h2>\n<ul>"
    yield from (f"<li>{escape(one)}</li>" for one in told)
    yield "</ul>"
