"""YAML as its authors typed it: plain text data, and the place of every value.

The events of libyaml's parser (or of the pure Python one, with the same result) are
walked once.  Nothing is converted: `no`, `17.10` and `12:30` stay what was typed.  What
YAML would lose in silence, repeat, share or execute is found here.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.text.building import Builder, TooMuchError
from toc.text.characters import parsable, unwanted_characters
from toc.text.mending import recover
from toc.text.parsing import YamlError
from toc.text.places import Block, Tree, ends, find
from toc.text.source import unreadable
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Generator

    from toc.findings import Finding, Route, Span
    from toc.text.duplicates import Duplicate
    from toc.text.source import Source

__all__ = ["Document", "read_document"]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of YAML.

    Attributes:
        source: its text.
        data: its content, every scalar as text.
        places: where each key and value stands.
        lost: routes to what could not be read; the empty route is all of it.
        duplicates: keys that are written twice; what they hold was joined.
        findings: what there is to tell of it as YAML.
    """

    source: Source
    data: dict[str, Tree]
    places: Block
    lost: tuple[Route, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    findings: tuple[Finding, ...] = ()

    def locate(self, route: Route) -> Span:
        """Give the stretch of text that a message about a route should mark."""
        return self.source.span(*ends(find(self.places, route)))


def read_document(source: Source, *, pure: bool = False) -> Document:
    """Read a text as YAML, whatever is in it.

    Args:
        source: the text.
        pure: whether to use the parser that is written in Python.

    Returns:
        All that could be read, and a finding for each thing that could not.
    """
    text = parsable(source.text)
    builder = Builder(source, text, pure=pure)
    with _collector_paused():
        try:
            data, place = builder.build()
        except TooMuchError as error:
            builder.findings.append(error.finding)
            data, place = None, 0
            builder.lost.append(())
        except YamlError as error:
            data, place = recover(builder, error)
    if not isinstance(data, dict) or not isinstance(place, Block):
        _refuse_other_than_mapping(builder, data)
        data, place = {}, Block(0)
    return Document(
        source,
        data,
        place,
        tuple(builder.lost),
        tuple(builder.duplicates),
        (*builder.findings, *unwanted_characters(source)),
    )


def _refuse_other_than_mapping(builder: Builder, data: Tree) -> None:
    if data is None:
        return
    builder.lost.append(())
    builder.findings.append(
        unreadable(
            Message("the file holds no sections"),
            Message("begin with “toc: 1” and then sections such as “goals:”"),
            builder.source.span(0, 0),
        )
    )


@contextmanager
def _collector_paused() -> Generator[None]:
    # A large document makes a million small objects and no cycles.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
