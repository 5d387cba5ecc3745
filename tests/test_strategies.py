"""The three strategies: sound, whole in both languages, and true to what they were written from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from toc import Severity, Strategy, Text, check, load
from toc.api import fmt
from toc.lessons import found_again
from toc.loading import find_strategies, load_parts
from toc.model import Entry
from toc.model.nodes import NODE_SECTIONS
from toc.model.strategy import SECTIONS
from toc.reporters.plain import render

FOLDER = Path(__file__).parents[1] / "strategies"
PATHS = {"timis": FOLDER / "timis", "arad": FOLDER / "arad.yaml", "salaj": FOLDER / "salaj"}
LANGUAGES = {"ro", "en"}
LEAST = {"timis": 45, "arad": 30, "salaj": 30}
DAY = date(2026, 11, 21)


@pytest.fixture(scope="module", params=PATHS)
def name(request: pytest.FixtureRequest) -> str:
    """Be the name of one of the three."""
    return str(request.param)


@pytest.fixture(scope="module")
def strategy(name: str) -> Strategy:
    """Load one of the three."""
    return load(PATHS[name])


@pytest.fixture(scope="module")
def arad() -> Strategy:
    """Load Arad's roadmap."""
    return load(PATHS["arad"])


@pytest.fixture(scope="module")
def salaj() -> Strategy:
    """Load Sălaj county's strategy."""
    return load(PATHS["salaj"])


@pytest.fixture(scope="module")
def timis() -> Strategy:
    """Load Timiș county's strategy."""
    return load(PATHS["timis"])


def entries(strategy: Strategy) -> Iterator[tuple[str, str, Any]]:
    """Go through all entries, with their sections and keys."""
    for section in SECTIONS:
        for key, entry in getattr(strategy, section).items():
            yield section, key, entry


def texts(noun: Any, route: str) -> Iterator[tuple[str, Text]]:
    """Go through all the texts in a noun, with the routes to them."""
    if isinstance(noun, Text):
        yield route, noun
    elif isinstance(noun, BaseModel):
        for name in type(noun).model_fields:
            yield from texts(getattr(noun, name), f"{route}.{name}")
    elif isinstance(noun, dict):
        for key, value in noun.items():
            yield from texts(value, f"{route}.{key}")
    elif isinstance(noun, list | tuple):
        for index, value in enumerate(noun):
            yield from texts(value, f"{route}.{index}")


def test_it_checks_without_errors(name: str) -> None:
    """On the day it is read and on the last day of its century: warnings at most."""
    for on in (None, date(2026, 1, 1), date(2099, 12, 31)):
        report = check(PATHS[name], on=on)
        assert not report.fails(Severity.ERROR)


def test_nothing_is_found_but_what_is_waived(name: str) -> None:
    """All rules were asked, none failed, and there is nothing to mend."""
    (verdict,) = check(PATHS[name], on=DAY).verdicts
    assert [(finding.rule, finding.message.say()) for finding in verdict.findings] == []
    assert verdict.failures == ()
    assert len(verdict.rules) > 150
    assert ("area-without-measure" in verdict.rules) == (name != "arad")


@pytest.mark.parametrize("languages", [("ro",), ("en",), ("en", "ro")])
def test_nothing_is_found_in_either_language(
    strategy: Strategy, languages: tuple[str, ...]
) -> None:
    """Its wording holds in Romanian alone, in English alone, and with English as the original."""
    head = strategy.head.model_copy(update={"languages": languages})
    report = check(strategy.model_copy(update={"head": head}), on=DAY)
    assert [(finding.rule, finding.message.say("en")) for finding in report.findings] == []


@pytest.mark.parametrize(
    ("language", "said"), [("ro", "nimic de corectat"), ("en", "nothing to mend")]
)
def test_that_nothing_is_found_is_said_in_both_languages(
    name: str, language: str, said: str
) -> None:
    """Whoever runs the check reads one line, in Romanian or in English."""
    (line,) = render(check(PATHS[name], on=DAY), language=language).splitlines()
    assert said in line


def test_every_waiver_is_used_and_says_all_that_it_must(name: str, strategy: Strategy) -> None:
    """Each is about certain entries, accepts something there, and holds on the day."""
    (verdict,) = check(PATHS[name], on=DAY).verdicts
    accepted = {
        related.route[1]
        for finding in verdict.waived
        for related in finding.related
        if related.route[:1] == ("waivers",)
    }
    assert accepted == set(strategy.waivers) != set()
    for key, waiver in strategy.waivers.items():
        assert waiver.at, key
        assert waiver.by, key
        assert waiver.because, key
        assert waiver.until is not None, key
        assert DAY < waiver.until.last <= date(2027, 12, 31), key


def test_fmt_has_nothing_to_mend(name: str) -> None:
    """No legacy letter, no stray character."""
    files = list(fmt(PATHS[name]))
    assert files
    assert [(str(one.path), one.count, one.left) for one in files if one.count or one.left] == []


def test_nothing_of_it_is_lost_on_the_way_in(name: str) -> None:
    """The loader has nothing to say: no fault, no stray letter, no translation too many."""
    (parts,) = find_strategies(PATHS[name])
    assert [finding.message.say() for finding in load_parts(parts).findings] == []


def test_it_is_large_enough_to_be_real(name: str, strategy: Strategy) -> None:
    """Nodes of every level, and everything around them."""
    nodes = sum(len(getattr(strategy, section)) for section in NODE_SECTIONS)
    assert nodes >= LEAST[name]
    assert len(strategy.arrows) >= nodes
    around = ("assumptions", "indicators", "stakeholders", "stages", "events", "areas", "reviews")
    for section in (*NODE_SECTIONS, *around):
        assert getattr(strategy, section), section


def test_every_text_is_in_both_languages(strategy: Strategy) -> None:
    """Whoever reads Romanian or English alone misses no word."""
    missing = {
        route: LANGUAGES - set(text.languages)
        for route, text in texts(strategy, "")
        if not set(text.languages) >= LANGUAGES
    }
    assert missing == {}


def test_no_translation_is_empty_or_the_original_again(strategy: Strategy) -> None:
    """The two wordings of a text say something, and what is a sentence differs."""
    said = dict(texts(strategy, ""))
    assert len(said) > 200
    for route, text in said.items():
        romanian, english = text.say("ro"), text.say("en")
        assert romanian.strip(), route
        assert english.strip(), route
        assert romanian != english or len(romanian.split()) <= 3, route


def test_every_entry_says_where_it_comes_from(strategy: Strategy) -> None:
    """Each entry, links too, has an `x-source`: the seed, or that it is illustrative."""
    for section, key, entry in entries(strategy):
        assert re.match("seed|illustrative", entry.extensions.get("x-source", "")), (section, key)
    assert strategy.head.extensions["x-source"]


@pytest.mark.parametrize("seeded", ["timis", "arad"])
def test_some_of_it_is_from_the_seed_and_some_is_not(seeded: str) -> None:
    """What was found and what was added are both there, and told apart."""
    strategy = load(PATHS[seeded])
    sources = [entry.extensions["x-source"] for _, _, entry in entries(strategy)]
    assert sum(source.startswith("seed") for source in sources) >= 20
    assert sum(source.startswith("illustrative") for source in sources) >= 20


def test_every_entry_that_people_read_has_a_title(strategy: Strategy) -> None:
    """No box, list or table shows an id."""
    for section, key, entry in entries(strategy):
        if isinstance(entry, Entry) and section not in ("links", "waivers"):
            assert entry.title, (section, key)


@pytest.mark.parametrize(
    ("number", "title", "period", "duration"),
    [
        ("1", "Pregătire & evaluare", "2020-09/2021-02", "P5M"),
        ("2", "Detaliere ambiții și roadmap (foaie de parcurs)", "2021-02/2021-04", "P3M"),
        ("3", "Implementare", "2021-05/2022-07", "P15M"),
        ("4", "Revizuire și pași următori", "2022-08/2022-09", "P2M"),
    ],
)
def test_the_four_stages_of_arad_are_there(
    number: str, title: str, period: str, duration: str, arad: Strategy
) -> None:
    """Each stage with the months and the length that the roadmap gives."""
    (stage,) = [stage for stage in arad.stages.values() if stage.number == number]
    assert (stage.say("ro"), str(stage.period), str(stage.duration)) == (title, period, duration)


def test_arad_reviews_every_five_months_together(arad: Strategy) -> None:
    """Progress is reviewed every five months, in common sessions with the other cities."""
    plans = [stage.review for stage in arad.stages.values() if stage.review is not None]
    assert [(str(plan.every), plan.joint) for plan in plans] == [("P5M", True)]


@pytest.mark.parametrize(
    ("title", "kind", "stage", "audience"),
    [
        ("Interviuri 1:1", "interview", "1", {"parti_interesate"}),
        (
            "Workshop privind evaluarea nevoilor",
            "workshop",
            "1",
            {"reprezentanti_primarie", "ecosistem_local"},
        ),
        (
            "Workshop privind părțile interesate",
            "workshop",
            "1",
            {"reprezentanti_primarie", "ecosistem_local"},
        ),
        (
            "Workshop privind evaluarea maturității și strategie",
            "workshop",
            "1",
            {"reprezentanti_primarie", "ecosistem_local"},
        ),
        (
            "Workshop local de accelerare",
            "workshop",
            "2",
            {"reprezentanti_primarie", "ecosistem_local"},
        ),
        (
            "Lansare la nivel local",
            "launch",
            "2",
            {"reprezentanti_primarie", "ecosistem_local", "media_locala", "public_larg"},
        ),
    ],
)
def test_the_six_meetings_of_arad_are_there(
    title: str, kind: str, stage: str, audience: set[str], arad: Strategy
) -> None:
    """Each meeting of the roadmap, online, with its audience and the coordinating expert."""
    (event,) = [event for event in arad.events.values() if event.say("ro") == title]
    assert (event.kind, event.mode) == (kind, "online")
    assert arad.stages[event.stage or ""].number == stage
    assert set(event.audience) == audience
    assert "expert_coordonator" in event.facilitators
    assert event.objective


def test_the_dates_of_arads_meetings_are_there(arad: Strategy) -> None:
    """Every date that the roadmap gives is the date of one meeting."""
    assert sorted(str(event.date) for event in arad.events.values()) == [
        "2020-10/..",
        "2020-11-19",
        "2020-11-19",
        "2021-01-29",
        "2021-03",
        "2021-04",
    ]


@pytest.mark.parametrize(
    "wording",
    [
        "Înțelegerea situației actuale, identificarea oportunităților și captarea părților",
        "Inspirație pentru identificarea soluțiilor specifice pentru oraș",
        "Discuții privind aspirațiile comune; focalizarea pe „facilitatorii locali”",
        "Evaluarea Strategiei Digitale și identificarea câștigurilor imediate",
        "Stabilirea viziunii și a obiectivelor, lista soluțiilor propuse",
        "Prezentarea pentru publicul larg a Strategiei digitale a Municipiului Arad",
    ],
)
def test_the_objectives_of_arads_meetings_are_there(wording: str, arad: Strategy) -> None:
    """Every objective that the roadmap gives is the objective of one meeting."""
    said = [event.objective.say("ro") for event in arad.events.values() if event.objective]
    assert sum(text.startswith(wording) for text in said) == 1


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (1, "Lansare"),
        (1, "Mobilizare ecosistem"),
        (1, "Derularea evaluărilor"),
        (1, "Pregătirea unei strategii"),
        (2, "Definirea unei foi de parcurs (roadmap) detaliate pentru implementare"),
        (2, "Stabilirea unor indicatori de performanță"),
        (2, "Demararea colaborării cu părțile interesate și cu alte orașe"),
        (3, "Implementarea planului stabilit"),
        (3, "Revizuirea progresului o dată la 5 luni (în sesiuni comune cu toate orașele"),
        (3, "Întâlniri periodice cu ecosistemul și experții pentru a dinamiza implementarea"),
        (4, "Reevaluare"),
        (4, "Surprinderea lecțiilor învățate"),
        (4, "Continuarea activitățile locale demarate în proiectul ICC"),
    ],
)
def test_the_main_activities_of_arad_are_there(stage: int, words: str, arad: Strategy) -> None:
    """Each main activity of the roadmap is one of the strategy's, in that stage."""
    source = f"seed, stage {stage}, main activities: {words}"
    (activity,) = [
        activity
        for activity in arad.activities.values()
        if activity.extensions["x-source"].startswith(source)
    ]
    assert arad.stages[activity.stage or ""].number == str(stage)


def duties_of(source: str) -> list[str]:
    """Give the numbers of the duties that an entry is from."""
    named = re.match(r"seed, dut(?:y|ies) ([\d and]+)", source)
    return [] if named is None else re.findall(r"\d+", named[1])


@pytest.mark.parametrize("duty", range(1, 11))
def test_the_ten_duties_of_timis_are_there(duty: int, timis: Strategy) -> None:
    """Each duty of the partnership has an activity, and the Prefect's office carries it out."""
    meant = [
        activity
        for activity in timis.activities.values()
        if str(duty) in duties_of(activity.extensions["x-source"])
    ]
    assert meant
    assert all("acord" in activity.tags for activity in meant)
    assert all("prefectura" in activity.responsible for activity in meant)


@pytest.mark.parametrize(
    "words",
    [
        "Chestionarul de integrare regională",
        "raport",
        "Manual",
        "persoane-resursă",
        "bune practici",
        "metodologi",
        "pilot",
        "poveste",
        "campani",
        "co-proiectare",
    ],
)
def test_the_products_that_timis_names_are_there(words: str, timis: Strategy) -> None:
    """What the annex says will be made is named somewhere in the strategy."""
    said = " ".join(text.say("ro") for _, text in texts(timis, "")).casefold()
    assert words.casefold() in said


def test_timis_chooses_its_pilot_among_its_own_measures(timis: Strategy) -> None:
    """Every pilot tries activities of the strategy, tests something, and claims a goal."""
    assert len(timis.pilots) >= 2
    for pilot in timis.pilots.values():
        assert set(pilot.of) <= set(timis.activities)
        assert pilot.tests
        assert pilot.contributes_to
        assert pilot.new


def test_timis_has_readings(timis: Strategy) -> None:
    """The spreadsheet beside the strategy is read: every row is of an indicator it has."""
    assert len(timis.readings) >= 10
    assert {reading.indicator for reading in timis.readings} <= set(timis.indicators)


def test_salaj_is_ours_entirely(salaj: Strategy) -> None:
    """No source document stands behind it, and every entry says so."""
    sources = [entry.extensions["x-source"] for _, _, entry in entries(salaj)]
    assert all(source.startswith("illustrative") for source in sources)


def test_salaj_has_what_a_common_session_needs(salaj: Strategy, timis: Strategy) -> None:
    """The policy areas of Timiș by their ids and names, and a joint review every five months."""
    assert set(salaj.areas) < set(timis.areas)
    for key, area in salaj.areas.items():
        assert area.say("ro") == timis.areas[key].say("ro")
        assert area.say("en") == timis.areas[key].say("en")
    plans = [stage.review for stage in salaj.stages.values() if stage.review is not None]
    assert [(str(plan.every), plan.joint) for plan in plans] == [("P5M", True)]
    assert len(salaj.pilots) == 2
    assert {reading.indicator for reading in salaj.readings} <= set(salaj.indicators)


def test_indicators_carry_the_same_codes_in_each_region(
    salaj: Strategy, timis: Strategy, arad: Strategy
) -> None:
    """One is measured by all three, three more by the counties, one more by Sălaj and Arad."""
    codes = [
        {code for one in strategy.indicators.values() for code in one.refs.get("comun", ())}
        for strategy in (salaj, timis, arad)
    ]
    mine, counties, city = codes
    assert mine & counties & city == {"zile-pana-la-serviciu"}
    assert len(mine & counties) == 4
    assert len(mine & city) == 2
    assert mine == counties | city


def test_lessons_of_timis_are_found_again_in_salaj(salaj: Strategy, timis: Strategy) -> None:
    """What Timiș learned of its channels and of those who could not leave the counter."""
    found = {
        one.learned.lesson.name: {place.here.name for place in one.places}
        for one in found_again(salaj, [timis])
    }
    assert "ajung_la_toti" in found["lectie_canale"]
    assert any("vin_la_ateliere" in places for places in found.values())


def test_the_page_beside_them_says_what_is_ours() -> None:
    """The README names all three strategies, how entries are marked, and what is illustrative."""
    said = (FOLDER / "README.md").read_text(encoding="utf-8")
    for word in (
        "timis/",
        "arad.yaml",
        "salaj/",
        "x-source",
        "illustrative",
        "ten duties",
        "four-stage",
    ):
        assert word in said
