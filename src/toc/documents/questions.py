"""What was found, as questions for the next meeting: goal by goal, in people's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from toc.graph import TheoryGraph
from toc.markdown import escaped
from toc.model import link_ends
from toc.rulebook import Weights
from toc.words import ORIGINAL, Chain, Message

if TYPE_CHECKING:
    from toc.findings import Finding, Related
    from toc.model import Strategy

__all__ = ["questions"]

_ABOUT_THE_WHOLE = ""
_NOWHERE = "\0"
_ALIKE = 3
"""From so many questions of one kind on, one is asked for all."""

_ENTRY = 2


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
    asked = [finding for finding in findings if finding.question is not None]
    for group, members in _by_goal(strategy, asked).items():
        lines += [f"## {escaped(_heading(strategy, group).say(said_in))}", ""]
        lines += [*_numbered(strategy, members, said_in, first), ""]
    accepted = [one for one in waived if one.question is not None]
    if accepted:
        lines += [f"## {Message('Accepted for now').say(said_in)}", ""]
        lines += [f"- {said}" for said in _accepted(accepted, said_in)] + [""]
    elif not asked and not findings:
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
    asked = list(_asked(strategy, findings, language))
    for number, (question, others) in enumerate(asked[:first], 1):
        yield f"{number}. {escaped(question)}"
        if others:
            same = Message("The same for: {others}", {"others": _quoted(others)})
            yield f"   - {escaped(same.say(language))}"
    more = len(asked[first:]) if first is not None else 0
    if more:
        said = Message(
            "… and {count} more question", {"count": more}, plural="… and {count} more questions"
        )
        yield f"\n{escaped(said.say(language))}"


def _quoted(titles: Iterable[str]) -> Chain:
    return Chain(tuple(Message("“{title}”", {"title": title}) for title in titles), ", ")


def _asked(
    strategy: Strategy, findings: Iterable[Finding], language: str
) -> Iterator[tuple[str, list[str]]]:
    """Give each question, with the titles of other things of which the same is asked."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for members in by_rule.values():
        said = dict.fromkeys(one.question.say(language) for one in members if one.question)
        if len(members) < _ALIKE or len(said) < _ALIKE:
            yield from ((question, []) for question in said)
            continue
        titles = (_title(strategy, one, language) for one in members[1:])
        yield next(iter(said)), list(dict.fromkeys(titles))


def _title(strategy: Strategy, finding: Finding, language: str) -> str:
    """Call the place of a finding as people do: by its title, or a link by both its ends."""
    key = str(finding.route[1]) if len(finding.route) > 1 else ""
    ends = link_ends(key)
    names = (key,) if ends is None else (*ends[0], ends[1])
    entries = ((name, strategy.entry(name)) for name in names)
    titles = tuple(
        (entry.short or entry.title or name) if entry else name for name, entry in entries
    )
    return Chain(titles).say(language)


def _by_goal(strategy: Strategy, findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    graph = TheoryGraph(strategy)
    weights = Weights(graph)
    goals = graph.within("goals")
    chains = {goal: graph.count_chains(goal) for goal in goals}
    found: dict[str, list[Finding]] = {group: [] for group in (_ABOUT_THE_WHOLE, *goals, _NOWHERE)}
    for finding in findings:
        nodes = _meant(strategy, graph, finding) or weights.nodes_at(finding.route)
        counts = {goal: max((chains[goal][node] for node in nodes), default=0) for goal in goals}
        best = max(goals, key=lambda goal: counts[goal], default=_NOWHERE)
        reached = best if counts.get(best) else _NOWHERE
        found[reached if nodes else _ABOUT_THE_WHOLE].append(finding)
    return {group: members for group, members in found.items() if members}


def _meant(strategy: Strategy, graph: TheoryGraph, finding: Finding) -> frozenset[str]:
    """Give the nodes for whose sake a place is there; none where all near it are."""
    if len(finding.route) < _ENTRY:
        return frozenset()
    section, key = str(finding.route[0]), str(finding.route[1])
    if section == "pilots" and key in strategy.pilots:
        pilot = strategy.pilots[key]
        names: Iterable[str] = pilot.contributes_to or pilot.of
    elif section == "assumptions":
        names = [
            arrow.effect
            for arrow in strategy.arrows
            if key.lower() in (name.lower() for name in arrow.link.assuming)
        ]
    elif section == "factors" and graph.node(key) is not None:
        names = graph.effects_of(key)
    elif section == "links":
        ends = link_ends(key)
        names = () if ends is None else (ends[1],)
    else:
        names = ()
    return frozenset(node for name in names if (node := graph.node(name)) is not None)


def _heading(strategy: Strategy, group: str) -> Message:
    if group == _ABOUT_THE_WHOLE:
        return Message("The strategy as a whole")
    if group == _NOWHERE:
        return Message("What leads to no goal yet")
    entry = strategy.entry(group)
    return Message("Goal: {title}", {"title": entry.title if entry and entry.title else group})
