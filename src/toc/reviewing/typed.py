"""What people type in a review: words for a decision, for a state, and ids however spelled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.errors import InputError, UnknownNameError
from toc.model import link_ends
from toc.reviewing.minutes import Resolution, Settled
from toc.spelling import folded, nearest
from toc.vocabulary import CHOICES, STATES
from toc.words import LANGUAGES, Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Strategy

__all__ = ["choice_of", "resolution_of", "settled_of", "spelled", "state_of"]

_DECIDED = re.compile(
    r"\s*(?P<about>[^=]+?)\s*=\s*(?P<word>[^:]+?)\s*(?::\s*(?P<because>.*?))?\s*\Z", re.DOTALL
)


def choice_of(text: str) -> str | None:
    """Read keep, change or stop, as the format or any of our languages says it.

    >>> choice_of("Stop"), choice_of("se păstrează"), choice_of("perhaps")
    ('stop', 'keep', None)
    """
    return _word(text, CHOICES)


def state_of(text: str) -> str | None:
    """Read the state of an assumption, as the format or any of our languages says it."""
    return _word(text, STATES)


def _word(text: str, known: Mapping[str, Message]) -> str | None:
    said = folded(" ".join(text.split()))
    for word, message in known.items():
        if said in {word, *(folded(message.say(language)) for language in LANGUAGES)}:
            return word
    return None


def spelled(strategy: Strategy, name: str) -> str:
    """Give an id, or a link, as it is spelled where it stands.

    Raises:
        UnknownNameError: when the strategy has nothing of that name.
    """
    ends = link_ends(name)
    if ends is not None:
        links = {_link(key): key for key in strategy.links}
        found = links.get(_link(name))
    else:
        found = strategy.index.get(name.strip().lower(), ("", None))[1]
    if found is not None:
        return found
    near = nearest(name, [key for _, key in strategy.index.values()])
    values = {"id": name, "near": near or ""}
    raise UnknownNameError(
        Message("nothing here is called “{id}”; did you mean “{near}”?", values)
        if near
        else Message("nothing here is called “{id}”", values)
    )


def _link(key: str) -> str:
    ends = link_ends(key)
    return key if ends is None else f"{', '.join(ends[0])} -> {ends[1]}".lower()


def resolution_of(text: str, strategy: Strategy) -> Resolution:
    """Read a decision as it is typed: `portal = change: the forms are too long`.

    Raises:
        InputError: when it says no decision, or to change or stop without a reason.
        UnknownNameError: when it is about nothing in the strategy.
    """
    parts = _DECIDED.match(text)
    form = "ID=change: …"
    if parts is None:
        values = {"text": text, "form": form}
        raise InputError(Message("“{text}” is no decision: write it as {form}", values))
    about, choice = spelled(strategy, parts["about"]), choice_of(parts["word"])
    if choice is None:
        choices: dict[str, object] = {"text": parts["word"], "words": [*CHOICES]}
        raise InputError(Message("“{text}” is no decision: write one of {words}", choices))
    because = " ".join((parts["because"] or "").split())
    if not because and choice != "keep":
        values = {"about": about, "form": f"{about}={choice}: …"}
        raise InputError(Message("the decision about “{about}” needs its reason: {form}", values))
    return Resolution(about, choice, because)


def settled_of(text: str, strategy: Strategy) -> Settled:
    """Read what is known of an assumption as it is typed: `time_to_apply = doubtful`.

    Raises:
        InputError: when it says no state.
        UnknownNameError: when there is no such assumption.
    """
    name, _, word = text.partition("=")
    about, state = spelled(strategy, name), state_of(word)
    if about not in strategy.assumptions:
        raise UnknownNameError(
            Message("“{id}” is no assumption: only these have a state", {"id": about})
        )
    if state is None:
        values = {"text": word.strip(), "words": list(STATES), "form": f"{about}=holding"}
        raise InputError(
            Message("“{text}” is no state: write one of {words}, such as {form}", values)
        )
    return Settled(("assumptions", about, "status"), state)
