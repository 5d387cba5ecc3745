"""The command as a good Unix tool: pipes, signals, terminals, encodings, files that are none."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from cli.running import BROKEN, CLEAN, bare, command, process, toc, write

from toc import checking
from toc.findings import Finding
from toc.rulebook import Case
from toc.rulebook.rule import take_rule
from toc.rules.structure import node_without_links

MANY = "toc: 1\nactivities: {a: A}\noutcomes: {o: O}\ngoals:\n" + "".join(
    f"  goal_{number}: Goal {number}\n" for number in range(2000)
)
"""A strategy with thousands of findings: far more than a pipe holds."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)


def crash(case: Case) -> Iterator[Finding]:
    """Be a rule with a fault of its own."""
    raise ZeroDivisionError(f"{case.strategy.head.id}")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let one of the rules fail."""
    rule = replace(node_without_links.node_without_links, check=crash)
    monkeypatch.setattr(node_without_links, "node_without_links", rule)
    take_rule.cache_clear()
    yield
    monkeypatch.undo()
    take_rule.cache_clear()


@pytest.fixture
def crashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what asks the rules crash."""
    monkeypatch.setattr(checking, "ask", lambda _asked, strategy, **_: [*crash(Case(strategy))])


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "many.yaml", "--format", "brief"],
        ["check", "many.yaml", "--format", "json"],
    ],
)
def test_a_reader_who_has_seen_enough_may_leave(arguments: list[str], tmp_path: Path) -> None:
    """`toc check … | head -1` ends with 141, as the shell has it, and without a word."""
    write(tmp_path / "many.yaml", MANY)
    with subprocess.Popen(
        command(*arguments),
        cwd=tmp_path,
        env=bare({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["rules"], ["schema"]])
def test_nobody_has_to_read_at_all(arguments: list[str]) -> None:
    """Where the reader left before the first word, even help ends with 141 and no traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command(*arguments), env=bare({}), stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_complaint_that_nobody_hears_leaves_the_exit_code() -> None:
    """Where nobody reads the complaints either, the command still ends with 2."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command("check", "nowhere.yaml"), env=bare({}), stderr=writer, check=False
    )
    os.close(writer)
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_no_fault_of_the_tool() -> None:
    """What cannot be printed is said with the system's reason: exit 2, no traceback."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("rules"), env=bare({}), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "toc: <stdout> cannot be written: No space left on device\n"


@pytest.fixture
def _interrupts() -> Iterator[None]:
    """Let what is started here be interrupted, though a shell may start us where nothing can."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interrupts")
def test_an_interrupt_ends_the_command_quietly(tmp_path: Path) -> None:
    """Ctrl-C while a slow file is read ends with 130 and without a traceback."""
    slow = tmp_path / "slow.yaml"
    os.mkfifo(slow)
    with (
        subprocess.Popen(
            command("check", slow), env=bare({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running,
        slow.open("wb"),
    ):  # opens when the command opens it, and soon afterwards it waits for what is written
        sleep(0.2)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """`toc check <(…)` reads what the other process writes."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writing = Thread(target=pipe.write_text, args=(BROKEN,), daemon=True)
    writing.start()
    ran = toc("check", pipe)
    writing.join(timeout=10)
    assert ran.code == 1
    line = 1 + BROKEN[: BROKEN.index("apply -> equality")].count("\n")
    assert f"--> {pipe}:{line}:3" in ran.out


def test_a_pipe_in_a_folder_stops_nobody(tmp_path: Path) -> None:
    """A pipe that lies among the strategies is passed over, not waited for."""
    write(tmp_path / "clean.yaml", CLEAN)
    os.mkfifo(tmp_path / "pipe.yaml")
    assert toc("check", tmp_path).code == 0


def test_nothing_is_an_empty_file() -> None:
    """`/dev/null` is a file without a strategy: a finding, not an accident."""
    ran = toc("check", "/dev/null")
    assert ran.code == 1
    assert ran.out.startswith("error[yaml-unreadable]: the file is empty\n  --> /dev/null:1:1\n")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", id="picture"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00", id="program"),
        pytest.param("Țară".encode("utf-16"), id="utf-16"),
        pytest.param("titlu: Țară".encode("iso8859-16"), id="latin-10"),
        pytest.param(b"\x00" * 1000, id="zeros"),
        pytest.param(b"\xff" * 1000, id="ones"),
    ],
)
def test_a_binary_file_is_refused_with_a_place(content: bytes, tmp_path: Path) -> None:
    """What is no text is a finding with file, line and column, and no accident."""
    (tmp_path / "x.yaml").write_bytes(content)
    ran = toc("check", "x.yaml")
    assert ran.code == 1
    assert ran.err == ""
    assert "--> x.yaml:1:" in ran.out


@pytest.mark.parametrize("command_name", ["check", "draw", "show"])
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere.yaml", "there is no file or folder nowhere.yaml"),
        ("empty", "there is no strategy in the folder empty"),
        ("folder.yaml", "there is no strategy in the folder folder.yaml"),
        ("clean.yaml/inside", "there is no file or folder clean.yaml/inside"),
        ("dangling.yaml", "there is no file or folder dangling.yaml"),
        ("loop.yaml", "there is no file or folder loop.yaml"),
        ("x" * 300, f"{'x' * 300} cannot be read: File name too long"),
    ],
)
def test_what_is_not_there_is_named(
    command_name: str, path: str, said: str, tmp_path: Path
) -> None:
    """Exit 2, one line that names the path and the reason, nothing on the output."""
    write(tmp_path / "clean.yaml", CLEAN)
    (tmp_path / "empty").mkdir()
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "dangling.yaml").symlink_to("nobody")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    ran = toc(command_name, path)
    assert (ran.code, ran.out, ran.err) == (2, "", f"toc: {said}\n")


@pytest.mark.parametrize(
    ("method", "path"), [("open", "clean.yaml"), ("iterdir", "."), ("open", ".")]
)
def test_what_may_not_be_read_is_named(
    method: str, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder that the system keeps to itself: exit 2, its name and the reason."""

    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    write(tmp_path / "clean.yaml", CLEAN)
    monkeypatch.setattr(Path, method, refuse)
    ran = toc("check", path, "--no-cache")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("toc: ")
    assert ran.err.endswith("cannot be read: Permission denied\n")


@pytest.mark.usefixtures("crashing")
def test_a_crash_is_the_tools_own_fault(tmp_path: Path) -> None:
    """A crash ends with 2, and nobody is told that the strategy is to blame."""
    write(tmp_path / "clean.yaml", CLEAN)
    ran = toc("check", "clean.yaml", "--no-cache")
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first == "toc: a fault of this tool, not of your files: ZeroDivisionError: town"
    assert "TOC_DEBUG=1" in second


@pytest.mark.usefixtures("crashing")
def test_whoever_looks_for_the_fault_sees_the_traceback(tmp_path: Path) -> None:
    """TOC_DEBUG shows where it happened; the exit code is still 2, not that of a finding."""
    write(tmp_path / "clean.yaml", CLEAN)
    ran = toc("check", "clean.yaml", "--no-cache", TOC_DEBUG="1")
    assert ran.code == 2
    assert ran.err.startswith("Traceback (most recent call last):")
    assert "in crash" in ran.err


@pytest.mark.usefixtures("failing")
def test_a_rule_that_fails_stops_no_other(tmp_path: Path) -> None:
    """It is told with the place of its fault; the others tell what they find; exit 2."""
    write(tmp_path / "broken.yaml", BROKEN)
    ran = toc("check", "broken.yaml", "--no-cache")
    assert (ran.code, ran.err) == (2, "")
    assert "error[reference-dangling]" in ran.out
    first, second = ran.out.partition("fault of the tool[node-without-links]")[2].splitlines()[:2]
    assert "nothing is wrong with your file" in first
    assert second.strip().startswith("ZeroDivisionError: town (cli/test_process.py:")
    assert "1 rule failed" in ran.out.splitlines()[-1]


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Run the command with a terminal as its output, and give what the terminal was sent."""
    terminal, output = pty.openpty()
    with subprocess.Popen(
        command(*arguments), env=bare({"TERM": "xterm"} | environment), stdout=output
    ) as running:
        os.close(output)
        sent = b""
        while chunk := read(terminal):
            sent += chunk
        running.wait()
    os.close(terminal)
    return sent.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    """Read from a terminal; nothing when the other side has gone."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_is_given_colours(
    environment: dict[str, str], tmp_path: Path, *, coloured: bool
) -> None:
    """On a terminal gravity has a colour, unless the user does not want any."""
    write(tmp_path / "broken.yaml", BROKEN)
    sent = on_a_terminal("check", "broken.yaml", **environment)
    assert "error" in sent
    assert ("\x1b[31;1m" in sent) is coloured


@pytest.mark.parametrize("arguments", [["check", "ș.yaml"], ["show", "ș.yaml"], ["rules"]])
def test_a_narrow_encoding_loses_letters_and_nothing_else(
    arguments: list[str], tmp_path: Path
) -> None:
    """Where the output takes ASCII only, other letters become their codes: no crash."""
    write(tmp_path / "ș.yaml", CLEAN.replace("A town for all", "Un oraș"))
    ran = process(*arguments, cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()


def test_a_narrow_encoding_cannot_break_json(tmp_path: Path) -> None:
    """Even then `--format json` can be read, and no letter of it is lost."""
    write(tmp_path / "x.yaml", BROKEN.replace("A town for all", "Un oraș „al nostru” 🌍"))
    ran = process(
        "check",
        "x.yaml",
        "--format",
        "json",
        cwd=tmp_path,
        PYTHONIOENCODING="ascii",
        PYTHONUTF8="0",
    )
    assert json.loads(ran.out)["strategies"][0]["title"] == "Un oraș „al nostru” 🌍"


def test_a_name_that_is_no_text_can_be_checked(tmp_path: Path) -> None:
    """A file whose name is not UTF-8 is checked, and its name printed as well as it goes."""
    path = os.fsencode(tmp_path) + b"/ora\xba.yaml"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name in bytes
        file.write(BROKEN)
    done = subprocess.run(
        [sys.executable, "-m", "toc", "check", path], env=bare({}), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"error[reference-dangling]" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["analyse", "LONG"],
        ["check", "LONG"],
        ["draw", "town.yaml", "-o", "LONG.svg"],
        ["meeting", "LONG"],
        ["meeting", "talk", "town.yaml", "--form", "LONG"],
        ["new", "LONG"],
        ["readings", "town.yaml", "--import", "LONG.csv"],
        ["review", "town.yaml", "--form", "LONG"],
        ["review", "town.yaml", "--from", "LONG"],
        ["story", "town.yaml", "-o", "LONG.md"],
        ["what-if", "town.yaml", "--scenario", "LONG"],
    ],
    ids=" ".join,
)
def test_a_name_that_is_too_long_for_the_system_is_no_fault_of_ours(words: list[str]) -> None:
    """It is the name of nothing: told, exit code 2, and nothing is left behind."""
    write(Path("town.yaml"), CLEAN)
    ran = toc(*(word.replace("LONG", "l" * 5000) for word in words), "--language", "en")
    assert ran.code == 2
    assert ran.err.startswith("toc: ")
    assert "a fault of this tool" not in ran.err
    assert [file.name for file in Path().iterdir()] == ["town.yaml"]
