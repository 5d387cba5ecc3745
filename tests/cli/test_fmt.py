"""`toc fmt`: files are mended on request, shown first on request, and never half."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

from toc import api
from toc.formatting import Formatted

SPOILED = CLEAN.replace("A town for all", "Un oraş pentru toţi").replace(
    "Town hall", "Town\u200b hall"
)
MENDED = CLEAN.replace("A town for all", "Un oraș pentru toți")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy in which there is something to mend."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "x.yaml", SPOILED)
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def test_a_file_is_mended(here: Path) -> None:
    """The file has what it should, and one line says how much was mended."""
    ran = toc("fmt", "x.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "", "toc: x.yaml: 3 places mended\n")
    assert content(here) == {"x.yaml": MENDED.encode()}


def test_a_second_time_there_is_nothing_to_say(here: Path) -> None:
    """What is mended stays as it is, and is not written again."""
    toc("fmt", "x.yaml")
    before = (here / "x.yaml").stat().st_mtime_ns, (here / "x.yaml").stat().st_ino
    ran = toc("fmt", "x.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert ((here / "x.yaml").stat().st_mtime_ns, (here / "x.yaml").stat().st_ino) == before


@pytest.mark.parametrize("options", [["--diff"], ["--check"], ["--check", "--diff"]])
def test_nothing_is_written_where_it_is_only_shown(options: list[str], here: Path) -> None:
    """`--diff` and `--check` leave every byte, and say by the exit code that there is something."""
    before = content(here)
    ran = toc("fmt", "x.yaml", *options)
    assert (ran.code, ran.err) == (1, "toc: x.yaml: 3 places to mend\n")
    assert content(here) == before
    write(here / "x.yaml", MENDED)
    assert toc("fmt", "x.yaml", *options) == type(ran)(0, "", "")


def test_a_diff_shows_the_lines_before_and_after() -> None:
    """Only the lines that change are shown as changed, with the file's name."""
    lines = toc("fmt", "x.yaml", "--diff").out.splitlines()
    assert lines[:2] == ["--- x.yaml", "+++ x.yaml"]
    changed = [line for line in lines[2:] if line[:1] in "+-"]
    assert "-  title: Un oraş pentru toţi" in changed
    assert "+  title: Un oraș pentru toți" in changed
    assert len(changed) == 4


def test_a_diff_keeps_a_line_with_a_stray_line_end_whole(here: Path) -> None:
    """What only Python takes for the end of a line is no end of a line here."""
    write(here / "x.yaml", CLEAN.replace("A town for all", "A town\u2028for all"))
    lines = toc("fmt", "x.yaml", "--diff").out.splitlines()
    assert "-  title: A town\\u2028for all" in lines
    assert "+  title: A town for all" in lines


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "marked"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["unix", "windows", "old mac"])
@pytest.mark.parametrize("last", [b"", b"\n"], ids=["open", "closed"])
def test_every_other_byte_stays(mark: bytes, end: bytes, last: bytes, here: Path) -> None:
    """Byte order mark, line ends, comments, order, quotes and blanks are their author's."""
    text = "# Ţ\ntoc:   1\n\nstrategy: {title: \"ţ\",  id:  'x'}   # ş\ngoals:\n    b: ş\n    a: |\n      ţ\n"
    wanted = text.replace("Ţ", "Ț").replace("ţ", "ț").replace("ş", "ș")
    raw = [
        mark + one.rstrip("\n").encode().replace(b"\n", end) + last.replace(b"\n", end)
        for one in (text, wanted)
    ]
    (here / "x.yaml").write_bytes(raw[0])
    assert toc("fmt", "x.yaml").code == 0
    assert (here / "x.yaml").read_bytes() == raw[1]


def test_all_files_of_a_strategy_are_mended_once(here: Path) -> None:
    """Parts and translations too, each once however often it is named."""
    (here / "x.yaml").unlink()
    head, links = SPOILED.split("links:")
    write(here / "town" / "head.yaml", head)
    write(here / "town" / "links.yaml", f"links:{links}")
    write(here / "town" / "i18n" / "ro.yaml", "strategy: {title: Oraş}\n")
    write(here / "notes.txt", "ţ")
    ran = toc("fmt", "town", ".", here / "town")
    assert sorted(ran.err.splitlines()) == [
        "toc: town/head.yaml: 3 places mended",
        "toc: town/i18n/ro.yaml: 1 place mended",
    ]
    assert (here / "notes.txt").read_text(encoding="utf-8") == "ţ"


def test_what_is_left_is_said(here: Path) -> None:
    """A character without which the file would say something else stays, and is no failure."""
    text = CLEAN.replace("A town for all", "\u200b*town")
    write(here / "x.yaml", text)
    ran = toc("fmt", "x.yaml")
    said = "x.yaml: 1 place is left, for the file would say something else without it"
    assert (ran.code, ran.err) == (0, f"toc: {said}\n")
    assert (here / "x.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (SPOILED.encode("utf-16"), "the file is not written in UTF-8 (it may be UTF-16)"),
        (SPOILED.replace("\u200b", "").encode("iso8859-2"), "the file is not written in UTF-8"),
        (b"a: \xff\n", "the file is not written in UTF-8"),
    ],
)
def test_another_encoding_is_refused_and_nothing_written(raw: bytes, said: str, here: Path) -> None:
    """A file that is not in UTF-8 is named, kept, and so are all others of the call."""
    (here / "y.yaml").write_bytes(raw)
    before = content(here)
    ran = toc("fmt", "x.yaml", "y.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"toc: y.yaml cannot be read: {said}")
    assert content(here) == before


def test_a_protected_file_is_refused_and_nothing_written(here: Path) -> None:
    """Who protected a file meant it: it is named, and no other file is written either."""
    write(here / "y.yaml", SPOILED)
    (here / "y.yaml").chmod(0o444)
    before = content(here)
    ran = toc("fmt", "x.yaml", "y.yaml")
    assert (ran.code, ran.out, ran.err) == (2, "", "toc: y.yaml is protected from writing\n")
    assert content(here) == before
    assert toc("fmt", "y.yaml", "--diff").code == 1


def test_a_mended_file_keeps_its_permissions(here: Path) -> None:
    """Whoever may read and run it may do so afterwards."""
    (here / "x.yaml").chmod(0o750)
    toc("fmt", "x.yaml")
    assert stat.S_IMODE((here / "x.yaml").stat().st_mode) == 0o750


def test_what_somebody_else_wrote_meanwhile_is_kept(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is another one by now is not replaced by what was made of the first."""
    ask = api.fmt

    def slowly(path: str) -> list[Formatted]:
        found = [*ask(path)]
        write(here / "x.yaml", CLEAN + "# mine\n")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(api, "fmt", slowly)
        ran = toc("fmt", "x.yaml")
    assert (ran.code, ran.err) == (2, "toc: x.yaml was changed meanwhile: run it again\n")
    assert (here / "x.yaml").read_text(encoding="utf-8") == CLEAN + "# mine\n"


@pytest.mark.parametrize("path", ["gone.yaml", "empty"])
def test_what_is_not_there_is_a_wrong_call(path: str, here: Path) -> None:
    """A path to nothing ends with 2, before anything is written."""
    (here / "empty").mkdir()
    ran = toc("fmt", "x.yaml", path)
    assert (ran.code, ran.out) == (2, "")
    assert (here / "x.yaml").read_text(encoding="utf-8") == SPOILED


def test_it_speaks_romanian() -> None:
    """What was mended is said in the language of the command."""
    assert "x.yaml: " in toc("fmt", "x.yaml", "--check", "--language", "ro").err


def test_checking_never_writes(here: Path) -> None:
    """`toc check` finds the letters and leaves every byte where it is."""
    before = content(here)
    assert "letters-legacy-romanian" in toc("check", "x.yaml").out
    assert content(here) == before
