"""An outcome or a goal that says what changes, and not in whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.lexicon import head_of, words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.model.language import Text

_CAPITALS = re.compile(r"\b[^\W\d_a-zăâîșț]{2,}\b")
_INSIDE = re.compile(r"(?<=\w )\w")
_STEM = 5


@rule(
    Severity.WARNING,
    looks_at=("title", "for"),
    relies_on=("stakeholders", "stakeholders.title", "stakeholders.short"),
)
def result_without_people(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals of change without `for:` in whose title nobody is named."""
    known = _stems(case)
    outcomes, goals = case.strategy.outcomes.items(), case.strategy.goals.items()
    nodes = [
        *(("outcomes", name, one.title) for name, one in outcomes if not one.for_),
        # Whoever lives in a place that a goal names is meant by it.
        *(
            ("goals", name, one.title)
            for name, one in goals
            if not one.for_ and not _names_place(case, one.title)
        ),
    ]
    for section, name, title in nodes:
        if not _is_of_nobody(case, title, known):
            continue
        yield complaint(
            (section, name, "title"),
            Message("“{node}” says what changes, and not in whom", {"node": case.title(name)}),
            Message("name who does, knows or has something else then, or write it under “for:”"),
            question=Message(
                "“{node}”: in whom exactly, and who would notice?",
                {"node": case.title(name)},
            ),
        )


def _is_of_nobody(case: Case, title: Text | None, known: frozenset[str]) -> bool:
    wordings = list(case.wordings(title))
    said = {word.folded[:_STEM] for _, wording in wordings for word in words_of(wording)}
    return (
        any(_is_change(case, wording, language) for language, wording in wordings)
        and case.expression(title, "actors") is None
        and not any(_CAPITALS.search(wording) for _, wording in wordings)
        and known.isdisjoint(said)
    )


def _names_place(case: Case, title: Text | None) -> bool:
    """Whether a title has a word for a territory, or a name."""
    wordings = () if title is None else title.wordings.values()
    has_name = any(
        found[0].isupper() for wording in wordings for found in _INSIDE.finditer(wording)
    )
    return has_name or case.expression(title, "territory") is not None


def _is_change(case: Case, wording: str, language: str) -> bool:
    head = head_of(case.lexicon, wording, language)
    if head is not None:
        return head.kind == "change"
    is_state = case.lexicon.length_at(words_of(wording), 0, language, "states") > 0
    return is_state and case.lexicon.first(wording, language, "changed") is not None


def _stems(case: Case) -> frozenset[str]:
    """Give the beginnings of the longer words by which stakeholders are called."""
    return frozenset(
        word.folded[:_STEM]
        for stakeholder in case.strategy.stakeholders.values()
        for text in (stakeholder.title, stakeholder.short)
        for wording in (() if text is None else text.wordings.values())
        for word in words_of(wording)
        if len(word.folded) >= _STEM
    )
