"""What stands around a generated theory: people, time, pilots and what was said."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.generator.lines import Entry, Fields, Value
from benchmarks.generator.nodes import LARGEST_COST, ORIGIN
from benchmarks.generator.pen import STAGES, Pen
from benchmarks.generator.wording import AREAS

__all__ = [
    "areas",
    "assessments",
    "changelog",
    "criteria",
    "events",
    "feedback",
    "head",
    "lessons",
    "messages",
    "pilots",
    "reviews",
    "stages",
    "stakeholders",
    "views",
    "waivers",
]

_LEVELS = ("low", "medium", "high")
_WEIGHTS = {"contributie": 40, "invatare": 30, "fezabilitate": 20, "acceptare": 10}
_SCORED = ("fezabilitate", "acceptare")
_FIRST_SCORES = {0: (3, 5), 1: (1, 2)}
_INDICATORS = 40


def head(pen: Pen) -> Fields:
    """Give the head of the strategy."""
    return {
        "id": "generata",
        "title": f"Strategia de integrare din {pen.words.place()}",
        "languages": ["ro"],
        "status": "draft",
        "version": "0.1",
        "period": "2026-01/2028-12",
        "place": {"name": pen.words.place(), "nuts": "RO424"},
        "led_by": pen.organisations[0],
        "partners": pen.organisations[:6],
        "vision": "Cei veniți de curând și cei de aici de generații trăiesc și hotărăsc împreună, "
        "primesc aceleași servicii și muncesc după priceperea lor.",
        "ceiling": "behaviour",
        "budget": LARGEST_COST * pen.plan.nodes,
        "currency": "EUR",
    }


def areas(pen: Pen) -> Iterator[Entry]:
    """Give the policy areas."""
    for name, title in zip(pen.names["areas"], AREAS, strict=False):
        yield name, {"title": title, **ORIGIN}


def assessments(pen: Pen) -> Iterator[Entry]:
    """Give one assessment, with a score for each area."""
    scores: dict[str, Value] = {area: pen.rng.randrange(55, 75) for area in pen.names["areas"]}
    peers: dict[str, Value] = {area: pen.rng.randrange(50, 70) for area in pen.names["areas"]}
    said: Fields = {
        "title": "Evaluarea de la care pornim",
        "method": "Chestionarul de integrare regională",
        "date": "2025-11",
        "source": "Răspunsurile direcțiilor, punctate de universitate",
        "scores": scores,
        "peers": peers,
    }
    yield "evaluare_2025", {**said, **ORIGIN}


def stakeholders(pen: Pen) -> Iterator[Entry]:
    """Give organisations and groups in turn."""
    acting = set(pen.organisations)
    for name in pen.names["stakeholders"]:
        is_acting = name in acting
        people = pen.words.neighbours if name == pen.groups[0] else pen.words.people
        said: dict[str, Value] = {
            "title": pen.words.organisation() if is_acting else people(),
            "kind": "organisation" if is_acting else "group",
            "roles": ["partner", "decision-maker"] if is_acting else ["target group"],
            "influence": pen.rng.choice(_LEVELS),
            "interest": pen.rng.choice(_LEVELS),
        }
        if not is_acting:
            said["size"] = pen.rng.randrange(50, 4000)
        yield name, {**said, **ORIGIN}


def stages(_pen: Pen) -> Iterator[Entry]:
    """Give the stages of the roadmap, one after the other."""
    titles = ("Pregătire", "Formare", "Lucru împreună", "Pilot", "Extindere")
    for at, (title, (first, last)) in enumerate(zip(titles, STAGES, strict=True), 1):
        review: dict[str, Value] = {"every": "P6M"}
        yield (
            f"etapa_{at}",
            {"title": title, "period": f"{first}/{last}", "review": review, **ORIGIN},
        )


def criteria(_pen: Pen) -> Iterator[Entry]:
    """Give what pilots are judged by."""
    computed = {"contributie": "contribution to goals", "invatare": "learning value"}
    titles = ("Contribuția la obiective", "Cât învățăm", "Se poate face", "Este bine primit")
    for (name, weight), title in zip(_WEIGHTS.items(), titles, strict=True):
        said: dict[str, Value] = {"title": title, "weight": weight, "direction": "up"}
        if name in computed:
            said["computed"] = computed[name]
        else:
            said["scale"] = ["1", "5"]
        yield name, {**said, **ORIGIN}


def pilots(pen: Pen) -> Iterator[Entry]:
    """Give what is tried first: measures that lead to the goal they claim."""
    names = pen.names["pilots"]
    for at, (name, measure) in enumerate(pen.piloted.items()):
        tested = pen.plan.first_effect(measure)
        scores: dict[str, Value] = {key: _scores(pen, at, len(names)) for key in _SCORED}
        yield (
            name,
            {
                "title": f"Pilotul din {pen.words.place()}",
                "of": [measure],
                "new": "Se ține în programul cu publicul, nu la telefon",
                "tests": [pen.plan.doubt_after(measure), f"{measure} -> {tested}"],
                "contributes_to": [pen.plan.goal_after(measure)],
                "where": f"{pen.words.place()} și două comune vecine",
                "period": "/".join(STAGES[3]),
                "stage": "etapa_4",
                "cost": pen.rng.randrange(1, 60) * 500,
                "scores": scores,
                "scale_if": "Cel puțin 60 % dintre cei îndrumați revin în trei luni",
                "adapt_if": "Revin între 30 % și 60 % dintre ei",
                "stop_if": "Sub 30 % revin după șase luni",
                **ORIGIN,
            },
        )


def _scores(pen: Pen, at: int, count: int) -> dict[str, Value]:
    people = dict.fromkeys(pen.organisation(at, count, after=after) for after in range(3))
    # The first two are far apart, so that each criterion decides something.
    first, last = _FIRST_SCORES.get(at, (1, 5))
    return {person: pen.rng.randrange(first, last + 1) for person in people}


def events(pen: Pen) -> Iterator[Entry]:
    """Give workshops and meetings, with who came."""
    names = pen.names["events"]
    for at, name in enumerate(names):
        stage = at % len(STAGES)
        invited = pen.some_groups(at, len(names), 3)
        attended: dict[str, Value] = {group: pen.rng.randrange(8, 90) for group in invited[:2]}
        yield (
            name,
            {
                "title": f"Întâlnirea {at + 1}: {pen.words.reason()}",
                "kind": "co-design meeting",
                "date": f"{STAGES[stage][0]}-{pen.rng.randrange(1, 28):02}",
                "stage": f"etapa_{stage + 1}",
                "audience": invited,
                "facilitators": [pen.organisation(at, len(names))],
                "mode": pen.rng.choice(("online", "onsite", "hybrid")),
                "objective": "Alegerea schimbărilor dorite și a drumului până la ele",
                "about": [pen.plan.near("activities", at, len(names))],
                "attended": attended,
                **ORIGIN,
            },
        )


def feedback(pen: Pen) -> Iterator[Entry]:
    """Give what participants said, and what was changed after it."""
    names = pen.names["feedback"]
    for at, name in enumerate(names):
        measure = pen.plan.near("activities", at, len(names))
        yield (
            name,
            {
                "title": f"Mai multe cazuri de la ghișeul din {pen.words.place()}",
                "text": f"{pen.words.reason()}, a spus un participant.",
                "from": pen.plan.near("events", at, len(names)),
                "by": ["O funcționară de la evidența persoanelor"],
                "about": [measure],
                "changed": [measure],
                **ORIGIN,
            },
        )


def reviews(pen: Pen) -> Iterator[Entry]:
    """Give one review with its decisions."""
    decided: list[dict[str, Value]] = [
        {"about": name, "decision": "keep", "because": pen.words.reason()}
        for name in (pen.names["activities"][0], pen.names["assumptions"][0])
    ]
    yield (
        "revizuire_2026",
        {
            "title": "Revizuirea de la sfârșitul primei etape",
            "date": "2026-06-20",
            "stage": "etapa_1",
            "decisions": decided,
            "next": "2026-12",
            **ORIGIN,
        },
    )


def lessons(pen: Pen) -> Iterator[Entry]:
    """Give what was learned, and what follows from it."""
    names = pen.names["lessons"]
    for at, name in enumerate(names):
        yield (
            name,
            {
                "title": f"Cazurile aduse din {pen.words.place()} țin sala trează",
                "from": pen.plan.near("events", at, len(names)),
                "about": [pen.plan.near("activities", at, len(names))],
                "action": pen.words.reason(),
                "for": [pen.organisation(at, len(names))],
                **ORIGIN,
            },
        )


def messages(pen: Pen) -> Iterator[Entry]:
    """Give what is told to whom."""
    names = pen.names["messages"]
    for at, name in enumerate(names):
        yield (
            name,
            {
                "title": f"Ce facem la {pen.words.place()}",
                "for": pen.some_groups(at, len(names), 1),
                "channel": "presa locală, caravană, afiș",
                "date": "2027-05",
                "about": [pen.plan.near("outputs", at, len(names))],
                "by": ["Biroul de comunicare"],
                **ORIGIN,
            },
        )


def views(pen: Pen) -> Iterator[Entry]:
    """Give two named pictures."""
    first = pen.names["goals"][0], pen.names["pilots"][0]
    yield "drumul_intai", {"title": "Drumul spre primul obiectiv", "goal": first[0], **ORIGIN}
    yield "pilotul_intai", {"title": "Primul pilot și ce atinge el", "pilot": first[1], **ORIGIN}


def changelog(pen: Pen) -> Iterator[Entry]:
    """Give the first version."""
    said: Fields = {"date": "2026-06", "by": ["Grupul de redactare"], "because": pen.words.reason()}
    yield "'0.1'", {**said, **ORIGIN}


def waivers(pen: Pen) -> Iterator[Entry]:
    """Accept what is found for the sheer size."""
    if len(pen.names["indicators"]) > _INDICATORS:
        yield (
            "indicatori_multi",
            {
                "rule": "indicators-too-many",
                "because": "Fiecare schimbare are măsura ei, oricâte ar fi",
                "by": pen.organisations[:1],
                "until": "2028-12",
                **ORIGIN,
            },
        )
