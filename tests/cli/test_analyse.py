"""`toc analyse`, `toc what-if` and `toc pilots`: answers for a meeting, and for programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

from toc import api

PILOTED = CLEAN.replace(
    "links:\n",
    """criteria:
  feasible: {title: Can be done, weight: 60, scale: [1, 5]}
  wanted: {title: Is wanted, weight: 40, scale: [1, 5]}
pilots:
  one: {title: One office, of: [course], tests: [time], cost: 9000, scores: {feasible: 5, wanted: 2}}
  two: {title: Two offices, of: [course], scores: {feasible: 2, wanted: 4}}
links:
""",
)
"""The clean strategy with two pilots, of which only one tests something."""

NEEDS_DIAGRAMS = (
    "chance",
    "cheapest-way",
    "cut-sets",
    "holds-up",
    "leverage",
    "robustness",
    "roles",
    "ways",
)
"""The questions that decision diagrams answer."""

NEEDS_NUMPY = ("layering", "structure")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one strategy."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "town.yaml", PILOTED)
    return tmp_path


def words(question: str) -> list[str]:
    """Give what is typed to put a question to the strategy here."""
    about = {"thing": ["equal"], "strategy": ["town.yaml"], "": []}
    return [question, *about[api.analyses()[question].wants], "town.yaml"]


@pytest.fixture
def without_diagrams(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do as if the package that makes decision diagrams were not installed."""
    for name in ("oxidd", "oxidd.bdd", "oxidd.zbdd"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.parametrize("language", ["en", "ro"])
@pytest.mark.parametrize("question", api.analyses())
def test_every_question_of_the_folder_is_answered(question: str, language: str) -> None:
    """Each has an answer in both languages, under the strategy's title."""
    pytest.importorskip("oxidd")
    pytest.importorskip("numpy")
    ran = toc("analyse", *words(question), "--language", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("A town for all\n\n")
    assert ran.out.endswith("\n")


@pytest.mark.parametrize("question", api.analyses())
def test_every_answer_is_data_too(question: str) -> None:
    """JSON has the question, its answers with a sentence or fields, and what was assumed."""
    pytest.importorskip("oxidd")
    pytest.importorskip("numpy")
    ran = toc("analyse", *words(question), "--format", "json")
    (found,) = json.loads(ran.out)["strategies"]
    assert found["question"] == question
    assert found["answers"]
    assert set(found) == {"question", "strategy", "answers", "assumed"}


@pytest.mark.parametrize("question", api.analyses())
def test_the_help_lists_every_question(question: str) -> None:
    """Whoever asks for help sees each with what it asks."""
    lines = [line.split() for line in toc("analyse", "--help").out.splitlines()]
    assert question in {line[0] for line in lines if line}


def test_without_a_question_comes_what_matters_first() -> None:
    """The page says what the goal cannot do without, what to test first and who tests it."""
    ran = toc("analyse")
    assert ran.out == toc("analyse", "overview", "town.yaml").out
    assert "What it cannot do without:\n    - assumption “Managers leave staff the time”" in ran.out
    assert "Test this first: assumption “Managers leave staff the time” (time)" in ran.out
    assert "the pilot “One office” tests it" in ran.out
    assert "have no graded evidence" in ran.out
    assert "What was taken to be so:" in ran.out


def test_the_page_needs_no_extra_package(without_diagrams: None) -> None:
    """What matters first is said where no decision diagrams can be made."""
    assert toc("analyse").code == 0


@pytest.mark.parametrize("question", NEEDS_DIAGRAMS)
def test_what_needs_a_package_says_which(question: str, without_diagrams: None) -> None:
    """Exit 2, and the words that install it."""
    ran = toc("analyse", *words(question))
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'theory-of-change[analysis]'" in ran.err


@pytest.mark.parametrize("question", sorted({*api.analyses()} - {*NEEDS_DIAGRAMS, *NEEDS_NUMPY}))
def test_the_others_need_none(question: str, without_diagrams: None) -> None:
    """Knock-outs, grades, dates and differences are asked without decision diagrams."""
    assert toc("analyse", *words(question)).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["singel-points"], "did you mean “single-points”?"),
        (["relies-on"], "say of what: toc analyse relies-on ID"),
        (["compare"], "say with what: toc analyse compare EARLIER [PATH]"),
        (["ways", "town.yaml", "more"], "too many words after “ways”: more"),
        (["single-points", "--goal", "equl"], "did you mean “equal”?"),
        (["affects", "tim"], "did you mean “time”?"),
        (["nowhere.yaml"], "there is no file or folder nowhere.yaml"),
    ],
)
def test_what_is_mistyped_is_told(arguments: list[str], said: str) -> None:
    """Exit 2, nothing printed, and what was probably meant."""
    ran = toc("analyse", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_folder_named_like_a_question_is_written_with_its_place(here: Path) -> None:
    """A question goes before a path of the same name; `./` says that the path is meant."""
    write(here / "timing" / "strategy.yaml", CLEAN.replace("A town for all", "Elsewhere"))
    assert toc("analyse", "./timing").out.startswith("Elsewhere\n")
    assert toc("analyse", "timing", "town.yaml").out.startswith("A town for all\n")


def test_one_goal_can_be_asked_about(here: Path) -> None:
    """Of two goals only the named one is told of."""
    two = PILOTED.replace("goals:\n", "goals:\n  near: Neighbours meet\n")
    write(here / "town.yaml", two)
    both, one = toc("analyse", "single-points"), toc("analyse", "single-points", "--goal", "near")
    assert "Neighbours meet" in both.out
    assert "equal terms" in both.out
    assert "equal terms" not in one.out


def test_what_something_would_affect_is_followed_to_the_end() -> None:
    """Without the course everything falls that nothing else brings about."""
    ran = toc("analyse", "affects", "course")
    fallen = [line for line in ran.out.splitlines() if line.startswith("  - falls: ")]
    assert [line.rpartition("(")[2] for line in fallen] == [
        "apply)",
        "equal)",
        "strain)",
        "trained)",
    ]


def test_a_scenario_is_told_against_the_strategy_as_it_is() -> None:
    """The goal that is lost, and how it stood before."""
    ran = toc("what-if", "--fails", "time")
    assert (
        "“Newcomers use public services on equal terms”\n    - out of reach; before: within reach"
        in ran.out
    )
    kept = toc("what-if", "--fails", "time", "--kept", "time")
    assert "within reach, as before" in kept.out


def test_scenarios_may_stand_in_a_file(here: Path) -> None:
    """They are told side by side; what is wrong with one is told with its place."""
    write(
        here / "later.txt",
        "scenarios:\n  a: {title: No time, fails: [time]}\n  b: {without: [course]}\n",
    )
    ran = toc("what-if", "--scenario", "later.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.index("No time\n") < ran.out.index("\nb\n")
    write(here / "later.txt", "fail: [time]\n")
    ran = toc("what-if", "--scenario", "later.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "later.txt:1:1: error[key-unknown]" in ran.err
    assert "did you mean “fails”?" in ran.err


def test_a_scenario_in_which_nothing_is_gone_is_none() -> None:
    """Exit 2, and what to say."""
    ran = toc("what-if")
    assert (ran.code, ran.out) == (2, "")
    assert "--without ID" in ran.err


def test_the_pilots_stand_side_by_side() -> None:
    """Where each leads, what it tests, what only it tests, what it costs and leaves untested."""
    pytest.importorskip("oxidd")
    out = toc("pilots").out
    one, two = out.index("“One office” (one)"), out.index("“Two offices” (two)")
    assert "it leads to “Newcomers use public services on equal terms”" in out[one:two]
    assert "nobody else tests: “Managers leave staff the time”" in out[one:two]
    assert "it costs 9,000" in out[one:two]
    assert "it would settle" in out[one:two]
    assert "it tests: nothing" in out[two:]
    assert "nobody has said what it costs" in out[two:]
    assert "“One office” comes first" in out
    assert "“Two offices” would win if" in out


def test_pilots_are_told_of_without_what_they_would_teach(without_diagrams: None) -> None:
    """Where no diagrams can be made the rest is still said, and why this is not."""
    ran = toc("pilots")
    assert ran.code == 0
    assert "what they would teach is not known" in ran.out
    assert "theory-of-change[analysis]" in ran.out


def test_a_strategy_without_pilots_is_told_so(here: Path) -> None:
    """A sentence, and no empty table."""
    write(here / "town.yaml", CLEAN)
    assert toc("pilots").out == "The strategy has no pilots to choose from.\n"


@pytest.mark.parametrize("command", [["analyse"], ["what-if", "--fails", "time"], ["pilots"]])
def test_what_could_not_be_read_is_told_on_the_side(command: list[str], here: Path) -> None:
    """The rest is answered, with a word that part of it may be missing."""
    write(here / "town.yaml", PILOTED.replace("2027-01/2027-06", "soonish"))
    ran = toc(*command)
    assert ran.code == 0
    assert "part of it may be missing" in ran.err
