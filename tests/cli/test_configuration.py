"""What a project says of itself: `toc.toml`, or `pyproject.toml` under `tool.toc`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import BROKEN, CLEAN, WARNED, Ran, toc, write
from fontmaking import make_font

PLACES = {
    "toc.toml": "{}",
    "pyproject.toml": '[project]\nname = "city"\n\n[tool.toc]\n{}',
}


_KEYS = (
    "baseline, custom-rules, fail-on, fonts, ignore, limits, paths, profile, profiles, select, "
    "severity, templates, words"
)
_GRADED = "“severity” takes a table of rules, each with one of off, note, advice, warning, error"
_WORDED = "“words” takes for each language a table of lists of expressions"


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    """Be the name of one of the two files in which a project may speak."""
    return str(request.param)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project with three strategies."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"clean": CLEAN, "warned": WARNED, "broken": BROKEN}.items():
        write(tmp_path / "strategies" / f"{name}.yaml", text)
    return tmp_path


def configure(project: Path, place: str, text: str) -> Path:
    """Write a project's configuration."""
    return write(project / place, PLACES[place].format(text))


def checked(*arguments: str) -> list[str]:
    """Give the paths of the strategies that a run checks."""
    ran = toc("check", "--format", "json", *arguments)
    return [strategy["path"] for strategy in json.loads(ran.out)["strategies"]]


def last_line(ran: Ran) -> str:
    """Give the last line that was printed."""
    return ran.out.splitlines()[-1]


def test_without_configuration_everything_below_is_checked() -> None:
    """`toc check` alone finds the strategies below the current folder."""
    names = ("broken", "clean", "warned")
    assert checked() == [f"strategies/{name}.yaml" for name in names]


def test_nothing_below_is_a_wrong_call(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no strategy at all, nothing was checked, so it is not a success."""
    (project / "empty").mkdir()
    monkeypatch.chdir(project / "empty")
    ran = toc("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "toc: there is no strategy in the folder .\n"


def test_the_named_paths_are_checked(project: Path, place: str) -> None:
    """`paths` are the strategies that `toc check` checks when none is named."""
    configure(project, place, 'paths = ["strategies/warned.yaml", "strategies/clean.yaml"]')
    assert checked() == ["strategies/warned.yaml", "strategies/clean.yaml"]


def test_a_path_in_the_call_wins(project: Path, place: str) -> None:
    """Who names a strategy gets that one."""
    configure(project, place, 'paths = ["strategies/warned.yaml"]')
    assert checked("strategies/clean.yaml") == ["strategies/clean.yaml"]


def test_the_paths_count_from_the_file(
    project: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a folder below, the project's configuration is found and its paths still meant."""
    configure(project, place, 'paths = ["strategies/clean.yaml", "notes/x.yaml"]')
    write(project / "notes" / "x.yaml", CLEAN)
    monkeypatch.chdir(project / "notes")
    assert checked() == [str(project / "strategies" / "clean.yaml"), "x.yaml"]


def test_the_nearest_configuration_is_taken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder's own configuration goes before that of the folder around it."""
    configure(project, "toc.toml", 'paths = ["strategies/warned.yaml"]')
    configure(project / "strategies", "toc.toml", 'paths = ["clean.yaml"]')
    monkeypatch.chdir(project / "strategies")
    assert checked() == ["clean.yaml"]


def test_toc_toml_goes_before_pyproject(project: Path) -> None:
    """Where both stand in a folder, the file of our own is taken."""
    configure(project, "pyproject.toml", 'paths = ["strategies/warned.yaml"]')
    configure(project, "toc.toml", 'paths = ["strategies/clean.yaml"]')
    assert checked() == ["strategies/clean.yaml"]


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "[tool.ruff]\n", "tool = 3\n"])
def test_a_pyproject_that_does_not_speak_of_us_is_passed_over(
    text: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Python project without `tool.toc` says nothing; the folder around it may."""
    configure(project, "toc.toml", 'paths = ["strategies/clean.yaml"]')
    write(project / "inner" / "pyproject.toml", text)
    monkeypatch.chdir(project / "inner")
    assert checked() == [str(project / "strategies" / "clean.yaml")]


@pytest.mark.parametrize(("threshold", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_the_threshold_can_be_the_projects(
    threshold: str, code: int, project: Path, place: str
) -> None:
    """`fail-on` is the threshold of every run that does not name another."""
    configure(project, place, f'fail-on = "{threshold}"')
    assert toc("check", "strategies/warned.yaml").code == code


def test_a_threshold_in_the_call_wins(project: Path, place: str) -> None:
    """Who names a threshold gets that one."""
    configure(project, place, 'fail-on = "never"')
    assert toc("check", "strategies/broken.yaml").code == 0
    assert toc("check", "strategies/broken.yaml", "--fail-on", "error").code == 1


def asked(*arguments: str) -> set[str]:
    """Give the rules that a run asks."""
    ran = toc("check", "strategies/clean.yaml", "--format", "json", *arguments)
    return set(json.loads(ran.out)["rules"])


def test_rules_can_be_ignored_for_the_project(project: Path, place: str) -> None:
    """`ignore` adds to what the call ignores."""
    usual = asked()
    configure(project, place, 'ignore = ["result-without-indicator"]')
    assert usual - asked() == {"result-without-indicator"}
    both = {"result-without-indicator", "id-duplicate"}
    assert usual - asked("--ignore", "id-duplicate") == both


def test_rules_can_be_selected_for_the_project(project: Path, place: str) -> None:
    """`select` names the rules to ask; a call that selects others replaces them."""
    configure(project, place, 'select = ["id-duplicate", "cycle-undeclared"]')
    assert "checked by 2 rules" in toc("check", "strategies/clean.yaml").out
    one = toc("check", "strategies/clean.yaml", "--select", "key-unknown")
    assert "checked by 1 rule:" in one.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('path = ["x"]', "“path” is not known; did you mean “paths”?"),
        ('Fail-On = "error"', "“Fail-On” is not known; did you mean “fail-on”?"),
        ('fail_on = "error"', "“fail_on” is not known; did you mean “fail-on”?"),
        (
            "zzz = 1",
            f"“zzz” is not known; what is known: {_KEYS}",
        ),
        ('words = {xx = {vague = ["a"]}}', "“xx” is not known; what is known: en, ro"),
        ('words = {en = {vauge = ["a"]}}', "“vauge” is not known; did you mean “vague”?"),
        ("limits = {node-fans-out = -1}", "“limits” takes a table of rules, each with a number"),
        ("profiles = {icc = {}}", "there is a profile “icc” already: rename yours"),
        ('paths = "x"', "“paths” takes a list of paths"),
        ("paths = [1]", "“paths” takes a list of paths"),
        ("paths = {a = 1}", "“paths” takes a list of paths"),
        ("ignore = true", "“ignore” takes a list of names"),
        ('select = "cycle-undeclared"', "“select” takes a list of names"),
        ('fail-on = "often"', "“fail-on” takes one of error, warning, advice, never"),
        ("fail-on = 1", "“fail-on” takes one of error, warning, advice, never"),
        ('fail-on = ["error"]', "“fail-on” takes one of error, warning, advice, never"),
        ("profile = 1", "“profile” takes a name or several"),
        ("profile = [1]", "“profile” takes a name or several"),
        ('severity = "off"', _GRADED),
        ('severity = {cycle-undeclared = "grave"}', _GRADED),
        ("severity = {cycle-undeclared = []}", _GRADED),
        ("severity = {cycle-undeclared = {}}", _GRADED),
        ("severity = {cycle-undeclared = 1}", _GRADED),
        ("limits = 3", "“limits” takes a table of rules, each with a number"),
        ("limits = {label-too-long = true}", "“limits” takes a table of rules, each with a number"),
        ('limits = {label-too-long = "3"}', "“limits” takes a table of rules, each with a number"),
        ('words = ["zebra"]', _WORDED),
        ('words = {en = ["zebra"]}', _WORDED),
        ('words = {en = {vague = "zebra"}}', _WORDED),
        ("words = {en = {vague = [1]}}", _WORDED),
        ('profiles = ["mine"]', "“profiles” takes a table for each profile"),
        ("profiles = {mine = 3}", "“profiles” takes a table for each profile"),
        ('custom-rules = "city"', "“custom-rules” takes a list of packages"),
        ("custom-rules = [1]", "“custom-rules” takes a list of packages"),
        ('fonts = "Arabic.ttf"', "“fonts” takes a list of font files"),
        ("fonts = [1]", "“fonts” takes a list of font files"),
        ('baseline = ["x.json"]', "“baseline” takes the path of a file"),
        ('templates = ["x"]', "“templates” takes the path of a folder"),
    ],
)
def test_what_is_not_understood_stops_the_run(
    text: str, said: str, project: Path, place: str
) -> None:
    """A setting that would be passed over in silence ends with 2; file and key are named."""
    file = configure(project, place, text)
    ran = toc("check", "strategies/clean.yaml")
    assert (ran.code, ran.out, ran.err) == (2, "", f"toc: {file}: {said}\n")


def test_a_table_that_is_none_stops_the_run(project: Path) -> None:
    """`tool.toc` must be a table."""
    file = write(project / "pyproject.toml", "[tool]\ntoc = 3\n")
    ran = toc("check", "strategies/clean.yaml")
    assert (ran.code, ran.err) == (2, f"toc: {file}: “tool.toc” takes a table\n")


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_misspelled_rule_is_answered_with_the_nearest(
    option: str, project: Path, place: str
) -> None:
    """A rule that a project names must exist."""
    configure(project, place, f'{option} = ["cycle-undeclred"]')
    ran = toc("check", "strategies/clean.yaml")
    assert ran.code == 2
    assert "did you mean “cycle-undeclared”?" in ran.err


@pytest.mark.parametrize(
    "content", [b"toc = [", b"= 1 # toc", b"\xff\xfetoc", b"toc = 1\ntoc = 2\n"]
)
def test_broken_toml_is_named(content: bytes, project: Path, place: str) -> None:
    """A configuration that is no TOML ends with 2, its name and what is wrong with it."""
    (project / place).write_bytes(content)
    ran = toc("check", "strategies/clean.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"toc: {project / place} cannot be read: ")


def test_a_path_that_is_not_there_is_named(project: Path, place: str) -> None:
    """A configured strategy that is missing ends with 2."""
    configure(project, place, 'paths = ["strategies/gone.yaml"]')
    ran = toc("check")
    assert (ran.code, ran.err) == (2, "toc: there is no file or folder strategies/gone.yaml\n")


def test_a_broken_pyproject_of_somebody_else_is_passed_over(project: Path) -> None:
    """What does not speak of us is not ours to complain about."""
    write(project / "pyproject.toml", "[broken\n")
    assert checked("strategies/clean.yaml") == ["strategies/clean.yaml"]


def test_a_mark_at_its_beginning_does_no_harm(project: Path, place: str) -> None:
    """Some editors begin a file with a byte order mark."""
    file = configure(project, place, 'paths = ["strategies/clean.yaml"]')
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert checked() == ["strategies/clean.yaml"]


RULE = "result-without-indicator"


def graded(*arguments: str) -> dict[str, str]:
    """Give how grave the findings of a run are, by rule."""
    ran = toc("check", "strategies/warned.yaml", "--format", "json", *arguments)
    (strategy,) = json.loads(ran.out)["strategies"]
    return {one["rule"]: one["severity"] for one in strategy["findings"]}


def test_a_project_grades_rules(project: Path, place: str) -> None:
    """`severity` makes a rule graver or milder, or switches it off."""
    for grade in ("error", "note"):
        configure(project, place, f'severity = {{{RULE} = "{grade}"}}')
        assert graded()[RULE] == grade
    configure(project, place, f'severity = {{{RULE} = "off"}}')
    assert RULE not in graded()


@pytest.mark.parametrize("named", ['"ours"', '["ours"]'])
def test_a_project_has_profiles_of_its_own(named: str, project: Path) -> None:
    """`profiles` says what one means, and `profile` that it holds."""
    table = f'[profiles.ours.severity]\n{RULE} = "error"\n'
    configure(project, "toc.toml", table)
    assert graded()[RULE] != "error"
    configure(project, "toc.toml", f"profile = {named}\n{table}")
    assert graded()[RULE] == "error"


def test_a_projects_profile_must_be_understood(project: Path) -> None:
    """A slip within a profile is named with the profile."""
    configure(project, "toc.toml", "[profiles.ours]\nsevrity = {}\n")
    ran = toc("check", "strategies/clean.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "toc: profiles.ours: “sevrity” is not known; did you mean “severity”?\n"


def test_a_project_says_what_is_too_much(project: Path, place: str) -> None:
    """`limits` sets another number for a rule that has one."""
    configure(project, place, "limits = {label-too-long = 1}")
    assert "label-too-long" in graded()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("limits = {cycle-undeclared = 1}", "the rule “cycle-undeclared” has no limit"),
        ('profile = "absent"', "no profile is called “absent”; there are "),
        ('severity = {cycle-undeclred = "off"}', "did you mean “cycle-undeclared”?"),
    ],
)
def test_what_a_project_names_must_be_there(
    text: str, said: str, project: Path, place: str
) -> None:
    """A slip in a name ends with 2, and is not passed over."""
    configure(project, place, text)
    ran = toc("check", "strategies/clean.yaml", "--no-cache")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_project_adds_words(project: Path, place: str) -> None:
    """`words` adds expressions to the lists by which texts are read."""
    configure(project, place, 'words = {en = {vague = ["what they learned"]}}')
    assert "word-vague" in graded()


def test_another_configuration_is_another_verdict(project: Path, place: str) -> None:
    """What was remembered under one configuration is not told under another one."""
    configure(project, place, f'ignore = ["{RULE}"]')
    assert RULE not in graded()
    configure(project, place, "ignore = []")
    assert RULE in graded()
    configure(project, place, f'ignore = ["{RULE}"]')
    assert RULE not in graded()


ARABIC = "toc: 1\nstrategy: {title: Acces}\ngoals:\n  acces: {title: مرحبا}\n"


def lacking(*arguments: str) -> bool:
    """Tell whether letters are said to lack in the strategy in Arabic."""
    ran = toc("check", "arabic.yaml", "--select", "letters-not-in-font", *arguments)
    return "letters-not-in-font" in ran.out


def test_a_project_names_the_fonts_of_its_pictures(project: Path, place: str) -> None:
    """What a font beside the configuration has is no finding, from whichever folder one checks."""
    write(project / "arabic.yaml", ARABIC)
    assert lacking()
    make_font(project / "arabic.ttf", "مرحبا")
    configure(project, place, 'fonts = ["arabic.ttf"]')
    assert not lacking()


def test_a_font_that_changed_is_read_again(project: Path) -> None:
    """What is remembered of a strategy holds for the content of the fonts, not for their names."""
    write(project / "arabic.yaml", ARABIC)
    configure(project, "toc.toml", 'fonts = ["a.ttf"]')
    make_font(project / "a.ttf", "مرحبا")
    assert not lacking()
    make_font(project / "a.ttf", "م")
    assert lacking()


@pytest.mark.parametrize("command", ["check", "draw"])
def test_a_font_that_cannot_be_read_stops_the_run(command: str, project: Path) -> None:
    """Exit 2, and the file is named as the project finds it."""
    configure(project, "toc.toml", 'fonts = ["none.ttf"]')
    ran = toc(command, "strategies/clean.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"toc: {project / 'none.ttf'} cannot be read: ")
