"""A strategy's verdict: what was found, what of it is accepted, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Asked, ask
from toc.rulebook.book import usual_book
from toc.verdicts import Subject, Verdict
from toc.waiving import Waivers
from toc.words import ORIGINAL

if TYPE_CHECKING:
    from datetime import date

    from toc.findings import Finding
    from toc.loading import Loaded
    from toc.model import Strategy
    from toc.rulebook import Page, Rulebook

__all__ = ["judge", "judge_loaded"]

_IDLE = "waiver-unused"


def judge_loaded(
    loaded: Loaded, *, on: date | None = None, book: Rulebook | None = None
) -> Verdict:
    """Examine a strategy that came through the door.

    Args:
        loaded: the strategy with what was found on the way in.
        on: the day for which it is examined.
        book: the rules to go by; the usual ones when None.
    """
    return _judge(loaded.strategy, on, book or usual_book(), loaded)


def judge(strategy: Strategy, *, on: date | None = None, book: Rulebook | None = None) -> Verdict:
    """Examine a strategy that was built in Python: its findings have routes and no places."""
    return _judge(strategy, on, book or usual_book(), None)


def _judge(strategy: Strategy, on: date | None, book: Rulebook, loaded: Loaded | None) -> Verdict:
    asked = book.asked_of(strategy)
    waivers = Waivers.of(strategy, () if loaded is None else loaded.holes, on)
    examined = ask(
        _with_what_waivers_name(asked, waivers, book),
        strategy,
        on=on,
        found=() if loaded is None else loaded.findings,
        holes=() if loaded is None else loaded.holes,
    )
    told, waived = waivers.apart(examined.findings)
    if _IDLE in asked.names:
        told += waivers.idle(book.find(_IDLE).grade(strategy.status), examined.seconds)
    told, waived = ([one for one in some if one.rule in asked.names] for some in (told, waived))
    placed = told if loaded is None else map(loaded.placed, told)
    accepted = waived if loaded is None else map(loaded.placed, waived)
    pages = {name: book.page(name) for name in sorted({one.rule for one in (*told, *waived)})}
    return Verdict(
        "" if loaded is None else loaded.path,
        _subject(strategy),
        tuple(sorted(placed, key=_gravest_first)),
        tuple(sorted(accepted, key=_gravest_first)),
        examined.failures,
        asked.names,
        {name: _OnItsPage(page, 1) for name, page in pages.items()},
        {name: _OnItsPage(page, 0) for name, page in pages.items()},
        examined.seconds,
        strategy,
        {} if loaded is None else loaded.sources,
    )


def _subject(strategy: Strategy) -> Subject:
    nodes = sum(len(getattr(strategy, name)) for name in NODE_SECTIONS)
    head = strategy.head
    return Subject(head.id, strategy.title, strategy.status, nodes, len(strategy.arrows))


@dataclass(frozen=True, slots=True)
class _OnItsPage:
    """What a rule's page says, read when somebody wants to know.

    Attributes:
        page: the page.
        place: 0 for what the rule looks for, 1 for why it matters.
    """

    page: Page
    place: int

    def say(self, language: str = ORIGINAL) -> str:
        return _words_of(self.page, language)[self.place]


@lru_cache(maxsize=1024)
def _words_of(page: Page, language: str) -> tuple[str, str]:
    """Read a page once, for thousands of strategies that break its rule."""
    return page.summary(language), page.why(language)


def _with_what_waivers_name(asked: Asked, waivers: Waivers, book: Rulebook) -> Asked:
    """Ask what waivers name as well: else nobody could say whether they are used."""
    if _IDLE not in asked.names:
        return asked
    asked_for = {one.name for one in asked.rules}
    beside = sorted(waivers.rules.intersection(book.names) - asked_for)
    return replace(asked, rules=(*asked.rules, *map(book.find, beside)))


def _gravest_first(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    place = ("", 0, 0) if span is None else (span.path, span.line, span.column)
    return (
        -finding.severity,
        -finding.goal_paths,
        *place,
        finding.rule,
        finding.message.say(ORIGINAL),
    )
