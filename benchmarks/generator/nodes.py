"""The nodes of a generated strategy, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.generator.lines import Entry, Fields, Value
from benchmarks.generator.pen import STAGES, Pen
from benchmarks.generator.plan import HORIZONS

__all__ = [
    "LARGEST_COST",
    "ORIGIN",
    "activities",
    "assets",
    "factors",
    "goals",
    "inputs",
    "needs",
    "outcomes",
    "outputs",
]

ORIGIN: Fields = {"x-source": "generated"}
LARGEST_COST = 30_000

_ACTIVE = 3
_CHANGES = {
    "short": ("reach", "capacity"),
    "medium": ("behaviour",),
    "long": ("benefit", "condition"),
}


def needs(pen: Pen) -> Iterator[Entry]:
    """Give what is missing."""
    return _starting_points(pen, "needs", "Lipsește un loc de întâlnire")


def assets(pen: Pen) -> Iterator[Entry]:
    """Give what can be built on."""
    return _starting_points(pen, "assets", "Există deja o sală deschisă")


def _starting_points(pen: Pen, section: str, begun: str) -> Iterator[Entry]:
    names = pen.names[section]
    for at, name in enumerate(names):
        yield (
            name,
            {
                "title": f"{begun} la {pen.words.place()}",
                "area": pen.area(at, len(names)),
                "source": f"Evaluarea inițială: {pen.rng.randrange(30, 55)} din 100",
                **ORIGIN,
            },
        )


def inputs(pen: Pen) -> Iterator[Entry]:
    """Give what goes in."""
    names = pen.names["inputs"]
    for at, name in enumerate(names):
        yield (
            name,
            {
                "title": f"Ore de lucru ale echipei din {pen.words.place()}",
                "amount": pen.rng.randrange(100, 3000),
                "unit": "ore",
                "from": pen.organisation(at, len(names)),
                "area": pen.area(at, len(names)),
                **ORIGIN,
            },
        )


def activities(pen: Pen) -> Iterator[Entry]:
    """Give what is done, by whom, for whom and when."""
    names = pen.names["activities"]
    for at, name in enumerate(names):
        stage = at % _ACTIVE
        least = LARGEST_COST * (4 if name in pen.plan.dear else 2) // 5
        said: dict[str, Value] = {"title": pen.words.measure()}
        if at % 3 == 0:
            said["text"] = (
                f"{pen.words.reason()}. Echipa din {pen.words.place()} ține lista la zi "
                f"și o arată la fiecare întâlnire. {pen.words.reason()}."
            )
        said |= {
            "area": pen.area(at, len(names)),
            "accountable": pen.organisation(at, len(names)),
            "responsible": [pen.organisation(at, len(names), after=after) for after in (0, 1)],
            "consulted": [pen.organisation(at, len(names), after=2)],
            "for": pen.some_groups(at, len(names), 2),
            "stage": f"etapa_{stage + 1}",
            "period": "/".join(STAGES[stage]),
            "cost": pen.rng.randrange(least, LARGEST_COST, 500),
            "funding": "bugetul proiectului",
        }
        if stage:
            said["after"] = [names[at - 1]]
        elif at % 4 == 0:
            said["quick_win"] = "true"
        yield name, {**said, **ORIGIN}


def outputs(pen: Pen) -> Iterator[Entry]:
    """Give what is delivered, after the last activity that it comes from."""
    for name in pen.names["outputs"]:
        amount = pen.rng.randrange(2, 40) * 10
        yield (
            name,
            {
                "title": pen.words.delivered(amount),
                "amount": amount,
                "due": STAGES[_ACTIVE - 1][1],
                **ORIGIN,
            },
        )


def outcomes(pen: Pen) -> Iterator[Entry]:
    """Give what changes, in whom."""
    names = iter(pen.names["outcomes"])
    for horizon, count in zip(HORIZONS, pen.plan.horizons, strict=False):
        for at in range(count):
            name, change = next(names), pen.rng.choice(_CHANGES[horizon])
            yield (
                name,
                {
                    "title": pen.words.somebody(change),
                    "area": pen.area(at, count),
                    "horizon": horizon,
                    "change": change,
                    "for": pen.some_groups(at, count, 1),
                    **_required(pen, name),
                    **ORIGIN,
                },
            )


def goals(pen: Pen) -> Iterator[Entry]:
    """Give what the strategy commits to."""
    names = pen.names["goals"]
    for at, name in enumerate(names):
        yield (
            name,
            {
                "title": pen.words.somebody("goal"),
                "number": f"OS {at + 1}",
                "area": pen.area(at, len(names)),
                "for": pen.some_groups(at, len(names), 2),
                "refs": {"sdg": "10.7"},
                **_required(pen, name),
                **ORIGIN,
            },
        )


def _required(pen: Pen, name: str) -> Fields:
    """Say how the causes combine, where there is more than one."""
    return {"requires": "any"} if pen.plan.has_many_causes(name) else {}


def factors(pen: Pen) -> Iterator[Entry]:
    """Give what is not in the authors' hands."""
    names = pen.names["factors"]
    for at, name in enumerate(names):
        kind = pen.plan.kind_of_factor(at)
        yield (
            name,
            {
                "title": pen.words.somebody(kind),
                "kind": kind,
                "area": pen.area(at, len(names)),
                "watch": pen.organisation(at, len(names)),
                **ORIGIN,
            },
        )
