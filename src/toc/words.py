"""Messages: a template and its values now, a language when it is said.

Nothing below the command line chooses a language.  A room that has something to
tell makes a `Message`; whoever prints it says it.

>>> Message("the file {path} is empty", {"path": "a.yaml"}).say("en")
'the file a.yaml is empty'
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass, field
from functools import cache
from math import floor, log10
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

__all__ = [
    "CATALOGUES",
    "DOMAIN",
    "LANGUAGES",
    "ORIGINAL",
    "Chain",
    "Message",
    "Said",
    "Sayable",
    "Shown",
    "say",
    "spoken",
]

DOMAIN = "toc"
CATALOGUES = Path(__file__).parent / "locale"
ORIGINAL = "en"
LANGUAGES = ("en", "ro")


@runtime_checkable
class Sayable(Protocol):
    """Whatever has a wording in each language: a message, a strategy's text."""

    def say(self, language: str = ..., /) -> str:
        """Give the wording in a language."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of ours that has not chosen its language yet.

    Attributes:
        template: the English wording, with `{name}` where a value goes.
        values: what goes there; a sayable value is said in the same language.
        plural: the English wording for a `count` other than one.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    plural: str | None = None

    def say(self, language: str = ORIGINAL) -> str:
        """Give the wording in a language, English where a translation is missing.

        >>> Message("{count} link", {"count": 3}, plural="{count} links").say("ro")
        '3 legături'
        """
        words = catalogue(spoken(language))
        if self.plural is None:
            template = words.gettext(self.template)
        else:
            count = self.values["count"]
            assert isinstance(count, int)
            template = words.ngettext(self.template, self.plural, count)
        return template.format_map(
            {key: say(value, language) for key, value in self.values.items()}
        )


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said already, in the language of whoever asked then."""

    text: str

    def say(self, language: str = ORIGINAL) -> str:  # noqa: ARG002 - it has no other wording
        """Give it as it was said."""
        return self.text


@dataclass(frozen=True, slots=True)
class Chain:
    """Several things in a row, said with an arrow or something else between them.

    >>> Chain(("course", "guide")).say("en")
    'course → guide'
    """

    parts: tuple[object, ...]
    between: str = " → "

    def say(self, language: str = ORIGINAL) -> str:
        """Give the wording in a language."""
        return self.between.join(say(part, language) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as people read it: at most two decimals, thousands apart, as their language does.

    A number below 0.01 keeps two digits that count, and one with more than fifteen before
    its point is written with a power of ten.

    >>> from fractions import Fraction
    >>> Shown(Fraction(2469, 2)).say("en"), Shown(Fraction(2469, 2)).say("ro")
    ('1,234.5', '1.234,5')
    >>> Shown(Fraction(2, 3)).say(), Shown(4).say(), Shown(0.00123).say(), Shown(-25e18).say()
    ('0.67', '4', '0.0012', '−2.5·10¹⁹')
    """

    number: Fraction | float

    def say(self, language: str = ORIGINAL) -> str:
        """Write it as the language does."""
        size = max(self.number, -self.number)
        if size >= _MOST:
            text = _powered(self.number)
        else:
            text = _grouped(self.number, _digits(size) if 0 < size < _LEAST else 2)
        text = text.replace("-", "\N{MINUS SIGN}")
        return text.translate(_ROMANIAN) if spoken(language) == "ro" else text


_MOST, _LEAST = 10**15, 0.01
_ROMANIAN = str.maketrans(",.", ".,")
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_FEWEST = 12
"""A number with more noughts behind its point than this is written with a power of ten."""


def _digits(size: Fraction | float) -> int:
    """Give how many digits behind the point show two that count."""
    return 1 - floor(log10(size))


def _grouped(number: Fraction | float, digits: int) -> str:
    if digits > _FEWEST:
        return _powered(number)
    scaled = round(number * 10**digits)
    whole, rest = divmod(abs(scaled), 10**digits)
    behind = f"{rest:0{digits}d}".rstrip("0")
    return ("-" if scaled < 0 else "") + f"{whole:,}" + (f".{behind}" if behind else "")


def _powered(number: Fraction | float) -> str:
    from decimal import Decimal  # noqa: PLC0415 - hardly any strategy has such numbers
    from fractions import Fraction  # noqa: PLC0415 - as above

    exact = Fraction(number)
    written = f"{Decimal(exact.numerator) / Decimal(exact.denominator):.2e}"
    mantissa, power = written.split("e")
    return f"{float(mantissa):g}·10{str(int(power)).translate(_RAISED)}"


def say(value: object, language: str) -> str:
    """Give any value's wording: sayable ones say themselves, lists are joined.

    >>> say(["a", Message("none")], "en")
    'a, none'
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Sayable):
        return value.say(language)
    if isinstance(value, list | tuple):
        return ", ".join(say(item, language) for item in value)
    return str(value)


def spoken(language: str) -> str:
    """Give the one of our languages that stands nearest to a language tag.

    >>> spoken("ro-MD"), spoken("ro_RO.UTF-8"), spoken("hu")
    ('ro', 'ro', 'en')
    """
    primary = language.replace("_", "-").split("-")[0].split(".")[0].lower()
    return primary if primary in LANGUAGES else ORIGINAL


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Read a language's compiled catalogue; English needs none."""
    place = CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if language == ORIGINAL or not place.is_file():
        return gettext.NullTranslations()
    with place.open("rb") as file:
        return gettext.GNUTranslations(file)
