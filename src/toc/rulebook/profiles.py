"""Profiles: which rules a kind of practice switches on, and how grave it holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from toc.errors import InputError, UnknownNameError
from toc.findings import GRADES
from toc.spelling import nearest
from toc.words import ORIGINAL, Message, spoken

__all__ = ["PROFILES", "Profile", "find_profile", "profile_of"]

_FOLDER = Path(__file__).parent.parent / "profiles"
PROFILES = tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))
"""The names of our own profiles."""


@dataclass(frozen=True)
class Profile:
    """How one kind of practice uses the rules.

    Attributes:
        title: what it is called, by language.
        about: whose practice it is and where that is written, by language.
        ask: rules and chapters that are asked beside the usual ones.
        ignore: rules and chapters that are not asked.
        severity: how grave a rule is, if not as usual, by name.
        limits: what is too much, if not as usual, by name of the rule.
    """

    title: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    ask: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)

    def say(self, language: str) -> str:
        """Give its title in a language."""
        return self.title.get(spoken(language)) or self.title.get(ORIGINAL, "")


def profile_of(table: Mapping[str, Any], where: str) -> Profile:
    """Take a profile from a table of TOML.

    Args:
        table: what is written.
        where: the file and the table, for messages.

    Raises:
        InputError: when a key is not known, or a value is of another kind.
    """
    for key, value in table.items():
        if key not in _CHECKS:
            near = nearest(key, _CHECKS) or ", ".join(_CHECKS)
            values: dict[str, object] = {"path": where, "key": key, "near": near}
            raise InputError(
                Message("{path}: “{key}” is not known; did you mean “{near}”?", values)
            )
        fits, expected = _CHECKS[key]
        if not fits(value):
            values = {"path": where, "key": key, "expected": expected}
            raise InputError(Message("{path}: “{key}” takes {expected}", values))
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
    return Profile(**{**table, **lists})


def _is_text(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _is_list_of_names(value: object) -> bool:
    """Whether a value of TOML is a list of names."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_grading(value: object) -> bool:
    """Whether a value of TOML gives rules a gravity."""
    return isinstance(value, dict) and all(
        isinstance(grade, str) and grade in GRADES for grade in value.values()
    )


def _is_limiting(value: object) -> bool:
    """Whether a value of TOML gives rules a limit."""
    return isinstance(value, dict) and all(
        isinstance(one, int | float) and not isinstance(one, bool) and one >= 0
        for one in value.values()
    )


_NAMES = Message("a list of names")
_GRADING = Message("a table of rules, each with one of {words}", {"words": [*GRADES]})
_LIMITING = Message("a table of rules, each with a number")

_CHECKS = {
    "title": (_is_text, Message("a text for each language")),
    "about": (_is_text, Message("a text for each language")),
    "ask": (_is_list_of_names, _NAMES),
    "ignore": (_is_list_of_names, _NAMES),
    "severity": (_is_grading, _GRADING),
    "limits": (_is_limiting, _LIMITING),
}


def find_profile(name: str, own: Mapping[str, Profile]) -> Profile:
    """Give a profile of the project, or one of ours.

    Raises:
        UnknownNameError: when there is none of that name.
    """
    if name in own:
        return own[name]
    if name in PROFILES:
        return _ours(name)
    known = (*own, *PROFILES)
    values = {"name": name, "known": list(known)}
    raise UnknownNameError(Message("no profile is called “{name}”; there are {known}", values))


@cache
def _ours(name: str) -> Profile:
    import tomllib  # noqa: PLC0415 - only who has a profile pays

    file = _FOLDER / f"{name}.toml"
    return profile_of(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
