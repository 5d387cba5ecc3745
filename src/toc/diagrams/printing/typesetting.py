"""Leaves as one typst document: pages in order, each told in causal order.

A screen reader meets the title as a heading, then level by level the level's name as a
heading, every box, and what leads from it; boxes and arrows are figures whose
alternative text tells them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from toc import typeface
from toc.diagrams.labels import clean
from toc.diagrams.printing.leaf import seen
from toc.diagrams.printing.pen import TOOLS, Pen, literal, short
from toc.diagrams.scene import Words
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.diagrams.printing.leaf import Leaf
    from toc.diagrams.printing.parts import Part

__all__ = ["families", "tongue", "typeset"]

_PRELUDE: Final = """\
#set page(margin: 0pt)
#set text(font: {families}, fallback: false, hyphenate: false, \
top-edge: "baseline", bottom-edge: "baseline")
#show figure: it => it.body
#show heading: it => it.body
"""
_GROUPS: Final = """\
#let group(body) = box(width: 0pt, height: 0pt, body)
#let told(words, body) = at(figure(alt: words, group(body)))
#let read(body) = at(par(group(body)))
#let untold(body) = pdf.artifact(at(group(body)))
#let named(level, body) = at(heading(level: level, group(body)))
#let through(x, y, wide, high, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, \
box(width: wide * 1pt, height: high * 1pt, clip: true, \
place(top + left, dx: -x * 1pt, dy: -y * 1pt, body)))
"""
_RANKS: Final = {"title": 1, "level": 2}
_LANGUAGE = re.compile("[A-Za-z]{2,3}")
_REGION = re.compile("[A-Za-z]{2}")


def typeset(leaves: Sequence[Leaf]) -> str:
    """Write leaves as a typst document; the first one's title and language are its own."""
    scene = leaves[0].scene
    title = clean(scene.title) or Message("Theory of change").say(scene.language)
    start = f"#set document(title: {literal(title)}, date: none)\n{tongue(scene.language)}"
    pages = (line for leaf in leaves for line in _page(leaf))
    return "\n".join((start, _prelude() + TOOLS + _GROUPS, *pages, ""))


def _prelude() -> str:
    return _PRELUDE.replace("{families}", families())


def families() -> str:
    """Name the families for typst: ours comes first, as in every other drawing."""
    named = dict.fromkeys(("Noto Sans", *typeface.at_hand().families))
    return f"({', '.join(map(literal, named))},)"


def tongue(language: str) -> str:
    """Set a language: its tag's first part, and the region where it names one."""
    first, *others = language.split("-")
    known = _LANGUAGE.fullmatch(first)
    regions = [tag.upper() for tag in others if _REGION.fullmatch(tag)]
    said = f"lang: {literal(first.lower() if known else 'und')}"
    return f"#set text({said}, region: {literal(regions[0])})" if regions else f"#set text({said})"


def _page(leaf: Leaf) -> Iterator[str]:
    wide, high = short(leaf.paper.points_wide), short(leaf.paper.points_high)
    yield f"#page(width: {wide}pt, height: {high}pt)[{tongue(leaf.scene.language)}"
    yield "#{"
    if leaf.window is None:
        yield from _scene(leaf)
    else:
        window = leaf.window
        edges = map(short, (window.x, window.y, window.width, window.height))
        yield from _wrapped(f"through({', '.join(edges)}, ", _scene(leaf))
    for piece in leaf.over:
        yield from _wrapped("untold(", Pen().figures(piece.figures))
        yield from _wrapped("read(", Pen().words(piece.lines))
    yield "}]"


def _wrapped(call: str, lines: Iterable[str]) -> Iterator[str]:
    """Hand lines to a function as its last argument."""
    yield f"{call}{{"
    yield from lines
    yield "})"


def _scene(leaf: Leaf) -> Iterator[str]:
    """Set what may be seen of a scene; on a silent leaf it is decoration as a whole."""
    pen = Pen(leaf.scale, leaf.left, leaf.top)
    if leaf.told:
        for part in seen(leaf):
            yield from _part(pen, part)
    else:
        drawn = (line for part in seen(leaf) for line in _drawn(pen, part))
        yield from _wrapped("untold(", drawn)


def _drawn(pen: Pen, part: Part) -> Iterator[str]:
    yield from pen.figures(part.figures)
    yield from pen.words(part.lines)


def _headed(pen: Pen, part: Part) -> Iterator[str]:
    """Draw a heading; a space ends its lines but the last, for a bookmark joins them."""
    yield from pen.figures(part.figures)
    yield from pen.words(replace(line, text=f"{line.text} ") for line in part.lines[:-1])
    yield from pen.words(part.lines[-1:])


def _part(pen: Pen, part: Part) -> Iterator[str]:
    """Draw a part and tell it as its role is."""
    if part.role in _RANKS:
        yield from _wrapped(f"named({_RANKS[part.role]}, ", _headed(pen, part))
    elif part.role == "told":
        told = f"told({literal(clean(part.told))}, "
        yield from _wrapped(told, chain(_hold(pen, part), _drawn(pen, part)))
    elif part.role == "silent":
        yield from _wrapped("untold(", _drawn(pen, part))
    else:
        yield from _wrapped("untold(", pen.figures(part.figures))
        yield from _wrapped("read(", pen.words(part.lines))


def _hold(pen: Pen, part: Part) -> Iterator[str]:
    """Set a space where a figure begins that has no words.

    typst takes outlines for decoration even where they have an alternative text (its issue
    8826); a reader would find the text of an arrow belonging to nothing on the page.
    """
    if not part.lines:
        x, y, *_ = part.figures[0].path[0][1]
        yield from pen.words((Words(x, y, "\u00a0", 1.0),))
