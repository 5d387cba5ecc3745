"""Through the door: from the files of one strategy to the model and its findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toc.errors import MissingExtraError
from toc.findings import KEY, Finding, Route, Span
from toc.loading.answers import Answers, read_answers
from toc.loading.joined import Joined, duplicates_of, join_documents
from toc.loading.settling import settle
from toc.loading.translations import Translation, translate
from toc.loading.validating import validate
from toc.model.strategy import Strategy
from toc.text.document import Document, read_document
from toc.text.source import Source, read_source, unreadable
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from toc.loading.readings import Readings
    from toc.parts import Parts
    from toc.tables import Sheet

__all__ = ["Loaded", "load_parts"]


@dataclass(frozen=True)
class Loaded:
    """A strategy as it came through the door.

    Attributes:
        path: the file or folder as it was named.
        strategy: all that could be read.
        findings: what there is to tell, with places and not yet graded.
        holes: routes to what is missing from the model because it could not be read or
            is still open; the empty route is anything at all.
        sources: the text of each file, by path.
        translations: which wordings came from files of their own.
        joined: its parts as one tree.
        beside: where answers stand that came from files of their own, by route.
        readings: its spreadsheet of readings, if it has one.
    """

    path: str
    strategy: Strategy
    findings: tuple[Finding, ...]
    holes: frozenset[Route]
    sources: dict[str, Source]
    translations: tuple[Translation, ...]
    joined: Joined
    beside: Mapping[Route, Span] = field(default_factory=dict)
    readings: Readings | None = None

    def locate(self, route: Route) -> Span | None:
        """Give the stretch of text that a message about a route should mark."""
        return self.beside.get(route) or self._row(route) or self.joined.locate(route)

    def _row(self, route: Route) -> Span | None:
        """Give the place of a row of the spreadsheet, which is said to be its indicator's."""
        if self.readings is None or route[:1] != ("indicators",) or route[2:3] != ("readings",):
            return None
        number = route[-1]
        if not isinstance(number, int) or number >= len(self.readings.rows):
            return None
        return self.readings.place(number)

    def placed(self, finding: Finding) -> Finding:
        """Give the finding with its span, and the spans of what belongs to it."""
        related = tuple(
            there if there.span is not None else replace(there, span=self.locate(there.route))
            for there in finding.related
        )
        span = finding.span if finding.span is not None else self.locate(finding.route)
        return replace(finding, span=span, related=related)


def load_parts(parts: Parts) -> Loaded:
    """Read the files of one strategy and build what can be built of it.

    Raises:
        OSError: when the system does not give a file.
    """
    sources: dict[str, Source] = {}
    found: list[Finding] = []
    documents = [_read(file, sources, found) for file in parts.files]
    joined = join_documents(documents)
    lost = [route for document in documents for route in document.lost]
    if not any(document.data for document in documents):
        # That nothing is written is told once, and not again of each part that is missing.
        lost.append(())
    found += joined.findings
    for document in documents:
        found += [*document.findings, *duplicates_of(document)]
    translations = _translate(parts, joined, sources, found, lost)
    lost += _blank_waivers(joined)
    open_points = settle(joined)
    strategy, faults, dropped = validate(joined)
    loaded = Loaded(
        str(parts.path),
        strategy,
        (),
        frozenset(map(_hole, (*lost, *dropped, *open_points))),
        sources,
        translations,
        joined,
    )
    found += faults
    loaded = _add_answers(read_answers(parts, strategy, loaded.holes), loaded, found)
    loaded = replace(loaded, readings=_read_readings(parts, loaded, found))
    strategy._open_points = open_points  # noqa: SLF001 - the door is the one who sets it
    found += _about_the_whole(loaded, documents)
    return replace(loaded, findings=tuple(map(loaded.placed, found)))


def _read(file: Path, sources: dict[str, Source], found: list[Finding]) -> Document:
    source, refused = read_source(file, str(file))
    sources[source.path] = source
    found += refused
    document = read_document(source)
    return replace(document, lost=((),)) if refused else document


def _translate(
    parts: Parts,
    joined: Joined,
    sources: dict[str, Source],
    found: list[Finding],
    lost: list[Route],
) -> tuple[Translation, ...]:
    translations: list[Translation] = []
    for language, file in parts.translations:
        document = _read(file, sources, found)
        found += [*document.findings, *duplicates_of(document)]
        for outcome in translate(joined, language, document, lost):
            if isinstance(outcome, Finding):
                found.append(outcome)
            else:
                translations.append(outcome)
        if document.lost:
            lost.append(("i18n", language))
    return tuple(translations)


def _add_answers(answers: Answers, loaded: Loaded, found: list[Finding]) -> Loaded:
    loaded.sources.update(answers.sources)
    loaded.strategy._answers = answers.given  # noqa: SLF001 - the door is the one who sets it
    found += answers.findings
    return replace(loaded, holes=loaded.holes | answers.holes, beside=answers.places)


def _read_readings(parts: Parts, loaded: Loaded, found: list[Finding]) -> Readings | None:
    if parts.readings is None:
        return None
    from toc.loading.readings import read_readings  # noqa: PLC0415 - only who has a table pays

    table = _table(parts.readings)
    if table.source is not None:
        loaded.sources[table.path] = table.source
    readings = read_readings(table, loaded.strategy, loaded.holes)
    found += [*readings.findings, *(_second(file, table.path) for file in parts.unread)]
    loaded.strategy._readings = tuple(readings.rows)  # noqa: SLF001
    return readings


def _table(file: Path) -> Sheet:
    from toc.tables import Sheet, read_table  # noqa: PLC0415 - only who has a table pays

    try:
        return read_table(file)
    except MissingExtraError as error:
        mend = Message("install it, or save the readings as CSV in UTF-8")
        span = Span(str(file), 1, 1, 1, 1)
        return Sheet(
            str(file), findings=(Finding("table-unreadable", error.message, mend, span=span),)
        )


def _second(file: Path, read: str) -> Finding:
    values = {"unread": str(file), "read": read}
    return Finding(
        "table-ambiguous",
        Message(
            "there are two spreadsheets of readings: {read} was read, {unread} was not", values
        ),
        Message("keep one of the two; toc readings --import joins them"),
        span=Span(str(file), 1, 1, 1, 1),
    )


def _about_the_whole(loaded: Loaded, documents: list[Document]) -> list[Finding]:
    if any(document.lost for document in documents) or not documents:
        return []
    start = documents[0].source.span(0, 0)
    if not any(document.data for document in documents):
        message = Message("the file is empty")
        return [unreadable(message, Message("begin with: toc new"), start)]
    if "strategy" in loaded.joined.data or ("strategy",) in loaded.holes:
        return []
    return [
        Finding(
            "entry-without-title",
            Message("no section “strategy” says what strategy this is"),
            Message("write “strategy:” and under it id, title, languages and status"),
            span=start,
        )
    ]


def _blank_waivers(joined: Joined) -> list[Route]:
    """Find waivers with a key and nothing after it: one must not hold because of that."""
    waivers = joined.data.get("waivers")
    return [
        ("waivers", key, field)
        for key, waiver in (waivers.items() if isinstance(waivers, dict) else ())
        for field, value in (waiver.items() if isinstance(waiver, dict) else ())
        if value is None
    ]


def _hole(route: Route) -> Route:
    """Name what is missing by section, entry and field; deeper steps say no more."""
    return tuple(step for step in route if step != KEY)[:3]
