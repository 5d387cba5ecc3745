"""Answers to a questionnaire, from the file that an assessment names.

A row, or an entry of YAML, that cannot be read is told of and left out; every other one
comes through.  What an answer is worth is not asked here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from toc.errors import MissingExtraError
from toc.findings import Finding, Related, Route, Span
from toc.loading.answer_rows import rows_of_document, rows_of_sheet
from toc.loading.joined import duplicates_of
from toc.model.questionnaire import Answer
from toc.model.refusals import Refusal
from toc.model.values import number_or_label
from toc.spelling import Speller
from toc.text.document import read_document
from toc.text.source import Source, read_source
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from toc.loading.answer_rows import Typed
    from toc.model import Strategy
    from toc.parts import Parts

__all__ = ["Answers", "read_answers"]

_MOST_TOLD = 20
"""So many faulty rows of a file are told one by one."""

_IN_YAML = (".yaml", ".yml")


@dataclass(slots=True)
class Answers:
    """What the files with answers hold.

    Attributes:
        given: the answers, by assessment and question.
        places: where each answer stands, by the route that names it.
        sources: the text of each file, by path.
        findings: what there is to tell.
        holes: routes to the assessments of which not all answers could be read.
    """

    given: dict[str, Mapping[str, Answer]] = field(default_factory=dict)
    places: dict[Route, Span] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    holes: set[Route] = field(default_factory=set)


def read_answers(parts: Parts, strategy: Strategy, holes: Collection[Route] = ()) -> Answers:
    """Read the answers of every assessment that names a file.

    Args:
        parts: the files of the strategy; no other is read.
        strategy: the strategy whose questions are answered.
        holes: routes to what of the strategy could not be read, and so may not be missing.

    Raises:
        OSError: when the system does not give a file.
    """
    found = Answers()
    files = dict(parts.answers)
    for name, assessment in strategy.assessments.items():
        if assessment.answers is None:
            continue
        file = files.get(assessment.answers)
        if file is None:
            found.findings.append(_nowhere(name, assessment.answers, parts))
            found.holes.add(("assessments", name, "answers"))
        else:
            _Reader(found, name, strategy, holes).read(file)
    return found


def _nowhere(name: str, file: str, parts: Parts) -> Finding:
    folder = parts.path if parts.path.is_dir() else parts.path.parent
    values = {"file": file, "id": name}
    if folder / file in parts.files:
        message = Message("“{file}” is a part of the strategy and no table of answers", values)
        mend = Message(
            "put the answers into a folder of their own: answers: answers/{file}", values
        )
    elif os.path.exists(folder / file):  # noqa: PTH110 - a name may be too long for the system
        message = Message("the answers “{file}” are no file in the strategy’s own folder", values)
        mend = Message(
            "copy the file there, and write {form} in one line", {"form": f"answers: {file}"}
        )
    else:
        message = Message("there is no file “{file}” beside the strategy", values)
        mend = Message(
            "“toc assess --template” writes an empty table: save it there under this name"
        )
    return Finding("reference-dangling", message, mend, ("assessments", name, "answers"))


class _Reader:
    """Takes the answers of one assessment from its file."""

    def __init__(
        self, found: Answers, assessment: str, strategy: Strategy, holes: Collection[Route]
    ) -> None:
        self.found = found
        self.route: Route = ("assessments", assessment, "answers")
        self.known = {name.lower(): name for name in strategy.questions}
        self.former = strategy.former_ids
        self.unread = {str(hole[1]).lower() for hole in holes if _is_of_question(hole)}
        self.is_whole = not {(), ("questions",)} & set(holes)
        self.speller = Speller(self.known.values())
        self.given: dict[str, Answer] = {}
        self.first: dict[str, Typed] = {}
        self.faults = 0

    def read(self, file: Path) -> None:
        rows = self._in_yaml(file) if file.suffix.lower() in _IN_YAML else self._in_table(file)
        for row in rows:
            self._take(row)
        if self.faults > _MOST_TOLD:
            self._tell_of_the_rest(str(file))
        if self.faults:
            self.found.holes.add(self.route)
        self.found.given[str(self.route[1])] = self.given

    def _in_yaml(self, file: Path) -> Iterable[Typed]:
        source, refused = read_source(file, str(file))
        self.found.sources[source.path] = source
        self.found.findings += refused
        document = read_document(source)
        self.found.findings += [*document.findings, *duplicates_of(document)]
        if refused or document.lost:
            self.found.holes.add(self.route)
        return rows_of_document(document)

    def _in_table(self, file: Path) -> Iterable[Typed]:
        from toc.tables import read_table  # noqa: PLC0415 - only who has a table pays

        try:
            sheet = read_table(file)
        except MissingExtraError as error:
            self.found.findings.append(self._unopened(str(file), error))
            self.found.holes.add(self.route)
            return ()
        self.found.sources[sheet.path] = sheet.source or Source(sheet.path, "")
        self.found.findings += sheet.findings
        rows, missing = rows_of_sheet(sheet)
        if not sheet.rows and not sheet.findings:
            missing = self._empty(str(file))
        if missing is not None:
            self.found.findings.append(missing)
        if missing is not None or not sheet.rows:
            self.found.holes.add(self.route)
        return rows

    def _empty(self, path: str) -> Finding:
        return Finding(
            "value-malformed",
            Message("the table of answers is empty"),
            Message("“toc assess --template” writes one with the questions, to be filled in"),
            self.route,
            span=Span(path, 1, 1, 1, 1),
        )

    def _unopened(self, path: str, error: MissingExtraError) -> Finding:
        return Finding(
            "table-unreadable",
            error.message,
            Message("or save the table as CSV in UTF-8, and name that file"),
            self.route,
            span=Span(path, 1, 1, 1, 1),
        )

    def _take(self, row: Typed) -> None:
        name = self._question(row)
        if name is None:
            return
        if name in self.first:
            self._fault(row, partial(_again, row, self.first[name]))
            return
        self.first[name] = row
        for refused in row.faults:
            self._fault(row, partial(replace, refused))
        try:
            value = number_or_label(row.value) if row.value else None
        except Refusal as error:
            context = error.context or {}
            self._fault(row, partial(row.tell, "value", context["message"], context["mend"]))
            return
        self.given[name] = Answer.model_validate({"value": value, **row.texts})
        self.found.places[(*self.route, name)] = row.span("")
        self.found.places[(*self.route, name, "value")] = row.span("value")

    def _question(self, row: Typed) -> str | None:
        """Give the id of the question that a row answers, or tell that there is none."""
        said = row.question.lower()
        name = self.known.get(said) or self.former.get(said)
        if name in self.known.values():
            return name
        if self.is_whole and said not in self.unread:
            self._fault(row, partial(self._unknown, row))
        return None

    def _unknown(self, row: Typed) -> Finding:
        if not row.question:
            return row.tell(
                "question",
                Message("this row names no question"),
                Message("write the id of the question, or delete the row"),
            )
        near = self.speller.nearest(row.question)
        return row.tell(
            "question",
            Message("no question is called “{id}”", {"id": row.question}),
            Message("did you mean “{id}”?", {"id": near})
            if near is not None
            else Message("write the id of a question under “questions:”"),
            rule="reference-dangling",
        )

    def _fault(self, row: Typed, finding: Callable[[], Finding]) -> None:
        self.faults += 1
        self.last = row
        if self.faults <= _MOST_TOLD:
            self.found.findings.append(finding())

    def _tell_of_the_rest(self, path: str) -> None:
        values = {"path": path, "count": self.faults - _MOST_TOLD}
        self.found.findings.append(
            Finding(
                "value-malformed",
                Message(
                    "{count} more row of the answers has a fault",
                    values,
                    plural="{count} more rows of the answers have faults",
                ),
                Message("mend the ones above first: most often they all have the same cause"),
                self.route,
                span=self.last.span(""),
            )
        )


def _is_of_question(hole: Route) -> bool:
    return len(hole) > 1 and hole[0] == "questions"


def _again(row: Typed, first: Typed) -> Finding:
    finding = row.tell(
        "question",
        Message("“{id}” is answered twice", {"id": row.question}),
        Message("keep one of the two: the first one counts"),
        rule="id-duplicate",
    )
    return replace(
        finding, related=(Related(Message("it stands here first"), (), first.span("question")),)
    )
