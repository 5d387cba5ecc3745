"""Theories of change as text: written as YAML, checked, drawn and followed.

A strategy is read from a file, or built here; both are the same to everything else.

>>> from toc import Strategy, check, draw, outline, write
>>> strategy = Strategy(
...     activities={"course": "A course for the front desk"},
...     outputs={"trained": "60 trained members of staff"},
...     outcomes={"apply": {"title": "Staff use what they learned", "horizon": "short"}},
...     goals={"equal": "Newcomers use public services on equal terms"},
...     links={
...         "course -> trained": "Three series of twenty",
...         "trained -> apply": "Whoever has practised recognises the situation",
...         "apply -> equal": "Procedures that fit remove barriers",
...     },
... )
>>> for finding in check(strategy).findings[:4]:
...     print(finding.severity.word, finding.rule, finding.route[1])
warning activity-without-input course
warning activity-without-target-group course
warning result-without-indicator equal
warning result-without-indicator apply
>>> print(outline(strategy).splitlines()[2])
Goal: Newcomers use public services on equal terms (equal)
>>> picture = draw(strategy, language="en")
>>> picture.render("svg").decode().count("<svg")
1
>>> write(strategy).splitlines()[2:4]
['activities:', '  course: A course for the front desk']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toc.api import (
        analyse,
        check,
        check_all,
        check_many,
        compared,
        document,
        document_kinds,
        draw,
        explain,
        files_of,
        fmt,
        list_rules,
        load,
        load_all,
        meeting_set,
        new,
        outline,
        questions,
        save,
        schema,
        status,
        weigh_pilots,
        what_if,
        write,
    )
    from toc.errors import (
        InputError,
        MissingExtraError,
        NothingToDrawError,
        OutputError,
        StrategyError,
        TocError,
        UnknownNameError,
    )
    from toc.findings import Finding, Severity, Span
    from toc.graph import TheoryGraph
    from toc.model import (
        Activity,
        Assumption,
        Date,
        Goal,
        Indicator,
        Input,
        Link,
        Outcome,
        Output,
        Pilot,
        Stakeholder,
        Strategy,
        Text,
    )
    from toc.remembering import Memory
    from toc.rulebook import Profile, Rulebook
    from toc.verdicts import Report, Verdict

_HOMES = {
    "toc.api": (
        "analyse",
        "check",
        "check_all",
        "check_many",
        "compared",
        "document",
        "document_kinds",
        "draw",
        "explain",
        "files_of",
        "fmt",
        "list_rules",
        "load",
        "load_all",
        "meeting_set",
        "new",
        "outline",
        "questions",
        "save",
        "schema",
        "status",
        "weigh_pilots",
        "what_if",
        "write",
    ),
    "toc.remembering": ("Memory",),
    "toc.rulebook": ("Profile", "Rulebook"),
    "toc.verdicts": ("Report", "Verdict"),
    "toc.errors": (
        "InputError",
        "MissingExtraError",
        "NothingToDrawError",
        "OutputError",
        "StrategyError",
        "TocError",
        "UnknownNameError",
    ),
    "toc.findings": ("Finding", "Severity", "Span"),
    "toc.graph": ("TheoryGraph",),
    "toc.model": (
        "Activity",
        "Assumption",
        "Date",
        "Goal",
        "Indicator",
        "Input",
        "Link",
        "Outcome",
        "Output",
        "Pilot",
        "Stakeholder",
        "Strategy",
        "Text",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Activity",
    "Assumption",
    "Date",
    "Finding",
    "Goal",
    "Indicator",
    "Input",
    "InputError",
    "Link",
    "Memory",
    "MissingExtraError",
    "NothingToDrawError",
    "Outcome",
    "Output",
    "OutputError",
    "Pilot",
    "Profile",
    "Report",
    "Rulebook",
    "Severity",
    "Span",
    "Stakeholder",
    "Strategy",
    "StrategyError",
    "Text",
    "TheoryGraph",
    "TocError",
    "UnknownNameError",
    "Verdict",
    "analyse",
    "check",
    "check_all",
    "check_many",
    "compared",
    "document",
    "document_kinds",
    "draw",
    "explain",
    "files_of",
    "fmt",
    "list_rules",
    "load",
    "load_all",
    "meeting_set",
    "new",
    "outline",
    "questions",
    "save",
    "schema",
    "status",
    "weigh_pilots",
    "what_if",
    "write",
]


def __getattr__(name: str) -> Any:
    """Bring a public name from its room when it is first asked for."""
    home = _HOME_OF.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
