"""A project's own rules: like ours, loaded only where they are named, and harmless when they fail."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from textwrap import dedent

import pytest
from cli.running import CLEAN, Ran, process, toc, write

from toc import InputError, UnknownNameError, api
from toc.cli.configuration import configuration
from toc.rulebook import RULES, custom_shelves

RULE = '''
"""Goals of which the city does not say enough."""

from toc.findings import KEY, Severity
from toc.rulebook import complaint, rule
from toc.words import Message


@rule(Severity.ERROR)
def {name}(case):
    """Find goals with a short title."""
    for name, goal in case.strategy.goals.items():
        if len(str(goal.title)) < {least}:
            yield complaint(
                ("goals", name, KEY),
                Message("the goal “{{goal}}” is said in few words", {{"goal": goal.title}}),
                Message("say more"),
            )
'''
PAGE = """# goal-said-shortly

A goal that is said in very few words.

## Why it matters

The council asks for whole sentences.
"""
FAILING = '''
from toc.findings import Severity
from toc.rulebook import complaint, rule
from toc.words import Message


@rule(Severity.ADVICE)
def {name}(case):
    """Fail, for the sake of the others."""
    {body}
    yield
'''

_NUMBER = count()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project with a clean strategy."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    write(tmp_path / "x.yaml", CLEAN)
    return tmp_path


@pytest.fixture
def package(project: Path) -> str:
    """Be the name of a package of rules: a new one, for a process knows a name only once."""
    name = f"city_rules_{next(_NUMBER)}"
    write(project / name / "__init__.py", "TITLE = 'Rules of the city'\n")
    write(project / name / "goal_said_shortly.py", RULE.format(name="goal_said_shortly", least=99))
    write(project / name / "goal_said_shortly.md", PAGE)
    return name


def named(project: Path, *packages: str, more: str = "") -> None:
    """Name packages in the project's configuration."""
    write(project / "toc.toml", f"custom-rules = {json.dumps(packages)}\n{more}")


def told(ran: Ran) -> list[str]:
    """Give the rules that a run told of, as JSON says them."""
    return [one["rule"] for one in json.loads(ran.out)["strategies"][0]["findings"]]


def test_a_rule_of_the_project_is_asked_like_ours(project: Path, package: str) -> None:
    """It is told with its place, its gravity and why it matters, and closes the gate."""
    named(project, package)
    ran = toc("check", "x.yaml", "--no-cache")
    assert ran.code == 1
    assert ran.out.startswith(
        "error[goal-said-shortly]: the goal “Newcomers use public services on equal terms” is "
        "said in few words\n"
    )
    assert "= why: The council asks for whole sentences." in ran.out
    assert "= mend: say more" in ran.out


def test_it_has_its_page(project: Path, package: str) -> None:
    """Who asks for the manual of a rule gets it, whoever wrote the rule."""
    named(project, package)
    book = configuration(project).book()
    assert api.explain("goal-said-shortly", book=book) == PAGE
    (rule,) = api.list_rules(select=["goal-said-shortly"], book=book)
    assert rule.summary() == "A goal that is said in very few words."
    assert rule.chapter_title() == "Rules of the city"


def test_a_rule_without_a_page_is_told_all_the_same(project: Path, package: str) -> None:
    """A page is a kindness, and not a condition."""
    (project / package / "goal_said_shortly.md").unlink()
    named(project, package)
    ran = toc("check", "x.yaml", "--no-cache")
    assert "error[goal-said-shortly]" in ran.out
    assert "= why" not in ran.out.split("[goal-said-shortly]")[1]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", True),
        ('ignore = ["goal-said-shortly"]', False),
        ('ignore = ["{package}"]', False),
        ('select = ["goal-said-shortly"]', True),
        ('select = ["structure"]', False),
        ('severity = {goal-said-shortly = "off"}', False),
        ('severity = {goal-said-shortly = "note"}', True),
        ('profile = "calm"\n[profiles.calm]\nignore = ["goal-said-shortly"]', False),
    ],
)
def test_it_is_chosen_and_graded_like_ours(
    more: str, project: Path, package: str, *, found: bool
) -> None:
    """By name or by chapter, in the configuration and in profiles."""
    named(project, package, more=more.replace("{package}", package))
    assert ("goal-said-shortly" in told(toc("check", "x.yaml", "--format", "json"))) is found


def test_it_can_be_waived(project: Path, package: str) -> None:
    """A waiver may name it, and is not one of an unknown rule."""
    named(project, package)
    waiver = "{rule: goal-said-shortly, because: Agreed, by: hall, until: 2999}"
    write(project / "x.yaml", CLEAN + f"waivers:\n  short: {waiver}\n")
    ran = toc("check", "x.yaml")
    assert (ran.code, "1 finding waived" in ran.out) == (0, True)


@pytest.mark.parametrize("name", ["absent_rules", "absent.rules", "", ".rules", "../rules", "toc"])
def test_what_is_no_package_is_named(name: str, project: Path) -> None:
    """A package that is not there, or holds no rule, ends with 2 and its name."""
    named(project, name)
    ran = toc("check", "x.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err


def test_a_module_is_no_package(project: Path) -> None:
    """One module of rules is not enough: each rule has a module of its own."""
    write(project / "lonely_rule.py", "")
    named(project, "lonely_rule")
    ran = toc("check", "x.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "lonely_rule" in ran.err


def test_a_package_without_rules_is_named(project: Path) -> None:
    """An empty package is a mistake, and not a project without rules."""
    write(project / "empty_rules" / "__init__.py", "")
    write(project / "empty_rules" / "_helpers.py", "")
    named(project, "empty_rules")
    assert "empty_rules holds no rule" in toc("check", "x.yaml").err


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import nothing_of_that_name", "ModuleNotFoundError: No module named"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("def", "SyntaxError: "),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("", "UnknownNameError: "),
        ("goal_said_shortly = 3", "UnknownNameError: "),
    ],
)
def test_what_cannot_be_loaded_stops_the_run(
    code: str, said: str, project: Path, package: str
) -> None:
    """Rules that would be passed over in silence end with 2, and never with success."""
    write(project / package / "goal_said_shortly.py", code)
    named(project, package)
    ran = toc("check", "x.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"toc: the rules in {package} cannot be loaded: {said}")


def test_a_name_that_is_ours_is_refused(project: Path, package: str) -> None:
    """A rule of the project cannot take the place of one of ours."""
    (project / package / "goal_said_shortly.py").rename(project / package / "cycle_undeclared.py")
    write(project / package / "cycle_undeclared.py", RULE.format(name="cycle_undeclared", least=1))
    named(project, package)
    ran = toc("check", "x.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (f"toc: {package}: there is a rule “cycle-undeclared” already; rename it\n")


def test_two_packages_cannot_share_a_name(project: Path, package: str) -> None:
    """Nor can one package of the project take the place of another one."""
    write(project / "twin_rules" / "__init__.py", "")
    write(
        project / "twin_rules" / "goal_said_shortly.py",
        RULE.format(name="goal_said_shortly", least=1),
    )
    named(project, package, "twin_rules")
    assert "twin_rules: there is a rule “goal-said-shortly” already" in toc("check", "x.yaml").err


SPY = "from pathlib import Path\nPath(__file__).with_suffix('.ran').touch()\n"


@pytest.mark.parametrize(
    ("configured", "options", "runs"),
    [(True, (), True), (False, (), False), (True, ("--no-custom-rules",), False)],
)
@pytest.mark.parametrize("command", ["check", "questions"])
def test_no_code_runs_that_the_configuration_does_not_name(
    command: str,
    options: tuple[str, ...],
    project: Path,
    package: str,
    *,
    configured: bool,
    runs: bool,
) -> None:
    """A package of rules that merely lies there is left alone, and so it is on request."""
    write(project / package / "__init__.py", SPY)
    write(project / "other_rules" / "__init__.py", SPY)
    write(project / "toc_rules.py", SPY)
    named(project, *([package] if configured else []))
    ran = toc(command, "x.yaml", *options)
    assert (ran.err, (project / package / "__init__.ran").exists()) == ("", runs)
    assert not [*project.glob("other_rules/*.ran"), *project.glob("*.ran")]


def test_what_is_switched_off_may_still_be_named(project: Path, package: str) -> None:
    """Without its own rules a project is checked by ours, whatever else it says of its own."""
    more = (
        'ignore = ["goal-said-shortly"]\nselect = ["files", "goal-said-shortly"]\n'
        'severity = {goal-said-shortly = "note"}\nlimits = {goal-said-shortly = 3}\n'
    )
    named(project, package, more=more)
    ran = toc("check", "x.yaml", "--no-custom-rules", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["rules"] == sorted(
        name for name in RULES if RULES.chapter(name) == "files"
    )


def test_a_slip_in_the_call_is_told_even_so(project: Path, package: str) -> None:
    """A rule that the call names must be there: else nothing was checked, and all is well."""
    named(project, package)
    ran = toc("check", "x.yaml", "--no-custom-rules", "--select", "cycle-undeclred")
    assert (ran.code, ran.out) == (2, "")


def test_what_is_installed_is_not_hidden(project: Path) -> None:
    """A module in the project's folder never takes the place of one that others import."""
    write(project / "json" / "__init__.py", SPY)
    write(project / "json" / "goal_said_shortly.py", RULE.format(name="x", least=1))
    with pytest.raises(InputError, match="the rules in json cannot be loaded"):
        custom_shelves(["json"], project)
    assert not [*project.glob("**/*.ran")]


def installed(folder: Path, package: str, entry: str) -> Path:
    """Install a package of rules in a folder of its own, as an entry point offers it."""
    site = folder / "site"
    write(site / f"{package}-1.dist-info" / "METADATA", f"Name: {package}\nVersion: 1\n")
    write(
        site / f"{package}-1.dist-info" / "entry_points.txt", f"[toc.rules]\n{entry} = {package}\n"
    )
    (folder / package).rename(site / package)
    return site


def test_an_installed_package_is_named_by_its_entry_point(
    project: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name that a package offers its rules under is enough, and must be said."""
    monkeypatch.syspath_prepend(installed(project, package, "city"))
    assert "goal-said-shortly" not in toc("check", "x.yaml", "--no-cache").out
    assert package not in sys.modules
    named(project, "city")
    assert "error[goal-said-shortly]" in toc("check", "x.yaml", "--no-cache").out


FAILURES: dict[str, str] = {
    "raises": "raise RuntimeError('no council today')",
    "exits": "raise SystemExit(0)",
    "recurses": "f = lambda: f(); f()",
    "yields-nonsense": "yield 'a text'",
    "yields-no-message": "yield complaint(('goals',), 'so', 'mend')",
    "forgets-a-value": "yield complaint(('goals',), Message('{title} is so', {}), Message('mend'))",
    "has-no-route": "yield complaint(None, Message('so'), Message('mend'))",
    "has-a-strange-route": "yield complaint(('goals', []), Message('so'), Message('mend'))",
}


@pytest.mark.parametrize("body", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("form", ["plain", "json"])
def test_a_rule_that_fails_is_the_tools_fault(
    body: str, form: str, project: Path, package: str
) -> None:
    """It is named with what went wrong, the exit code is 2, and all others are asked."""
    write(
        project / package / "council_missing.py",
        FAILING.format(name="council_missing", body=body),
    )
    named(project, package)
    ran = toc("check", "x.yaml", "--format", form)
    assert (ran.code, ran.err) == (2, "")
    assert "goal-said-shortly" in ran.out
    if form == "plain":
        assert "fault of the tool[council-missing]: this rule failed" in ran.out
        assert "--ignore council-missing goes on without it" in ran.out
    else:
        (failure,) = json.loads(ran.out)["failures"]
        assert failure["rule"] == "council-missing"
    assert toc("check", "x.yaml", "--ignore", "council-missing").code == 1


def test_it_says_what_went_wrong_and_where(project: Path, package: str) -> None:
    """The report has the error and the line, and nothing of the machine it happened on."""
    body = FAILURES["raises"]
    write(
        project / package / "council_missing.py", FAILING.format(name="council_missing", body=body)
    )
    named(project, package)
    out = toc("check", "x.yaml").out
    assert f"  RuntimeError: no council today ({package}/council_missing.py:10)\n" in out


def test_a_failure_is_never_remembered(project: Path, package: str) -> None:
    """The rule may be mended without a new file: it is asked again each time."""
    body = "import os\n    if 'COUNCIL' not in os.environ: raise KeyError\n    return"
    rule = FAILING.format(name="council_missing", body=body)
    write(project / package / "council_missing.py", rule)
    named(project, package, more='ignore = ["goal-said-shortly"]')
    codes = [
        process("check", "x.yaml", cwd=project, **environment).code
        for environment in ({}, {}, {"COUNCIL": "1"}, {})
    ]
    assert codes == [2, 2, 0, 0]


def test_no_baseline_is_written_of_half_an_answer(project: Path, package: str) -> None:
    """Where a rule failed, nobody knows what there is to be left out."""
    write(
        project / package / "council_missing.py",
        FAILING.format(name="council_missing", body="1 / 0"),
    )
    named(project, package)
    assert toc("check", "x.yaml", "--write-baseline", "known.json").code == 2
    assert not (project / "known.json").exists()


CHANGES: dict[str, Callable[[Path], object]] = {
    "the rule": lambda folder: write(
        folder / "goal_said_shortly.py", RULE.format(name="goal_said_shortly", least=1)
    ),
    "a helper": lambda folder: write(folder / "_least.py", "LEAST = 1\n"),
    "its data": lambda folder: write(folder / "least.txt", "1"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("where", ["project", "installed"])
def test_a_verdict_is_as_old_as_the_rules_behind_it(
    change: Callable[[Path], object],
    where: str,
    project: Path,
    package: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A rule, a helper or data of the package that changes makes every verdict anew."""
    helped = RULE.format(name="goal_said_shortly", least="least()") + dedent(
        f"""
        def least():
            from pathlib import Path
            from {package}._least import LEAST

            return min(LEAST, int((Path(__file__).parent / "least.txt").read_text()))
        """
    )
    write(project / package / "goal_said_shortly.py", helped)
    write(project / package / "_least.py", "LEAST = 99\n")
    write(project / package / "least.txt", "99")
    named(project, package)
    environment = {}
    home = project
    if where == "installed":
        home = installed(project, package, "city")
        named(project, "city")
        environment["PYTHONPATH"] = str(home)
    codes = [process("check", "x.yaml", cwd=project, **environment).code for _ in range(2)]
    change(home / package)
    codes += [process("check", "x.yaml", cwd=project, **environment).code for _ in range(2)]
    assert codes == [1, 1, 0, 0]


def test_it_is_known_in_a_process_that_starts_afresh(project: Path, package: str) -> None:
    """Where work goes to processes that know nothing yet, the project's rules come along."""
    named(project, package)
    script = dedent(
        """
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context
        from pathlib import Path

        from toc import api
        from toc.cli.configuration import configuration

        if __name__ == "__main__":
            book = configuration(Path.cwd()).book()
            alone = api.check_all(["x.yaml"], book=book)
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
                many = api.check_many(["x.yaml"], book=book, executor=executor)
            print([one.rule for one in many.findings], many.rules == alone.rules)
        """
    )
    write(project / "elsewhere" / "script.py", script)
    done = subprocess.run(
        [sys.executable, project / "elsewhere" / "script.py"],
        cwd=project,
        capture_output=True,
        check=False,
    )
    assert (done.stdout.decode(), done.stderr.decode()) == ("['goal-said-shortly'] True\n", "")


def test_an_unknown_rule_is_compared_with_the_projects_too(project: Path, package: str) -> None:
    """A slip is answered with the nearest name, ours or theirs."""
    named(project, package)
    with pytest.raises(UnknownNameError, match="did you mean “goal-said-shortly”"):
        configuration(project).book(select=["goal-said-shrtly"])
