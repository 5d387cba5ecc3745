"""A small strategy with four pilots, and strategies of any shape that have some."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from theories import layered_strategies

from toc.graph import TheoryGraph
from toc.model import Strategy

__all__ = ["DESK", "desk", "piloted", "shuffled"]

DESK: dict[str, Any] = {
    "strategy": {"title": "Front desks", "languages": ["en"]},
    "activities": {
        "course": "Course for staff",
        "mediation": "Mediators at the desk",
        "campaign": "Campaign in the town",
    },
    "outcomes": {"apply": "Staff use the guide", "trust": "Newcomers trust the desk"},
    "goals": {"access": "Equal access", "belonging": "Sense of belonging"},
    "assumptions": {
        "time": {"title": "Managers leave time", "importance": "critical", "status": "untested"},
        "known": {"title": "Newcomers hear of it", "importance": "supporting"},
        "wish": {"title": "Staff want to", "status": "holding"},
        "calm": {"title": "Neighbours stay calm", "importance": "critical", "status": "doubtful"},
    },
    "links": {
        "course -> apply": {"because": "They practise", "assuming": ["time", "wish"]},
        "apply -> access": {"because": "It fits", "assuming": ["known"], "evidence": "gap"},
        "mediation -> trust": "Somebody speaks their language",
        "trust -> access": "They come",
        "trust -> belonging": {"because": "They stay", "assuming": ["calm"]},
        "campaign -> trust": {"because": "It puts off", "role": "hinders"},
    },
    "criteria": {
        "feasible": {"title": "Feasible", "weight": 40, "scale": [1, 5]},
        "novel": {"title": "New", "weight": 30, "scale": [1, 5]},
        "price": {"title": "Cost", "weight": 30, "computed": "cost"},
        "legal": {"title": "Lawful", "knock_out": True, "scale": [0, 1]},
    },
    "pilots": {
        "A": {
            "title": "Course in two offices",
            "of": ["course"],
            "tests": ["time"],
            "contributes_to": ["access", "belonging"],
            "cost": 10000,
            "scores": {"feasible": {"Ana": 5, "Ion": 3}, "novel": 2, "legal": 1},
        },
        "B": {
            "title": "Mediators in two offices",
            "of": ["mediation"],
            "tests": ["calm", "apply -> access"],
            "contributes_to": ["belonging"],
            "cost": 30000,
            "scores": {"feasible": {"Ana": 2, "Ion": 5}, "novel": 4, "legal": 1},
        },
        "C": {
            "title": "Both together",
            "of": ["course", "mediation"],
            "tests": ["time", "calm"],
            "cost": 50000,
            "scores": {"feasible": {"Ana": 2, "Ion": 2}, "novel": 3, "legal": 1},
        },
        "D": {
            "title": "Posters",
            "of": ["campaign"],
            "scores": {"feasible": 5, "novel": 5, "legal": 0},
        },
    },
}


def desk(**sections: Any) -> TheoryGraph:
    """Give the small strategy as a graph, with some sections otherwise."""
    return TheoryGraph(Strategy.model_validate({**DESK, **sections}))


@st.composite
def piloted(draw: st.DrawFn) -> Strategy:
    """Give strategies without loops, in which pilots test assumptions and links."""
    tree = draw(layered_strategies(3)).model_dump(mode="json", exclude_defaults=True)
    tree.pop("strategy", None)
    beliefs = [f"belief_{place}" for place in range(draw(st.integers(1, 4)))]
    for name, link in tree["links"].items():
        tree["links"][name] = {
            **link,
            "assuming": draw(st.lists(st.sampled_from(beliefs), max_size=2, unique=True)),
        }
    tree["assumptions"] = {
        name: {
            "title": name,
            "status": draw(st.sampled_from(("untested", "holding", "doubtful", "failed"))),
        }
        for name in beliefs
    }
    measures = sorted(tree["activities"])
    testable = [*beliefs, *sorted(tree["links"])]
    tree["pilots"] = {
        f"pilot_{place}": {
            "title": f"Pilot {place}",
            "of": draw(st.lists(st.sampled_from(measures), max_size=2, unique=True)),
            "tests": draw(st.lists(st.sampled_from(testable), max_size=3, unique=True)),
            "cost": draw(st.integers(0, 9)),
        }
        for place in range(draw(st.integers(1, 4)))
    }
    return Strategy.model_validate(tree)


@st.composite
def shuffled(draw: st.DrawFn, strategy: Strategy) -> Strategy:
    """Give the same strategy with the entries of every section in another order."""
    tree = strategy.model_dump(mode="json", exclude_defaults=True)
    return Strategy.model_validate(
        {
            section: dict(draw(st.permutations(list(entries.items()))))
            if isinstance(entries, dict) and section != "strategy"
            else entries
            for section, entries in tree.items()
        }
    )
