"""Analysing: what carries a strategy, what changes in a scenario, what its pilots would teach."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from toc.api.reading import reading, strategy_of
from toc.errors import InputError, StrategyError
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.asking import Asked, Question
    from toc.asking.affordable import Affordable
    from toc.asking.afterwards import Afterwards
    from toc.asking.weighed import Pilots
    from toc.model import Strategy

__all__ = [
    "afford_pilots",
    "after_pilot",
    "analyse",
    "analyses",
    "answers_picture",
    "weigh_pilots",
    "what_if",
    "what_if_scenarios",
]


def analyse(
    what: str | os.PathLike[str] | Strategy,
    *,
    question: str = "overview",
    goals: Iterable[str] = (),
    thing: str = "",
    before: str | os.PathLike[str] | Strategy | None = None,
) -> Asked:
    """Put a question to a strategy; the page that matters first when none is named.

    Args:
        what: a strategy, or the path of one.
        question: one of those that `toc.api.analyses` lists.
        goals: ids of the goals that are asked about; all of them when empty.
        thing: what is asked about, for a question about one thing.
        before: an earlier version, for a question that compares.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
        UnknownNameError: when there is no such question, goal or thing.
        MissingExtraError: when the question needs a package that is not installed.
    """
    from toc.asking import Case, ask

    earlier = None if before is None else strategy_of(before)
    return ask(question, Case(strategy_of(what), tuple(goals), thing, earlier))


def answers_picture(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    question: str,
    goals: Iterable[str] = (),
    thing: str = "",
    before: str | os.PathLike[str] | Strategy | None = None,
    language: str = ORIGINAL,
) -> bytes:
    """Draw the answers to a question, as a file's content.

    Args:
        what: a strategy, or the path of one.
        name: the name of the file; its ending says what it is: .svg, .png, .pdf, .html.
        question: one of those that have a picture of their own.
        goals: ids of the goals that are asked about; all of them when empty.
        thing: what is asked about, for a question about one thing.
        before: an earlier version, for a question that compares.
        language: the language of the picture.

    Raises:
        OutputError: no picture ends so.
        NothingToDrawError: no picture is drawn of it, or nothing would stand on it.
        UnknownNameError: when there is no such question, goal or thing.
        MissingExtraError: when the question or the form needs a package that is not installed.
    """
    from toc.asking import Case, picture
    from toc.diagrams.plate import form_of

    form = form_of(name)
    earlier = None if before is None else strategy_of(before)
    case = Case(strategy_of(what), tuple(goals), thing, earlier)
    return picture(question, case, language).render(form)


def analyses() -> Mapping[str, Question]:
    """Give all questions by name: what is asked, and of what beside the strategy."""
    from toc.asking import QUESTIONS

    return QUESTIONS


def what_if(
    what: str | os.PathLike[str] | Strategy,
    *,
    without: Iterable[str] = (),
    fails: Iterable[str] = (),
    kept: Iterable[str] = (),
    goals: Iterable[str] = (),
) -> Asked:
    """Say what changes in a scenario, goal by goal, against the strategy as it is.

    Args:
        what: a strategy, or the path of one.
        without: ids of what is gone: an activity, a stakeholder, an input, a link.
        fails: ids of what turns out not to hold: assumptions; ids of risks that occur.
        kept: ids of what holds all the same.
        goals: ids of the goals that are asked about; all of them when empty.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
        UnknownNameError: when there is no such goal or thing.
    """
    from toc.analysis.scenario import Scenario
    from toc.asking import Case
    from toc.asking.scenarios import imagined

    scenario = Scenario(tuple(without), tuple(fails), tuple(kept))
    return imagined(Case(strategy_of(what), tuple(goals)), scenario)


def what_if_scenarios(
    what: str | os.PathLike[str] | Strategy,
    scenarios: str | os.PathLike[str],
    *,
    goals: Iterable[str] = (),
) -> Asked:
    """Say what each scenario of a file changes, one below the other.

    Args:
        what: a strategy, or the path of one.
        scenarios: the path of the file.
        goals: ids of the goals that are asked about; all of them when empty.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in one of them could not be understood; it carries
            the findings.
        UnknownNameError: when there is no such goal.
        MissingExtraError: when chances are given and oxidd is not installed.
    """
    from toc.asking import Case
    from toc.asking.scenario_files import scenarios_of
    from toc.asking.scenarios import side_by_side
    from toc.text.source import read_source

    case = Case(strategy_of(what), tuple(goals))
    with reading(scenarios):
        source, refused = read_source(Path(scenarios), str(scenarios))
    found = scenarios_of(source, case.logic)
    findings = (*refused, *found.findings)
    if findings:
        message = Message(
            "{path} has {count} fault",
            {"path": str(scenarios), "count": len(findings)},
            plural="{path} has {count} faults",
        )
        raise StrategyError(message, findings)
    if not found.imagined:
        raise InputError(Message("{path} holds no scenario", {"path": str(scenarios)}))
    return side_by_side(case, found.imagined)


def weigh_pilots(what: str | os.PathLike[str] | Strategy) -> Pilots:
    """Put the pilots of a strategy side by side: what each reaches, tests, teaches and costs.

    Where the strategy has criteria, it also says how they rank and what that hangs on;
    the choice itself is made by people.

    Args:
        what: a strategy, or the path of one.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
    """
    from toc.asking.weighed import Pilots
    from toc.asking.weighing import weigh

    return Pilots(weigh(strategy_of(what)))


def after_pilot(
    what: str | os.PathLike[str] | Strategy, pilot: str, *, verdict: str = ""
) -> Afterwards:
    """Set a pilot's result against what was agreed, and say what to update and what it changes.

    Args:
        what: a strategy, or the path of one.
        pilot: the id of the pilot.
        verdict: what was decided: `scale`, `adapt` or `stop`; read from the texts without it.

    Raises:
        InputError: when nothing is there, or it cannot be read.
        StrategyError: when something in it could not be understood.
        UnknownNameError: when there is no such pilot, or no such verdict.
    """
    from toc.asking.afterwards import afterwards

    return afterwards(strategy_of(what), pilot, verdict)


def afford_pilots(
    what: str | os.PathLike[str] | Strategy,
    budget: float,
    *,
    must: Sequence[str] = (),
    not_with: Sequence[Sequence[str]] = (),
) -> Affordable:
    """Choose the pilots that together test most under a budget, with the proof.

    Args:
        what: a strategy, or the path of one.
        budget: what there is.
        must: ids of pilots that are carried out in any case.
        not_with: groups of pilots of which at most one is carried out.

    Raises:
        InputError: when nothing is there, it cannot be read, or no selection is allowed.
        StrategyError: when something in it could not be understood.
        UnknownNameError: when there is no such pilot.
        MissingExtraError: for more than 25 pilots without SciPy.
    """
    from toc.asking.affordable import affordable

    return affordable(strategy_of(what), budget, must=must, not_with=not_with)
