"""A text that is not given in one of the strategy's languages."""

from collections.abc import Iterator, Sequence

from toc.findings import Related, Route, Severity
from toc.model import Text
from toc.model.language import LANGUAGE_TAG
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_TITLED = (*NODE_SECTIONS, "assumptions", "indicators", "pilots", "stakeholders", "areas", "stages")
_READ = {"links": "because", "strategy": "title", **dict.fromkeys(_TITLED, "title")}
_SHOWN = 3
_LANGUAGES = {
    "de": Message("German"),
    "en": Message("English"),
    "fr": Message("French"),
    "hu": Message("Hungarian"),
    "ro": Message("Romanian"),
    "sr": Message("Serbian"),
    "uk": Message("Ukrainian"),
}

_Texts = Sequence[tuple[Route, Text]]


# What could not be read of the files of translations may be all that is missing.
@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    relies_on=("i18n",),
    yields_to=("yaml-loses-text",),
)
def translation_missing(case: Case) -> Iterator[Complaint]:
    """Find, for each declared language, the texts that have no wording in it."""
    read = [(route, text) for route, text in case.texts if route[-1] == _READ.get(str(route[0]))]
    still_open = frozenset(case.strategy.open_points)
    for language in dict.fromkeys(case.strategy.languages):
        missing = [
            (route, text)
            for route, text in read
            if not _is_given(case, text, language)
            and (*route, language) not in still_open
            and _can_be_translated(text)
        ]
        if missing and LANGUAGE_TAG.match(language):
            yield _complaint(language, missing)


def _can_be_translated(text: Text) -> bool:
    """Whether it is more than a number, or capitals that are the same everywhere."""
    return any(
        any(map(str.isalpha, wording)) and not wording.isupper()
        for wording in text.wordings.values()
    )


def _is_given(case: Case, text: Text, language: str) -> bool:
    if text.wordings.get(language, "").strip():
        return True
    original = next(iter(case.strategy.languages), "")
    return any(
        wording.strip() and _are_alike(tag or original, language)
        for tag, wording in text.wordings.items()
    )


def _are_alike(one: str, other: str) -> bool:
    """Whether two tags are of one language, as `ro` and `ro-MD` are."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long == short or long.startswith(f"{short}-")


def _complaint(language: str, missing: _Texts) -> Complaint:
    (route, text), *others = missing
    called = {"language": _LANGUAGES.get(language) or f"“{language}”"}
    return complaint(
        route,
        Message(
            "“{text}” has no wording in {language}",
            {"count": len(missing), "text": text, **called},
            plural="{count} texts have no wording in {language}; the first is “{text}”",
        ),
        Message(
            "write it beside the original, {form}, or in the file of translations into {language}",
            {"form": f"{route[-1]}: {{…, {language}: …}}", **called},
        ),
        related=[
            Related(Message("“{text}” has none either", {"text": another}), there)
            for there, another in others[:_SHOWN]
        ],
    )
