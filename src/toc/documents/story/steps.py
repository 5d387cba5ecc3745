"""The steps of a goal: if, then, because, provided that.

What authors typed is a sentence or a phrase, in any language.  It is never bent into a
sentence of ours: each stands whole behind a word that says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Facts, Heading
from toc.lexicon import alike
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.documents.paper import Block
    from toc.documents.story.case import Case
    from toc.model import Arrow, Assumption

__all__ = ["STATES", "reason", "steps"]

STATES = {
    "untested": Message("nobody has tested this yet"),
    "holding": Message("so far this holds"),
    "doubtful": Message("this is in doubt"),
    "failed": Message("this turned out not to be so"),
}
"""What is known of an assumption today, as it is told to citizens."""

_GATES = {
    "all": Message("all of them are needed"),
    "any": Message("one of them is enough"),
}

Line = tuple[str, str]


def steps(case: Case, goal: str) -> Iterator[Block]:
    """Tell the steps that lead to a goal, each once."""
    for number, node in enumerate(case.threads[goal].steps, 1):
        causes = tuple(case.causes(goal, node))
        yield Heading(_head(case, goal, number, node, causes), level=4)
        if case.steps[node].goal == goal:
            details = (
                *_reasons(case, goal, node, causes),
                *_conditions(case, goal, node, causes),
                *_people(case, goal, node),
            )
            yield from (Facts(details),) if details else ()


def _head(case: Case, goal: str, number: int, node: str, causes: Sequence[Arrow]) -> str:
    """Say a step: what is done, or what follows from which steps."""
    values: dict[str, object] = {"number": number, "title": case.title(node)}
    told = case.steps[node]
    if told.goal != goal:
        values["step"] = case.reference(told, goal)
        return case.told(Message("{number}. Told before, in {step}: {title}", values))
    if not causes:
        if case.graph.section_of(node) == "activities":
            return case.told(Message("{number}. If this is done: {title}", values))
        return case.told(Message("{number}. If this is so: {title}", values))
    before = _before(case, goal, number, node, causes)
    if before is None:
        return case.told(Message("{number}. Then: {title}", values))
    values["before"] = before
    return case.told(Message("{number}. Then, {before}: {title}", values))


def _before(
    case: Case, goal: str, number: int, node: str, causes: Sequence[Arrow]
) -> Message | None:
    """Say from which steps a step follows, where it is not from the one before alone."""
    numbers = sorted({case.numbers(goal)[arrow.cause] for arrow in causes})
    if numbers == [number - 1]:
        return None
    if len(numbers) == 1:
        return Message("from step {number}", {"number": numbers[0]})
    values = {"numbers": _listed(numbers)}
    gate = _gate(case, node)
    if gate is None:
        return Message("from steps {numbers}", values)
    return Message("from steps {numbers} ({gate})", {**values, "gate": gate})


def _listed(numbers: Sequence[int]) -> Message:
    *first, last = map(str, numbers)
    return Message("{first} and {last}", {"first": Chain(tuple(first), ", "), "last": last})


def _gate(case: Case, node: str) -> Message | None:
    """Say how causes combine; a number is of all causes, told here or not."""
    requires = case.graph.entry(node).requires
    if isinstance(requires, int):
        return Message(
            "{count} cause is enough",
            {"count": requires},
            plural="{count} of the causes are needed",
        )
    return _GATES.get(requires or "")


def _reasons(case: Case, goal: str, node: str, causes: Sequence[Arrow]) -> Iterator[Line]:
    """Give the reason of each arrow: that of a need why something is done, else why it works."""
    starts = case.threads[goal].starts
    for arrow in case.graph.arrows_into(node):
        if arrow.cause in starts and not arrow.hinders:
            yield case.told(Message("we do this because")), reason(case, arrow)
    numbers = case.numbers(goal)
    for arrow in sorted(causes, key=lambda arrow: numbers[arrow.cause]):
        values = {"number": numbers[arrow.cause]}
        several = Message("because (step {number})", values)
        yield case.told(several if len(causes) > 1 else Message("because")), reason(case, arrow)


def reason(case: Case, arrow: Arrow) -> str:
    """Give the reason of an arrow as it was typed, or say that there is none."""
    if arrow.link.because:
        return case.stated(arrow.link.because)
    return case.sentence(case.told(Message("nobody has said why yet")))


def _conditions(case: Case, goal: str, node: str, causes: Sequence[Arrow]) -> Iterator[Line]:
    """Give what a step takes for granted, with what is known of it; once in the story."""
    names = dict.fromkeys(one.lower() for arrow in causes for one in arrow.link.assuming)
    known = [name for name in names if case.strategy.index.get(name, ("",))[0] == "assumptions"]
    if known:
        said = "; ".join(_condition(case, goal, node, name) for name in known)
        yield case.told(Message("provided that")), case.stated(said)


def _condition(case: Case, goal: str, node: str, name: str) -> str:
    title, first = case.title(name), case.assumed[name]
    if first != case.steps[node]:
        values = {"title": title, "step": case.reference(first, goal)}
        return case.told(Message("{title} (as in {step})", values))
    entry: Assumption = case.strategy.assumptions[case.strategy.index[name][1]]
    state = STATES[entry.status or "untested"]
    return case.told(Message("{title} ({state})", {"title": title, "state": state}))


def _people(case: Case, goal: str, node: str) -> Iterator[Line]:
    """Say who answers for a measure, and in whom something changes where nothing says it yet."""
    entry = case.graph.entry(node)
    if case.graph.section_of(node) == "activities":
        answers = getattr(entry, "accountable", None)
        person = case.person(answers) if answers else case.told(Message("nobody is named yet"))
        yield case.told(Message("who answers")), person
    whole = getattr(case.graph.entry(goal), "for_", ())
    groups = [one for one in getattr(entry, "for_", ()) if one not in whole]
    unsaid = [case.person(one) for one in groups if not _is_said(case, node, one)]
    if case.graph.section_of(node) == "outcomes" and unsaid:
        yield case.told(Message("for whom")), ", ".join(unsaid)


def _is_said(case: Case, node: str, group: str) -> bool:
    """Whether the wording of a step names the people already."""
    return bool(alike(case.title(node), case.person(group), case.language).shared)
