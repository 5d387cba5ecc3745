"""A text that says other numbers in one language than in another."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from toc.findings import Related, Route, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message, Sayable

# The month may be a number in one language and a word in another: it is left out.
_DATES = (
    (re.compile(r"(?<!\d)(\d{4})-\d{2}-(\d{2})(?!\d)"), r"\2 \1"),
    (re.compile(r"(?<!\d)(\d{4})-(?:0[1-9]|1[0-2])(?!\d)"), r"\1"),
    (re.compile(r"(?<!\d)(\d{1,2})[./]\d{1,2}[./](\d{4})(?!\d)"), r"\1 \2"),
    (re.compile(r"(?<![\d.,])(?:0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)"), r"\1"),
)
_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?P<mark>[.,'’ \u00a0\u202f])\d{3}(?:(?P=mark)\d{3})*|\d+)"
    r"(?:[.,](?P<decimals>\d+))?(?!\d)(?P<ordinal>(?:-?(?:lea|a)|st|nd|rd|th)\b|[ºª])?"
)
_DIGIT, _IN_DATES = re.compile(r"\d"), re.compile(r"\d[-./]\d")
_MOST_THAT_ARE_SPELLED_OUT = 12
_DIGITS_OF_THESE = 2


@rule(Severity.WARNING, yields_to=("translation-stale",))
def translation_with_other_numbers(case: Case) -> Iterator[Complaint]:
    """Find texts of which two wordings do not say the same numbers."""
    for route, text in case.texts:
        if len(text.wordings) == 1 or not any(map(_DIGIT.search, text.wordings.values())):
            continue
        first, *others = text.wordings
        for tag in others:
            here, there = _differing(text.wordings[first], text.wordings[tag])
            if here or there:
                yield _complaint(case, route, (first, here), (tag, there))


def _differing(one: str, other: str) -> tuple[list[str], list[str]]:
    """Give the numbers that each of two wordings has for itself.

    Small numbers may be words in one of them: they are compared only where both have as
    many figures.
    """
    all_of_one, all_of_other = [*_numbers(one)], [*_numbers(other)]
    if all_of_one == all_of_other:
        return [], []
    these, those = Counter(all_of_one), Counter(all_of_other)
    own = [*(these - those).elements()], [*(those - these).elements()]
    if these.total() == those.total():
        return own
    here, there = ([number for number in side if not _may_be_a_word(number)] for side in own)
    return here, there


def _numbers(wording: str) -> Iterator[str]:
    """Go through the numbers of a wording, each in one way to write it; ordinals apart."""
    if _DIGIT.search(wording) is None:
        return
    if _IN_DATES.search(wording) is not None:
        for date, parts in _DATES:
            wording = date.sub(parts, wording)
    for found in _NUMBER.finditer(wording):
        if not found["ordinal"]:
            whole = _digits(found["whole"]).lstrip("0") or "0"
            decimals = _digits(found["decimals"] or "").rstrip("0")
            yield f"{whole}.{decimals}" if decimals else whole


def _digits(number: str) -> str:
    if number.isascii() and number.isdecimal():
        return number
    return "".join(str(unicodedata.decimal(one)) for one in number if one.isdecimal())


def _may_be_a_word(number: str) -> bool:
    return len(number) <= _DIGITS_OF_THESE and int(number) <= _MOST_THAT_ARE_SPELLED_OUT


def _complaint(
    case: Case, route: Route, one: tuple[str, list[str]], other: tuple[str, list[str]]
) -> Complaint:
    (first, here), (second, there) = one, other
    if not here:
        (first, here), (second, there) = other, one
    values = {
        "entry": _name(case, route),
        "numbers": here,
        "language": _language(case, first),
        "others": there,
        "another": _language(case, second),
    }
    return complaint(
        _route(route, other[0]),
        Message("“{entry}” says {numbers} in “{language}” and {others} in “{another}”", values)
        if there
        else Message("“{entry}” says {numbers} in “{language}” and not in “{another}”", values),
        Message("correct the wording that is wrong; the numbers must be the same in both"),
        related=[Related(Message("this is the original"), _route(route, one[0]))],
        question=Message("“{entry}”: which is right, {numbers} or {others}?", values)
        if there
        else None,
    )


def _name(case: Case, route: Route) -> Sayable:
    return case.strategy.title if route[0] == "strategy" else case.title(str(route[1]))


def _route(route: Route, tag: str) -> Route:
    return (*route, tag) if tag else route


def _language(case: Case, tag: str) -> str | Message:
    return tag or next(iter(case.strategy.languages), Message("the original"))
