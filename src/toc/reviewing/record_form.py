"""The form that is filled in during an event, and read back: YAML with its own explanations."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from toc.reviewing.comments import QUOTES, commented, value_of
from toc.vocabulary import CHOICES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Strategy

__all__ = ["record_form"]


def record_form(strategy: Strategy, event: str, language: str, path: str = "PATH") -> str:
    """Write the form of an event: who came, what was decided, what was said.

    Args:
        strategy: the strategy.
        event: the id of the event, as it is spelled.
        language: in which it explains itself.
        path: where the strategy is, for the command that reads the form.
    """
    return "\n".join([*_lines(strategy, event, language, path), ""])


def _lines(strategy: Strategy, event: str, language: str, path: str) -> Iterator[str]:
    entry = strategy.events[event]
    title = entry.title or event
    yield from commented(Message("Minutes: {event}", {"event": title}), language)
    told = Message("What you leave empty is left out.")
    yield from commented(told, language)
    yield from commented(QUOTES, language)
    command = f"toc meeting {event} {quote(path)} --from …"
    yield from commented(Message("Then: {command}", {"command": command}), language)
    yield f"event: {event}"
    yield ""
    yield from commented(Message("how many came of each"), language)
    yield "attended:"
    for name in dict.fromkeys((*entry.audience, *entry.attended)):
        yield from commented(_title(strategy, name), language, "  ")
        yield f"  {name}: {_came(strategy, event, name)}".rstrip()
    yield from _decisions(strategy, event, language)
    yield ""
    yield from commented(Message("what was decided beside, a sentence each"), language)
    yield "decided:"
    yield "  -"
    yield ""
    told = Message("what participants said, in their own words, and what is changed because of it")
    yield from commented(told, language)
    yield "feedback:"
    for _ in range(3):
        yield from ("  - said:", "    by:", "    about:", "    changed:")


def _decisions(strategy: Strategy, event: str, language: str) -> Iterator[str]:
    yield ""
    told = Message("what was decided about each: {words}, and why", {"words": [*CHOICES]})
    yield from commented(told, language)
    yield "decisions:"
    for name in (*strategy.events[event].about, ""):
        if name:
            yield from commented(_title(strategy, name), language, "  ")
        yield f"  - about: {value_of(name) if name else ''}".rstrip()
        yield from ("    decision:", "    because:", "    by:", "    due:")


def _title(strategy: Strategy, name: str) -> Message:
    entry = strategy.entry(name)
    return Message("“{title}”", {"title": (entry and entry.title) or name})


def _came(strategy: Strategy, event: str, name: str) -> str:
    attended = {key.lower(): number for key, number in strategy.events[event].attended.items()}
    number = attended.get(name.lower())
    return "" if number is None else str(number)
