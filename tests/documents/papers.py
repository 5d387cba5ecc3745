"""A strategy with four pilots, one of them knocked out, and words that would be markup."""

from __future__ import annotations

from datetime import date
from typing import Any

from toc.documents.making import made
from toc.documents.paper import Document, Table
from toc.documents.subject import Subject
from toc.model import Strategy

__all__ = ["DAY", "NASTY", "PILOTS", "of", "sheet", "table"]

DAY = date(2027, 4, 15)
NASTY = '=1+1 <b>"x"</b> #read("/etc/passwd") $x$ *y* \\ & {name} @a'

PILOTS: dict[str, Any] = {
    "strategy": {"title": "Front desks", "version": "2.1", "status": "draft", "currency": "RON"},
    "activities": {"course": "Course for staff", "mediation": "Mediators at the desk"},
    "outcomes": {"apply": "Staff use the guide", "trust": "Newcomers trust the desk"},
    "goals": {"access": "Equal access", "belonging": "Sense of belonging"},
    "assumptions": {
        "time": {"title": "Managers leave time", "importance": "critical"},
        "calm": {"title": "Neighbours stay calm", "status": "doubtful"},
        "known": {"title": "Newcomers hear of it"},
    },
    "stakeholders": {"council": "County council"},
    "links": {
        "course -> apply": {"because": "They practise", "assuming": ["time"]},
        "apply -> access": {"because": "It fits", "assuming": ["known"]},
        "mediation -> trust": "Somebody speaks their language",
        "trust -> belonging": {"because": "They stay", "assuming": ["calm"]},
    },
    "criteria": {
        "feasible": {"title": "Feasible", "weight": 40, "scale": [1, 5]},
        "novel": {"title": "New", "weight": 60, "scale": [1, 5]},
        "legal": {"title": "Lawful", "knock_out": True, "scale": [0, 1]},
        "odd": {"title": "Odd", "weight": 0, "computed": "beauty"},
    },
    "pilots": {
        "A": {
            "title": "Course in two offices",
            "of": ["course"],
            "tests": ["time"],
            "contributes_to": ["access", "belonging"],
            "cost": 10000,
            "scores": {"feasible": {"council": 5, "Ion": 3}, "novel": 2, "legal": 1},
            "scale_if": "Most staff use it",
        },
        "B": {
            "title": "Mediators in two offices",
            "of": ["mediation"],
            "tests": ["calm"],
            "scores": {"feasible": {"council": 2, "Ion": 5}, "novel": 4, "legal": 1},
        },
        "C": {"title": NASTY, "of": ["course"], "scores": {"feasible": 2, "legal": 1}},
        "D": {"title": "Posters", "scores": {"feasible": 5, "novel": 5, "legal": 0}},
    },
}


def sheet(language: str = "en", **sections: Any) -> Document:
    """Make the sheet, with some sections otherwise."""
    return of(Strategy.model_validate({**PILOTS, **sections}), DAY, language)


def of(strategy: Strategy, on: date, language: str = "en") -> Document:
    """Make the decision sheet of a strategy."""
    return made("decision-sheet", Subject(strategy, on, language))


def table(document: Document, head: str) -> Table:
    """Give the table that has a heading."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return next(one for one in tables if head in one.head)
