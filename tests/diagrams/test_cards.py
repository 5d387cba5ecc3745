"""Cards and facets: what is said of a box, a link and an assumption, and who picks it out."""

from __future__ import annotations

import pytest

from toc.diagrams.drafting import chart_of
from toc.graph import TheoryGraph
from toc.model import Strategy

STRATEGY = Strategy.model_validate(
    {
        "strategy": {"title": "Oraș", "languages": ["ro", "en"], "currency": "RON"},
        "areas": {"services": {"title": {"ro": "Servicii", "en": "Services"}}},
        "stakeholders": {
            "hall": {"title": {"ro": "Primăria", "en": "Town hall"}},
            "ngo": {"title": "ONG"},
            "idle": {"title": "Nimeni"},
            "clerks": {"title": {"ro": "Funcționari", "en": "Clerks"}, "short": "F"},
        },
        "stages": {"one": {"title": "Etapa întâi"}},
        "inputs": {"money": {"title": "Bani", "amount": 12500.5, "unit": "lei", "from": "hall"}},
        "activities": {
            "course": {
                "title": {"ro": "Curs de limbă pentru funcționari", "en": "Language course"},
                "short": {"ro": "Curs", "en": "Course"},
                "text": "Pe larg.\n\nÎn două rânduri.",
                "number": "OS 2.1",
                "area": "services",
                "accountable": "hall",
                "responsible": ["hall", "NGO"],
                "for": "clerks",
                "stage": "one",
                "period": "2026-05/..",
                "cost": "42000",
                "quick_win": "true",
                "new": "false",
                "tags": ["a", "b"],
                "refs": {"sdg": ["10.7", "4.7"]},
            },
            "gift": {"title": "Dar", "cost": "none", "period": "2026"},
        },
        "outputs": {"guide": {"title": "Ghid", "amount": 1200, "due": "2027-Q1"}},
        "outcomes": {
            "apply": {
                "title": "Aplică",
                "horizon": "medium",
                "change": "behaviour",
                "requires": 2,
                "terminal": "Ajunge atât",
            }
        },
        "goals": {"equal": {"title": "Acces egal"}, "other": {"title": "Altceva"}},
        "factors": {"crisis": {"title": "Criză", "kind": "barrier", "watch": "ngo"}},
        "needs": {"gap": {"title": "Lipsă", "source": "Raport", "out_of_scope": "E al statului"}},
        "assumptions": {
            "time": {
                "title": "Au timp",
                "kind": "opportunity",
                "importance": "critical",
                "status": "doubtful",
                "confidence": 40,
                "test": ["share", "trial"],
                "owner": "hall",
                "check_by": "2027-04",
                "if_false": "Nu se aplică",
                "sources": "study",
            }
        },
        "risks": {"late": {"title": "Întârzie", "response": "Se cere din timp", "of": "TIME"}},
        "sources": {
            "study": {
                "title": "Studiu",
                "year": 2019,
                "url": "https://exemplu.ro/x",
                "direction": "mixed",
            }
        },
        "links": {
            "course -> apply": {
                "because": "Știu cum",
                "assuming": "time",
                "risks": "late",
                "evidence": "gap",
                "sources": ["study", "nowhere"],
                "confidence": 55,
                "role": "necessary",
                "through": "clerks",
                "lag": "P1Y6M",
            },
            "guide -> apply": "Îl citesc",
            "apply -> equal": "Fără drumuri",
            "apply -> guide": {"because": "Îl îmbunătățesc", "feedback": "reinforcing"},
            "crisis -> equal": {"because": "N-au unde sta", "role": "hinders"},
        },
        "indicators": {
            "share": {
                "of": ["Apply", "time"],
                "title": "Ponderea celor care aplică",
                "unit": "%",
                "baseline": {"2026": 0},
                "target": {"2028-06": 75},
                "source": "Observare",
            },
            "open": {"of": "apply", "title": "Fără bază", "target": {"2028": 10}},
        },
        "pilots": {
            "trial": {
                "title": {"ro": "Încercare", "en": "Trial"},
                "of": "COURSE",
                "tests": ["guide -> apply"],
                "contributes_to": "equal",
            },
            "vague": {"title": "Nimic"},
        },
    }
)


def facts(name: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    """Give what is said of a box, an arrow or the one assumption."""
    chart = chart_of(STRATEGY, TheoryGraph(STRATEGY), language=language)
    told = {box.id: box.facts for box in chart.boxes}
    told |= {arrow.key: arrow.facts for arrow in chart.arrows}
    told |= {"time": chart.notes[0].facts}
    names = [fact.name for fact in told[name]]
    assert len(names) == len(set(names))
    return {fact.name: fact.said for fact in told[name]}


def test_an_activity_tells_all_that_is_written_of_it() -> None:
    """Kind, full title, text, who, when, how much: in the order in which one asks."""
    assert facts("course") == {
        "Kind": ("activity",),
        "Full title": ("Language course",),
        "Number": ("OS 2.1",),
        "In more detail": ("Pe larg.\n\nÎn două rânduri.",),
        "Policy area": ("Services",),
        "Answers for it": ("Town hall",),
        "Carried out by": ("Town hall", "ONG"),
        "For whom": ("Clerks",),
        "Stage": ("Etapa întâi",),
        "Period": ("from 2026-05",),
        "Quick win": ("it shows a result within six months",),
        "Cost": ("42\N{NO-BREAK SPACE}000 RON",),
        "Tried by the pilot": ("Trial",),
        "Tags": ("a, b",),
        "Codes": ("sdg 10.7, 4.7",),
    }


def test_the_words_are_in_the_charts_language() -> None:
    """Our words and the authors' alike; where a translation is missing the original stands."""
    told = facts("course", "ro")
    assert told["Titlul întreg"] == ("Curs de limbă pentru funcționari",)
    assert told["Realizează"] == ("Primăria", "ONG")
    assert told["Perioada"] == ("din 2026-05",)
    assert told["Fel"] == ("activitate",)


@pytest.mark.parametrize(
    ("name", "fact", "said"),
    [
        ("money", "How much", ("12\N{NO-BREAK SPACE}500.5",)),
        ("money", "Unit", ("lei",)),
        ("money", "Given by", ("Town hall",)),
        ("gift", "Cost", ("it costs nothing",)),
        ("gift", "Period", ("2026",)),
        ("guide", "Due", ("2027-Q1",)),
        ("apply", "Horizon", ("medium term",)),
        ("apply", "What changes", ("people or institutions do something differently",)),
        ("apply", "Causes needed", ("at least 2",)),
        ("apply", "Nothing has to follow, because", ("Ajunge atât",)),
        ("crisis", "Kind", ("barrier",)),
        ("crisis", "Watched by", ("ONG",)),
        ("gap", "Known from", ("Raport",)),
        ("gap", "Left to others, because", ("E al statului",)),
    ],
)
def test_each_kind_tells_its_own(name: str, fact: str, said: tuple[str, ...]) -> None:
    """What only some kinds have is told of them."""
    assert facts(name)[fact] == said


def test_an_indicator_is_told_from_where_to_where() -> None:
    """Title, unit, baseline to target with their dates, means of verification; nought is a value."""
    assert facts("apply")["Indicators"] == (
        "Ponderea celor care aplică (%) · 0 (2026) → 75 (2028-06) · Observare",
        "Fără bază · target 10 (2028)",
    )


def test_a_link_tells_how_well_it_is_supported() -> None:
    """Role, who acts, how long it takes, evidence with its sources, risks with their response."""
    assert facts("course -> apply") == {
        "Role": ("necessary for the effect",),
        "Through whom": ("Clerks",),
        "How long it takes": ("1 year, 6 months",),
        "Confidence": ("55 %",),
        "Evidence": ("no evidence found",),
        "Sources": ("Studiu (2019) · mixed results · https://exemplu.ro/x", "nowhere"),
        "Risks": ("Întârzie; response: Se cere din timp",),
    }
    assert facts("guide -> apply") == {}
    assert facts("apply -> guide") == {"Loop": ("reinforcing loop",)}


def test_an_assumption_tells_what_would_show_it() -> None:
    """Importance, kind, what follows if it fails, who looks and when, and its risk."""
    told = facts("time")
    assert told["Importance"] == ("critical",)
    assert told["What it is about"] == ("what circumstances let people do",)
    assert told["Confidence"] == ("40 %",)
    assert told["If it does not hold"] == ("Nu se aplică",)
    assert told["Tested by"] == ("Ponderea celor care aplică", "Trial")
    assert told["Watched by"] == ("Town hall",)
    assert told["Looked at next"] == ("2027-04",)
    assert told["Risks"] == ("Întârzie; response: Se cere din timp",)
    assert told["Sources"][0].startswith("Studiu (2019)")


def test_a_pilot_picks_out_what_it_tries_and_its_way_to_what_it_claims() -> None:
    """Its measures, the ends of what it tests, the boxes between these and its goal."""
    chart = chart_of(STRATEGY, TheoryGraph(STRATEGY), language="ro")
    facets = {facet.name: dict(facet.values) for facet in chart.facets}
    assert facets["pilot"] == {"Încercare": ("course", "guide", "apply", "equal")}


def test_a_stakeholder_picks_out_what_it_has_a_part_in() -> None:
    """Whoever answers, carries out, gives, is meant, watches, or acts so that a link holds."""
    chart = chart_of(STRATEGY, TheoryGraph(STRATEGY), language="en")
    facets = {facet.name: dict(facet.values) for facet in chart.facets}
    assert facets["stakeholder"] == {
        "Town hall": ("money", "course"),
        "ONG": ("course", "crisis"),
        "F": ("course", "apply"),
    }


def test_a_strategy_with_nothing_but_titles_has_a_kind_and_no_facets() -> None:
    """Of what is not written nothing is told."""
    bare = Strategy(goals={"equal": "Equal access"})
    chart = chart_of(bare, TheoryGraph(bare))
    assert [(fact.name, fact.said) for fact in chart.boxes[0].facts] == [("Kind", ("goal",))]
    assert chart.facets == ()
