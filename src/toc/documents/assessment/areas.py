"""The report area by area: the score in words, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.assessing import rounded
from toc.documents.assessment.case import between
from toc.documents.paper import Bullets, Heading, Paragraph, Table
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.assessing import AreaChange, AreaScore, Reply
    from toc.documents.assessment.case import Case
    from toc.documents.paper import Block

__all__ = ["area_by_area", "good_practices"]

_ALL = 100


def area_by_area(case: Case) -> Iterator[Block]:
    """Tell of each area its score, what it is compared with, and every answer."""
    for at, one in enumerate(case.found.areas):
        if not at:
            yield Heading(case.told(Message("Area by area")))
        yield Heading(case.told(one.title), level=3)
        yield Paragraph(" ".join(map(case.sentence, map(case.told, _words(case, one)))))
        replies = case.replies.get(one.area, ())
        if any(reply.answer is not None for reply in replies):
            yield _answers(case, one, replies)


def _words(case: Case, one: AreaScore) -> Iterator[Message]:
    yield from _score(case, one)
    if one.score is not None and one.peers is not None:
        yield _beside_peers(one.score, one.peers)
    change = case.changes.get(one.area)
    if change is not None:
        yield _moved(change)


def _moved(change: AreaChange) -> Message:
    points = between(change.before, change.after)
    values = {
        "count": abs(points),
        "before": rounded(change.before),
        "after": rounded(change.after),
    }
    if not points:
        return Message("it has not moved since the first assessment", values)
    if points > 0:
        return Message(
            "since the first assessment it has risen by {count} point, from {before} to {after}",
            values,
            plural="since the first assessment it has risen by {count} points, from {before} to "
            "{after}",
        )
    return Message(
        "since the first assessment it has fallen by {count} point, from {before} to {after}",
        values,
        plural="since the first assessment it has fallen by {count} points, from {before} to "
        "{after}",
    )


def _score(case: Case, one: AreaScore) -> Iterator[Message]:
    values = {"score": case.score(one.score), "answered": one.answered, "count": one.asked}
    if one.score is None and one.answered:
        yield Message("no question that was answered has a weight, so there is no score")
    elif one.score is None:
        yield Message("nothing was answered, so there is no score")
    elif one.basis == "written":
        yield Message("the score is {score} of 100, as it was written down", values)
    else:
        yield Message("the score is {score} of 100", values)
    if one.asked:
        yield Message(
            "{answered} of {count} question is answered",
            values,
            plural="{answered} of {count} questions are answered",
        )
    if one.set_aside:
        yield Message(
            "not applicable: {count} question",
            {"count": one.set_aside},
            plural="not applicable: {count} questions",
        )
    if one.is_unsure and one.score is not None:
        yield Message("that is too few to rely on the score")


def _beside_peers(score: float, peers: float) -> Message:
    points = between(peers, score)
    values = {"count": abs(points), "peers": rounded(peers)}
    if not points:
        return Message("that is the mean of the sample", values)
    if points > 0:
        return Message(
            "that is {count} point above the mean of the sample, {peers}",
            values,
            plural="that is {count} points above the mean of the sample, {peers}",
        )
    return Message(
        "that is {count} point below the mean of the sample, {peers}",
        values,
        plural="that is {count} points below the mean of the sample, {peers}",
    )


def _answers(case: Case, one: AreaScore, replies: tuple[Reply, ...]) -> Table:
    head = (
        Message("Question"),
        Message("Answer"),
        Message("Points"),
        Message("Evidence and notes"),
    )
    rows = tuple(
        (
            case.title(reply.name),
            _said(case, reply),
            "" if reply.share is None else case.number(round(_ALL * reply.share)),
            _beside(case, reply),
        )
        for reply in replies
    )
    name = case.told(Message("What was answered about “{area}”", {"area": one.title}))
    return Table(name, tuple(map(case.told, head)), rows, frozenset({2}))


def _said(case: Case, reply: Reply) -> str:
    if not reply.is_applicable:
        return case.told(Message("not applicable"))
    if reply.answer is None or not reply.answer.is_given:
        return case.told(Message("not answered"))
    value, scale = reply.answer.value, reply.question.scale
    if isinstance(value, str) or value is None:
        return case.answer(value or "")
    if scale is None or reply.question.points:
        return case.number(value)
    low, high = map(case.number, scale)
    if not scale[0]:
        values = {"answered": case.number(value), "asked": high}
        return case.told(Message("{answered} of {asked}", values))
    return f"{case.number(value)} ({low}–{high})"


def _beside(case: Case, reply: Reply) -> str:
    answer = reply.answer
    if answer is None:
        return ""
    said = (case.told(text) for text in (answer.evidence, answer.note) if text)
    return " · ".join(said)


def good_practices(case: Case) -> Iterator[Block]:
    """Tell the good practices that the answers name, by area."""
    practices = [
        (reply.area, case.told(reply.answer.example))
        for reply in case.found.replies
        if reply.answer is not None and reply.answer.example
    ]
    if not practices:
        return
    yield Heading(case.told(Message("Good practices")))
    yield Bullets(
        tuple(f"{case.title(area)}: {said}" if area else said for area, said in practices)
    )
