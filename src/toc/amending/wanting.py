"""What a file should say: its own data with one thing changed, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.amending.amendment import APPEND
from toc.model.anatomy import is_text, noun_at
from toc.model.links import link_ends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.text.places import Tree

__all__ = ["ORIGINAL", "CannotSayError", "is_open", "short_form", "spelled", "under", "wanted"]

ORIGINAL = ""
"""As a step: the language of the strategy, until it is known which one that is."""

_LINKS = "links"
_OPEN = "tbd"


class CannotSayError(Exception):
    """What is wanted cannot stand where it is wanted."""


def spelled(tree: Tree, route: tuple[str, ...]) -> tuple[str, ...]:
    """Give a route with each key as it is written there; what is not there stays as it is.

    Raises:
        CannotSayError: when an entry stands for more than is meant.
    """
    steps: list[str] = []
    for number, step in enumerate(route):
        if isinstance(tree, dict):
            is_link = number == 1 and route[0].lower() == _LINKS
            step = _link(tree, step) if is_link else _key(tree, step)  # noqa: PLW2901 - as written
        steps.append(step)
        tree = under(tree, step)
    return tuple(steps)


def under(tree: Tree, step: str) -> Tree:
    """Give what stands under a key or an index, or nothing."""
    if isinstance(tree, dict):
        return tree.get(step)
    if isinstance(tree, list) and step.isdecimal() and int(step) < len(tree):
        return tree[int(step)]
    return None


def _key(known: Iterable[str], key: str) -> str:
    if key in known:
        return key
    return next((one for one in known if one.lower() == key.lower()), key)


def _link(known: Iterable[str], key: str) -> str:
    """Find a link by its ends, however it is spaced.

    Raises:
        CannotSayError: when only an entry for several arrows holds it.
    """
    key = _key(known, key)
    ends = link_ends(key.lower())
    if key in known or ends is None:
        return key
    written = {one: link_ends(one.lower()) for one in known}
    for one, its in written.items():
        if its is not None and (sorted(its[0]), its[1]) == (sorted(ends[0]), ends[1]):
            return one
    if any(its and its[1] == ends[1] and set(its[0]) & set(ends[0]) for its in written.values()):
        raise CannotSayError
    return key


def wanted(
    tree: Tree, route: tuple[str, ...], value: Tree, language: str, here: tuple[str, ...] = ()
) -> Tree:
    """Give a tree with one thing changed, and the tree itself as it was.

    Args:
        tree: what is said.
        route: the steps that lead on from here, as they are spelled in it.
        value: what should stand there.
        language: the strategy's own, for a bare text that gets a second wording.
        here: the steps that led here.

    Raises:
        CannotSayError: when a step leads into a text or past the end of a list.
    """
    if not route:
        return value
    step, rest = route[0], route[1:]
    deeper = (*here, step)
    if step == APPEND:
        return [*_listed(tree), wanted(None, rest, value, language, deeper)]
    if isinstance(tree, list):
        if not step.isdecimal() or int(step) >= len(tree):
            raise CannotSayError
        changed = wanted(tree[int(step)], rest, value, language, deeper)
        return [*tree[: int(step)], changed, *tree[int(step) + 1 :]]
    if isinstance(tree, str) and isinstance(value, str) and route == (short_form(here, language),):
        return value  # a bare title stays one
    fields = _fields(tree, here, language)
    return {**fields, step: wanted(fields.get(step), rest, value, language, deeper)}


def is_open(tree: Tree) -> bool:
    """Whether nothing is said: a key with nothing after it, or `tbd`."""
    return tree is None or (isinstance(tree, str) and tree.strip().lower() == _OPEN)


def _listed(tree: Tree) -> list[Tree]:
    if isinstance(tree, dict):
        raise CannotSayError
    if isinstance(tree, list):
        return tree
    return [] if is_open(tree) else [tree]


def _fields(tree: Tree, here: tuple[str, ...], language: str) -> dict[str, Tree]:
    if isinstance(tree, dict):
        return tree
    if is_open(tree):
        return {}
    return {short_form(here, language): tree}


def short_form(route: tuple[str, ...], language: str) -> str:
    """Give the key under which a bare value stands once it has others beside it.

    Raises:
        CannotSayError: when nothing may stand beside it.
    """
    steps = tuple(int(step) if step.isdecimal() else step for step in route)
    if is_text(steps):
        return language
    found: object = getattr(noun_at(steps), "short_form", None)
    if not isinstance(found, str):
        raise CannotSayError
    return found
