"""What was found, as questions for the next meeting: goal by goal, in people's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from toc.graph import TheoryGraph
from toc.markdown import escaped
from toc.rulebook import Weights
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.model import Strategy

__all__ = ["questions"]

_ABOUT_THE_WHOLE = ""
_NOWHERE = "\0"


def questions(
    strategy: Strategy, findings: Sequence[Finding], *, language: str | None = None
) -> str:
    """Write the questions that a meeting can answer, in Markdown.

    A question stands under the goal to which most chains run from its place; first come
    those about the strategy as a whole, last those whose place leads to no goal yet.  What
    is a matter of the file, and of nobody's opinion, is counted and not asked.

    Args:
        strategy: the strategy.
        findings: what was found in it, the most important first.
        language: the language of the meeting; the strategy's own when None.
    """
    said_in = language or next(iter(strategy.languages), ORIGINAL)
    title = Message("Questions for the next meeting: {title}", {"title": strategy.title})
    lines = [f"# {escaped(title.say(said_in))}", ""]
    asked = [finding for finding in findings if finding.question is not None]
    for group, members in _by_goal(strategy, asked).items():
        lines += [f"## {escaped(_heading(strategy, group).say(said_in))}", ""]
        lines += [f"{number}. {said}" for number, said in enumerate(_said(members, said_in), 1)]
        lines.append("")
    if not asked:
        lines += [Message("Nothing is open: the meeting can go further.").say(said_in), ""]
    left = len(findings) - len(asked)
    if left:
        message = Message(
            "{count} finding is a matter of the file: see “toc check”.",
            {"count": left},
            plural="{count} findings are a matter of the file: see “toc check”.",
        )
        lines += [message.say(said_in), ""]
    return "\n".join(lines)


def _said(findings: Iterable[Finding], language: str) -> Iterator[str]:
    """Say each question once."""
    said = (finding.question.say(language) for finding in findings if finding.question)
    yield from dict.fromkeys(map(escaped, said))


def _by_goal(strategy: Strategy, findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    graph = TheoryGraph(strategy)
    weights = Weights(graph)
    goals = graph.within("goals")
    chains = {goal: graph.count_chains(goal) for goal in goals}
    found: dict[str, list[Finding]] = {group: [] for group in (_ABOUT_THE_WHOLE, *goals, _NOWHERE)}
    for finding in findings:
        nodes = weights.nodes_at(finding.route)
        counts = {goal: max((chains[goal][node] for node in nodes), default=0) for goal in goals}
        best = max(goals, key=lambda goal: counts[goal], default=_NOWHERE)
        reached = best if counts.get(best) else _NOWHERE
        found[reached if nodes else _ABOUT_THE_WHOLE].append(finding)
    return {group: members for group, members in found.items() if members}


def _heading(strategy: Strategy, group: str) -> Message:
    if group == _ABOUT_THE_WHOLE:
        return Message("The strategy as a whole")
    if group == _NOWHERE:
        return Message("What leads to no goal yet")
    entry = strategy.entry(group)
    return Message("Goal: {title}", {"title": entry.title if entry and entry.title else group})
