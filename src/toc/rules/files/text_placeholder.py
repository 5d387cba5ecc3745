"""A text that only keeps a place free."""

import re
from collections.abc import Iterator

from toc.findings import Route, Severity
from toc.lexicon import words_of
from toc.model import Text, link_ends
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Chain, Message, Sayable

_LIST = "placeholders"
_LONGEST, _MOST_SPACES = 60, 6
_MARKS = re.compile(r"[\s.…?!_*/\\–—-]+")
_THE_WHOLE = 2


@rule(Severity.WARNING, adopted=Severity.ERROR)
def text_placeholder(case: Case) -> Iterator[Complaint]:
    """Find texts that are nothing but an expression of the list, in any of its languages."""
    for route, text in case.texts:
        for tag, wording in text.wordings.items():
            if _keeps_a_place(case, wording):
                yield _complaint(case, route, (*route, tag) if tag else route, wording)


def _keeps_a_place(case: Case, wording: str) -> bool:
    if not wording.strip() or len(wording) > _LONGEST or wording.count(" ") > _MOST_SPACES:
        return False
    if _MARKS.fullmatch(wording):
        return True
    if not any(case.lexicon.may_hold(wording, one, _LIST) for one in case.lexicon.languages):
        return False
    words = [word for word in words_of(wording) if word.folded[:1].isalnum()]
    return bool(words) and any(
        case.lexicon.length_at(words, 0, language, _LIST) == len(words)
        for language in case.lexicon.languages
    )


def _complaint(case: Case, route: Route, place: Route, wording: str) -> Complaint:
    field = str(route[-1])
    values = {"text": wording.strip(), "field": field, "entry": _entry(case, route, field)}
    is_in_entry = len(route) > _THE_WHOLE
    return complaint(
        place,
        Message("“{field}” of “{entry}” says only “{text}”", values)
        if is_in_entry
        else Message("“{field}” says only “{text}”", values),
        Message("write what belongs there, or “tbd” where it is still to be decided"),
        question=Message("What belongs under “{field}” of “{entry}”?", values)
        if is_in_entry
        else None,
    )


def _entry(case: Case, route: Route, field: str) -> Sayable:
    key = str(route[1])
    ends = link_ends(key) if route[0] == "links" else None
    if ends is not None:
        return Chain((list(map(case.title, ends[0])), case.title(ends[1])))
    return Text.of(key) if field == "title" else case.title(key)
