"""A value with its unit, as the reader's language says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.words import Chain, Message, Said, Shown

if TYPE_CHECKING:
    from toc.model import Text
    from toc.words import Sayable

__all__ = ["quantity"]


def quantity(value: float | str, unit: Text | None) -> Sayable:
    r"""Say a value with its unit: a level in its words, a share with its sign.

    Romanian puts *de* between a number from twenty on and what is counted.

    >>> from toc.model import Text
    >>> days, share = Text.of("zile"), Text.of("%")
    >>> [quantity(count, days).say("ro") for count in (9, 34, 100, 119, 12.5)]
    ['9 zile', '34 de zile', '100 de zile', '119 zile', '12,5\xa0zile']
    >>> quantity(34, share).say("ro"), quantity("mediu", days).say("ro")
    ('34\xa0%', 'mediu')
    """
    if isinstance(value, str):
        return Said(value)
    if not unit:
        return Shown(value)
    if not str(unit).strip()[:1].isalpha() or value != int(value):
        return Chain((Shown(value), unit), "\N{NO-BREAK SPACE}")
    values = {"number": Shown(value), "unit": unit, "count": abs(int(value))}
    return Message("{number} {unit}", values, plural="{number} {unit}")
