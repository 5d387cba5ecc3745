"""What holds a generated theory together: links, assumptions, risks, indicators, sources."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.generator.lines import Entry, Fields, Value
from benchmarks.generator.nodes import ORIGIN
from benchmarks.generator.pen import Pen

__all__ = ["assumptions", "indicators", "links", "risks", "sources"]

_KINDS = ("context", "causal", "reach", "capability", "opportunity", "motivation")
_STATUSES = ("untested", "untested", "holding")
_EVIDENCE = ("limited", "moderate")
_ONE_IN = 5


def assumptions(pen: Pen) -> Iterator[Entry]:
    """Give what must be true, what would show it and who keeps an eye on it."""
    names = pen.names["assumptions"]
    tested: dict[str, list[str]] = {}
    for pilot, measure in pen.piloted.items():
        tested.setdefault(pen.plan.doubt_after(measure), []).append(pilot)
    for at, name in enumerate(names):
        tests = [pen.plan.near("indicators", at, len(names)), *tested.get(name, ())]
        yield (
            name,
            {
                "title": pen.words.somebody("assumption"),
                "kind": _KINDS[at % len(_KINDS)],
                "importance": "critical" if name in tested else "supporting",
                "status": "untested" if name in tested else pen.rng.choice(_STATUSES),
                "confidence": pen.rng.randrange(6, 19) * 5,
                "test": tests,
                "owner": pen.organisation(at, len(names)),
                "check_by": "2027-11",
                "if_false": pen.words.loss(),
                **ORIGIN,
            },
        )


def risks(pen: Pen) -> Iterator[Entry]:
    """Give what may fail, and what is done about it."""
    names = pen.names["risks"]
    for at, name in enumerate(names):
        yield (
            name,
            {
                "title": f"Grupa din {pen.words.place()} se golește înainte de vară",
                "likelihood": pen.rng.choice(("unlikely", "likely", "20%")),
                "consequence": pen.words.loss(),
                "response": f"Întâlnire lunară cu echipa din {pen.words.place()}",
                "owner": pen.organisation(at, len(names)),
                "of": pen.plan.near("assumptions", at, len(names)),
                **ORIGIN,
            },
        )


def links(pen: Pen) -> Iterator[Entry]:
    """Give every link with its reason; towards a change, also what it assumes."""
    for at, link in enumerate(pen.plan.links):
        said: dict[str, Value] = {"because": pen.words.reason()}
        assumed = pen.plan.changing.get(link)
        if assumed is not None:
            said |= _supported(pen, at, assumed)
        yield " -> ".join(link), {**said, **ORIGIN}
    for cause, effect, role in pen.plan.pressures:
        yield f"{cause} -> {effect}", {"because": pen.words.reason(), "role": role, **ORIGIN}
    for cause, effect in pen.plan.loops:
        yield (
            f"{cause} -> {effect}",
            {"because": pen.words.reason(), "feedback": "reinforcing", "lag": "P6M", **ORIGIN},
        )


def _supported(pen: Pen, at: int, assumed: list[str]) -> Fields:
    count = len(pen.plan.links)
    said: dict[str, Value] = {"assuming": assumed}
    if at % _ONE_IN == 0:
        said["evidence"] = pen.rng.choice(_EVIDENCE)
        said["sources"] = [pen.plan.near("sources", at, count)]
    elif at % _ONE_IN == 1:
        said["risks"] = [pen.plan.near("risks", at, count)]
    return said


def indicators(pen: Pen) -> Iterator[Entry]:
    """Give one measure of each outcome and each goal."""
    measured = [*pen.names["outcomes"], *pen.names["goals"]]
    for at, (name, node) in enumerate(zip(pen.names["indicators"], measured, strict=True)):
        start, place = pen.rng.randrange(5, 40), pen.words.place()
        yield (
            name,
            {
                "of": node,
                "title": f"Ponderea celor din {place} care {pen.words.deed('behaviour')}",
                "definition": f"Din totalul celor întrebați, eșantion de {start * 20}",
                "unit": "%",
                "measure": "percentage",
                "direction": "up",
                "baseline": {"2025-11": start},
                "milestones": {"2026-12": start + 8, "2027-06": start + 15},
                "target": {"2028-09": start + 30},
                "source": f"Chestionarul de integrare din {place}",
                "frequency": "P6M",
                "responsible": pen.organisation(at, len(measured)),
                "by": ["sex", "vârstă", "mediu"],
                "aggregate": "mean",
                **ORIGIN,
            },
        )


def sources(pen: Pen) -> Iterator[Entry]:
    """Give the evidence that is cited."""
    for at, name in enumerate(pen.names["sources"]):
        yield (
            name,
            {
                "title": f"Studiu despre învățarea limbii la {pen.words.place()}",
                "url": f"https://example.org/studii/{at + 1}",
                "year": pen.rng.randrange(2018, 2026),
                "kind": "study",
                "grade": pen.rng.randrange(1, 5),
                "scale": "0-4",
                "direction": "supports",
                "place": "România",
                **ORIGIN,
            },
        )
