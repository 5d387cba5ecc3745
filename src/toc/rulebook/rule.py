"""What a rule is, and how the folder of rules is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypedDict, Unpack

from toc.errors import UnknownNameError
from toc.findings import Severity
from toc.rulebook.pages import Page
from toc.shelves import Shelf
from toc.spelling import nearest
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.rulebook.case import Case, Complaint

__all__ = ["RULES", "STATUSES", "Rule", "find_rule", "rule", "take_rule", "unknown_rule"]

RULES = Shelf("toc.rules", chapters=True)

STATUSES = ("sketch", "draft", "consulted", "adopted", "running", "closed")
"""How far a strategy may be, in order."""

_ADOPTED = STATUSES[3:]


@dataclass(frozen=True)
class Rule:
    """One thing that is looked for in every strategy.

    Attributes:
        severity: how grave it is.
        adopted: how grave it is from adoption on, if that differs.
        sketch: how grave it is in a sketch, if that differs; without it a note, for a
            sketch is left in peace, but an error stays one.
        since: the status from which on it is asked at all.
        limit: the number from which on something is too much, if it has one; a project
            may set another.
        looks_at: the entry's own fields that it reads; where one of them could not be
            read, or is still open, the rule is silent about that entry.
        relies_on: the sections, or fields of sections (`links.role`), that it must have
            whole; where anything of these could not be read, it is silent altogether.
        yields_to: rules whose findings about the same entry, or about the strategy as a
            whole, are the same thing.
        check: the function that finds it; None where it is found elsewhere, on the way in
            or when the others have spoken.
        name: its name, that of its module.
        shelf: the folder of rules that it comes from.
    """

    severity: Severity
    adopted: Severity | None = None
    sketch: Severity | None = None
    since: str = STATUSES[0]
    limit: float | None = None
    looks_at: tuple[str, ...] = ()
    relies_on: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    check: Callable[[Case], Iterator[Complaint]] | None = None
    name: str = ""
    shelf: Shelf = field(default=RULES, compare=False)

    def grade(self, status: str) -> Severity:
        """Give the gravity for a strategy of that status."""
        if status in _ADOPTED and self.adopted is not None:
            return self.adopted
        if status == STATUSES[0]:
            usual = self.severity if self.severity is Severity.ERROR else Severity.NOTE
            return usual if self.sketch is None else self.sketch
        return self.severity

    def is_asked_of(self, status: str) -> bool:
        """Whether a strategy of that status is far enough for it."""
        return STATUSES.index(status) >= STATUSES.index(self.since)

    @property
    def chapter(self) -> str:
        """The folder that it stands in."""
        return self.shelf.chapter(self.name)

    def chapter_title(self, language: str = ORIGINAL) -> str:
        """Give the title of its chapter, as the folder says it."""
        title = getattr(import_module(self.shelf.chapter_package(self.name)), "TITLE", None)
        return title.say(language) if isinstance(title, Message) else str(title or self.chapter)

    def page(self, language: str = ORIGINAL) -> str:
        """Give the rule's manual in Markdown."""
        return self._page.text(language)

    def summary(self, language: str = ORIGINAL) -> str:
        """Give the sentence that says what is looked for."""
        return self._page.summary(language)

    def why(self, language: str = ORIGINAL) -> str:
        """Give the paragraph that says why it matters."""
        return self._page.why(language)

    @property
    def _page(self) -> Page:
        return Page(self.shelf.file(self.name))


class Declared(TypedDict, total=False):
    """What may be declared with a rule; see `Rule` for what each means."""

    adopted: Severity
    sketch: Severity
    since: str
    limit: float
    looks_at: tuple[str, ...]
    relies_on: tuple[str, ...]
    yields_to: tuple[str, ...]


def rule(
    severity: Severity, **declared: Unpack[Declared]
) -> Callable[[Callable[[Case], Iterator[Complaint]]], Rule]:
    """Make a rule of a function; see `Rule` for what is declared with it."""

    def make(check: Callable[[Case], Iterator[Complaint]]) -> Rule:
        return Rule(severity, check=check, name=check.__name__.replace("_", "-"), **declared)

    return make


def find_rule(name: str) -> Rule:
    """Take a rule of ours from the folder by its name.

    Raises:
        UnknownNameError: when there is none of that name.
    """
    if name not in RULES:
        raise unknown_rule(name, RULES)
    return take_rule(RULES, name)


@cache
def take_rule(shelf: Shelf, name: str) -> Rule:
    """Take a rule from a shelf that has it.

    Raises:
        UnknownNameError: when its module holds no rule.
    """
    found = getattr(shelf[name], name.replace("-", "_"), None)
    if not isinstance(found, Rule):
        values = {"name": name, "path": str(shelf.file(name))}
        raise UnknownNameError(Message("{path} holds no rule “{name}”", values))
    return replace(found, name=name, shelf=shelf)


def unknown_rule(name: str, known: Iterable[str]) -> UnknownNameError:
    """Make the error that no rule has a name, with the one that was meant."""
    near = nearest(name, known)
    if near is None:
        return UnknownNameError(
            Message("no rule is called “{name}”; “toc rules” lists them", {"name": name})
        )
    values = {"name": name, "near": near}
    return UnknownNameError(Message("no rule is called “{name}”; did you mean “{near}”?", values))
