"""Whether an indicator counts people."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from toc.lexicon import Lexicon

if TYPE_CHECKING:
    from toc.model import Indicator, Strategy

__all__ = ["counts_people"]


def counts_people(strategy: Strategy, indicator: Indicator) -> bool:
    """Whether an indicator counts people, or may: a unit that nobody can read might be people.

    A share of people counts none.
    """
    if indicator.measure not in (None, "number"):
        return False
    wordings = {} if indicator.unit is None else indicator.unit.wordings
    read = [_is_people(strategy, tag, wording) for tag, wording in wordings.items()]
    known = [one for one in read if one is not None]
    return any(known) if known else True


def _is_people(strategy: Strategy, tag: str, wording: str) -> bool | None:
    language = (tag or next(iter(strategy.languages), "")).split("-", maxsplit=1)[0].lower()
    if language not in _lexicon().languages:
        return None
    found = _lexicon().first(wording, language, "people-units")
    return found is not None and found.first == 0


@cache
def _lexicon() -> Lexicon:
    return Lexicon()
