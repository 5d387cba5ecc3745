"""The GitHub Action: its steps, run as GitHub's runner runs them."""

from __future__ import annotations

import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml
from cli.running import BROKEN, write
from pipeline.checkout import ROOT, run

from toc.api import new
from toc.reporters import REPORTERS

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")


@dataclass(frozen=True)
class Runner:
    """What GitHub's runner knows when it runs a step.

    Attributes:
        python: the folder of the Python that was set up.
        workspace: the repository that is checked.
        temporary: a folder for what is between steps.
    """

    python: Path
    workspace: Path
    temporary: Path

    @property
    def summary(self) -> Path:
        """The file in which a step writes its summary."""
        return self.temporary / "step-summary.md"

    def step(self, number: int, **inputs: str) -> CompletedProcess[str]:
        """Run one of the steps that are scripts."""
        step = [one for one in STEPS if "run" in one][number]
        given = {name: str(one["default"]) for name, one in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): text for name, text in inputs.items()}
        known = {
            "github.action_path": str(ROOT),
            **{f"inputs.{key}": one for key, one in given.items()},
        }
        environment = {
            name: EXPRESSION.sub(lambda found: known[found[1]], text)
            for name, text in step["env"].items()
        }
        script = write(self.temporary / "script.sh", step["run"])
        self.summary.write_text("")
        return run(
            *("bash", "--noprofile", "--norc", "-eo", "pipefail", script),
            cwd=self.workspace,
            **environment,
            PATH=f"{self.python}:/usr/bin:/bin",
            GITHUB_ACTIONS="true",
            GITHUB_STEP_SUMMARY=str(self.summary),
            RUNNER_TEMP=str(self.temporary),
            TOC_CACHE_DIR=str(self.temporary / "cache"),
        )


class TestWhatIsDeclared:
    """`action.yml`."""

    def test_every_input_is_described_and_may_be_left_out(self) -> None:
        """Whoever uses it without any gets what `toc check` does."""
        assert set(ACTION["inputs"]) == {
            "paths",
            "fail-on",
            "language",
            "python-version",
            "sarif",
            "args",
        }
        for given in ACTION["inputs"].values():
            assert len(given["description"]) > 20
            assert "default" in given

    def test_no_input_is_pasted_into_a_script(self) -> None:
        """What somebody types reaches a script through the environment alone."""
        scripts = [step for step in STEPS if "run" in step]
        assert len(scripts) == 2
        for step in scripts:
            assert "${{" not in step["run"]
            assert step["shell"] == "bash"
            assert set(step["env"]) <= set(re.findall(r"\$\{?(TOC_\w+)", step["run"]))

    def test_every_input_is_used(self) -> None:
        """None is declared in vain, and none is used that is not declared."""
        steps = yaml.safe_dump(STEPS)
        used = {
            name.partition(".")[2] for name in EXPRESSION.findall(steps) if name[:7] == "inputs."
        }
        assert used == set(ACTION["inputs"])

    def test_others_actions_are_pinned(self) -> None:
        """A step that is somebody else's action names its version."""
        uses = [step["uses"] for step in STEPS if "uses" in step]
        assert uses == ["actions/setup-python@v6"]


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python that the first step sets up, with what the second installs into it."""
    if shutil.which("bash") is None:
        pytest.skip("bash is not on this machine")
    folder = tmp_path_factory.mktemp("action")
    done = run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    assert done.returncode == 0, done.stderr
    runner = Runner(folder / "venv" / "bin", folder, folder)
    installed = runner.step(0)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return runner.python


@pytest.fixture
def runner(python: Path, tmp_path: Path) -> Runner:
    """A runner with a repository that holds a clean and a faulty strategy."""
    write(tmp_path / "repository" / "clean.yaml", new())
    write(tmp_path / "repository" / "my broken.yaml", BROKEN)
    return Runner(python, tmp_path / "repository", tmp_path)


@pytest.mark.slow
class TestAtWork:
    """The script that checks."""

    def test_a_clean_strategy_passes(self, runner: Runner) -> None:
        """Exit code 0, and the summary says that nothing is to be mended."""
        done = runner.step(1, paths="clean.yaml", fail_on="error")
        assert done.returncode == 0, done.stdout + done.stderr
        assert not re.search("^::error", done.stdout, re.MULTILINE)
        assert runner.summary.read_text(encoding="utf-8").startswith("**1 strategy with ")

    def test_a_faulty_strategy_fails(self, runner: Runner) -> None:
        """Exit code 1, an annotation in its file, and a table in the summary."""
        done = runner.step(1, paths="my broken.yaml\n")
        assert done.returncode == 1, done.stdout + done.stderr
        assert re.search("^::error file=my broken.yaml,line=", done.stdout, re.MULTILINE)
        assert "### `reference-dangling`: " in runner.summary.read_text(encoding="utf-8")
        assert not list(runner.workspace.glob("*.sarif"))

    def test_without_inputs_everything_is_checked(self, runner: Runner) -> None:
        """Both strategies of the repository."""
        done = runner.step(1)
        assert done.returncode == 1
        assert done.stdout.splitlines()[-1].startswith("2 strategies with ")

    def test_the_threshold_is_given_on(self, runner: Runner) -> None:
        """Where nothing is to fail, it does not, and the findings are told all the same."""
        done = runner.step(1, paths="my broken.yaml", fail_on="never")
        assert done.returncode == 0
        assert "::error file=" in done.stdout

    def test_the_findings_are_written_as_sarif(self, runner: Runner) -> None:
        """Where asked for, also when the step fails."""
        done = runner.step(1, paths="clean.yaml\nmy broken.yaml", sarif="out/found.sarif")
        assert done.returncode == 1
        log = json.loads((runner.workspace / "out" / "found.sarif").read_text(encoding="utf-8"))
        assert "my%20broken.yaml" in json.dumps(log)

    def test_the_language_and_more_arguments_are_given_on(self, runner: Runner) -> None:
        """One argument in each line, whatever it holds."""
        args = "--select\nreference-dangling\n\n--no-cache"
        done = runner.step(1, paths="my broken.yaml", language="ro", args=args)
        assert done.returncode == 1
        assert "::nimic de aici nu se numește" in done.stdout
        assert done.stdout.count("::error ") == done.stdout.count("title=reference-dangling:") > 0

    @pytest.mark.parametrize("name", ["paths", "args", "fail_on", "language", "sarif"])
    def test_nothing_that_is_typed_is_obeyed(self, name: str, runner: Runner) -> None:
        """A command in an input is a strange name and nothing else."""
        typed = '$(touch lost) `touch lost` "; touch lost; echo " \'; touch lost; #'
        done = runner.step(1, **{name: typed})
        assert done.returncode in {1, 2}
        assert not list(runner.workspace.glob("lost"))

    def test_what_cannot_run_fails_differently(self, runner: Runner) -> None:
        """Where there is no such strategy, exit code 2 and a message."""
        done = runner.step(1, paths="gone.yaml")
        assert done.returncode == 2
        assert "there is no file or folder gone.yaml" in done.stderr
        assert runner.summary.read_text(encoding="utf-8") == ""

    def test_an_earlier_summary_is_not_told_again(self, runner: Runner) -> None:
        """Used twice in a job, the second summary is that of the second check."""
        runner.step(1, paths="my broken.yaml")
        runner.step(1, paths="gone.yaml")
        assert runner.summary.read_text(encoding="utf-8") == ""


def test_the_formats_that_it_asks_for_are_there() -> None:
    """The script names formats that the command has."""
    named = set(re.findall(r"--format (\w+)|--report \"(\w+)=", STEPS[-1]["run"]))
    assert {one or other for one, other in named} <= set(REPORTERS)
