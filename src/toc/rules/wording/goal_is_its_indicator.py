"""A goal or an outcome that says no more than its indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.findings import Related, Severity
from toc.lexicon import words_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

if TYPE_CHECKING:
    from toc.model.language import Text

_CHANGES = ("outcomes", "goals")
_ALIKE = 0.95


@rule(Severity.ADVICE)
def goal_is_its_indicator(case: Case) -> Iterator[Complaint]:
    """Find goals and outcomes whose title is that of one of their indicators."""
    told = set()
    for name, indicator in case.strategy.indicators.items():
        for node in map(case.graph.node, indicator.of):
            if node is None or node in told or case.graph.section_of(node) not in _CHANGES:
                continue
            if _say_the_same(case.graph.entry(node).title, indicator.title):
                told.add(node)
                yield _told(case, node, name)


def _told(case: Case, node: str, indicator: str) -> Complaint:
    values = {"node": case.title(node)}
    return complaint(
        (case.graph.section_of(node), node, "title"),
        Message("“{node}” says the same as its indicator: the sign stands for the change", values),
        Message("say what should become different in people’s lives, and keep the indicator"),
        related=[Related(Message("the indicator"), ("indicators", indicator, "title"))],
        question=Message("What do we really want, of which “{node}” is only the sign?", values),
    )


def _say_the_same(one: Text | None, other: Text | None) -> bool:
    if one is None or other is None:
        return False
    both = one.wordings.keys() & other.wordings.keys()
    return any(_alike(one.wordings[tag], other.wordings[tag]) for tag in both)


def _alike(one: str, other: str) -> bool:
    first, second = (" ".join(word.folded for word in words_of(text)) for text in (one, other))
    shared = (Counter(first) & Counter(second)).total()
    if not first or 2 * shared < _ALIKE * len(first + second):
        return False
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where the letters are the same

    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
