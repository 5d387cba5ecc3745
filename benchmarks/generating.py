"""Strategies of any size, for measuring: a realistic theory in layers, the same for a seed.

    python benchmarks/generating.py --nodes 500 --seed 1 -o strategy.yaml

The proportions are those of `strategies/timis`: for 55 nodes 75 links with reasons, 14
assumptions, 15 indicators, 3 pilots, 10 events, 20 stakeholders.  Neighbours in one layer
lead to neighbours in the next, so that a larger strategy is wider and not deeper.

What it writes is clean: `toc check` says nothing.  A new rule that finds something here
either found a fault of this generator, to be mended in it, or speaks of sheer size, and is
then waived in `_waivers`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.wording import AREAS, KINDS_OF_FACTOR, Wording
from benchmarks.yaml_lines import Entry, Value, section

__all__ = ["FEWEST", "Plan", "generated", "plan_of"]

FEWEST = 5
"""A theory needs an input, an activity, an output, an outcome and a goal."""

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
_EXTRA_LINKS, _FEEDBACK_LINKS = 0.09, 0.035
_MOST_OUT, _MOST_IN = 5, 5
_HORIZONS = {"short": ("reach", "capacity"), "medium": ("behaviour",), "long": ("benefit", "condition")}
_STAGES = ("2026-01/2026-06", "2026-07/2026-12", "2027-01/2027-06", "2027-07/2027-12", "2028-01/2028-12")
_STATUSES = ("untested", "untested", "holding")
_FOLLOWING = ("", "", "", "moderate", "limited")
_ORIGIN: dict[str, Value] = {"x-source": "generated"}


@dataclass(slots=True)
class Plan:
    """What stands in a strategy and what leads to what, before anything is worded.

    Attributes:
        names: the ids in each section.
        links: cause and effect of every link that runs forwards and helps.
        barriers: cause and effect of the links from and to factors, with their role.
        loops: cause and effect of the links that feed back.
    """

    names: dict[str, list[str]]
    links: list[tuple[str, str]] = field(default_factory=list)
    barriers: list[tuple[str, str, str]] = field(default_factory=list)
    loops: list[tuple[str, str]] = field(default_factory=list)

    @property
    def nodes(self) -> int:
        """How many nodes it has."""
        return sum(len(self.names[section]) for section in _SHARES)

    @property
    def size(self) -> int:
        """How many links it has."""
        return len(self.links) + len(self.barriers) + len(self.loops)

    def near(self, section: str, place: int, count: int) -> str:
        """Give the entry of a section that stands about as far along as another."""
        names = self.names[section]
        return names[place * len(names) // max(count, 1)]


def plan_of(nodes: int, seed: int) -> Plan:
    """Plan a strategy with so many nodes.

    Raises:
        ValueError: when that is fewer than a theory needs.
    """
    if nodes < FEWEST:
        raise ValueError(f"a theory needs at least {FEWEST} nodes")
    plan = Plan(_names(nodes))
    levels = _levels(plan)
    for causes, effects in zip(levels, levels[1:], strict=False):
        plan.links += _spread(causes, effects)
    plan.links += _chained(plan.names["inputs"], plan.links)
    for start in ("needs", "assets"):
        plan.links += _along(plan.names[start], plan.names["activities"])
    _add_extras(plan, levels, Random(seed), round(nodes * _EXTRA_LINKS))
    _add_loops(plan, levels, round(nodes * _FEEDBACK_LINKS))
    _add_factors(plan)
    return plan


def _names(nodes: int) -> dict[str, list[str]]:
    sizes = _sizes(nodes)
    sizes["areas"] = min(len(AREAS), max(2, nodes // 10))
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


def _levels(plan: Plan) -> list[list[str]]:
    """Give the layers from inputs to goals, outcomes by their horizon."""
    outcomes = plan.names["outcomes"]
    first, second = -(-len(outcomes) * 9 // 23), -(-len(outcomes) * 17 // 23)
    parts = (outcomes[:first], outcomes[first:second], outcomes[second:])
    horizons = [part for part in parts if part]
    return [*(plan.names[name] for name in _NEEDED[:3]), *horizons, plan.names["goals"]]


def _spread(causes: Sequence[str], effects: Sequence[str]) -> list[tuple[str, str]]:
    """Link two layers so that every node of both is met, neighbours to neighbours."""
    if len(causes) >= len(effects):
        return _along(causes, effects)
    return [(cause, effect) for effect, cause in _along(effects, causes)]


def _along(names: Sequence[str], others: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, others[at * len(others) // len(names)]) for at, name in enumerate(names)]


def _chained(inputs: Sequence[str], links: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Let each input help the next one's first activity too: so the theory is one piece."""
    first = {cause: effect for cause, effect in reversed(links) if cause in set(inputs[:1])}
    known = set(inputs)
    for cause, effect in links:
        if cause in known:
            first.setdefault(cause, effect)
    return [(one, first[other]) for one, other in zip(inputs, inputs[1:], strict=False)]


def _add_extras(plan: Plan, levels: Sequence[list[str]], rng: Random, count: int) -> None:
    """Let some nodes lead to a second neighbour in the next layer, none to too many."""
    known = set(plan.links)
    out, into = Counter(cause for cause, _ in known), Counter(effect for _, effect in known)
    for _ in range(count):
        at = rng.randrange(1, len(levels) - 1)
        causes, effects = levels[at], levels[at + 1]
        place = rng.randrange(len(causes))
        nearby = place * len(effects) // len(causes) + rng.choice((-2, -1, 1, 2))
        link = (causes[place], effects[nearby % len(effects)])
        if link not in known and out[link[0]] < _MOST_OUT and into[link[1]] < _MOST_IN:
            known.add(link)
            out[link[0]] += 1
            into[link[1]] += 1
            plan.links.append(link)


def _add_loops(plan: Plan, levels: Sequence[list[str]], count: int) -> None:
    """Let some later outcomes strengthen the earlier ones that led to them."""
    later = {name for level in levels[4:-1] for name in level}
    forwards = [link for link in plan.links if link[1] in later]
    step = max(1, len(forwards) // max(1, count))
    plan.loops = [(effect, cause) for cause, effect in forwards[::step][:count]]


def _add_factors(plan: Plan) -> None:
    factors = plan.names["factors"]
    for at, factor in enumerate(factors):
        kind = KINDS_OF_FACTOR[at % len(KINDS_OF_FACTOR)]
        outcome = plan.near("outcomes", at, len(factors))
        plan.barriers.append((factor, outcome, "enables" if kind == "enabler" else "hinders"))
        if kind == "unintended":
            plan.barriers.append((plan.near("outputs", at, len(factors)), factor, "contributes"))


def generated(nodes: int, seed: int) -> str:
    """Write a strategy of a size as YAML.

    Args:
        nodes: how many nodes it has, at least five.
        seed: the same seed gives the same text.

    Raises:
        ValueError: when that is fewer than a theory needs.
    """
    return _Author(plan_of(nodes, seed), Random(seed)).text()


class _Author:
    def __init__(self, plan: Plan, rng: Random) -> None:
        self.plan = plan
        self.rng = rng
        self.words = Wording(rng)

    def text(self) -> str:
        lines = [f"# A generated strategy: {self.plan.nodes} nodes, {self.plan.size} links.", "toc: 1"]
        lines += self.head()
        for name, remark, entries in self.sections():
            lines += section(name, remark, entries)
        return "\n".join(lines) + "\n"

    def sections(self) -> Iterator[tuple[str, str, Iterator[Entry]]]:
        yield "areas", "Domeniile", self.areas()
        yield "assessments", "De unde pornim", self.assessments()
        yield "needs", "Ce lipsește", self.starting_points("needs")
        yield "assets", "Pe ce ne sprijinim", self.starting_points("assets")
        yield "stakeholders", "Cine este cine", self.stakeholders()
        yield "stages", "Etapele", self.stages()
        yield "inputs", "Ce punem", self.inputs()
        yield "activities", "Ce facem", self.activities()
        yield "outputs", "Ce livrăm", self.outputs()
        yield "outcomes", "Ce se schimbă", self.outcomes()
        yield "goals", "Unde vrem să ajungem", self.goals()
        yield "factors", "Ce nu ține de noi", self.factors()
        yield "assumptions", "Ce trebuie să fie adevărat", self.assumptions()
        yield "risks", "Ce poate strica", self.risks()
        yield "links", "Fiecare săgeată are motivul ei", self.links()
        yield "indicators", "Cu ce măsurăm", self.indicators()
        yield "sources", "Pe ce ne bazăm", self.sources()
        yield "criteria", "După ce alegem pilotul", self.criteria()
        yield "pilots", "Ce încercăm întâi", self.pilots()
        yield "events", "Când ne întâlnim", self.events()
        yield "feedback", "Ce s-a spus", self.feedback()
        yield "reviews", "Ce am hotărât", self.reviews()
        yield "lessons", "Ce am învățat", self.lessons()
        yield "messages", "Ce spunem și cui", self.messages()
        yield "views", "Desene", self.views()
        yield "changelog", "Versiuni", self.changelog()
