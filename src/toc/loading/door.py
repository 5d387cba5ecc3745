"""Through the door: from the files of one strategy to the model and its findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from toc.findings import KEY, Finding, Route, Span
from toc.loading.answers import Answers, read_answers
from toc.loading.joined import Joined, duplicates_of, join_documents
from toc.loading.readings import read_readings
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

    from toc.parts import Parts

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
    """

    path: str
    strategy: Strategy
    findings: tuple[Finding, ...]
    holes: frozenset[Route]
    sources: dict[str, Source]
    translations: tuple[Translation, ...]
    joined: Joined
    beside: Mapping[Route, Span] = field(default_factory=dict)

    def locate(self, route: Route) -> Span | None:
        """Give the stretch of text that a message about a route should mark."""
        if route[:1] == ("readings",):
            return None
        return self.beside.get(route) or self.joined.locate(route)

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
    if parts.readings is not None:
        _add_readings(parts.readings, loaded, found)
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


def _add_readings(file: Path, loaded: Loaded, found: list[Finding]) -> None:
    source, refused = read_source(file, str(file))
    loaded.sources[source.path] = source
    readings = read_readings(source, loaded.strategy, loaded.holes)
    found += [*refused, *readings.findings]
    loaded.strategy._readings = tuple(readings.rows)  # noqa: SLF001


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
