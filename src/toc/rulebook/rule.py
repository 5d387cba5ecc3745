"""What a rule is, and how the folder of rules is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from toc.errors import UnknownNameError
from toc.findings import Severity
from toc.shelves import Shelf
from toc.spelling import nearest
from toc.words import ORIGINAL, Message, spoken

if TYPE_CHECKING:
    from toc.rulebook.case import Case, Complaint

__all__ = ["RULES", "Rule", "find_rule", "rule"]

RULES = Shelf("toc.rules", chapters=True)

_PAGES = Path(__file__).parent.parent / "rules"
_STATUSES = ("sketch", "draft", "consulted", "adopted", "running", "closed")
_ADOPTED = _STATUSES[3:]


@dataclass(frozen=True)
class Rule:
    """One thing that is looked for in every strategy.

    Attributes:
        severity: how grave it is.
        adopted: how grave it is from adoption on, if that differs.
        sketch: how grave it is in a sketch, if that differs; without it a note, for a
            sketch is left in peace, but an error stays one.
        since: the status from which on it is asked at all.
        optional: whether it is asked only where a profile or the project asks for it.
        limit: the number from which on something is too much, if it has one; a project
            may set another.
        looks_at: the entry's own fields that it reads; where one of them could not be
            read, or is still open, the rule is silent about that entry.
        relies_on: the sections, or fields of sections (`links.role`), that it must have
            whole; where anything of these could not be read, it is silent altogether.
        yields_to: rules whose findings about the same entry are the same thing.
        check: the function that finds it; None where it is found on the way in.
        name: its name, that of its module.
        chapter: the folder that it stands in.
    """

    severity: Severity
    adopted: Severity | None = None
    sketch: Severity | None = None
    since: str = "sketch"
    optional: bool = False
    limit: float | None = None
    looks_at: tuple[str, ...] = ()
    relies_on: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    check: Callable[[Case], Iterator[Complaint]] | None = None
    name: str = ""
    chapter: str = ""

    def grade(self, status: str) -> Severity:
        """Give the gravity for a strategy of that status."""
        if status in _ADOPTED and self.adopted is not None:
            return self.adopted
        if status == "sketch" and self.severity is not Severity.ERROR:
            return Severity.NOTE if self.sketch is None else self.sketch
        if status == "sketch" and self.sketch is not None:
            return self.sketch
        return self.severity

    def is_asked_of(self, status: str) -> bool:
        """Whether a strategy of that status is far enough for it."""
        return _STATUSES.index(status) >= _STATUSES.index(self.since)

    def chapter_title(self, language: str = ORIGINAL) -> str:
        """Give the title of its chapter, as the folder says it."""
        title = import_module(f"{RULES.package}.{self.chapter}").TITLE
        assert isinstance(title, Message)
        return title.say(language)

    def page(self, language: str = ORIGINAL) -> str:
        """Give the rule's manual in Markdown."""
        stem = self.name.replace("-", "_")
        folder = _PAGES / self.chapter
        translated = folder / f"{stem}.{spoken(language)}.md"
        page = translated if translated.is_file() else folder / f"{stem}.md"
        return page.read_text(encoding="utf-8")

    def summary(self, language: str = ORIGINAL) -> str:
        """Give the sentence that says what is looked for."""
        return _paragraphs(self.page(language))[1]

    def why(self, language: str = ORIGINAL) -> str:
        """Give the paragraph that says why it matters."""
        return _paragraphs(self.page(language))[3]


def _paragraphs(page: str) -> list[str]:
    return [" ".join(part.split()) for part in page.split("\n\n") if part.strip()]


class Declared(TypedDict, total=False):
    """What may be declared with a rule; see `Rule` for what each means."""

    adopted: Severity
    sketch: Severity
    since: str
    optional: bool
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
    """Take a rule from the folder by its name.

    Raises:
        UnknownNameError: when there is none of that name.
    """
    if name not in RULES:
        near = nearest(name, RULES)
        raise UnknownNameError(
            Message(
                "no rule is called “{name}”; did you mean “{near}”?", {"name": name, "near": near}
            )
            if near is not None
            else Message("no rule is called “{name}”; “toc rules” lists them", {"name": name})
        )
    module = RULES[name]
    found = getattr(module, name.replace("-", "_"))
    assert isinstance(found, Rule)
    return replace(found, name=name, chapter=RULES.chapter(name))
