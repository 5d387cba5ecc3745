"""The page's own words for its script, with plurals, in one language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toc.diagrams.markup import attributes
from toc.words import Message, Said, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["words"]


class _Count(int):
    """A number that is not known yet: it chooses a plural form, and is written as `#`."""

    def __str__(self) -> str:
        """Leave a place for the number."""
        return "#"


_FORMS: Mapping[str, Mapping[str, int]] = {
    "en": {"one": 1, "other": 2},
    "ro": {"one": 1, "few": 2, "other": 20},
}
"""For each of our languages, a number of each of CLDR's plural categories."""


def words(language: str) -> str:
    """Write the words as an inert element that no text can end.

    Args:
        language: the edition's tag; the words are in the nearest of our languages.
    """
    ours = spoken(language)
    forms: dict[str, dict[str, str]] = {}
    for form, count in _FORMS[ours].items():
        for name, message in _counted(_Count(count)).items():
            forms.setdefault(name, {})[form] = message.say(ours)
    told = {
        "language": ours,
        "chain": _CHAIN.say(ours),
        "found": _FOUND.say(ours),
        "none": _NONE.say(ours),
        **forms,
    }
    data = json.dumps(told, ensure_ascii=False, sort_keys=True)
    safe = data.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f"<script {attributes(type='application/json', class_='words')}>{safe}</script>"


_CHAIN = Message(
    "{causes} and {effects} of “{title}”",
    {"causes": Said("{causes}"), "effects": Said("{effects}"), "title": Said("{title}")},
)
_FOUND = Message("{at} of {all}", {"at": Said("{at}"), "all": Said("{all}")})
_NONE = Message("nothing found")


def _counted(count: int) -> Mapping[str, Message]:
    values = {"count": count}
    return {
        "causes": Message("{count} cause", values, plural="{count} causes"),
        "effects": Message("{count} effect", values, plural="{count} effects"),
        "shown": Message("{count} box picked out", values, plural="{count} boxes picked out"),
        "links": Message("on {count} link", values, plural="on {count} links"),
    }
