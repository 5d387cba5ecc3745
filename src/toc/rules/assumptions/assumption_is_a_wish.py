"""An assumption that hopes, instead of saying who does what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.lexicon import Found
    from toc.model.language import Text


@rule(Severity.ADVICE)
def assumption_is_a_wish(case: Case) -> Iterator[Complaint]:
    """Find assumptions worded as hope, without anything that could be counted."""
    for name, assumption in case.strategy.assumptions.items():
        read = _wish(case, assumption.title)
        if read is None or _counts(assumption.title):
            continue
        wording, found = read
        yield complaint(
            ("assumptions", name, "title"),
            Message(
                "the assumption “{assumption}” is a wish (“{words}”): "
                "nobody could say one day that it does not hold",
                {"assumption": wording, "words": found.text},
            ),
            Message("say who does what, how often or how many, so that it can be looked at"),
            question=Message(
                "What would we see if “{assumption}” were not true?",
                {"assumption": wording},
            ),
        )


def _wish(case: Case, title: Text | None) -> tuple[str, Found] | None:
    """Give a wording that hopes, with its words, unless it says with what or by what."""
    for language, wording in case.wordings(title):
        found = case.lexicon.first(wording, language, "wishes")
        if found is not None and not _says_with_what(case, wording, language, found):
            return wording, found
    return None


def _says_with_what(case: Case, wording: str, language: str, wish: Found) -> bool:
    doing = case.lexicon.first(wording, language, "wishes-of-doing")
    means = case.lexicon.each(wording, language, "with-what")
    return (
        doing is not None
        and doing.first == wish.first
        and any(one.first > wish.last for one in means)
    )


def _counts(title: Text | None) -> bool:
    """Whether a number says what is assumed."""
    wordings = () if title is None else title.wordings.values()
    return any(letter.isdigit() for wording in wordings for letter in wording)
