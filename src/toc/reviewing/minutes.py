"""What a review decided, as the edit of the strategy that it ends in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toc.amending import APPEND, Amendment
from toc.analysis.due import named
from toc.model import Date
from toc.reviewing.calendar import next_version, review_name, stage_on
from toc.roadmap.months import said
from toc.vocabulary import STATES
from toc.words import LANGUAGES, ORIGINAL, Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from toc.model import Decision, Strategy
    from toc.text.places import Tree
    from toc.words import Sayable

__all__ = ["Minutes", "Resolution", "Settled", "amendments", "is_written"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was decided about one thing.

    Attributes:
        about: the id, or the link, as it is written in the strategy.
        decision: keep, change or stop.
        because: why.
        by: who carries it out.
        due: by when.
    """

    about: str
    decision: str
    because: str = ""
    by: tuple[str, ...] = ()
    due: Date | None = None

    @property
    def as_tree(self) -> dict[str, Tree]:
        """What is written of it."""
        found: dict[str, Tree] = {"about": self.about, "decision": self.decision}
        if self.because:
            found["because"] = self.because
        if self.by:
            found["by"] = [*self.by]
        if self.due is not None:
            found["due"] = str(self.due)
        return found


@dataclass(frozen=True, slots=True)
class Settled:
    """A field of an entry that is known otherwise since the review.

    Attributes:
        route: the route to the field: a status, a day, that something was done.
        value: what is to stand there.
    """

    route: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a review decided.

    Attributes:
        on: the day of the review.
        resolutions: what was decided about what.
        settled: what is known otherwise since.
        by: who took part.
        next: when the next one is.
        title: what it is called; named after its day when empty.
        because: what changed, in a sentence for the changelog.
    """

    on: date
    resolutions: tuple[Resolution, ...]
    settled: tuple[Settled, ...] = ()
    by: tuple[str, ...] = ()
    next: Date | None = None
    title: str = ""
    because: str = ""

    @property
    def changes_something(self) -> bool:
        """Whether the strategy is another one after it: then it gets a version."""
        decided = any(one.decision != "keep" for one in self.resolutions)
        return decided or bool(self.settled) or bool(self.because)


def amendments(strategy: Strategy, minutes: Minutes) -> tuple[Amendment, ...]:
    """Give the edits after which the strategy says what the review decided.

    That is an entry under `reviews`, or what is missing in the one that was written for the
    day; what is known otherwise since; and, where that makes another strategy of it, its
    next version with an entry in the changelog.

    Args:
        strategy: the strategy.
        minutes: what was decided.
    """
    minutes = _what_is_new(strategy, minutes)
    settled = [Amendment(one.route, one.value) for one in minutes.settled]
    version = _version(strategy, minutes) if minutes.changes_something else ()
    return (*_review(strategy, minutes), *settled, *version)


def _what_is_new(strategy: Strategy, minutes: Minutes) -> Minutes:
    """Leave out what the strategy says already: a form that is taken in twice counts once."""
    known = strategy.reviews.get(review_name(strategy, minutes.on))
    written = () if known is None else known.decisions
    new = tuple(one for one in minutes.resolutions if not is_written(one, written))
    settled = tuple(one for one in minutes.settled if not _is_so(strategy, one))
    is_again = bool(written) and not (new or settled)
    because = "" if is_again else minutes.because
    return replace(minutes, resolutions=new, settled=settled, because=because)


def is_written(one: Resolution, decisions: Iterable[Decision]) -> bool:
    """Whether a decision stands among others: on the same thing, in the same words."""
    return any(
        one.about.lower() in (name.lower() for name in known.about)
        and known.decision == one.decision
        and one.because in ("", *(() if known.because is None else known.because.wordings.values()))
        for known in decisions
    )


def _is_so(strategy: Strategy, one: Settled) -> bool:
    value: object = strategy
    for step in one.route:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, tuple):
            value = value[int(step)]
        else:
            value = getattr(value, step, None)
    return value is not None and str(value) == one.value


def _review(strategy: Strategy, minutes: Minutes) -> Iterator[Amendment]:
    name = review_name(strategy, minutes.on)
    route = ("reviews", name)
    known = strategy.reviews.get(name)
    if known is None:
        yield Amendment(route, dict(_entry(strategy, minutes)))
        return
    yield Amendment((*route, "date"), minutes.on.isoformat())
    for key, value in _entry(strategy, minutes):
        if key not in ("date", "title", "decisions") and not getattr(known, key):
            yield Amendment((*route, key), value)
    for one in minutes.resolutions:
        yield Amendment((*route, "decisions", APPEND), one.as_tree)


def _entry(strategy: Strategy, minutes: Minutes) -> Iterator[tuple[str, Tree]]:
    yield "title", minutes.title or _in_languages(strategy, _name(minutes))
    yield "date", minutes.on.isoformat()
    stage = stage_on(strategy, minutes.on)
    if stage:
        yield "stage", stage
    if minutes.by:
        yield "by", [*minutes.by]
    if minutes.resolutions:
        yield "decisions", [one.as_tree for one in minutes.resolutions]
    if minutes.next is not None:
        yield "next", str(minutes.next)


def _name(minutes: Minutes) -> Message:
    return Message("Review of {date}", {"date": said(Date.of(minutes.on))})


def _in_languages(strategy: Strategy, told: Sayable) -> Tree:
    """Say something in the strategy's languages, as far as we speak them."""
    tags = [tag for tag in strategy.languages if tag.split("-", maxsplit=1)[0] in LANGUAGES]
    if len(tags) > 1:
        return {tag: told.say(tag) for tag in tags}
    return told.say(next(iter(tags), ORIGINAL))


def _version(strategy: Strategy, minutes: Minutes) -> Iterator[Amendment]:
    version = next_version(strategy)
    entry: dict[str, Tree] = {"date": minutes.on.isoformat()}
    if minutes.by:
        entry["by"] = [*minutes.by]
    entry["because"] = minutes.because or _in_languages(strategy, _summary(strategy, minutes))
    yield Amendment(("strategy", "version"), version)
    yield Amendment(("changelog", version), entry)


def _summary(strategy: Strategy, minutes: Minutes) -> Message:
    """Say in a sentence what a review changed."""
    parts = [*_decided(strategy, minutes.resolutions), *_known(strategy, minutes.settled)]
    values = {"review": minutes.title or _name(minutes), "changes": Chain(tuple(parts), "; ")}
    return Message("{review}: {changes}", values)


def _decided(strategy: Strategy, resolutions: Sequence[Resolution]) -> Iterator[Message]:
    words = {"change": Message("to change: {things}"), "stop": Message("to stop: {things}")}
    for word, message in words.items():
        things = [one.about for one in resolutions if one.decision == word]
        if things:
            yield Message(message.template, {"things": _titles(strategy, things)})


def _known(strategy: Strategy, settled: Iterable[Settled]) -> Iterator[Message]:
    """Say what is known otherwise; that something was done is told in the review itself."""
    for one in settled:
        if one.route[0] == "assumptions" and one.route[-1] == "status":
            title, state = _titles(strategy, [one.route[1]]), STATES[one.value]
            yield Message("{title}: now {state}", {"title": title, "state": state})
    delivered = [one.route[1] for one in settled if one.route[0] == "outputs"]
    if delivered:
        yield Message("delivered: {things}", {"things": _titles(strategy, delivered)})
    if any(
        one.route[0] not in ("outputs", "assumptions") or one.route[-1] == "check_by"
        for one in settled
    ):
        yield Message("dates brought up to date")


def _titles(strategy: Strategy, names: Sequence[str]) -> Chain:
    things = (named(strategy, name) for name in names)
    return Chain(tuple(Message("“{title}”", {"title": one.title}) for one in things), ", ")
