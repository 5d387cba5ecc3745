"""Charts for Graphviz: as DOT text, and as places that its program has computed.

An author's id is never a DOT id, because there `a:b` is a port; a label is escaped,
because there `<…>` is HTML and a backslash begins a command.
"""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Protocol, TypedDict, cast

from toc.diagrams import labels, palette
from toc.errors import MissingExtraError, OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    from toc.diagrams.chart import Arrow, Box, Chart

__all__ = ["Places", "arrows", "names", "placed", "written"]

_POINTS = 72.0
_SHAPES = {"need": "box", "asset": "box", "input": "box", "output": "box"}


class _Digraph(Protocol):
    """What we use of a graph of the graphviz package."""

    @property
    def source(self) -> str: ...
    def attr(self, kw: str | None = None, **attrs: str) -> None: ...
    def node(self, name: str, label: str | None = None, **attrs: str) -> None: ...
    def edge(self, tail: str, head: str, **attrs: str) -> None: ...
    def subgraph(self) -> AbstractContextManager[_Digraph]: ...
    def pipe(self, *, format: str, encoding: str, quiet: bool) -> str: ...  # noqa: A002


class _Graphviz(Protocol):
    """What we use of the graphviz package, which has no types of its own."""

    ExecutableNotFound: type[Exception]

    def Digraph(self, name: str, *, graph_attr: Mapping[str, str]) -> _Digraph: ...  # noqa: N802
    def escape(self, text: str, /) -> str: ...


class Places(TypedDict):
    """What Graphviz tells of a placed graph; lengths are points, y grows upwards.

    Attributes:
        bb: the corners of the whole, "0,0,width,height".
        objects: nodes and subgraphs, with `name` and `pos`.
        edges: edges, with `pos` and the `id` that we gave them.
    """

    bb: str
    objects: list[Mapping[str, str]]
    edges: list[Mapping[str, str]]


def written(chart: Chart) -> str:
    """Write a chart as DOT text, with labels and looks."""
    graph = _graph()
    graph.attr(label=_escape(labels.clean(chart.title)), labelloc="t", labeljust="l", fontsize="20")
    named, column = names(chart), {box.id: box.column for box in chart.boxes}
    for box in _boxes(chart):
        graph.node(named[box.id], **_look(box))
    for arrow in arrows(chart):
        number = ", ".join(map(str, arrow.assuming))
        graph.edge(
            named[arrow.cause],
            named[arrow.effect],
            xlabel=number,
            **_line(arrow),
            **_ends(column, arrow),
        )
    _rank(graph, chart, named, headings=True)
    return graph.source


def placed(chart: Chart, sizes: Mapping[str, tuple[float, float]], *, gap: float) -> Places:
    """Let Graphviz place a chart's boxes, left to right.

    Args:
        chart: what is placed.
        sizes: width and height of each box.
        gap: the distance between columns.

    Raises:
        MissingExtraError: the program `dot` is not on this machine.
        OutputError: the program gave up on the picture.
    """
    graph = _graph()
    graph.attr(ranksep=_inches(gap), nodesep=_inches(palette.BOX_GAP))
    graph.attr("edge", arrowsize=str(palette.HEAD / 10))
    named, column = names(chart), {box.id: box.column for box in chart.boxes}
    for box in _boxes(chart):
        width, height = sizes[box.id]
        graph.node(
            named[box.id], "", width=_inches(width), height=_inches(height), fixedsize="true"
        )
    for at, arrow in enumerate(arrows(chart)):
        graph.edge(named[arrow.cause], named[arrow.effect], id=f"e{at}", **_ends(column, arrow))
    _rank(graph, chart, named, headings=False)
    try:
        told = graph.pipe(format="json", encoding="utf-8", quiet=True)
    except _graphviz().ExecutableNotFound as error:
        raise MissingExtraError(
            Message("the engine dot needs Graphviz: apt install graphviz, or graphviz.org/download")
        ) from error
    except subprocess.CalledProcessError as error:
        raise OutputError(
            Message("Graphviz cannot place this picture: draw it without --engine dot")
        ) from error
    return cast("Places", json.loads(told))


def _graphviz() -> _Graphviz:
    import graphviz  # noqa: PLC0415 - slow

    return cast("_Graphviz", graphviz)


def _escape(text: str) -> str:
    # Graphviz decodes entities in labels: what was typed must stay what was typed.
    return _graphviz().escape(text.replace("&", "&amp;"))


def _graph() -> _Digraph:
    graph = _graphviz().Digraph(
        "chart", graph_attr={"rankdir": "LR", "splines": "true", "remincross": "true"}
    )
    graph.attr(
        "node",
        shape="box",
        fontname="Noto Sans",
        fontsize="11",
        color=palette.INK,
        fontcolor=palette.INK,
    )
    graph.attr("edge", color=palette.ARROW, fontname="Noto Sans", fontsize="9", arrowsize="0.65")
    return graph


def names(chart: Chart) -> dict[str, str]:
    """Give each box a name that is safe in DOT."""
    return {box.id: f"n{at}" for at, box in enumerate(_boxes(chart))}


def _boxes(chart: Chart) -> Sequence[Box]:
    return sorted(chart.boxes, key=lambda box: (box.column, box.lane, box.id.casefold(), box.id))


def arrows(chart: Chart) -> Sequence[Arrow]:
    """Give the arrows in the order in which they are written."""
    return sorted(chart.arrows, key=lambda arrow: arrow.key)


def _look(box: Box) -> dict[str, str]:
    styles = ["dashed"] if box.kind in palette.OUTSIDE else []
    styles += [] if box.kind in _SHAPES or styles else ["rounded"]
    look = {
        "label": _escape("\n".join(labels.label(box, palette.BOX_WIDTH))),
        "tooltip": _escape(labels.clean(box.label)),
        "style": ",".join(styles),
    }
    return look | ({"penwidth": "2"} if box.kind == "goal" else {})


def _line(arrow: Arrow) -> dict[str, str]:
    if arrow.hinders:
        return {"color": palette.HINDRANCE, "arrowhead": "tee"}
    return {"style": "dashed"} if arrow.feedback else {}


def _ends(column: Mapping[str, int], arrow: Arrow) -> dict[str, str]:
    """Let lines leave and enter on the facing sides; only those that run on rank boxes."""
    run = column[arrow.effect] - column[arrow.cause]
    if run > 0:
        return {"tailport": "e", "headport": "w"}
    ends = {"tailport": "w", "headport": "e"} if run else {}
    return {"constraint": "false", **ends}


def _rank(graph: _Digraph, chart: Chart, named: Mapping[str, str], *, headings: bool) -> None:
    """Keep every column in line; heading nodes come last, or they would disturb the order."""
    for at, column in enumerate(chart.columns):
        text = _escape(labels.clean(column.title)) if headings else ""
        graph.node(
            f"c{at}", text, shape="plaintext", **({} if headings else {"width": "0", "height": "0"})
        )
        members = [named[box.id] for box in _boxes(chart) if box.column == at]
        with graph.subgraph() as same:
            same.attr(rank="same")
            for name in (f"c{at}", *members):
                same.node(name)
    for at in range(len(chart.columns) - 1):
        graph.edge(f"c{at}", f"c{at + 1}", style="invis", weight="10")


def _inches(length: float) -> str:
    return f"{length / _POINTS:.4f}"
