"""A plan put into words, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING

from benchmarks.generator.lines import Entry, Value
from benchmarks.generator.plan import HORIZONS, Plan
from benchmarks.generator.wording import AREAS, Wording

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Author"]

_STAGES = (
    ("2026-01", "2026-06"),
    ("2026-07", "2026-12"),
    ("2027-01", "2027-06"),
    ("2027-07", "2027-12"),
    ("2028-01", "2028-12"),
)
_ACTIVE, _PILOTING = 3, 4
_CHANGES = {"short": ("reach", "capacity"), "medium": ("behaviour",), "long": ("benefit", "condition")}
_LARGEST_COST = 60
_ORIGIN: dict[str, Value] = {"x-source": "generated"}


class Author:
    """Whoever writes a strategy after a plan.

    Args:
        plan: the plan.
        rng: where chance comes from.
    """

    def __init__(self, plan: Plan, rng: Random) -> None:
        """Begin with nothing written."""
        self.plan = plan
        self.names = plan.names
        self.rng = rng
        self.words = Wording(rng)

    def sections(self) -> Iterator[tuple[str, str, Iterator[Entry]]]:
        """Give each section's name, a remark in the file, and its entries."""
        remarks = {
            "areas": "Domeniile",
            "assessments": "De unde pornim",
            "needs": "Ce lipsește",
            "assets": "Pe ce ne sprijinim",
            "stakeholders": "Cine este cine",
            "stages": "Etapele",
            "inputs": "Ce punem",
            "activities": "Ce facem",
            "outputs": "Ce livrăm",
            "outcomes": "Ce se schimbă",
            "goals": "Unde vrem să ajungem",
            "factors": "Ce nu ține de noi",
            "assumptions": "Ce trebuie să fie adevărat",
            "risks": "Ce poate strica",
            "links": "Fiecare săgeată are motivul ei",
            "indicators": "Cu ce măsurăm",
            "sources": "Pe ce ne bazăm",
            "criteria": "După ce alegem pilotul",
            "pilots": "Ce încercăm întâi",
            "events": "Când ne întâlnim",
            "feedback": "Ce s-a spus",
            "reviews": "Ce am hotărât",
            "lessons": "Ce am învățat",
            "messages": "Ce spunem și cui",
            "views": "Desene",
            "changelog": "Versiuni",
        }
        for name, remark in remarks.items():
            write: Callable[[], Iterator[Entry]] = getattr(self, name)
            yield name, remark, write()

    def head(self) -> dict[str, Value]:
        """Give the strategy's head."""
        return {
            "id": "generata",
            "title": f"Strategia de integrare din {self.words.place()}",
            "languages": ["ro"],
            "status": "draft",
            "version": "'0.1'",
            "period": "2026-01/2028-12",
            "place": {"name": self.words.place(), "nuts": "RO424"},
            "led_by": self.organisation(0, 1),
            "partners": self.organisations[:6],
            "vision": "Cei veniți de curând și cei de aici de generații trăiesc și hotărăsc împreună, "
            "primesc aceleași servicii și muncesc după priceperea lor.",
            "ceiling": "behaviour",
            "budget": _LARGEST_COST * 1000 * self.plan.nodes,
            "currency": "EUR",
        }

    @cached_property
    def organisations(self) -> list[str]:
        """The stakeholders that do something: every other one."""
        return self.names["stakeholders"][::2]

    @cached_property
    def groups(self) -> list[str]:
        """The stakeholders in whom something changes."""
        return self.names["stakeholders"][1::2]

    def organisation(self, place: int, count: int, *, after: int = 0) -> str:
        """Give an organisation as far along as one place among many."""
        known = self.organisations
        return known[(place * len(known) // count + after) % len(known)]

    def group(self, place: int, count: int, *, after: int = 0) -> str:
        """Give a group as far along as one place among many."""
        known = self.groups
        return known[(place * len(known) // count + after) % len(known)]

    def areas(self) -> Iterator[Entry]:
        """Give the policy areas."""
        for at, name in enumerate(self.names["areas"]):
            yield name, {"title": AREAS[at], **_ORIGIN}

    def assessments(self) -> Iterator[Entry]:
        """Give one assessment, with a score for each area."""
        scores: dict[str, Value] = {area: self.rng.randrange(55, 75) for area in self.names["areas"]}
        peers: dict[str, Value] = {area: self.rng.randrange(50, 70) for area in self.names["areas"]}
        yield (
            "evaluare_2025",
            {
                "title": "Evaluarea de la care pornim",
                "method": "Chestionarul de integrare regională",
                "date": "2025-11",
                "source": "Răspunsurile direcțiilor, punctate de universitate",
                "scores": scores,
                "peers": peers,
                **_ORIGIN,
            },
        )

    def needs(self) -> Iterator[Entry]:
        """Give what is missing."""
        return self._starting_points("needs", "Lipsește")

    def assets(self) -> Iterator[Entry]:
        """Give what can be built on."""
        return self._starting_points("assets", "Există deja")

    def _starting_points(self, section: str, begun: str) -> Iterator[Entry]:
        names = self.names[section]
        for at, name in enumerate(names):
            yield (
                name,
                {
                    "title": f"{begun} un loc de întâlnire la {self.words.place()}",
                    "area": self.plan.near("areas", at, len(names)),
                    "source": f"Evaluarea inițială: {self.rng.randrange(30, 55)} din 100",
                    **_ORIGIN,
                },
            )

    def stakeholders(self) -> Iterator[Entry]:
        """Give organisations and groups in turn."""
        levels = ("low", "medium", "high")
        acting = set(self.organisations)
        for name in self.names["stakeholders"]:
            is_acting = name in acting
            said: dict[str, Value] = {
                "title": self.words.organisation() if is_acting else self.words.people(),
                "kind": "organisation" if is_acting else "group",
                "roles": ["partner", "decision-maker"] if is_acting else ["target group"],
                "influence": self.rng.choice(levels),
                "interest": self.rng.choice(levels),
            }
            if not is_acting:
                said["size"] = self.rng.randrange(50, 4000)
            yield name, {**said, **_ORIGIN}

    def stages(self) -> Iterator[Entry]:
        """Give the stages of the roadmap, one after the other."""
        titles = ("Pregătire", "Formare", "Lucru împreună", "Pilot", "Extindere")
        for at, (title, (first, last)) in enumerate(zip(titles, _STAGES, strict=True), 1):
            yield (
                f"etapa_{at}",
                {"title": title, "period": f"{first}/{last}", "review": {"every": "P6M"}, **_ORIGIN},
            )

    def inputs(self) -> Iterator[Entry]:
        """Give what goes in."""
        names = self.names["inputs"]
        for at, name in enumerate(names):
            yield (
                name,
                {
                    "title": f"Ore de lucru ale echipei din {self.words.place()}",
                    "amount": self.rng.randrange(100, 3000),
                    "unit": "ore",
                    "from": self.organisation(at, len(names)),
                    "area": self.plan.near("areas", at, len(names)),
                    **_ORIGIN,
                },
            )

    def activities(self) -> Iterator[Entry]:
        """Give what is done, by whom, for whom and when."""
        names = self.names["activities"]
        for at, name in enumerate(names):
            stage = at % _ACTIVE
            said: dict[str, Value] = {"title": self.words.measure()}
            if at % 3 == 0:
                said["text"] = f"{self.words.reason()}. {self.words.reason()}, iar echipa din {self.words.place()} ține lista la zi."
            said |= {
                "area": self.plan.near("areas", at, len(names)),
                "accountable": self.organisation(at, len(names)),
                "responsible": [self.organisation(at, len(names), after=after) for after in (0, 1)],
                "consulted": [self.group(at, len(names), after=1)],
                "for": [self.group(at, len(names)), self.group(at, len(names), after=2)],
                "stage": f"etapa_{stage + 1}",
                "period": "/".join(_STAGES[stage]),
                "cost": self.rng.randrange(1, _LARGEST_COST) * 500,
                "funding": "bugetul proiectului",
            }
            if stage:
                said["after"] = [names[at - 1]]
            elif at % 4 == 0:
                said["quick_win"] = "true"
            yield name, {**said, **_ORIGIN}

    def outputs(self) -> Iterator[Entry]:
        """Give what is delivered, after the last activity that it comes from."""
        for name in self.names["outputs"]:
            amount = self.rng.randrange(2, 40) * 10
            yield (
                name,
                {
                    "title": self.words.delivered(amount),
                    "amount": amount,
                    "due": _STAGES[_ACTIVE - 1][1],
                    **_ORIGIN,
                },
            )

    def outcomes(self) -> Iterator[Entry]:
        """Give what changes, in whom."""
        names = self.names["outcomes"]
        horizons = [
            horizon
            for horizon, count in zip(HORIZONS, self.plan.horizons, strict=False)
            for _ in range(count)
        ]
        for at, (name, horizon) in enumerate(zip(names, horizons, strict=True)):
            change = self.rng.choice(_CHANGES[horizon])
            yield (
                name,
                {
                    "title": self.words.somebody(change),
                    "area": self.plan.near("areas", at, len(names)),
                    "horizon": horizon,
                    "change": change,
                    "for": [self.group(at, len(names))],
                    "requires": "any",
                    **_ORIGIN,
                },
            )

    def goals(self) -> Iterator[Entry]:
        """Give what the strategy commits to."""
        names = self.names["goals"]
        for at, name in enumerate(names):
            yield (
                name,
                {
                    "title": self.words.somebody("goal"),
                    "number": f"OS {at + 1}",
                    "area": self.plan.near("areas", at, len(names)),
                    "for": [self.group(at, len(names)), self.group(at, len(names), after=1)],
                    "refs": {"sdg": "'10.7'"},
                    "requires": "any",
                    **_ORIGIN,
                },
            )
