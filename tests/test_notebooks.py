"""What a check gives back shows itself, and is a report like every other."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from cli.running import write
from reporters.reports import DAY, finding, verdict

from toc import Report, Strategy, check
from toc.api import check_all, check_many
from toc.baseline import Baseline
from toc.notebooks import ShownReport
from toc.reporters import html, plain

FOUND = ShownReport((verdict(finding()),), DAY, known=1)
PLAIN = Report(FOUND.verdicts, DAY, known=1)
GOAL = {"ro": "Acces egal", "en": "Equal access"}


class _Printer:
    """Writes down what a shell would show."""

    def __init__(self) -> None:
        self.shown = ""

    def text(self, text: str) -> None:
        """Take a text."""
        self.shown += text


def strategy(*languages: str) -> Strategy:
    """Build a strategy with much to find, in some languages."""
    return Strategy.model_validate(
        {"strategy": {"languages": languages}, "goals": {"equal": {"title": GOAL}}}
    )


class TestShown:
    """In a notebook it is HTML, in a shell it is what the command prints."""

    def test_a_notebook_shows_the_html(self) -> None:
        """It is what the reporter makes."""
        assert FOUND._repr_html_() == html.render(PLAIN)

    def test_a_shell_shows_what_the_command_prints(self) -> None:
        """Whoever has no browser reads the same lines as on a terminal."""
        printer = _Printer()
        FOUND._repr_pretty_(printer, cycle=False)
        assert f"{printer.shown}\n" == plain.render(PLAIN)

    @pytest.mark.parametrize(
        ("languages", "shown"),
        [(("ro", "en"), "ro"), (("en", "ro"), "en"), ((), "en"), (("hu", "ro"), "hu")],
    )
    def test_it_speaks_the_strategy_s_first_language(
        self, languages: tuple[str, ...], shown: str
    ) -> None:
        """Its titles stand as their authors wrote them; our words are English where need be."""
        report = check(strategy(*languages))
        assert report._repr_html_() == html.render(report, language=shown)

    def test_it_speaks_the_language_that_is_asked_for(self) -> None:
        """One word gives the same report in Romanian, and changes nothing else."""
        romanian = FOUND.spoken("ro")
        assert romanian._repr_html_() == html.render(PLAIN, language="ro")
        assert (romanian, FOUND.language) == (FOUND, "")


class TestGiven:
    """Whatever checks gives it."""

    def test_every_check_gives_one(self, tmp_path: Path) -> None:
        """One strategy, a path, several, thousands."""
        file = write(tmp_path / "a.yaml", "goals:\n  equal: Equal access\n")
        given = (check(strategy()), check(file), check_all([file]), check_many([file]))
        assert {type(one) for one in given} == {ShownReport}

    def test_many_are_shown_in_the_language_in_which_they_were_told(self, tmp_path: Path) -> None:
        """Verdicts that hold no strategy still speak with one voice."""
        file = write(tmp_path / "a.yaml", "goals:\n  equal: Acces egal\n")
        report = check_many([file], language="ro")
        assert report._repr_html_() == html.render(report, language="ro")


class TestLikeEveryOther:
    """Programs do not notice the difference."""

    def test_it_is_equal_to_a_plain_report_of_the_same(self) -> None:
        """From either side, and with the same hash; another one is another."""
        assert FOUND == PLAIN
        assert PLAIN == FOUND
        assert hash(FOUND) == hash(PLAIN)
        assert replace(PLAIN, known=2) != FOUND
        assert FOUND != "a report"

    @pytest.mark.parametrize(
        "again",
        [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))],
        ids=["copy", "deepcopy", "pickle"],
    )
    def test_it_travels(self, again) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """A copy is equal, and speaks the same language."""
        arrived = again(FOUND.spoken("ro"))
        assert (type(arrived), arrived, arrived.language) == (ShownReport, FOUND, "ro")

    def test_it_stays_one_when_a_baseline_takes_from_it(self) -> None:
        """What is left shows itself too, and counts what was known."""
        left = Baseline.of(PLAIN).without_known(FOUND)
        assert (type(left), left.findings, left.known) == (ShownReport, (), 1)
