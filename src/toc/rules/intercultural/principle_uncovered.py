"""A principle of intercultural integration that nothing on the way to a goal stands for."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Severity
from toc.model import Node, Text
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import folded
from toc.words import Message

_PRINCIPLES = {
    "equality": Message("equality"),
    "diversity": Message("diversity as an advantage"),
    "interaction": Message("interaction"),
    "participation": Message("participation"),
}
_READ = ("title", "text", "tags")


@rule(
    Severity.ADVICE,
    relies_on=(
        *NODE_SECTIONS,
        *(f"{section}.{field}" for section in NODE_SECTIONS for field in _READ),
        "links",
        "links.feedback",
        "links.role",
    ),
)
def principle_uncovered(case: Case) -> Iterator[Complaint]:
    """Find principles that no node which leads to a goal has as a tag or in its words."""
    leading = case.graph.leading_to(case.graph.within("goals"))
    nodes = [case.graph.entry(node) for node in case.graph.nodes if node in leading]
    if not nodes or not all(_can_be_read(case, node) for node in nodes):
        return
    missing = [
        principle
        for principle in _PRINCIPLES
        if not any(_stands_for(case, node, principle) for node in nodes)
    ]
    if missing:
        yield _complaint(missing)


def _can_be_read(case: Case, node: Node) -> bool:
    return node.title is None or any(case.wordings(node.title))


def _stands_for(case: Case, node: Node, principle: str) -> bool:
    if any(folded(tag) == principle for tag in node.tags):
        return True
    texts: Sequence[Text | None] = (node.title, node.text, *map(Text.of, node.tags))
    return any(case.expression(text, f"principle-{principle}") for text in texts)


def _complaint(missing: Sequence[str]) -> Complaint:
    words = {"principle": [_PRINCIPLES[principle] for principle in missing]}
    return complaint(
        ("strategy", KEY),
        Message("nothing that leads to a goal stands for {principle}", words),
        Message(
            "add an outcome or an activity for it, or mark the one that stands for it: {form}",
            {"form": f"tags: [{missing[0]}]"},
        ),
        question=Message("Where does our strategy make room for {principle}?", words),
    )
