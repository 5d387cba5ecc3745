"""A text that stands under a language that it is not written in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Route, Severity
from toc.lexicon import words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import folded
from toc.words import Message

if TYPE_CHECKING:
    from toc.model.language import Text

_LEFT_OUT = ("sources", "feedback")
_IN_HEAD, _IN_ENTRY = 2, 3
_ENOUGH = 3
_TWICE = 2
_LONG = 4


@rule(Severity.ADVICE)
def text_in_wrong_language(case: Case) -> Iterator[Complaint]:
    """Find wordings whose frequent words are of another language, and untranslated copies."""
    for route, text in case.texts:
        if len(route) != (_IN_HEAD if route[0] == "strategy" else _IN_ENTRY):
            continue
        wrong = None if route[0] in _LEFT_OUT else _wrong(case, text)
        if wrong is not None:
            yield _complaint(route, *wrong)


def _complaint(route: Route, tag: str, message: Message) -> Complaint:
    return complaint(
        (*route, tag) if tag else route,
        message,
        Message(
            "write it in that language, or put it under its own; "
            "leave a translation out until there is one"
        ),
    )


def _wrong(case: Case, text: Text) -> tuple[str, Message] | None:
    """Give the first wording that is wrong where it stands, else the first copy."""
    return next(_foreign(case, text), None) or next(_copied(case, text), None)


def _foreign(case: Case, text: Text) -> Iterator[tuple[str, Message]]:
    languages = sorted(case.lexicon.languages)
    for tag, wording in text.wordings.items():
        own = case.language_of(tag)
        if own not in languages:
            continue
        counts = {one: _frequent(case, wording, one) for one in languages if one != own}
        other = max(counts, key=lambda one: counts[one], default=own)
        if (
            other != own
            and counts[other] >= _ENOUGH
            and counts[other] >= _TWICE * _frequent(case, wording, own)
        ):
            yield (
                tag,
                Message(
                    "“{text}” stands under “{own}”, and its words are those of “{other}”",
                    {"text": wording, "own": own, "other": other},
                ),
            )


def _frequent(case: Case, wording: str, language: str) -> int:
    return sum(1 for _ in case.lexicon.each(wording, language, "stop-words"))


def _copied(case: Case, text: Text) -> Iterator[tuple[str, Message]]:
    if len({_beginning(case, wording) for wording in text.wordings.values()}) == len(text.wordings):
        return
    first: dict[str, str] = {}
    for tag, wording in text.wordings.items():
        language = case.language_of(tag)
        said = " ".join(word.folded for word in words_of(wording))
        # Names are the same in every language.
        is_long = sum(word.islower() for word in wording.split()) >= _LONG - 1
        other = first.setdefault(said, language)
        if language and other and other != language and is_long and said.count(" ") >= _LONG - 1:
            yield (
                tag,
                Message(
                    "“{text}” is the same under “{own}” and under “{other}”",
                    {"text": wording, "own": language, "other": other},
                ),
            )


def _beginning(case: Case, wording: str) -> tuple[int, str]:
    """Give what two wordings that are the same have in common: a test that costs little."""
    tokens = case.lexicon.tokens(wording)
    return len(tokens), folded(tokens[0]) if tokens else ""
