"""The layout: what moves when one box is added, how often arrows cross, how it grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from statistics import mean
from time import process_time
from typing import TypeAlias

import toc
from benchmarks.bench import ROOT, Bench
from benchmarks.generating import generated
from benchmarks.tables import Goal, Table
from toc.diagrams.chart import Chart
from toc.diagrams.curves import sampled
from toc.diagrams.drafting import chart_of
from toc.diagrams.layout import Layout
from toc.diagrams.picture import ENGINES
from toc.diagrams.scene import Point
from toc.diagrams.sheet import extra
from toc.loading import find_strategies, load_parts

__all__ = ["measure"]

_Way: TypeAlias = Sequence[tuple[Point, Point]]

_SEEDS = (1, 2, 3)
_STRATEGIES = ROOT / "strategies"
_REAL = ("timis", "arad.yaml")
_LEFT_OUT = 46
"""So many boxes are left out, one at a time; of larger charts a sample."""


def measure(bench: Bench) -> Iterator[Table]:
    """Measure steadiness, crossings and time on strategies that are made up, and on real ones."""
    sizes = (30, 45) if bench.quick else (30, 45, 60, 100, 200)
    charts = {
        f"{nodes} nodes, seed {seed}": _made_up(bench, nodes, seed)
        for nodes in sizes
        for seed in _SEEDS
    }
    real = {f"strategies/{name}": _chart(_STRATEGIES / name) for name in _REAL}
    yield _steadiness(charts, real)
    yield _crossings({name: c for name, c in charts.items() if len(c.boxes) <= 100}, real, bench)
    yield _times(bench)


def _made_up(bench: Bench, nodes: int, seed: int) -> Chart:
    path = bench.folder / f"layout-{nodes}-{seed}.yaml"
    path.write_text(generated(nodes, seed), encoding="utf-8")
    return _chart(path)


def _chart(path: Path) -> Chart:
    (parts,) = find_strategies(path)
    strategy = load_parts(parts).strategy
    return chart_of(strategy, toc.TheoryGraph(strategy), language="ro")


def _bare(chart: Chart) -> Chart:
    return replace(chart, lanes=())


def _arranged(chart: Chart, engine: str = "grid") -> Layout:
    layout: Layout = ENGINES[engine].arrange(chart, extra(chart))
    return layout


def _ordered(chart: Chart) -> Layout:
    """Lay out without the sheet around, on which no box's order depends."""
    layout: Layout = ENGINES["grid"].arrange(chart, lambda _: 0.0)
    return layout


def _steadiness(charts: Mapping[str, Chart], real: Mapping[str, Chart]) -> Table:
    lines: list[tuple[str, ...]] = []
    found: list[tuple[float, ...]] = []
    for name, chart in {**charts, **real}.items():
        bare = _bare(chart)
        with_lanes, without = _shares_added(chart), _shares_added(bare)
        found.append((mean(with_lanes), mean(without), _share_shuffled(chart)))
        shares = (found[-1][0], max(with_lanes), found[-1][1], max(without), found[-1][2])
        lines.append((name, *(f"{share:.1%}" for share in shares)))
    lanes, none, shuffled = zip(*found[: len(charts)], strict=True)
    goals = [
        Goal("pairs swapped by one more box, with lanes, in %", 100 * mean(lanes), 1),
        Goal("the same in the strategy where it is most", 100 * max(lanes), 1),
        Goal("pairs swapped by one more box, without lanes, in %", 100 * mean(none), 2),
        Goal("the same in the strategy where it is most", 100 * max(none), 2),
        Goal("pairs swapped by another order of the file, in %", 100 * max(shuffled), 3),
    ]
    remarks = [
        "of the pairs within columns; the goals are held against the strategies that are made up",
        "shuffled are nodes and links; lanes keep the areas' order unless another spares much",
    ]
    header = ("strategy", "lanes", "worst box", "no lanes", "worst box", "shuffled")
    return Table("layout: what moves when one box is added", header, lines, goals, remarks)


def _shares_added(chart: Chart) -> list[float]:
    """Leave out one box at a time, and say what share of the pairs it swaps when it returns."""
    whole = _above(chart, _ordered(chart))
    boxes = sorted(box.id for box in chart.boxes)
    if len(boxes) > _LEFT_OUT:
        boxes = Random(1).sample(boxes, _LEFT_OUT // (1 + len(boxes) // 100))
    parts = [_without(chart, box) for box in boxes]
    return [_swapped(_above(part, _ordered(part)), whole) for part in parts]


def _share_shuffled(chart: Chart) -> float:
    boxes, arrows = list(chart.boxes), list(chart.arrows)
    random = Random(1)
    random.shuffle(boxes)
    random.shuffle(arrows)
    turned = replace(chart, boxes=tuple(boxes), arrows=tuple(arrows))
    return _swapped(_above(turned, _ordered(turned)), _above(chart, _ordered(chart)))


def _above(chart: Chart, layout: Layout) -> Mapping[tuple[str, str], bool]:
    boxes = sorted(chart.boxes, key=lambda box: box.id)
    return {
        (one.id, other.id): layout.boxes[one.id].y < layout.boxes[other.id].y
        for one, other in combinations(boxes, 2)
        if one.column == other.column
    }


def _swapped(
    before: Mapping[tuple[str, str], bool], after: Mapping[tuple[str, str], bool]
) -> float:
    return mean(before[pair] != after[pair] for pair in before)


def _without(chart: Chart, box: str) -> Chart:
    arrows = tuple(arrow for arrow in chart.arrows if box not in (arrow.cause, arrow.effect))
    return replace(
        chart, boxes=tuple(other for other in chart.boxes if other.id != box), arrows=arrows
    )


def _crossings(charts: Mapping[str, Chart], real: Mapping[str, Chart], bench: Bench) -> Table:
    lines: list[tuple[str, ...]] = []
    counts: list[tuple[int, ...]] = []
    with_dot = bench.program("dot") is not None
    for name, chart in {**charts, **real}.items():
        bare = _bare(chart)
        drawn = [(chart, "grid"), (bare, "grid"), (chart, "pathway")]
        drawn += [(bare, "dot")] if with_dot else []
        counts.append(tuple(_crossing_pairs(one, _arranged(one, by)) for one, by in drawn))
        lines.append((name, *map(str, counts[-1])))
    header = ("strategy", "grid, lanes", "grid, no lanes", "pathway")
    remarks = ["pairs of drawn arrows that cross; pairs with a common end do not count"]
    if not with_dot:
        return Table("layout: crossings", header, lines, (), [*remarks, "dot is not installed"])
    remarks.append("dot knows no lanes: it is given the same chart without them")
    sums = [sum(column) for column in zip(*counts, strict=True)]
    goals = [
        Goal(f"crossings of the {name}, as a share of dot's", one / max(1, sums[3]), 1)
        for name, one in zip(header[1:], sums, strict=False)
    ]
    return Table("layout: crossings against dot", (*header, "dot"), lines, goals, remarks)


def _crossing_pairs(chart: Chart, layout: Layout) -> int:
    ways = [
        ({arrow.cause, arrow.effect}, list(pairwise(sampled(layout.routes[arrow.key].path))))
        for arrow in chart.arrows
    ]
    return sum(
        _cross(one, other)
        for (ends, one), (others, other) in combinations(ways, 2)
        if not ends & others
    )


def _cross(one: _Way, other: _Way) -> bool:
    return any(
        max(a[0], b[0]) >= min(c[0], d[0])
        and max(c[0], d[0]) >= min(a[0], b[0])
        and _side(a, b, c) * _side(a, b, d) < 0
        and _side(c, d, a) * _side(c, d, b) < 0
        for a, b in one
        for c, d in other
    )


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _times(bench: Bench) -> Table:
    lines: list[tuple[str, ...]] = []
    goals: list[Goal] = []
    limits = {500: 0.5, 2_000: 5.0}
    for nodes in (45, 200) if bench.quick else (45, 200, 500, 2_000):
        chart = _made_up(bench, nodes, 1)
        seconds = [_time(_arranged, chart, engine) for engine in ("grid", "pathway")]
        lines.append((f"{nodes:,}", *(f"{taken:.2f} s" for taken in seconds)))
        if nodes in limits:
            goals.append(
                Goal(f"seconds for {nodes:,} nodes on the grid", seconds[0], limits[nodes])
            )
    return Table("layout: time", ("nodes", "grid", "pathway"), lines, goals)


def _time(arrange: Callable[[Chart, str], Layout], chart: Chart, engine: str) -> float:
    """Give the processor's time for the first layout: labels are not yet measured."""
    began = process_time()
    arrange(chart, engine)
    return process_time() - began
