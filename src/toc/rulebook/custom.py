"""A project's own rules: a package of modules that its configuration names.

Nothing is looked for and nothing is run that the configuration does not name.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toc.errors import InputError
from toc.rulebook.rule import RULES, take_rule
from toc.shelves import Shelf, rules_package
from toc.words import Message

__all__ = ["custom_shelves"]


def custom_shelves(names: Iterable[str], folder: Path) -> tuple[Shelf, ...]:
    """Take the packages of rules that a configuration names.

    Args:
        names: for each an entry point of the group `toc.rules`, or a package that Python
            finds from the folder on.
        folder: where the configuration stands.

    Raises:
        InputError: when there is no such package, its code fails, it holds no rule, or a
            rule has a name that is taken.
    """
    shelves: list[Shelf] = []
    taken = set(RULES)
    for name in names:
        shelf = Shelf(rules_package(name), home=str(folder))
        for rule in _rules_on(shelf, name):
            if rule in taken:
                values = {"name": rule, "package": name}
                raise InputError(
                    Message("{package}: there is a rule “{name}” already; rename it", values)
                )
            taken.add(rule)
        shelves.append(shelf)
    return tuple(shelves)


def _rules_on(shelf: Shelf, name: str) -> list[str]:
    try:
        rules = list(shelf)
        for rule in rules:
            take_rule(shelf, rule)
    except (Exception, SystemExit) as error:
        values = {"package": name, "error": f"{type(error).__name__}: {error}"}
        raise InputError(
            Message("the rules in {package} cannot be loaded: {error}", values)
        ) from error
    if not rules:
        raise InputError(
            Message(
                "{package} holds no rule: each rule is a module of its own in that package",
                {"package": name},
            )
        )
    return rules
