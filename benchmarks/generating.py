"""Strategies of any size, for measuring: a realistic theory in layers, the same for a seed.

    python benchmarks/generating.py --nodes 500 --seed 1 -o strategy.yaml

The proportions are those of `strategies/timis`: for 55 nodes 75 links with reasons, 14
assumptions, 15 indicators, 3 pilots, 10 events.  Neighbours in one layer lead to neighbours
in the next, so that a larger strategy is wider and not deeper.

What it writes is clean: `toc check` says nothing.  A new rule that finds something here has
either found a fault of this generator, to be mended in `benchmarks/generator`, or speaks of
sheer size, and then a section `waivers` there accepts it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.generator import around, nodes, theory
from benchmarks.generator.lines import Entry, fields, section
from benchmarks.generator.pen import Pen
from benchmarks.generator.plan import FEWEST, Plan, plan_of

__all__ = ["FEWEST", "Plan", "generated", "plan_of"]

_SECTIONS: dict[str, tuple[str, Callable[[Pen], Iterator[Entry]]]] = {
    "areas": ("Domeniile", around.areas),
    "assessments": ("De unde pornim", around.assessments),
    "needs": ("Ce lipsește", nodes.needs),
    "assets": ("Pe ce ne sprijinim", nodes.assets),
    "stakeholders": ("Cine este cine", around.stakeholders),
    "stages": ("Etapele", around.stages),
    "inputs": ("Ce punem", nodes.inputs),
    "activities": ("Ce facem", nodes.activities),
    "outputs": ("Ce livrăm", nodes.outputs),
    "outcomes": ("Ce se schimbă", nodes.outcomes),
    "goals": ("Unde vrem să ajungem", nodes.goals),
    "factors": ("Ce nu ține de noi", nodes.factors),
    "assumptions": ("Ce trebuie să fie adevărat", theory.assumptions),
    "risks": ("Ce poate strica", theory.risks),
    "links": ("Fiecare săgeată are motivul ei", theory.links),
    "indicators": ("Cu ce măsurăm", theory.indicators),
    "sources": ("Pe ce ne bazăm", theory.sources),
    "criteria": ("După ce alegem pilotul", around.criteria),
    "pilots": ("Ce încercăm întâi", around.pilots),
    "events": ("Când ne întâlnim", around.events),
    "feedback": ("Ce s-a spus", around.feedback),
    "reviews": ("Ce am hotărât", around.reviews),
    "lessons": ("Ce am învățat", around.lessons),
    "messages": ("Ce spunem și cui", around.messages),
    "views": ("Desene", around.views),
    "changelog": ("Versiuni", around.changelog),
    "waivers": ("Ce acceptăm", around.waivers),
}


def generated(nodes: int, seed: int) -> str:
    """Write a strategy of a size as YAML.

    Args:
        nodes: how many nodes it has, at least five.
        seed: the same seed gives the same text.

    Raises:
        TooSmallError: when that is fewer than a theory needs.
    """
    return _written(Pen(plan_of(nodes, seed), Random(seed)))


def _written(pen: Pen) -> str:
    plan = pen.plan
    lines = [f"# O strategie generată: {plan.nodes} de noduri, {plan.arrows} de săgeți.", "toc: 1"]
    lines += ["", "strategy:", *fields(around.head(pen), "  ")]
    for name, (remark, entries) in _SECTIONS.items():
        lines += section(name, remark, entries(pen))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write a strategy to a file, or print it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--nodes", type=int, default=500, help="how many nodes (500)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same text (1)")
    parser.add_argument("-o", "--output", type=Path, help="the file to write")
    options = parser.parse_args()
    text = generated(options.nodes, options.seed)
    if options.output is None:
        sys.stdout.write(text)
    else:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
