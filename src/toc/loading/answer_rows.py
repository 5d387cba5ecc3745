"""Rows of answers as they were typed, in a table or in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toc.findings import Finding, Span
from toc.model.base import EXTENSION
from toc.model.language import LANGUAGE_TAG
from toc.spelling import folded, nearest
from toc.words import Message

if TYPE_CHECKING:
    from toc.tables import Row, Sheet
    from toc.text.document import Document
    from toc.text.places import Tree

__all__ = ["COLUMNS", "Typed", "rows_of_document", "rows_of_sheet"]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "question": ("question", "intrebare", "intrebarea", "id"),
    "value": ("answer", "value", "raspuns", "raspunsul", "valoare"),
    "evidence": ("evidence", "dovezi", "dovada"),
    "note": ("note", "nota", "observatii"),
    "example": ("example", "exemplu", "exemple", "good practice", "buna practica", "bune practici"),
}
"""What each column may be called, without accents; the first name is ours."""

_NEEDED = ("question", "value")
_TEXTS = ("evidence", "note", "example")
_LOOKED_AT = 20
"""Among so many rows the names of the columns are looked for: a title may stand above."""

_WITH_COMMA = re.compile(r"([+-]?\d+),(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Typed:
    """One answer as it was typed.

    Attributes:
        question: what names the question.
        value: the answer; empty where there is none.
        texts: what stands beside it, by field.
        faults: what could not be read of it.
    """

    question: str
    value: str
    texts: Mapping[str, object]
    faults: tuple[Finding, ...] = ()

    def span(self, field: str) -> Span:
        """Give the place of a field; of the whole for an empty name."""
        raise NotImplementedError

    def tell(
        self, field: str, message: Message, mend: Message, *, rule: str = "value-malformed"
    ) -> Finding:
        """Make a finding about a field: what is so, the mend, and the rule."""
        return Finding(rule, message, mend, span=self.span(field))


@dataclass(frozen=True, slots=True)
class _InSheet(Typed):
    sheet: Sheet = field(kw_only=True)
    row: Row = field(kw_only=True)
    columns: Mapping[str, int] = field(kw_only=True)

    def span(self, field: str) -> Span:
        return self.sheet.span(self.row, self.columns.get(field))

    def tell(
        self, field: str, message: Message, mend: Message, *, rule: str = "value-malformed"
    ) -> Finding:
        return self.sheet.fault(self.row, self.columns.get(field), message, mend, rule=rule)


@dataclass(frozen=True, slots=True)
class _InDocument(Typed):
    document: Document = field(kw_only=True)
    said: Tree = field(kw_only=True)

    def span(self, field: str) -> Span:
        is_inside = isinstance(self.said, dict) and field in self.said
        return self.document.locate((self.question, field) if is_inside else (self.question,))


def rows_of_sheet(sheet: Sheet) -> tuple[Iterable[Typed], Finding | None]:
    """Give the rows below the names of the columns, or tell that there are none."""
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        columns = _columns(row)
        if all(name in columns for name in _NEEDED):
            return _in_sheet(sheet, columns, sheet.rows[at + 1 :]), _misspelled(sheet, row)
    if not sheet.rows:
        return (), None
    values = {"columns": [name for name in ("question", "answer") if name not in _heads(sheet)]}
    return (), sheet.fault(
        sheet.rows[0],
        None,
        Message("the table has no column {columns}", values),
        Message("write the first row as {form}", {"form": "question,answer,evidence,note,example"}),
    )


def _columns(row: Row) -> dict[str, int]:
    names = [folded(cell.strip()) for cell in row.cells]
    return {
        field: next(at for at, name in enumerate(names) if name in known)
        for field, known in COLUMNS.items()
        if not set(known).isdisjoint(names)
    }


def _heads(sheet: Sheet) -> set[str]:
    return {COLUMNS[field][0] for field in _columns(sheet.rows[0])}


def _misspelled(sheet: Sheet, head: Row) -> Finding | None:
    """Tell of a column that is almost one of ours: what stands in it would be lost."""
    columns = _columns(head)
    left = {known[0]: known for field, known in COLUMNS.items() if field not in columns}
    for at, cell in enumerate(head.cells):
        near = nearest(cell.strip(), left) if cell.strip() and at not in columns.values() else None
        if near is not None:
            return sheet.fault(
                head,
                at,
                Message("the column “{column}” is not read", {"column": cell.strip()}),
                Message("did you mean “{id}”?", {"id": near}),
            )
    return None


def _in_sheet(sheet: Sheet, columns: Mapping[str, int], rows: Iterable[Row]) -> Iterator[Typed]:
    for row in rows:
        cells = {field: row.cell(at) for field, at in columns.items()}
        yield _InSheet(
            cells["question"],
            # A spreadsheet writes decimals as its country does.
            _WITH_COMMA.sub(r"\1.\2", cells["value"]),
            {name: cells[name] for name in _TEXTS if cells.get(name)},
            sheet=sheet,
            row=row,
            columns=columns,
        )


def rows_of_document(document: Document) -> Iterator[Typed]:
    """Give the entries of a document, each a value or a mapping with more about it."""
    for question, said in document.data.items():
        if question[:2] != EXTENSION:
            yield _in_document(document, question, said)


def _in_document(document: Document, question: str, said: Tree) -> Typed:
    fields = said if isinstance(said, dict) else {"value": said}
    value = fields.get("value")
    known = {name: text for name in _TEXTS if _is_text(text := fields.get(name))}
    read = {*known, *(("value",) if isinstance(value, str) else ())}
    entry = _InDocument(
        question, value if isinstance(value, str) else "", known, document=document, said=said
    )
    left = (name for name, one in fields.items() if one is not None and name not in read)
    faults = tuple(_fault(name, entry) for name in left if name[:2] != EXTENSION)
    return replace(entry, faults=faults)


def _is_text(said: object) -> bool:
    if isinstance(said, dict):
        return bool(said) and all(
            LANGUAGE_TAG.match(tag) and isinstance(one, str) for tag, one in said.items()
        )
    return isinstance(said, str)


def _fault(name: str, entry: Typed) -> Finding:
    if name in ("value", *_TEXTS):
        return entry.tell(
            name,
            Message("a short text is expected here"),
            Message("write the text; if it holds a colon or begins with a dash, put it in quotes"),
        )
    near = nearest(name, ("value", *_TEXTS))
    return entry.tell(
        name,
        Message("“{key}” is no field in “{owner}”", {"key": name, "owner": entry.question}),
        Message("did you mean “{key}”?", {"key": near})
        if near is not None
        else Message(
            "the keys here are {keys}; keys of your own begin with x-",
            {"keys": ["value", *_TEXTS]},
        ),
        rule="key-unknown",
    )
