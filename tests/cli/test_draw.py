"""`toc draw`: the ending says what becomes of it, and nothing is left half-written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cli.running import CLEAN, toc, write

from toc import api

BEGINNINGS = {
    "svg": b"<svg",
    "png": b"\x89PNG\r\n\x1a\n",
    "dot": b"digraph",
    "gv": b"digraph",
    "mmd": b"",
    "mermaid": b"",
    "pdf": b"%PDF-1.7",
}
EXTRA = {"png": "resvg_py", "pdf": "typst"}
"""What has to be installed for some of them."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one strategy."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "town.yaml", CLEAN)
    return tmp_path


def files(folder: Path) -> list[str]:
    """Give all the files in a folder and below, hidden ones too."""
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_the_ending_says_what_is_written(ending: str, here: Path) -> None:
    """Every ending that the help names gives a file of that kind, and says where it went."""
    if ending in EXTRA:
        pytest.importorskip(EXTRA[ending])
    ran = toc("draw", "town.yaml", "-o", f"picture.{ending}")
    assert (ran.code, ran.out, ran.err) == (0, f"wrote picture.{ending}\n", "")
    content = (here / f"picture.{ending}").read_bytes()
    assert content.startswith(BEGINNINGS[ending])
    assert b"course" in content or ending == "png"
    assert f".{ending}" in toc("draw", "--help").out


def test_capital_letters_in_the_ending_are_the_same(here: Path) -> None:
    """Windows writes .SVG, and means it."""
    assert toc("draw", "town.yaml", "-o", "PICTURE.SVG").code == 0
    assert (here / "PICTURE.SVG").read_bytes().startswith(b"<svg")


@pytest.mark.parametrize("name", ["picture.docx", "picture.svg.gif", "town.yaml"])
def test_an_ending_of_no_picture_is_refused(name: str, here: Path) -> None:
    """Exit 2, the endings that there are, and no file touched."""
    before = files(here), (here / "town.yaml").read_bytes()
    ran = toc("draw", "town.yaml", "-o", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f"toc: no picture ends in {Path(name).suffix}; there are "
        + ", ".join(f".{ending}" for ending in api.picture_endings())
    )
    assert (files(here), (here / "town.yaml").read_bytes()) == before


@pytest.mark.parametrize("target", [None, "pictures", "pictures/", "."])
def test_a_folder_gets_a_picture_of_the_strategys_name(target: str | None, here: Path) -> None:
    """Without a file's name it is the strategy's, as SVG; the folder is made."""
    ran = toc("draw", "town.yaml", *([] if target is None else ["-o", target]))
    assert ran.code == 0
    assert (here / (target or ".") / "town.svg").read_bytes().startswith(b"<svg")


def test_without_a_path_the_strategies_here_are_drawn(here: Path) -> None:
    """`toc draw` alone draws what is in the current folder."""
    write(here / "village.yaml", CLEAN)
    assert toc("draw").out == "wrote town.svg\nwrote village.svg\n"
    assert files(here) == ["town.svg", "town.yaml", "village.svg", "village.yaml"]


def test_a_strategy_in_a_folder_has_its_folders_name(here: Path) -> None:
    """The picture of a strategy in parts is named after the folder."""
    write(here / "parts" / "strategy.yaml", CLEAN)
    assert toc("draw", "parts", "-o", "out").out == "wrote out/parts.svg\n"


def test_several_strategies_are_drawn_into_a_folder(here: Path) -> None:
    """A collection becomes one picture each."""
    write(here / "village.yaml", CLEAN)
    assert toc("draw", ".", "-o", "out").out == "wrote out/town.svg\nwrote out/village.svg\n"
    assert files(here / "out") == ["town.svg", "village.svg"]


def test_several_strategies_do_not_fit_into_one_file(here: Path) -> None:
    """Exit 2, a folder is asked for, and nothing is written."""
    write(here / "village.yaml", CLEAN)
    ran = toc("draw", ".", "-o", "all.svg")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "toc: there are several pictures to draw: name a folder to put them in\n"
    assert files(here) == ["town.yaml", "village.yaml"]


def test_two_strategies_of_one_name_do_not_overwrite_each_other(here: Path) -> None:
    """Where two pictures would have one name the second is refused, not lost in silence."""
    for name in ("a/one.yaml", "a/two.yaml", "b/one.yaml", "b/two.yaml"):
        write(here / "all" / name, CLEAN.replace("A town for all", name))
    ran = toc("draw", "all", "-o", "out")
    assert ran.code == 2
    assert ran.err == "toc: two pictures would be drawn as out/one.svg: draw them one by one\n"
    assert not (here / "out").exists()


@pytest.mark.parametrize("target", ["blocked/x.svg", "town.yaml/x.svg", "folder.svg"])
def test_where_it_cannot_write_nothing_is_left(target: str, here: Path) -> None:
    """A target that cannot be written ends with 2, and leaves no file behind, hidden or not."""
    write(here / "blocked", "a file where a folder should be")
    (here / "folder.svg" / "town.svg").mkdir(parents=True)
    before = files(here)
    ran = toc("draw", "town.yaml", "-o", target)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("toc: ")
    assert " cannot be written: " in ran.err
    assert files(here) == before


def test_a_disk_that_fills_up_leaves_the_old_picture(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing fails midway, the picture that was there is whole and nothing else is left."""

    def fill_up(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    toc("draw", "town.yaml", "-o", "town.svg")
    before = files(here), (here / "town.svg").read_bytes()
    monkeypatch.setattr(Path, "replace", fill_up)
    ran = toc("draw", "town.yaml", "-o", "town.svg", "--lanes", "none")
    assert ran.code == 2
    assert ran.err == "toc: town.svg cannot be written: No space left on device\n"
    assert (files(here), (here / "town.svg").read_bytes()) == before


def test_png_without_its_package_names_the_extra(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where resvg is not installed, exit 2 and the line to install it; no file is made."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = toc("draw", "town.yaml", "-o", "town.png")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'theory-of-change[png]'" in ran.err
    assert files(here) == ["town.yaml"]


def test_without_resvg_everything_else_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is for PNG alone."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert [toc("draw", "-o", f"x.{ending}").code for ending in ("svg", "dot", "mmd")] == [0, 0, 0]


def test_a_broken_strategy_is_drawn_with_a_note(here: Path) -> None:
    """What can be read is drawn; on the side it is said that something may be missing."""
    broken = CLEAN.replace("outcomes:\n", "outcomes:\n  odd: [a, b]\n")
    write(here / "town.yaml", broken)
    ran = toc("draw", "town.yaml", "-o", "town.svg")
    assert (ran.code, ran.out) == (0, "wrote town.svg\n")
    assert ran.err == (
        "toc: town.yaml has 1 fault: part of it may be missing here, see toc check\n"
    )
    assert b"Staff use what they" in (here / "town.svg").read_bytes()


def test_a_sound_strategy_is_drawn_without_a_word(here: Path) -> None:
    """Findings that hide nothing are the business of `toc check`."""
    write(here / "town.yaml", CLEAN.replace("apply -> equal:", "apply -> equality:"))
    assert toc("draw", "-o", "town.svg").err == ""


def test_the_language_of_the_picture_can_be_chosen(here: Path) -> None:
    """A strategy in two languages is drawn in the one that is asked for."""
    write(here / "town.yaml", CLEAN.replace("A town for all", "{en: A town, ro: Un oraș}"))
    for language, title in {"en": "A town", "ro": "Un oraș"}.items():
        toc("draw", "-o", f"{language}.svg", "--language", language)
        assert title in (here / f"{language}.svg").read_text(encoding="utf-8")


def test_the_lanes_can_be_chosen(here: Path) -> None:
    """Lanes are policy areas, the stakeholders who answer for what happens, or none."""
    text = CLEAN.replace("    accountable: hall\n", "    accountable: hall\n    area: services\n")
    write(here / "town.yaml", f"{text}areas: {{services: Public services}}\n")
    drawn = {}
    for lanes in ("area", "stakeholder", "none"):
        assert toc("draw", "-o", f"{lanes}.svg", "--lanes", lanes).code == 0
        drawn[lanes] = (here / f"{lanes}.svg").read_text(encoding="utf-8")
    assert len(set(drawn.values())) == len(drawn)
    assert [lanes for lanes, svg in drawn.items() if "Public services" in svg] == ["area"]
    assert [lanes for lanes, svg in drawn.items() if ">Town hall<" in svg] == ["stakeholder"]


def test_letters_that_the_font_lacks_are_told_of(tmp_path: Path) -> None:
    """A PNG without some letters is never a surprise, and an SVG needs no word."""
    write(tmp_path / "x.yaml", "toc: 1\nstrategy: {id: x, title: A goal 😀}\ngoals: {g: Goal}\n")
    ran = toc("draw", "x.yaml", "-o", "x.png")
    assert ran.code == 0
    assert "no font at hand has the letters 😀: they are left out" in ran.err
    assert toc("draw", "x.yaml", "-o", "x.svg").err == ""


def test_a_label_that_no_font_can_draw_stops_a_png(tmp_path: Path) -> None:
    """An empty box in place of a whole label is no picture: exit 2, what to do, no file."""
    write(tmp_path / "x.yaml", "toc: 1\nstrategy: {id: x, title: هدف}\ngoals: {g: Goal}\n")
    ran = toc("draw", "x.yaml", "-o", "x.png")
    assert (ran.code, ran.err) == (
        2,
        "toc: no font at hand can draw “هدف”: name one that can with --font\n",
    )
    assert not Path("x.png").exists()
