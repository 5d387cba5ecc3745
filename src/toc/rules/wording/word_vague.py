"""A word that everybody reads differently, where no indicator says what is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Route, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Found


@rule(Severity.ADVICE, relies_on=("indicators", "indicators.of"))
def word_vague(case: Case) -> Iterator[Complaint]:
    """Find vague words in the titles of what nothing measures."""
    measured = {
        case.graph.node(node)
        for indicator in case.strategy.indicators.values()
        for node in indicator.of
    }
    for node in case.graph.within("activities", "outputs", "outcomes", "goals"):
        if node in measured:
            continue
        title = case.graph.entry(node).title
        if read := case.reading(title, "vague"):
            yield _vague((case.graph.section_of(node), node, "title"), *read)
        elif read := case.reading(title, "list-openers"):
            yield _open((case.graph.section_of(node), node, "title"), *read)


def _vague(route: Route, wording: str, found: Found) -> Complaint:
    values = {"words": found.text, "node": wording}
    return complaint(
        route,
        Message(
            "“{words}” in “{node}” means something else to everybody, "
            "and no indicator says what is meant",
            values,
        ),
        Message("say what somebody would see, count or hear; or write an indicator of it"),
        question=Message("“{node}”: how would we see that it deserves the word “{words}”?", values),
    )


def _open(route: Route, wording: str, found: Found) -> Complaint:
    dot = "." if wording[found.end :].startswith(".") else ""
    values = {"words": f"{found.text}{dot}", "node": wording}
    return complaint(
        route,
        Message("“{node}”: the list stays open (“{words}”)", values),
        Message("name the rest or end it"),
        question=Message("“{node}”: what else belongs to it?", values),
    )
