"""The rules that a project goes by: which are asked, how grave they are, with what limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.errors import UnknownNameError
from toc.findings import GRADES
from toc.lexicon import Lexicon
from toc.rulebook.pages import Page
from toc.rulebook.profiles import PROFILES, Profile, find_profile
from toc.rulebook.rule import RULES, Rule, take_rule, unknown_rule
from toc.words import Message

if TYPE_CHECKING:
    from types import ModuleType

    from toc.findings import Severity
    from toc.model import Strategy
    from toc.shelves import Shelf
    from toc.typeface import Fonts

__all__ = ["Asked", "Rulebook", "usual_book"]


@dataclass(frozen=True)
class Asked:
    """What is asked of one strategy.

    Attributes:
        names: every rule that is asked, also where the strategy has nothing that it is
            about, in order of name.
        rules: those of them that may find something in this strategy.
        grades: how grave a rule is, where that is not as usual.
        limits: what is too much, where that is not as usual.
        lexicon: the lists of words by which texts are read.
        book: the rules that there are.
    """

    names: tuple[str, ...]
    rules: tuple[Rule, ...]
    grades: Mapping[str, Severity] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    book: Rulebook | None = None

    @property
    def known(self) -> Rulebook:
        """The rules that there are, whether asked or not."""
        return self.book or usual_book()

    def grade(self, rule: Rule, status: str) -> Severity:
        """Give the gravity of a rule's findings in a strategy of that status."""
        usual = rule.grade(status)
        # A sketch is left in peace, whatever a project finds grave.
        if rule.name not in self.grades or (status == "sketch" and not usual):
            return usual
        return self.grades[rule.name]


@dataclass(frozen=True)
class Rulebook:
    """The rules that a project goes by.

    Attributes:
        select: the rules and chapters to ask; all that are not optional when empty.
        ignore: the rules and chapters not to ask.
        profiles: the profiles that hold for every strategy, beside its own.
        severity: how grave a rule is, if not as usual; `off` is not asked.
        limits: what is too much, if not as usual, by name of the rule.
        words: what the project adds to the lexicon, by language and list.
        own_profiles: the project's own profiles, by name.
        custom: the project's own folders of rules.
        forgiving: whether a name that no rule has is passed over: it may be that of a
            rule of the project's own, which is not loaded.
        fonts: the project's fonts for its pictures, after the bundled one.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    own_profiles: Mapping[str, Profile] = field(default_factory=dict)
    custom: tuple[Shelf, ...] = ()
    forgiving: bool = False
    fonts: Fonts | None = None

    def __post_init__(self) -> None:
        """See to it that everything named is there.

        Raises:
            UnknownNameError: when a rule, a chapter or a profile is not, or a limit is
                set for a rule that has none.
        """
        for name in self.profiles:
            find_profile(name, self.own_profiles)
        for profile in (*self.own_profiles.values(), self._own):
            self.named((*profile.ask, *profile.ignore, *profile.severity))
            for name in profile.limits:
                self._see_to_limit(name)
        self.named(self.select)

    def _see_to_limit(self, name: str) -> None:
        if name not in self and self.forgiving:
            return
        if self.find(name).limit is None:
            raise UnknownNameError(Message("the rule “{name}” has no limit", {"name": name}))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes without what was worked out here: modules cannot."""
        return type(self), tuple(getattr(self, one.name) for one in fields(self))

    @cached_property
    def _own(self) -> Profile:
        return Profile(ignore=self.ignore, severity=self.severity, limits=self.limits)

    @cached_property
    def known_profiles(self) -> frozenset[str]:
        """The names of all profiles, ours and the project's."""
        return frozenset((*PROFILES, *self.own_profiles))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all rules, ours and the project's, in order."""
        return tuple(sorted(self._shelf_of))

    @cached_property
    def _shelf_of(self) -> Mapping[str, Shelf]:
        found: dict[str, Shelf] = dict.fromkeys(RULES, RULES)
        for shelf in self.custom:
            found.update((name, shelf) for name in shelf if name not in found)
        return found

    @cached_property
    def _chapters(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, shelf in self._shelf_of.items():
            found.setdefault(shelf.chapter(name), []).append(name)
        return found

    def __contains__(self, name: object) -> bool:
        """Whether there is a rule of that name."""
        return name in self._shelf_of

    def find(self, name: str) -> Rule:
        """Take a rule by its name.

        Raises:
            UnknownNameError: when there is none of that name.
        """
        if name not in self:
            raise unknown_rule(name, self.names)
        return take_rule(self._shelf_of[name], name)

    def page(self, name: str) -> Page:
        """Give the manual of a rule, without importing the rule.

        Raises:
            UnknownNameError: when there is none of that name.
        """
        if name not in self:
            raise unknown_rule(name, self.names)
        return Page(self._shelf_of[name].file(name))

    def named(self, words: Iterable[str]) -> frozenset[str]:
        """Give the rules that some names of rules and chapters stand for.

        Raises:
            UnknownNameError: when one is neither.
        """
        return frozenset(name for word in words for name in self._named(word))

    def _named(self, word: str) -> Sequence[str]:
        if word in self:
            return [word]
        if word not in self._chapters and self.forgiving:
            return ()
        if word not in self._chapters:
            raise unknown_rule(word, (*self.names, *self._chapters))
        return self._chapters[word]

    @cached_property
    def usual(self) -> frozenset[str]:
        """The rules that are asked where nobody says otherwise."""
        optional = [chapter for chapter in self._chapters if self._says(chapter, "OPTIONAL")]
        return frozenset(self.names) - self.named(optional)

    def asked_of(self, strategy: Strategy) -> Asked:
        """Give what is asked of a strategy, after its own profiles and the project's."""
        own = [name for name in strategy.head.profile if name in self.known_profiles]
        profiles = [find_profile(name, self.own_profiles) for name in (*own, *self.profiles)]
        grades = self._grades(profiles)
        names = self._asked(profiles) - {name for name in grades if grades[name] is None}
        sections = {name for name in self._needed if getattr(strategy, name)}
        return Asked(
            tuple(sorted(names)),
            tuple(self.find(name) for name in sorted(names) if self._may_find(name, sections)),
            {name: one for name, one in grades.items() if one is not None},
            {name: limit for one in (*profiles, self._own) for name, limit in one.limits.items()},
            Lexicon(self.words),
            self,
        )

    def _asked(self, profiles: Sequence[Profile]) -> frozenset[str]:
        if self.select:
            asked = self.named(self.select)
        else:
            beside = self.named(name for profile in profiles for name in profile.ask)
            less = self.named(name for profile in profiles for name in profile.ignore)
            asked = (self.usual | beside) - less
        return asked - self.named(self.ignore)

    def _grades(self, profiles: Sequence[Profile]) -> Mapping[str, Severity | None]:
        """Give the last word on each rule: a project's own counts more than a profile's."""
        return {
            name: GRADES[grade]
            for one in (*profiles, self._own)
            for word, grade in one.severity.items()
            for name in self.named([word])
        }

    def _may_find(self, name: str, sections: Iterable[str]) -> bool:
        needs = self._says(self._shelf_of[name].chapter(name), "NEEDS")
        return not needs or not set(needs).isdisjoint(sections)

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset(
            section for chapter in self._chapters for section in self._says(chapter, "NEEDS") or ()
        )

    def _says(self, chapter: str, what: str) -> Any:
        return getattr(self._packages[chapter], what, None)

    @cached_property
    def _packages(self) -> Mapping[str, ModuleType]:
        return {
            chapter: import_module(self._shelf_of[names[0]].chapter_package(names[0]))
            for chapter, names in self._chapters.items()
        }


@cache
def usual_book() -> Rulebook:
    """Give the rules that everybody goes by who says nothing else, worked out once."""
    return Rulebook()
