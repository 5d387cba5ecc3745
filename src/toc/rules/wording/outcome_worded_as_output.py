"""An outcome or a goal that counts the people reached, and not what they do then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.lexicon import words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.lexicon import Found, Word
    from toc.model.language import Text

_PASSED_OVER = ("between-people", "quantities", "at-least", "leading")


@rule(Severity.WARNING)
def outcome_worded_as_output(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals that say of people only that they were trained, or reached."""
    for node in case.graph.within("outcomes", "goals"):
        read = _reached(case, case.graph.entry(node).title)
        if read is None:
            continue
        wording, found = read
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” says who was reached (“{words}”), and not what they do then",
                {"node": wording, "words": found.text},
            ),
            Message(
                "say what they do differently then: “Refugees apply for work online”; "
                "how many were reached is an output that leads to it"
            ),
            question=Message("What do people do differently after “{node}”?", {"node": wording}),
        )


def _reached(case: Case, title: Text | None) -> tuple[str, Found] | None:
    """Give a wording that says what was done to people, with the participle."""
    for language, wording in case.wordings(title):
        found = case.lexicon.first(wording, language, "delivered-to-people")
        if found is not None and _Statement(case, wording, language).ends_with(found):
            return wording, found
    return None


class _Statement:
    """A statement of which it is asked whether it is of people, and says no more of them."""

    def __init__(self, case: Case, wording: str, language: str) -> None:
        self.case, self.language = case, language
        self.there: Sequence[Word] = words_of(wording)

    def length(self, place: int, *lists: str) -> int:
        """Give how many words of any of some lists stand at a place."""
        lengths = (
            self.case.lexicon.length_at(self.there, place, self.language, one) for one in lists
        )
        return max(lengths)

    def ends_with(self, found: Found) -> bool:
        """Whether it is “200 refugees trained …” or “refugees are trained …”, and no more."""
        after = range(found.last + 1, len(self.there))
        says_more = any(self.length(place, "finite-verbs", "subordinate") for place in after)
        return not says_more and self.is_of_people(found.first)

    def is_of_people(self, end: int) -> bool:
        """Whether a number of people, or people to whom something is done, come before."""
        place, has_number, has_people = 0, False, False
        while place < end:
            is_number = self.there[place].folded[0].isdigit()
            has_number = has_number or is_number or self.length(place, "quantities") > 0
            if step := self.length(place, "people-units", "actors"):
                has_people = True
            elif has_people and (step := self.length(place, "are-done-to")):
                return place + step == end
            else:
                step = self.length(place, *_PASSED_OVER) or int(is_number)
            if not step:
                return False
            place += step
        return has_people and has_number
