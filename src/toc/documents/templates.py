"""A project's own form of a paper: which parts, in which order, with which texts between.

A template is a text file, `story.md` or `story.ro.md` for one language, that reads like the
document: headings with `##` and `###`, lists with `-`, paragraphs, and a line such as
`{{ needs }}` where a part of the paper stands.  A first line with `#` is the title.  What
stands in `<!-- … -->` is for who edits the template.  No text of it is markup or code.

Beside them, `paper.css` says how pages look, and `paper.docx` is the letterhead of Word files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from toc.documents.making import parts_of
from toc.documents.paper import Bullets, Heading, Paragraph
from toc.errors import InputError
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from toc.documents.paper import Block

__all__ = ["Template", "read_template", "template_of", "usual_template"]

Step: TypeAlias = "str | Block"

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PART = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_HEADING = re.compile(r"(#{1,3})\s+(.+)")
_ITEM = re.compile(r"[-*]\s+(.+)")
_MOST, _HEAVIEST = 1_000_000, 20_000_000
"""Bytes of a template's text, and of a letterhead."""


@dataclass(frozen=True, slots=True)
class Template:
    """A project's own form of a paper.

    Attributes:
        steps: names of parts, and texts of the project's own, in order.
        title: the document's name, where the project gives one.
        style: how a page looks, as CSS.
        letterhead: a DOCX, whose styles, header and footer are taken.
    """

    steps: tuple[Step, ...]
    title: str = ""
    style: str = ""
    letterhead: bytes = field(default=b"", repr=False)


def usual_template(name: str) -> str:
    """Write the template that makes a paper as it is without one, to begin from.

    >>> usual_template("decision-sheet").splitlines()[2:4]
    ['{{ candidates }}', '']
    """
    told = "Leave parts out, put them in another order, write between them."
    lines = [f"<!-- {told} -->", ""]
    for part in parts_of(name):
        lines += [f"{{{{ {part} }}}}", ""]
    return "\n".join(lines)


def template_of(name: str, folder: str | os.PathLike[str], language: str) -> Template | None:
    """Find a project's template for a paper, that of the language first.

    Args:
        name: which paper.
        folder: where the project keeps its templates.
        language: the language of the document.

    Returns:
        The template; None where the project has none.

    Raises:
        InputError: when it cannot be read.
    """
    room = Path(folder)
    style, letterhead = _style(room / "paper.css"), _letterhead(room / "paper.docx")
    for file in (room / f"{name}.{language.split('-', 1)[0]}.md", room / f"{name}.md"):
        if file.is_file():
            read = read_template(name, _text(file), str(file))
            return replace(read, style=style, letterhead=letterhead)
    if style or letterhead:
        return Template(parts_of(name), style=style, letterhead=letterhead)
    return None


def read_template(name: str, text: str, path: str) -> Template:
    """Read a template.

    Raises:
        InputError: when it calls a part that the paper does not have.
    """
    known = parts_of(name)
    title = ""
    steps: list[Step] = []
    # A comment keeps its lines, so that what is told names the right one.
    bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for number, lines in _stretches(bare):
        first = " ".join(lines)
        heading, called = _HEADING.fullmatch(first), _PART.fullmatch(first)
        if called:
            steps.append(_called(called[1], known, f"{path}:{number}"))
        elif heading and len(heading[1]) == 1:
            title = heading[2]
        else:
            steps.append(_own(lines, heading))
    return Template(tuple(steps), title)


def _stretches(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give what stands together, with the number of its first line."""
    numbered = ((at, line.strip()) for at, line in enumerate(text.splitlines(), 1))
    for kind, lines in groupby(numbered, lambda line: _kind(line[1])):
        found = tuple(lines)
        if kind == "alone":
            yield from ((at, (line,)) for at, line in found)
        elif kind:
            yield found[0][0], tuple(line for _, line in found)


def _kind(line: str) -> str:
    if not line:
        return ""
    if _HEADING.fullmatch(line) or _PART.fullmatch(line):
        return "alone"
    return "item" if _ITEM.fullmatch(line) else "text"


def _called(name: str, known: Sequence[str], place: str) -> str:
    if name in known:
        return name
    near = nearest(name, known)
    values = {"place": place, "name": name, "near": near or "", "known": ", ".join(known)}
    raise InputError(
        Message("{place}: no part is called “{name}”; did you mean “{near}”?", values)
        if near
        else Message("{place}: no part is called “{name}”; there are: {known}", values)
    )


def _own(lines: tuple[str, ...], heading: re.Match[str] | None) -> Block:
    if heading is not None:
        return Heading(heading[2], level=len(heading[1]))
    items = tuple(found[1] for line in lines if (found := _ITEM.fullmatch(line)))
    return Bullets(items) if items else Paragraph(" ".join(lines))


def _style(file: Path) -> str:
    if not file.is_file():
        return ""
    style = _text(file)
    if "</" in style:
        raise InputError(
            Message("{path} holds “</”, which is no style: take it out", {"path": str(file)})
        )
    return style


def _letterhead(file: Path) -> bytes:
    return _content(file, _HEAVIEST) if file.is_file() else b""


def _text(file: Path) -> str:
    try:
        return _content(file, _MOST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(file, error) from error


def _content(file: Path, most: int) -> bytes:
    try:
        if file.stat().st_size > most:
            raise InputError(Message("{path} is too long for a template", {"path": str(file)}))
        return file.read_bytes()
    except OSError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> InputError:
    values = {"path": str(file), "reason": str(error)}
    return InputError(Message("{path} cannot be read: {reason}", values))
