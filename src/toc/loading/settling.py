"""Set aside what is open: `tbd`, and keys with nothing after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model.base import EXTENSION
from toc.model.strategy import SECTIONS, SHORT_FORMS

if TYPE_CHECKING:
    from toc.findings import Route
    from toc.loading.joined import Joined
    from toc.text.places import Tree

__all__ = ["settle"]

_OPEN = "tbd"
_ENTRY = 2


def settle(joined: Joined) -> tuple[Route, ...]:
    """Take out of a tree what stands for nothing yet.

    Returns:
        The routes at which the authors wrote `tbd`.
    """
    found: list[Route] = []
    _settle_mapping(joined, joined.data, (), found)
    return tuple(found)


def _settle_mapping(
    joined: Joined, tree: dict[str, Tree], route: Route, found: list[Route]
) -> None:
    for key, value in list(tree.items()):
        if key[:2] == EXTENSION:
            continue
        here = (*route, key)
        if isinstance(value, dict):
            _settle_mapping(joined, value, here, found)
        elif isinstance(value, list):
            _settle_list(joined, value, here, found)
        elif value is None or (len(value) < 6 and value.strip().lower() == _OPEN):  # noqa: PLR2004
            is_entry = len(here) == _ENTRY and route[0] in SECTIONS
            if value is not None:
                found.append((*here, SHORT_FORMS[str(route[0])]) if is_entry else here)
            # An entry stays an entry, with nothing in it yet.
            if is_entry:
                tree[key] = {}
            else:
                del tree[key]


def _settle_list(joined: Joined, tree: list[Tree], route: Route, found: list[Route]) -> None:
    is_open = False
    empty: list[Route] = []
    for index, value in enumerate(tree):
        here = (*route, index)
        if isinstance(value, dict):
            _settle_mapping(joined, value, here, found)
        elif isinstance(value, list):
            _settle_list(joined, value, here, found)
        elif value is None or value.strip().lower() == _OPEN:
            is_open = is_open or value is not None
            empty.append(here)
    joined.drop(*empty)
    if is_open:
        found.append(route)
