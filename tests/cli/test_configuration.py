"""What a project says of itself: `toc.toml`, or `pyproject.toml` under `tool.toc`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import BROKEN, CLEAN, WARNED, Ran, toc, write

from toc.rulebook import RULES

PLACES = {
    "toc.toml": "{}",
    "pyproject.toml": '[project]\nname = "city"\n\n[tool.toc]\n{}',
}


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


def test_rules_can_be_ignored_for_the_project(project: Path, place: str) -> None:
    """`ignore` adds to what the call ignores."""
    configure(project, place, 'ignore = ["result-without-indicator"]')
    ran = toc("check", "strategies/warned.yaml")
    also = toc("check", "strategies/warned.yaml", "--ignore", "id-duplicate")
    assert last_line(ran).endswith(f"checked by {len(RULES) - 1} rules: nothing to mend")
    assert last_line(also).endswith(f"checked by {len(RULES) - 2} rules: nothing to mend")


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
        ("zzz = 1", "“zzz” is not known; did you mean “paths, select, ignore, fail-on”?"),
        ('paths = "x"', "“paths” cannot have this value"),
        ("paths = [1]", "“paths” cannot have this value"),
        ("paths = {a = 1}", "“paths” cannot have this value"),
        ("ignore = true", "“ignore” cannot have this value"),
        ('select = "cycle-undeclared"', "“select” cannot have this value"),
        ('fail-on = "often"', "“fail-on” cannot have this value"),
        ("fail-on = 1", "“fail-on” cannot have this value"),
        ('fail-on = ["error"]', "“fail-on” cannot have this value"),
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
    assert (ran.code, ran.err) == (2, f"toc: {file}: “tool.toc” cannot have this value\n")


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_misspelled_rule_is_answered_with_the_nearest(
    option: str, project: Path, place: str
) -> None:
    """A rule that a project names must exist."""
    configure(project, place, f'{option} = ["cycle-undeclred"]')
    ran = toc("check", "strategies/clean.yaml")
    assert ran.code == 2
    assert "did you mean “cycle-undeclared”?" in ran.err


@pytest.mark.parametrize("content", [b"paths = [", b"= 1", b"\xff\xfe", b"a = 1\na = 2\n"])
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
