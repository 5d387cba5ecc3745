"""Published systems come out in every printed digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import pytest
from analysis.systems import fault_tree, network

from toc.analysis.chance import chance
from toc.analysis.cut_sets import cut_sets
from toc.analysis.deciding import cuts_of, decided, ways_of
from toc.analysis.estimating import chance_of
from toc.analysis.leverage import leverage
from toc.analysis.logic import Logic
from toc.analysis.single_points import single_points
from toc.analysis.system import Package, Reading, Step, System

pytest.importorskip("oxidd")


@dataclass(frozen=True)
class Tree:
    """A published fault tree.

    Attributes:
        events: how likely each basic event is.
        gates: each gate, as `toc`'s tests write it.
        top: what is to be avoided.
        chance: how likely it is, as it was published.
        digits: how exactly.
        cuts: its minimal cut sets; empty where none were published.
        rare: the sum of the chances of the cut sets, where that was published.
    """

    events: Mapping[str, float]
    gates: Mapping[str, str]
    top: str
    chance: float
    digits: float
    cuts: str = ""
    rare: float | None = None

    @property
    def logic(self) -> Logic:
        """The tree as the system of what does not fail."""
        return fault_tree(self.gates, self.events, self.top)

    @property
    def holds(self) -> dict[str, float]:
        """How likely it is that each event does not happen."""
        return {event: 1 - chance for event, chance in self.events.items()}


TRAINS = {
    "TopEvent": "and TrainOne TrainTwo",
    "TrainOne": "or ValveOne PumpOne",
    "TrainTwo": "or ValveTwo PumpTwo",
}
TREES = {
    # SCRAM, input/Theatre/theatre.xml, after OpenFTA's sample
    "theatre": Tree(
        {"Mains": 0.03, "Gen": 0.02, "Relay": 0.05},
        {"Theatre": "and Mains Generator", "Generator": "or Gen Relay"},
        "Theatre",
        0.00207,
        1e-12,
        "Gen Mains, Mains Relay",
        0.0021,
    ),
    # OpenFTA_Report.txt in the same folder
    "theatre-openfta": Tree(
        {"Mains": 0.03, "Gen": 0.019801326666666667, "Relay": 0.05},
        {"Theatre": "and Mains Generator", "Generator": "or Gen Relay"},
        "Theatre",
        0.002064338,
        5e-10,
        "Gen Mains, Mains Relay",
        0.00209404,
    ),
    # SCRAM, tests/bench_two_train_tests.cc
    "two-train": Tree(
        {"ValveOne": 0.5, "ValveTwo": 0.5, "PumpOne": 0.7, "PumpTwo": 0.7},
        TRAINS,
        "TopEvent",
        0.7225,
        1e-12,
        "ValveOne ValveTwo, PumpTwo ValveOne, PumpOne ValveTwo, PumpOne PumpTwo",
    ),
    # SCRAM, tests/bench_ne574_tests.cc, after UW-Madison NE574, lecture 8
    "ne574": Tree(
        {"B": 0.1, "C": 0.3, "D": 0.5, "F": 0.7, "G": 0.2, "H": 0.4, "I": 0.8},
        {
            "System": "and TrainOne TrainTwo",
            "TrainOne": "or A B C",
            "A": "or F G",
            "TrainTwo": "or C D E",
            "E": "and H I",
        },
        "System",
        0.662208,
        1e-6,
        "C, D F, D G, B D, F H I, G H I, B H I",
    ),
    # SCRAM, tests/bench_core_tests.cc
    "abc": Tree(
        {"A": 0.1, "B": 0.2, "C": 0.3}, {"T": "or A B C"}, "T", 0.496, 1e-12, "A, B, C", 0.6
    ),
    "ab-or-bc": Tree(
        {"A": 0.1, "B": 0.2, "C": 0.3},
        {"T": "or X Y", "X": "and A B", "Y": "and B C"},
        "T",
        0.074,
        1e-12,
        "A B, B C",
        0.08,
    ),
    "two-of-three": Tree(
        {"A": 0.1, "B": 0.2, "C": 0.3},
        {"T": "2 of A B C"},
        "T",
        0.098,
        1e-12,
        "A B, B C, A C",
        0.11,
    ),
}


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_a_fault_tree_is_as_likely_as_published(tree: Tree) -> None:
    """The chance of the top event is the published one."""
    holds = chance_of(tree.logic, tree.top, Reading.ANY, tree.holds)
    assert 1 - holds == pytest.approx(tree.chance, abs=tree.digits)


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_a_fault_tree_has_the_published_cut_sets(tree: Tree) -> None:
    """The minimal cut sets are the published ones, and their chances add up as published."""
    expected = {frozenset(cut.split()) for cut in tree.cuts.split(", ")}
    found = cut_sets(tree.logic, tree.top, max_size=9).sets.if_any
    assert {frozenset(one.name for one in cut) for cut in found.sets} == expected
    assert found.count == len(expected)
    if tree.rare is not None:
        likely = [product(tree.events[event] for event in cut) for cut in expected]
        assert sum(likely) == pytest.approx(tree.rare, rel=1e-6)


def product(numbers: object) -> float:
    """Multiply numbers."""
    total = 1.0
    assert hasattr(numbers, "__iter__")
    for number in numbers:
        total *= number
    return total


TWO_TRAIN = {
    "PumpOne": (2, 0.51, 0.4737, 0.7895, 1.316, 1.9),
    "PumpTwo": (2, 0.38, 0.4118, 0.8235, 1.176, 1.7),
    "ValveOne": (2, 0.34, 0.2105, 0.5263, 1.316, 1.267),
    "ValveTwo": (2, 0.228, 0.1765, 0.5882, 1.176, 1.214),
}
"""SCRAM, tests/risk_analysis_tests.cc: cut sets with it, MIF, CIF, DIF, RAW, RRW."""


def test_the_two_trains_have_the_published_importances() -> None:
    """Birnbaum, criticality, diagnosis, worth and reduction, in each printed digit."""
    fails = {"ValveOne": 0.4, "ValveTwo": 0.5, "PumpOne": 0.6, "PumpTwo": 0.7}
    logic = fault_tree(TRAINS, fails, "TopEvent")
    found = leverage(logic, "TopEvent", {name: 1 - chance for name, chance in fails.items()})
    assert 1 - found.chance == pytest.approx(0.646, abs=1e-12)
    cuts = cut_sets(logic, "TopEvent").sets.if_any.sets
    missed = [product(fails[one.name] for one in cut) for cut in cuts]
    assert 1 - product(1 - one for one in missed) == pytest.approx(0.766144, abs=1e-12)
    for one in found.items:
        number = sum(one.thing in cut for cut in cuts)
        measures = (
            one.birnbaum,
            one.criticality,
            one.diagnosis,
            one.worth,
            one.reduction,
        )
        assert [number, *(float(f"{measure:.4g}") for measure in measures if measure)] == list(
            TWO_TRAIN[one.thing.name]
        )


FRECHET = [
    (
        "all",
        [0.9, 0.9, 0.9],
        (0.7, 0.729, 0.9),
    ),
    ("all", [0.99] * 10, (0.9, 0.9043820750088044, 0.99)),
    ("all", [0.6, 0.5], (0.1, 0.3, 0.5)),
    ("all", [0.3, 0.4], (0.0, 0.12, 0.3)),
    ("any", [0.6, 0.5], (0.6, 0.8, 1.0)),
    ("any", [0.2, 0.3], (0.3, 0.44, 0.5)),
]
"""Fréchet's bounds; Bloomfield and Rushby, SRI-CSL-25-01R2, arXiv 2604.00034."""


@pytest.mark.parametrize(("gate", "shares", "expected"), FRECHET)
def test_doubts_add_up_as_published(
    gate: str, shares: Sequence[float], expected: tuple[float, float, float]
) -> None:
    """Lower end, independent marker and upper end of all and of any."""
    names = [f"x{number}" for number in range(len(shares))]
    steps = {name: Step() for name in names}
    steps["goal"] = Step((), tuple(map(Package, names)), len(names) if gate == "all" else 1)
    logic = Logic(System(steps, frozenset(names)), ["goal"])
    found = chance(logic, "goal", dict(zip(names, shares, strict=True))).estimate
    assert found is not None
    estimate = found.if_any
    assert (estimate.low, estimate.independent.low, estimate.high) == pytest.approx(expected)


BRIDGE = [("s", "a"), ("s", "b"), ("a", "b"), ("a", "t"), ("b", "t")]


def reliability(system: System, goal: str, chances: Mapping[str, float] | float) -> float:
    """Give how likely it is that a goal stays connected."""
    given = dict.fromkeys(system.may_fail, chances) if isinstance(chances, float) else chances
    diagram = decided(system, Reading.ANY, goal)
    assert diagram is not None
    return diagram.chance(given)


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_the_bridge_is_as_reliable_as_in_the_textbook(share: float) -> None:
    """Moore and Shannon: 2p² + 2p³ - 5p⁴ + 2p⁵; 0.97848 at 0.9."""
    found = reliability(network(BRIDGE, "s", both_ways=True), "t", share)
    assert found == pytest.approx(2 * share**2 + 2 * share**3 - 5 * share**4 + 2 * share**5)
    assert found == pytest.approx({0.5: 0.5, 0.9: 0.97848}[share], abs=1e-12)


LADDER = [("1", "2"), ("1", "4"), ("2", "3"), ("2", "5"), ("3", "6"), ("4", "5"), ("5", "6")]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.5] * 7, 0.1796875),
        ([0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], 0.147968),
        ([0.5, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0], 0.75),
    ],
)
def test_a_ladder_holds_together_as_graphillion_says(
    shares: Sequence[float], expected: float
) -> None:
    """All six nodes stay connected; graphillion's own test, by trying everything."""
    connected = network(LADDER, "1", both_ways=True)
    everywhere = Step((), tuple(map(Package, connected.steps)), len(connected.steps))
    system = System({**connected.steps, "all": everywhere}, connected.may_fail)
    chances = {f"e{number}": share for number, share in enumerate(shares)}
    assert reliability(system, "all", chances) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("fails", "published"), [(0.1, "2.8796e-03"), (0.01, "2.0619e-06"), (0.001, "2.0060e-09")]
)
def test_the_dodecahedron_fails_as_seldom_as_published(fails: float, published: str) -> None:
    """Twenty nodes, thirty links, antipodal ends; Cancela and El Khadiri's benchmark."""
    graph = nx.dodecahedral_graph()
    far = max(graph, key=lambda node: (nx.shortest_path_length(graph, 0, node), node))
    edges = [(str(one), str(other)) for one, other in graph.edges]
    diagram = decided(network(edges, "0", both_ways=True), Reading.ANY, str(far))
    assert diagram is not None
    cuts = cuts_of(diagram)
    assert cuts is not None
    lost = 1 - diagram.chance(dict.fromkeys(diagram.things, 1 - fails))
    assert f"{lost:.4e}" == published


GRID = nx.grid_2d_graph
PATHS = [(2, 2, None), (3, 12, 30), (4, 184, 348)]
"""OEIS A007764: self-avoiding paths between opposite corners; edge cuts recomputed."""


@pytest.mark.parametrize(("size", "paths", "cuts"), PATHS)
def test_a_grid_has_as_many_ways_as_oeis_says(size: int, paths: int, cuts: int | None) -> None:
    """The minimal path sets are the self-avoiding paths."""
    diagram = decided(grid(size), Reading.ANY, f"{(size - 1, size - 1)}")
    assert diagram is not None
    found, lost = ways_of(diagram), cuts_of(diagram)
    assert found is not None
    assert lost is not None
    assert found.count == paths
    assert cuts is None or lost.count == cuts


def grid(size: int) -> System:
    """Give a square grid, walked both ways from a corner."""
    edges = [(str(one), str(other)) for one, other in GRID(size, size).edges]
    return network(edges, "(0, 0)", both_ways=True)


@pytest.mark.parametrize(("share", "expected"), [(0.9, 0.972502171407), (0.5, 0.277099609375)])
def test_the_grid_of_nine_is_as_reliable_as_trying_everything_says(
    share: float, expected: float
) -> None:
    """Corner to corner."""
    assert reliability(grid(3), "(2, 2)", share) == pytest.approx(expected, abs=1e-12)


FLOW = "s v1 16, s v2 13, v2 v1 4, v1 v3 12, v3 v2 9, v2 v4 14, v4 v3 7, v3 t 20, v4 t 4"
"""Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, figure 26.1."""


def test_the_lightest_cut_carries_the_greatest_flow() -> None:
    """Ford and Fulkerson: the maximum flow of the textbook's network, 23, is its minimum cut."""
    given = [edge.split() for edge in FLOW.split(", ")]
    system = network([(one, other) for one, other, _ in given], "s", both_ways=False)
    diagram = decided(system, Reading.ANY, "t")
    assert diagram is not None
    cuts = cuts_of(diagram)
    assert cuts is not None
    weights = {f"e{number}": float(edge[2]) for number, edge in enumerate(given)}
    lightest = cuts.lightest(weights)
    assert lightest is not None
    assert sum(weights[edge] for edge in lightest) == 23


LENGAUER_TARJAN = "RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK IK JI KI KR LH"
"""Lengauer and Tarjan, ACM TOPLAS 1(1), 1979: figure 1; its dominators are figure 2."""
COOPER_2 = "ab ba cb da ec ed"
"""Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm, 2001: figure 2."""
COOPER_4 = "ab ba bc cb db dc ea fd fe"
"""The same: figure 4."""


@pytest.mark.parametrize(
    ("arrows", "root", "dominated"),
    [
        pytest.param(LENGAUER_TARJAN, "R", "RABCDEHIK CFG GJ DL", id="lengauer-tarjan-1979"),
        pytest.param(COOPER_2, "e", "eabcd", id="cooper-2001-figure-2"),
        pytest.param(COOPER_4, "f", "fabcde", id="cooper-2001-figure-4"),
    ],
)
def test_single_points_are_the_published_dominators(arrows: str, root: str, dominated: str) -> None:
    """What dominates a node brings it down by itself where any cause is enough."""
    dominator = {node: group[0] for group in dominated.split() for node in group[1:]}
    edges = [(arrow[0], arrow[1]) for arrow in arrows.split()]
    connected = network(edges, root, both_ways=False)
    logic = Logic(System(connected.steps, frozenset()), sorted(dominator))
    for node in dominator:
        found = {one.name for one in single_points(logic, node).certain}
        assert found & dominator.keys() | {root} == set(above(node, dominator))


def above(node: str, dominator: Mapping[str, str]) -> list[str]:
    """Give all that dominate a node."""
    found = [dominator[node]]
    while found[-1] in dominator:
        found.append(dominator[found[-1]])
    return found
