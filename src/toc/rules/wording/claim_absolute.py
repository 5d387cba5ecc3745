"""A result that is claimed for everybody, or for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.lexicon import words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Found
    from toc.model.language import Text

_MARKS = (",", ";", ":")


@rule(Severity.WARNING)
def claim_absolute(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals with “everybody”, “eliminate”, “guarantee” and the like."""
    for node in case.graph.within("outcomes", "goals"):
        read = _claimed(case, case.graph.entry(node).title)
        if read is None:
            continue
        wording, found = read
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” claims more than anybody can keep (“{words}”)",
                {"node": wording, "words": found.text},
            ),
            Message("say how many or how much, by when; the rest can stand in the vision"),
            question=Message(
                "How far can we really get with “{node}”, and by when?", {"node": wording}
            ),
        )


def _claimed(case: Case, title: Text | None) -> tuple[str, Found] | None:
    """Give a wording that claims too much, with the words that do; “all services” as subject."""
    read = case.reading(title, "absolute-as-subject")
    if read is not None and _is_subject(case, title, *read):
        return read
    return case.reading(title, "absolute")


def _is_subject(case: Case, title: Text | None, wording: str, found: Found) -> bool:
    """Whether nothing stands before the words but what leads up to a statement."""
    language = next(one for one, said in case.wordings(title) if said == wording)
    there, place = words_of(wording), 0
    while place < found.first:
        step = case.lexicon.length_at(there, place, language, "leading")
        if not step:
            return there[found.first - 1].folded in _MARKS
        place += step
    return place == found.first
