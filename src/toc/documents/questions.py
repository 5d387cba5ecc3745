"""What was found, as questions for the next meeting: goal by goal, in people's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from toc.markdown import escaped
from toc.meetings.questions import ABOUT_THE_WHOLE, NOWHERE, asked, by_goal
from toc.words import ORIGINAL, Chain, Message

if TYPE_CHECKING:
    from toc.findings import Finding, Related
    from toc.model import Strategy

__all__ = ["questions"]


def questions(
    strategy: Strategy,
    findings: Sequence[Finding],
    *,
    waived: Sequence[Finding] = (),
    language: str | None = None,
    first: int | None = None,
) -> str:
    """Write the questions that a meeting can answer, in Markdown.

    A question stands under the goal that its place is for: what a pilot claims, what a
    link leads to, what an indicator measures.  First come those about the strategy as a
    whole, last those whose place leads to no goal yet.  What is a matter of the file, and
    of nobody's opinion, is counted and not asked.

    Args:
        strategy: the strategy.
        findings: what was found in it, the most important first.
        waived: what was found and is accepted for a time: nobody has to answer it today.
        language: the language of the meeting; the strategy's own when None.
        first: how many questions to ask for each goal at most; all when None.
    """
    said_in = language or next(iter(strategy.languages), ORIGINAL)
    title = Message("Questions for the next meeting: {title}", {"title": strategy.title})
    lines = [f"# {escaped(title.say(said_in))}", ""]
    open_ones = [finding for finding in findings if finding.question is not None]
    for group, members in by_goal(strategy, open_ones).items():
        lines += [f"## {escaped(_heading(strategy, group).say(said_in))}", ""]
        lines += [*_numbered(strategy, members, said_in, first), ""]
    accepted = [one for one in waived if one.question is not None]
    if accepted:
        lines += [f"## {Message('Accepted for now').say(said_in)}", ""]
        lines += [f"- {said}" for said in _accepted(accepted, said_in)] + [""]
    elif not open_ones and not findings:
        lines += [Message("Nothing is open: the meeting can go further.").say(said_in), ""]
    left = len(findings) - len(open_ones)
    if left:
        message = Message(
            "{count} finding is a matter of the file: see “toc check”.",
            {"count": left},
            plural="{count} findings are a matter of the file: see “toc check”.",
        )
        lines += [message.say(said_in), ""]
    return "\n".join(lines)


def _accepted(findings: Iterable[Finding], language: str) -> Iterator[str]:
    """Say what is accepted, and what the waiver says of it."""
    for finding in findings:
        reasons = (there.message.say(language) for there in finding.related if _is_waiver(there))
        yield escaped("; ".join((finding.message.say(language), *reasons)))


def _is_waiver(there: Related) -> bool:
    return there.route[:1] == ("waivers",)


def _numbered(
    strategy: Strategy, findings: Sequence[Finding], language: str, first: int | None
) -> Iterator[str]:
    """Number the questions; what is asked of many things alike is asked once."""
    put = list(asked(strategy, findings, language))
    for number, one in enumerate(put[:first], 1):
        yield f"{number}. {escaped(one.question)}"
        if one.others:
            same = Message("The same for: {others}", {"others": _quoted(one.others)})
            yield f"   - {escaped(same.say(language))}"
    more = len(put[first:]) if first is not None else 0
    if more:
        said = Message(
            "… and {count} more question", {"count": more}, plural="… and {count} more questions"
        )
        yield f"\n{escaped(said.say(language))}"


def _quoted(titles: Iterable[str]) -> Chain:
    return Chain(tuple(Message("“{title}”", {"title": title}) for title in titles), ", ")


def _heading(strategy: Strategy, group: str) -> Message:
    if group == ABOUT_THE_WHOLE:
        return Message("The strategy as a whole")
    if group == NOWHERE:
        return Message("What leads to no goal yet")
    entry = strategy.entry(group)
    return Message("Goal: {title}", {"title": entry.title if entry and entry.title else group})
