"""The same nodes and arrows in the formats of other tools that read a model from text.

Only what all of them can hold is written: an id, a title, and what a node leads to; feedback
is left out, because most of them refuse circles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toc.graph import TheoryGraph
from toc.loading import find_strategies, load_parts

__all__ = ["FORMATS", "Theory", "theory_of"]


@dataclass(frozen=True)
class Theory:
    """What is written.

    Attributes:
        titles: each node's title, by its id.
        effects: the nodes that each leads to.
    """

    titles: Mapping[str, str]
    effects: Mapping[str, Sequence[str]]

    @property
    def arrows(self) -> int:
        """How many arrows there are."""
        return sum(map(len, self.effects.values()))


def theory_of(path: Path) -> Theory:
    """Take the nodes and arrows of a strategy."""
    (parts,) = find_strategies(path)
    graph = TheoryGraph(load_parts(parts).strategy)
    effects: defaultdict[str, list[str]] = defaultdict(list)
    for arrow in graph.arrows:
        if not arrow.feeds_back and arrow.effect not in effects[arrow.cause]:
            effects[arrow.cause].append(arrow.effect)
    titles = {node: str(graph.entry(node).title or node) for node in graph.nodes}
    return Theory(titles, {node: tuple(effects[node]) for node in titles})


def _trlc(theory: Theory) -> Iterator[tuple[str, str]]:
    yield "s.rsl", "package town\ntype Node { title String  leads_to optional Node[1..*] }\n"
    entries = ["package town"]
    for node, title in theory.titles.items():
        after = ", ".join(f"n_{effect}" for effect in theory.effects[node])
        leads = f"  leads_to = [{after}]\n" if after else ""
        said = title.replace('"', "'")
        entries.append(f'Node n_{node} {{\n  title = "{said}"\n{leads}}}')
    yield "s.trlc", "\n".join(entries) + "\n"


_GRAMMAR = """\
[DOCUMENT]
TITLE: Town

[GRAMMAR]
ELEMENTS:
- TAG: REQUIREMENT
  FIELDS:
  - TITLE: UID
    TYPE: String
    REQUIRED: True
  - TITLE: STATEMENT
    TYPE: String
    REQUIRED: True
  RELATIONS:
  - TYPE: Parent
"""


def _strictdoc(theory: Theory) -> Iterator[tuple[str, str]]:
    entries = [_GRAMMAR]
    for node, title in theory.titles.items():
        effects = theory.effects[node]
        relations = "".join(f"- TYPE: Parent\n  VALUE: {effect}\n" for effect in effects)
        heading = "RELATIONS:\n" if effects else ""
        entries.append(f"[REQUIREMENT]\nUID: {node}\nSTATEMENT: {title}\n{heading}{relations}")
    yield "t.sdoc", "\n".join(entries)


_CONF = """\
extensions = ["sphinx_needs"]
needs_id_regex = "^[A-Za-z0-9_]+"
needs_types = [dict(directive="node", title="Node", prefix="N_", color="#fff", style="node")]
"""


def _sphinx_needs(theory: Theory) -> Iterator[tuple[str, str]]:
    yield "conf.py", _CONF
    entries = ["Town\n====\n"]
    for node, title in theory.titles.items():
        after = ", ".join(theory.effects[node])
        links = f"   :links: {after}\n" if after else ""
        entries.append(f".. node:: {title}\n   :id: {node}\n{links}")
    yield "index.rst", "\n".join(entries)


_ITEM = """\
active: true
derived: false
header: ''
level: {level}
links: [{links}]
normative: true
ref: ''
reviewed: null
text: |
  {title}
"""


def _doorstop(theory: Theory) -> Iterator[tuple[str, str]]:
    yield "n/.doorstop.yml", "settings:\n  digits: 5\n  prefix: N\n  sep: ''\n"
    number = {node: f"N{place:05}" for place, node in enumerate(theory.titles, 1)}
    for place, (node, title) in enumerate(theory.titles.items(), 1):
        links = ", ".join(number[effect] for effect in theory.effects[node])
        text = _ITEM.format(level=f"1.{place}", links=links, title=title)
        yield f"n/{number[node]}.yml", text


FORMATS: dict[str, Callable[[Theory], Iterator[tuple[str, str]]]] = {
    "trlc": _trlc,
    "strictdoc": _strictdoc,
    "sphinx-needs": _sphinx_needs,
    "doorstop": _doorstop,
}
"""For each tool, what gives the files of a theory."""
