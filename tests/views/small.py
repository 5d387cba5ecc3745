"""A small strategy in which every kind of query finds something."""

from __future__ import annotations

from typing import Any

from toc.graph import TheoryGraph
from toc.model import Strategy, View
from toc.views import Sight, sight_of

WHOLE: dict[str, Any] = {
    "strategy": {"title": {"en": "The strategy", "ro": "Strategia"}, "languages": ["en", "ro"]},
    "areas": {
        "services": {"title": {"en": "Services", "ro": "Servicii"}},
        "health": {"title": {"en": "Health", "ro": "Sănătate"}, "part_of": "Services"},
        "work": {"title": {"en": "Work", "ro": "Muncă"}},
        "empty": "Nothing here",
    },
    "stakeholders": {
        "prefect": "The prefect",
        "migrants": "Migrants",
        "press": "The press",
        "nobody": "Nobody",
    },
    "stages": {"first": "First year", "second": "Second year", "third": "Third year"},
    "inputs": {"money": {"title": "Money", "from": ["prefect"]}},
    "activities": {
        "academy": {
            "title": {"en": "Academy", "ro": "Academie"},
            "area": "services",
            "accountable": "prefect",
            "stage": "first",
            "tags": ["deed"],
        },
        "clinic": {"title": "Clinic", "area": "health", "consulted": ["Migrants"]},
        "desk": {"title": "Job desk", "area": "work"},
    },
    "outputs": {
        "graduates": {"title": {"en": "Graduates", "ro": "Absolvenți"}},
        "offers": "Offers",
    },
    "outcomes": {
        "apply": {
            "title": {"en": "Staff apply it", "ro": "Personalul aplică"},
            "area": "services",
        },
        "hired": {"title": "Migrants are hired", "for": ["migrants"], "area": "Work"},
        "trust": {"title": "People trust each other"},
    },
    "goals": {
        "equal": {"title": {"en": "Equal access", "ro": "Acces egal"}},
        "decent": {"title": {"en": "Decent work", "ro": "Muncă decentă"}, "area": "work"},
    },
    "factors": {
        "turnover": {"title": "Staff leave", "kind": "barrier"},
        "wages": {"title": "Wages are low", "kind": "external"},
    },
    "assumptions": {
        "time": {"title": "Managers give time", "importance": "critical", "status": "doubtful"},
        "faith": {"title": "People have faith", "importance": "critical"},
        "calm": {"title": "Times are calm", "importance": "context"},
    },
    "links": {
        "money -> academy": "It pays",
        "academy -> graduates": {"because": "Modules are held", "assuming": ["calm"]},
        "graduates -> apply": {"because": "They practised", "assuming": ["TIME", "calm"]},
        "clinic -> apply": {"because": "They see it", "tags": ["Deed"]},
        "apply -> equal": {"because": "Barriers fall", "assuming": ["faith"]},
        "desk -> offers": "It calls firms",
        "offers -> hired": {"because": "They fit", "through": ["press"]},
        "hired -> decent": "A job is a start",
        "apply -> hired": "Papers are ready",
        "hired -> trust": "Colleagues meet",
        "turnover -> apply": {"because": "Those who learned go", "role": "hinders"},
        "wages -> turnover": "They go elsewhere",
        "equal -> money": {"because": "Success attracts", "feedback": "reinforcing"},
    },
    "pilots": {
        "try_desk": {
            "title": "A desk in one town",
            "of": ["desk"],
            "tests": ["offers -> hired", "clinic -> apply"],
            "contributes_to": ["decent"],
            "stage": "second",
        },
        "try_academy": {"title": "An academy", "of": ["academy"]},
        "vague": {"title": "Something new"},
    },
    "views": {
        "way": {"title": {"en": "The way to access", "ro": "Drumul spre acces"}, "goal": "equal"}
    },
}


def small(**sections: Any) -> Strategy:
    """Give the strategy above, with some sections changed."""
    return Strategy.model_validate({**WHOLE, **sections})


def looked_at(strategy: Strategy | None = None, **fields: Any) -> Sight:
    """Give what a view of the small strategy shows."""
    whole = strategy or small()
    return sight_of(whole, TheoryGraph(whole), View.model_validate(fields))
