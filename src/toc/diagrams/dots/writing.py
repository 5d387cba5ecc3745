"""A chart as DOT text that reads well wherever somebody runs `dot` on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams import labels, palette, telling
from toc.diagrams.dots.badging import badged
from toc.diagrams.dots.explaining import explained
from toc.diagrams.dots.library import digraph, hint, plain, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.diagrams.chart import Arrow, Box, Chart
    from toc.diagrams.dots.library import Digraph

__all__ = ["RANKDIR", "written"]

RANKDIR = "LR"
"""Which way the theory runs: "LR", or "BT" for a pathway that grows from the ground."""

_INCH = 72.0
_FONT = "Noto Sans,Open Sans,DejaVu Sans,Arial,sans-serif"
_ROUND = frozenset({"activity", "outcome", "goal"})
_POLARITIES = {"reinforcing": "+", "balancing": "−"}


def written(chart: Chart) -> str:
    """Write a chart as DOT text, with looks, headings, reasons and a legend.

    The legend is the label of the whole and the title that of a frame inside it: so
    neither is a node that would push boxes about.  Lanes have no frames: dot would lead
    long arrows around them and through their names, and put the levels' names below.
    """
    graph = digraph(
        "chart",
        rankdir=RANKDIR,
        ranksep="0.6",
        nodesep="0.2",
        pad="0.3",
        forcelabels="true",
        fontname=_FONT,
        fontsize="10",
        fontcolor=palette.SECONDARY,
        labelloc="b",
        labeljust="l",
        label=explained(chart),
        tooltip=hint(chart.title),
    )
    _habits(graph)
    with graph.subgraph(name="cluster_chart") as frame:
        frame.attr(
            label=_title(chart),
            labelloc="t",
            labeljust="l",
            fontsize="20",
            fontcolor=palette.INK,
            pencolor="transparent",
            margin="16",
        )
        _fill(frame, chart)
    return graph.source


def _habits(graph: Digraph) -> None:
    graph.attr(
        "node",
        shape="box",
        style="filled",
        fillcolor=palette.PAPER,
        color=palette.INK,
        fontname=_FONT,
        fontsize=f"{palette.LABEL:g}",
        fontcolor=palette.INK,
        width=f"{palette.BOX_WIDTH / _INCH:.3f}",
        height="0.36",
        margin="0.11,0.06",
    )
    graph.attr(
        "edge", color=palette.ARROW, fontname=_FONT, fontsize="9", arrowsize="0.65", penwidth="1.2"
    )


def _title(chart: Chart) -> str:
    lines = [*labels.lines(chart.title, 900, 20, bold=True), labels.clean(chart.subtitle)]
    return "".join(f"{plain(line)}\\l" for line in lines if line)


def _fill(graph: Digraph, chart: Chart) -> None:
    boxes = sorted(chart.boxes, key=lambda box: (box.column, box.lane, box.id.casefold(), box.id))
    names = {box.id: f"n{at}" for at, box in enumerate(boxes)}
    _head(graph, chart)
    for box in boxes:
        graph.node(names[box.id], **_look(chart, box))
    by_id = {box.id: box for box in boxes}
    for arrow in sorted(chart.arrows, key=lambda arrow: arrow.key):
        graph.edge(names[arrow.cause], names[arrow.effect], **_line(chart, arrow, by_id))
    _rank(graph, chart, [(names[box.id], box.column) for box in boxes])


def _look(chart: Chart, box: Box) -> dict[str, str]:
    """Give a box the looks of its kind."""
    gate = telling.gate_word(box)
    lines = [f"[{gate.say(chart.language)}]"] if gate else []
    look = {
        "label": stacked([*lines, *labels.label(box, palette.BOX_WIDTH)]),
        "tooltip": hint(telling.box_told(chart, box)),
    }
    if box.kind in palette.OUTSIDE:
        look |= {"style": "filled,dashed", "color": palette.SECONDARY}
    elif box.kind in _ROUND:
        look["style"] = "filled,rounded"
    if box.kind == "goal":
        look |= {"fillcolor": palette.TINTS["goal"], "fontcolor": palette.PAPER}
    return look


def _line(chart: Chart, arrow: Arrow, boxes: Mapping[str, Box]) -> dict[str, str]:
    """Give an arrow its looks, its assumptions and its reason.

    Only arrows that run on to a later level rank boxes.
    """
    line = {"tooltip": hint(telling.arrow_told(chart, arrow, boxes))}
    said = badged(chart, arrow.assuming, _POLARITIES.get(arrow.feedback, ""))
    run = boxes[arrow.effect].column - boxes[arrow.cause].column
    if said:
        line |= {"label" if run > 0 else "xlabel": said, "labeltooltip": line["tooltip"]}
    if run <= 0:
        line["constraint"] = "false"
    if arrow.feedback:
        line["style"] = "dashed"
    if arrow.hinders:
        line |= {"color": palette.HINDRANCE, "arrowhead": "tee", "arrowsize": "0.9"}
    return line


def _head(graph: Digraph, chart: Chart) -> None:
    """Write the levels' names; inside a frame those come uppermost that are written first."""
    for at, column in enumerate(chart.columns):
        tint = palette.TINTS.get(column.level, palette.RULE)
        lines = labels.lines(column.title, palette.BOX_WIDTH - 2 * palette.PADDING, palette.LABEL)
        graph.node(
            f"c{at}",
            label=stacked(lines),
            tooltip=hint(column.definition),
            fillcolor=tint,
            color=tint,
            fontcolor=palette.PAPER if column.level == "goal" else palette.INK,
        )


def _rank(graph: Digraph, chart: Chart, placed: Sequence[tuple[str, int]]) -> None:
    """Keep every level in line, below its name."""
    for at in range(len(chart.columns)):
        with graph.subgraph() as level:
            level.attr(rank="same")
            for name in (f"c{at}", *(name for name, where in placed if where == at)):
                level.node(name)
    for at in range(len(chart.columns) - 1):
        graph.edge(f"c{at}", f"c{at + 1}", style="invis", weight="10")
