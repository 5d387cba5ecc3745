"""What stands in a generated strategy and what leads to what, before anything is worded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from random import Random

__all__ = ["FEWEST", "HORIZONS", "NODE_SECTIONS", "Plan", "TooSmallError", "plan_of"]

FEWEST = 5
"""A theory needs an input, an activity, an output, an outcome and a goal."""

HORIZONS = ("short", "medium", "long")

_NEEDED = ("inputs", "activities", "outputs", "outcomes", "goals")
_SHARES = {
    "needs": 5,
    "assets": 2,
    "inputs": 7,
    "activities": 27,
    "outputs": 25,
    "outcomes": 22,
    "goals": 6,
    "factors": 6,
}
NODE_SECTIONS = tuple(_SHARES)
_PREFIXES = {
    "areas": "domeniu",
    "stakeholders": "actor",
    "needs": "nevoie",
    "assets": "atu",
    "inputs": "resursa",
    "activities": "masura",
    "outputs": "livrabil",
    "outcomes": "schimbare",
    "goals": "obiectiv",
    "factors": "factor",
    "assumptions": "ipoteza",
    "risks": "risc",
    "indicators": "indicator",
    "sources": "sursa",
    "pilots": "pilot",
    "events": "intalnire",
    "feedback": "parere",
    "lessons": "lectie",
    "messages": "mesaj",
}
_PER_HUNDRED_NODES = {
    "stakeholders": 30,
    "assumptions": 25,
    "risks": 5,
    "sources": 10,
    "pilots": 6,
    "events": 15,
    "feedback": 6,
    "lessons": 3,
    "messages": 6,
}
_MOST_AREAS, _NODES_IN_AREA = 10, 10
_SHORT, _UNTIL_LONG, _OF = 9, 17, 23
_EXTRA_LINKS, _FEEDBACK_LINKS = 0.15, 0.035
_MOST_OUT, _MOST_IN = 5, 5
_FEW = 0.8
_FACTORS = ("unintended", "barrier", "enabler", "external")


class TooSmallError(ValueError):
    """Fewer nodes than a theory needs."""

    def __init__(self, nodes: int) -> None:
        """Say how many."""
        super().__init__(f"{nodes} nodes make no theory: it needs at least {FEWEST}")


@dataclass
class Plan:
    """A strategy without words.

    Attributes:
        names: the ids in each section.
        horizons: how many outcomes there are of each horizon, short ones first.
        links: cause and effect of every link that runs forwards and helps.
        pressures: cause, effect and role of the links from and to factors.
        loops: cause and effect of the links that feed back.
    """

    names: dict[str, list[str]]
    horizons: tuple[int, ...] = ()
    links: list[tuple[str, str]] = field(default_factory=list)
    pressures: list[tuple[str, str, str]] = field(default_factory=list)
    loops: list[tuple[str, str]] = field(default_factory=list)

    @property
    def nodes(self) -> int:
        """How many nodes it has."""
        return sum(len(self.names[section]) for section in NODE_SECTIONS)

    @property
    def arrows(self) -> int:
        """How many links it has, each with one cause."""
        return len(self.links) + len(self.pressures) + len(self.loops)

    @property
    def levels(self) -> list[list[str]]:
        """The layers from inputs to goals, outcomes by their horizon."""
        outcomes, begun = self.names["outcomes"], 0
        parts: list[list[str]] = []
        for count in self.horizons:
            parts.append(outcomes[begun : begun + count])
            begun += count
        return [*(self.names[name] for name in _NEEDED[:3]), *parts, self.names["goals"]]

    def near(self, section: str, place: int, count: int) -> str:
        """Give the entry of a section that stands as far along as one place among many."""
        names = self.names[section]
        return names[place * len(names) // count]

    @cached_property
    def _effects(self) -> dict[str, str]:
        return dict(reversed(self.links))

    @cached_property
    def _causes(self) -> Counter[str]:
        helping = [(cause, effect) for cause, effect, role in self.pressures if role != "hinders"]
        return Counter(effect for _, effect in {*self.links, *helping})

    def has_many_causes(self, node: str) -> bool:
        """Whether more than one node helps to bring a node about."""
        return self._causes[node] > 1

    @cached_property
    def changing(self) -> dict[tuple[str, str], list[str]]:
        """For each link towards a change the assumptions that it rests on, at least one."""
        known = self.names["assumptions"]
        changes = {*self.names["outcomes"], *self.names["goals"]}
        links = [link for link in self.links if link[1] in changes]
        ends = [at * len(known) // len(links) for at in range(len(links) + 1)]
        return {
            link: known[first : max(first + 1, last)]
            for link, (first, last) in zip(links, pairwise(ends), strict=True)
        }

    def doubt_after(self, node: str) -> str:
        """Give the assumption of the first change that a node's first links lead to."""
        effect = self._effects[node]
        while (node, effect) not in self.changing:
            node, effect = effect, self._effects[effect]
        return self.changing[node, effect][0]

    def first_effect(self, node: str) -> str:
        """Give what a node leads to in the first of its links."""
        return self._effects[node]

    def goal_after(self, node: str) -> str:
        """Give the goal at the end of a node's first links."""
        while node in self._effects:
            node = self._effects[node]
        return node

    @cached_property
    def dear(self) -> set[str]:
        """The activities of goals with fewer than others have: so that no goal goes short."""
        before: dict[str, list[str]] = {}
        for cause, effect in self.links:
            before.setdefault(effect, []).append(cause)
        activities, goals = set(self.names["activities"]), self.names["goals"]
        found: set[str] = set()
        for goal in goals:
            own = _leading_to(goal, before) & activities
            if len(own) * len(goals) < _FEW * len(activities):
                found |= own
        return found

    def kind_of_factor(self, place: int) -> str:
        """Give the kind of a factor by its place."""
        return _FACTORS[place % len(_FACTORS)]


def plan_of(nodes: int, seed: int) -> Plan:
    """Plan a strategy with so many nodes.

    Raises:
        TooSmallError: when that is fewer than a theory needs.
    """
    if nodes < FEWEST:
        raise TooSmallError(nodes)
    plan = Plan(_names(nodes))
    plan.horizons = _horizons(len(plan.names["outcomes"]))
    for causes, effects in pairwise(plan.levels):
        plan.links += _spread(causes, effects)
    plan.links += _shared(plan.names["inputs"], plan.names["activities"])
    for start in ("needs", "assets"):
        plan.links += _along(plan.names[start], plan.names["activities"])
    _add_extras(plan, Random(seed), round(nodes * _EXTRA_LINKS))
    _add_loops(plan, round(nodes * _FEEDBACK_LINKS))
    _add_factors(plan)
    return plan


def _names(nodes: int) -> dict[str, list[str]]:
    sizes = _sizes(nodes)
    sizes["areas"] = min(_MOST_AREAS, max(2, nodes // _NODES_IN_AREA))
    sizes["indicators"] = sizes["outcomes"] + sizes["goals"]
    for name, share in _PER_HUNDRED_NODES.items():
        sizes[name] = max(2, round(nodes * share / 100))
    return {
        name: [f"{prefix}_{number}" for number in range(1, sizes[name] + 1)]
        for name, prefix in _PREFIXES.items()
    }


def _sizes(nodes: int) -> dict[str, int]:
    """Share out the nodes: one of each that is needed, the rest by largest remainder."""
    rest = nodes - len(_NEEDED)
    total = sum(_SHARES.values())
    sizes = {name: rest * share // total + (name in _NEEDED) for name, share in _SHARES.items()}
    by_remainder = sorted(_SHARES, key=lambda name: -(rest * _SHARES[name] % total))
    for name in by_remainder[: nodes - sum(sizes.values())]:
        sizes[name] += 1
    return sizes


def _horizons(outcomes: int) -> tuple[int, ...]:
    first, second = -(-outcomes * _SHORT // _OF), -(-outcomes * _UNTIL_LONG // _OF)
    return tuple(count for count in (first, second - first, outcomes - second) if count)


def _spread(causes: Sequence[str], effects: Sequence[str]) -> list[tuple[str, str]]:
    """Link two layers so that every node of both is met, neighbours to neighbours."""
    if len(causes) >= len(effects):
        return _along(causes, effects)
    return [(cause, effect) for effect, cause in _along(effects, causes)]


def _along(names: Sequence[str], others: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, others[at * len(others) // len(names)]) for at, name in enumerate(names)]


def _shared(inputs: Sequence[str], activities: Sequence[str]) -> list[tuple[str, str]]:
    """Let each input help the next one's first activity too: so the theory is one piece."""
    many, few = len(activities), len(inputs)
    return [(inputs[at - 1], activities[-(-at * many // few)]) for at in range(1, few)]


def _add_extras(plan: Plan, rng: Random, count: int) -> None:
    """Let some nodes lead to a second neighbour in the next layer, none to too many."""
    levels, known = plan.levels, set(plan.links)
    out, into = Counter(cause for cause, _ in known), Counter(effect for _, effect in known)
    # Of two small layers not almost everything leads to everything.
    free = [
        len(causes) * len(effects) // 2 - max(len(causes), len(effects))
        for causes, effects in pairwise(levels)
    ]
    for _ in range(count):
        at = rng.randrange(1, len(levels) - 1)
        causes, effects = levels[at], levels[at + 1]
        place = rng.randrange(len(causes))
        nearby = place * len(effects) // len(causes) + rng.choice((-2, -1, 1, 2))
        link = (causes[place], effects[nearby % len(effects)])
        is_new = link not in known and free[at] > 0
        if is_new and out[link[0]] < _MOST_OUT and into[link[1]] < _MOST_IN:
            free[at] -= 1
            known.add(link)
            out[link[0]] += 1
            into[link[1]] += 1
            plan.links.append(link)


def _add_loops(plan: Plan, count: int) -> None:
    """Let some later outcomes strengthen the earlier ones that led to them."""
    later = {name for level in plan.levels[4:-1] for name in level}
    forwards = [link for link in plan.links if link[1] in later]
    step = max(1, len(forwards) // max(1, count))
    plan.loops = [(effect, cause) for cause, effect in forwards[::step][:count]]


def _leading_to(node: str, before: Mapping[str, Sequence[str]]) -> set[str]:
    found, waiting = {node}, [node]
    while waiting:
        for cause in before.get(waiting.pop(), ()):
            if cause not in found:
                found.add(cause)
                waiting.append(cause)
    return found


def _add_factors(plan: Plan) -> None:
    factors = plan.names["factors"]
    for at, factor in enumerate(factors):
        kind = plan.kind_of_factor(at)
        outcome = plan.near("outcomes", at, len(factors))
        plan.pressures.append((factor, outcome, "enables" if kind == "enabler" else "hinders"))
        if kind == "unintended":
            output = plan.near("outputs", at, len(factors))
            plan.pressures.append((output, factor, "contributes"))
    if not factors:
        # What is done harms somebody even where nothing else is told of.
        plan.pressures.append((plan.names["activities"][0], plan.names["goals"][-1], "hinders"))
