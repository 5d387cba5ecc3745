"""The steps of a goal: if, then, because, provided that.

What authors typed is a sentence or a phrase, in any language.  It is never bent into a
sentence of ours: each stands whole behind a word that says what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.documents.paper import Facts
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def steps(case: Case, goal: str) -> Iterator[Facts]:
    """Tell the steps that lead to a goal, each once."""
    for number, node in enumerate(case.threads[goal].steps, 1):
        yield Facts(tuple(_step(case, goal, number, node)))


def _step(case: Case, goal: str, number: int, node: str) -> Iterator[Line]:
    told = case.steps[node]
    if told.goal != goal:
        values = {"number": number}
        where = Message(
            "{title} ({reference})",
            {"title": case.title(node), "reference": case.reference(told, goal)},
        )
        yield case.told(Message("{number} · Told before", values)), case.told(where)
        return
    causes = tuple(case.causes(goal, node))
    yield _head(case, goal, number, node, causes)
    yield from _reasons(case, goal, node, causes)
    yield from _conditions(case, goal, node, causes)
    yield from _people(case, goal, node)


def _head(case: Case, goal: str, number: int, node: str, causes: Sequence[Arrow]) -> Line:
    first = Message("{number} · If", {"number": number})
    if not causes:
        return case.told(first), case.stated(case.title(node))
    name = case.told(Message("{number} · Then", {"number": number}))
    said = case.stated(case.title(node))
    before = _before(case, goal, number, node, causes)
    return name, said if before is None else f"{said} {case.sentence(case.told(before))}"


def _before(
    case: Case, goal: str, number: int, node: str, causes: Sequence[Arrow]
) -> Message | None:
    """Say from which steps a step follows, where it is not from the one before alone."""
    numbers = sorted({case.numbers(goal)[arrow.cause] for arrow in causes})
    if numbers == [number - 1]:
        return None
    if len(numbers) == 1:
        return Message("this follows from step {number}", {"number": numbers[0]})
    values = {"numbers": _listed(numbers)}
    gate = _gate(case, node)
    if gate is None:
        return Message("this follows from steps {numbers}", values)
    return Message("this follows from steps {numbers}: {gate}", {**values, "gate": gate})


def _listed(numbers: Sequence[int]) -> Message:
    *first, last = map(str, numbers)
    return Message("{first} and {last}", {"first": Chain(tuple(first), ", "), "last": last})


def _gate(case: Case, node: str) -> Message | None:
    """Say how causes combine; a number is of all causes, told here or not."""
    requires = case.graph.entry(node).requires
    if isinstance(requires, int):
        return Message("{count} is enough", {"count": requires}, plural="{count} of all are needed")
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
    name = case.told(Message("provided that"))
    here = case.steps[node]
    names = dict.fromkeys(one.lower() for arrow in causes for one in arrow.link.assuming)
    for assumption in names:
        first = case.assumed[assumption]
        entry = case.strategy.entry(assumption)
        known = case.strategy.index.get(assumption, ("", ""))[0] == "assumptions"
        if not known or entry is None:
            continue
        if first != here:
            values = {
                "title": case.title(assumption),
                "step": case.reference(first, goal),
            }
            yield name, case.told(Message("{title} (as in {step})", values))
        else:
            yield name, _assumption(case, assumption)


def _assumption(case: Case, name: str) -> str:
    entry: Assumption = case.strategy.assumptions[case.strategy.index[name][1]]
    state = STATES[entry.status or "untested"]
    return case.told(Message("{title} ({state})", {"title": case.title(name), "state": state}))


def _people(case: Case, goal: str, node: str) -> Iterator[Line]:
    """Say who answers for a measure, and in whom something changes where it is others."""
    entry = case.graph.entry(node)
    answers = getattr(entry, "accountable", None)
    if case.graph.section_of(node) == "activities":
        person = case.person(answers) if answers else case.told(Message("nobody is named yet"))
        yield case.told(Message("who answers")), person
    groups: tuple[str, ...] = getattr(entry, "for_", ())
    whole: tuple[str, ...] = getattr(case.graph.entry(goal), "for_", ())
    if case.graph.section_of(node) == "outcomes" and groups and set(groups) != set(whole):
        yield case.told(Message("for whom")), ", ".join(map(case.person, groups))
