"""The outline: every goal, and beneath it what leads to it and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.graph import TheoryGraph
from toc.vocabulary import KINDS, STATES, STATUSES
from toc.words import Message, Sayable, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Arrow, Strategy

__all__ = ["outline"]

_DEEPEST = 40


def outline(strategy: Strategy, *, language: str = "en") -> str:
    """Write a strategy as an indented list, from each goal back to where it begins.

    What leads to several things is written out once; later it is only named.

    Args:
        strategy: the strategy.
        language: the language of its texts and of ours.
    """
    return _Outline(strategy, language).written()


class _Outline:
    def __init__(self, strategy: Strategy, language: str) -> None:
        self.strategy = strategy
        self.graph = TheoryGraph(strategy)
        self.language = language
        self.written_out: set[str] = set()

    def written(self) -> str:
        lines = [*self._head()]
        for goal in self.graph.within("goals"):
            lines += ["", *self._goal(goal)]
        left = [node for node in self.graph.nodes if node not in self.written_out]
        if left:
            lines += ["", self._say(Message("Leads to no goal"))]
            lines += [f"  {self._node(node)}" for node in left]
        return "\n".join(lines) + "\n"

    def _head(self) -> Iterator[str]:
        head = self.strategy.head
        yield say(self.strategy.title, self.language) or self._say(
            Message("A strategy without a title")
        )
        status = STATUSES[head.status] if head.status else None
        version = head.version and Message("version {version}", {"version": head.version})
        known = [say(fact, self.language) for fact in (status, version, head.period) if fact]
        if known:
            yield " · ".join(known)
        if head.vision:
            yield head.vision.say(self.language)

    def _goal(self, goal: str) -> Iterator[str]:
        number = self.graph.entry(goal).number
        yield (
            self._say(Message("Goal {number}", {"number": number}) if number else Message("Goal"))
            + f": {self._title(goal)} ({goal})"
        )
        self.written_out.add(goal)
        yield from self._causes(goal, 1)

    def _causes(self, node: str, depth: int) -> Iterator[str]:
        """Write what leads to a node, deeper and deeper, without recursion."""
        waiting = [(arrow, depth) for arrow in reversed(self.graph.arrows_into(node))]
        while waiting:
            arrow, level = waiting.pop()
            again = arrow.cause in self.written_out
            yield from self._arrow(arrow, level, again=again)
            if again:
                continue
            self.written_out.add(arrow.cause)
            causes = reversed(self.graph.arrows_into(arrow.cause))
            waiting += [(cause, level + 1) for cause in causes]

    def _arrow(self, arrow: Arrow, depth: int, *, again: bool) -> Iterator[str]:
        indent = "  " * min(depth, _DEEPEST)
        sign = "⊣" if arrow.hinders else "←"
        more = ""
        if again and self.graph.arrows_into(arrow.cause):
            more = f" ({self._say(Message('written out above'))})"
        yield f"{indent}{sign} {self._node(arrow.cause)}{more}"
        if arrow.link.because:
            because = Message("because: {reason}", {"reason": arrow.link.because})
            yield f"{indent}    {self._say(because)}"
        for name in arrow.link.assuming:
            assumption = self.strategy.entry(name)
            state = self._say(STATES[getattr(assumption, "status", None) or "untested"])
            provided = Message("provided that: {assumption}", {"assumption": self._named(name)})
            yield f"{indent}    {self._say(provided)} [{state}]"

    def _node(self, node: str) -> str:
        kind = self._say(KINDS[self.graph.section_of(node)])
        return f"{self._title(node)} ({kind} {node})"

    def _title(self, node: str) -> str:
        return self._say(self._named(node))

    def _named(self, name: str) -> Sayable:
        entry = self.strategy.entry(name)
        if entry is None or not entry.title:
            return Message("{name}", {"name": name})
        return entry.title

    def _say(self, message: Sayable) -> str:
        return " ".join(message.say(self.language).split())
