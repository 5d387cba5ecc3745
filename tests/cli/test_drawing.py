"""`toc draw` for a meeting: views, pages, the whole set, pictures that stay fresh."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cli.running import CLEAN, Ran, toc, write

from toc.cli.drawing.watching import watch

PRINTED = ("handout.pdf", "poster.pdf", "slides.pdf")
CRITICAL = "kind: opportunity, importance: critical}"
VIEWED = (
    CLEAN.replace("languages: [en]", "languages: [en, ro]")
    .replace("A town for all", "{en: A town for all, ro: Un oraș pentru toți}")
    .replace("kind: opportunity}", CRITICAL)
    + """\
views:
  way: {goal: equal, title: The way to equal access}
  shaky: {critical: all}
"""
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one strategy that has views."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "town.yaml", VIEWED)
    return tmp_path


def drawn(*arguments: str) -> str:
    """Draw to SVG and give what the picture says."""
    ran = toc("draw", "town.yaml", "-o", "x.svg", *arguments)
    assert (ran.code, ran.err) == (0, "")
    return Path("x.svg").read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    """Give the names of the files in a folder."""
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        (["--view", "way"], "The way to equal access", "Staff tire of being"),
        (["--goal", "equal"], "Newcomers avoid offices", "Staff tire of being"),
        (["--upstream", "trained"], "A course for the front", "Procedures that fit"),
        (["--downstream", "apply"], "Newcomers use public", "A course for the front"),
        (["--between", "trained", "equal"], "Staff use what they", "Staff tire of being"),
        (["--stakeholder", "hall"], "A course for the front", "60 trained members"),
    ],
)
def test_a_part_can_be_asked_for(asked: list[str], there: str, not_there: str) -> None:
    """The sheet shows the part, and says what is not on it."""
    said = drawn(*asked)
    assert there in said
    assert not_there not in said
    assert "Not on this sheet:" in said


def test_conditions_narrow_a_named_view() -> None:
    """What is asked beside a view is asked of what it shows."""
    said = drawn("--view", "way", "--upstream", "trained")
    assert "60 trained members" in said
    assert "Staff use what they" not in said


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--view", "wya"], "no view of this strategy is called “wya”; did you mean “way”?"),
        (["--goal", "equall"], "did you mean “equal”?"),
        (["--goal", "course"], "“course” stands under activities:"),
        (["--pilot", "one"], "nothing in pilots: is called “one”"),
        (["--tag", "none"], "nothing is tagged “none”"),
        (["--between", "equal", "course"], "course"),
    ],
)
def test_a_wrong_name_is_told_with_what_there_is(asked: list[str], words: str, here: Path) -> None:
    """Exit 2, one line that helps, and no file."""
    ran = toc("draw", "town.yaml", "-o", "x.svg", *asked)
    if ran.code == 0:  # both directions are tried between two things
        assert asked[0] == "--between"
        return
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert names(here) == ["town.yaml"]


def test_all_views_are_drawn_in_one_go(here: Path) -> None:
    """Each view becomes a file with its name."""
    ran = toc("draw", "town.yaml", "--view", "all", "-o", "out")
    assert ran.out == "wrote out/town.way.svg\nwrote out/town.shaky.svg\n"


def test_with_a_paper_a_picture_becomes_a_file_for_each_page(here: Path) -> None:
    """What no slide holds becomes several, numbered in order, with an overview first."""
    more = "".join(f"  more{at}: Activity number {at} of the town hall\n" for at in range(30))
    write(here / "town.yaml", VIEWED.replace("outputs:\n", f"{more}outputs:\n"))
    ran = toc("draw", "town.yaml", "-o", "x.svg", "--paper", "slide")
    assert ran.code == 0
    drawn = [line.removeprefix("wrote ") for line in ran.out.splitlines()]
    assert drawn == [f"x-{at}.svg" for at in range(1, len(drawn) + 1)]
    assert len(drawn) > 2
    assert "on the pages that follow:" in Path("x-1.svg").read_text(encoding="utf-8")


def test_a_small_picture_stays_one_file_on_any_paper(here: Path) -> None:
    """Nobody gets a second page without need."""
    toc("draw", "town.yaml", "-o", "x.svg", "--paper", "A0")
    assert names(here) == ["town.yaml", "x.svg"]


def test_an_overlay_moves_nothing() -> None:
    """Every path of the picture without an overlay is there with it."""
    plain, laid = drawn(), drawn("--overlay", "chain", "--about", "equal")
    outlines = [line for line in plain.splitlines() if 'class="lane"' in line]
    assert outlines == [line for line in laid.splitlines() if 'class="lane"' in line]
    assert plain != laid


def test_findings_that_a_view_lays_over_itself_are_those_of_today_too(here: Path) -> None:
    """A view that names the overlay is dated like one for which it is asked."""
    text = VIEWED.replace("way: {goal: equal,", "way: {goal: equal, overlay: findings,")
    write(here / "town.yaml", text)
    assert "Findings on 20" in drawn("--view", "way")


@pytest.mark.parametrize("option", ["--texts", "--second"])
def test_a_language_that_the_strategy_has_not_is_told(option: str, here: Path) -> None:
    """A slip of a tag is no sheet in another language, without a word."""
    ran = toc("draw", "town.yaml", "-o", "x.svg", option, "uk")
    assert (ran.code, names(here)) == (2, ["town.yaml"])
    assert "the strategy has no texts in “uk”; there are: en, ro" in ran.err


def test_a_name_that_is_too_long_for_a_file_is_told(here: Path) -> None:
    """It is nobody's fault but the name's, and nothing is written."""
    ran = toc("draw", "town.yaml", "-o", f"{'a' * 5000}.svg")
    assert (ran.code, names(here)) == (2, ["town.yaml"])
    assert "cannot be written" in ran.err


def test_findings_are_those_of_a_day_that_stands_on_the_sheet() -> None:
    """Without a day it is today; the day is printed."""
    assert "2027-06-30" in drawn("--overlay", "findings", "--on", "2027-06-30")


def test_the_texts_may_be_in_another_language_than_the_command() -> None:
    """Somebody who reads English draws the Romanian sheet."""
    assert "Un oraș pentru toți" in drawn("--texts", "ro")
    assert "Realizări" in drawn("--texts", "ro")


def test_the_texts_are_in_the_strategys_own_language_unless_one_is_asked_for() -> None:
    """Two machines that speak different languages draw the same picture."""
    drawn = [
        toc("draw", "town.yaml", "-o", f"{language}.svg", LANGUAGE=language).code
        for language in ("en", "ro")
    ]
    assert drawn == [0, 0]
    assert Path("en.svg").read_bytes() == Path("ro.svg").read_bytes()
    assert "Un oraș pentru toți" in drawn_in("ro")


def drawn_in(language: str) -> str:
    """Draw in a language that is asked for."""
    return drawn("--language", language)


@pytest.mark.parametrize("text", ["", "a list\n", "toc: 1\nstrategy: {title: Only a title}\n"])
def test_where_there_is_nothing_to_draw_a_good_picture_stays(text: str, here: Path) -> None:
    """A file without a box is refused, and the picture of yesterday is not overwritten."""
    drawn()
    before = Path("x.svg").read_bytes()
    write(here / "town.yaml", text)
    ran = toc("draw", "town.yaml", "-o", "x.svg")
    assert ran.code == 2
    assert "town.yaml has nothing to draw" in ran.err
    assert Path("x.svg").read_bytes() == before


class TestSet:
    """`--all`: what a meeting needs."""

    def test_it_is_there_in_every_language(self, here: Path) -> None:
        """Wall, table, projector and browser, each view, each language."""
        ran = toc("draw", "town.yaml", "--all", "-o", "out")
        assert (ran.code, ran.err) == (0, "")
        assert names(here / "out") == sorted(
            ["town.html"]
            + [
                f"town.{language}.{rest}"
                for language in ("en", "ro")
                for rest in (*PRINTED, "svg", "png", "way.svg", "shaky.svg")
            ]
        )

    def test_a_view_that_cannot_be_drawn_is_named(self, here: Path) -> None:
        """Of twelve views one asks for what is not there: the message says which."""
        write(here / "town.yaml", VIEWED.replace("way: {goal: equal", "way: {goal: equality"))
        ran = toc("draw", "town.yaml", "--all", "-o", "out")
        assert ran.code == 2
        assert "the view “way”: nothing in goals: is called “equality”" in ran.err
        assert not (here / "out").exists()

    def test_one_file_is_no_place_for_it(self, here: Path) -> None:
        """A folder is asked for, and nothing is written."""
        ran = toc("draw", "town.yaml", "--all", "-o", "x.svg")
        assert ran.err == "toc: the set for a meeting is many files: name a folder for it\n"
        assert names(here) == ["town.yaml"]

    def test_what_no_font_can_draw_is_left_out_and_told(self, here: Path) -> None:
        """One label that PDF and PNG cannot show takes neither the page nor the SVG away."""
        write(here / "town.yaml", VIEWED.replace("ro: Un oraș pentru toți", "ro: 町"))
        ran = toc("draw", "town.yaml", "--all", "-o", "out")
        assert (ran.code, ran.err.count("no font at hand can draw “町”")) == (2, 1)
        assert {"town.html", "town.ro.svg", "town.en.png"} < set(names(here / "out"))
        assert "town.ro.png" not in names(here / "out")

    def test_how_it_is_shown_holds_for_all_of_it(self, here: Path) -> None:
        """What is asked for beside the set is not passed over in silence."""
        toc("draw", "town.yaml", "--all", "--tints", "-o", "out")
        said = (here / "out/town.en.svg").read_text(encoding="utf-8")
        toc("draw", "town.yaml", "--all", "-o", "plain")
        assert said != (here / "plain/town.en.svg").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "asked", [["--view", "way"], ["--goal", "equal"], ["--texts", "ro"], ["--paper", "A4"]]
    )
    def test_what_a_set_would_not_heed_is_refused(self, asked: list[str], here: Path) -> None:
        """Nobody takes the set for a part of the theory, or for what fits on A4."""
        ran = toc("draw", "town.yaml", "--all", "-o", "out", *asked)
        assert ran.code == 2
        assert f"leave {asked[0]} out" in ran.err
        assert names(here) == ["town.yaml"]

    def test_a_language_leads_into_no_other_folder(self, here: Path) -> None:
        """A tag is a text of the authors': it never names a place to write to."""
        write(here / "town.yaml", VIEWED.replace("languages: [en, ro]", "languages: [en, ../../x]"))
        assert toc("draw", "town.yaml", "--all", "-o", "a/out").code == 0
        assert names(here) == ["a", "town.yaml"]
        assert names(here / "a") == ["out"]
        assert all(file.is_file() for file in (here / "a/out").iterdir())

    def test_without_an_extra_the_rest_is_there(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What lacks is named, and the exit code says that not all is there."""
        monkeypatch.setitem(sys.modules, "typst", None)
        ran = toc("draw", "town.yaml", "--all", "-o", "out")
        assert ran.code == 2
        assert ran.err.count("pip install 'theory-of-change[pdf]'") == 1
        assert "town.en.svg" in names(here / "out")
        assert not [name for name in names(here / "out") if name.endswith(".pdf")]


class TestCheck:
    """`--check`: a committed picture that is stale fails."""

    def test_a_fresh_picture_passes_and_is_not_touched(self) -> None:
        """Drawn a moment ago, it is what would be drawn now."""
        toc("draw", "town.yaml", "-o", "x.svg")
        before = Path("x.svg").stat().st_mtime_ns
        assert toc("draw", "town.yaml", "-o", "x.svg", "--check") == Ran(
            0, "1 picture is fresh\n", ""
        )
        assert Path("x.svg").stat().st_mtime_ns == before

    def test_a_stale_picture_fails_and_is_not_touched(self, here: Path) -> None:
        """One word has changed in the strategy: exit 1, and the file is named."""
        toc("draw", "town.yaml", "-o", "x.svg")
        before = Path("x.svg").read_bytes()
        write(here / "town.yaml", VIEWED.replace("60 trained", "61 trained"))
        ran = toc("draw", "town.yaml", "-o", "x.svg", "--check")
        assert (ran.code, ran.out) == (1, "x.svg is stale: draw it again without --check\n")
        assert Path("x.svg").read_bytes() == before

    def test_a_missing_picture_fails_and_is_not_made(self, here: Path) -> None:
        """Exit 1, and nothing is written."""
        ran = toc("draw", "town.yaml", "-o", "x.svg", "--check")
        assert (ran.code, ran.out) == (1, "x.svg is missing: draw it without --check\n")
        assert names(here) == ["town.yaml"]

    def test_it_does_not_go_with_watching(self) -> None:
        """One draws, the other must not."""
        assert toc("draw", "--watch", "--check").code == 2


class TestWatch:
    """`--watch`: drawn again on every save."""

    def test_it_draws_again_when_a_file_is_saved_and_only_then(self, here: Path) -> None:
        """Three looks, one save between the second and the third: drawn twice."""
        drawn: list[int] = []
        looks = iter(range(3))

        def draw() -> int:
            drawn.append(1)
            return 0

        def pause() -> None:
            look = next(looks, None)
            if look is None:
                raise KeyboardInterrupt
            if look == 1:
                write(here / "town.yaml", VIEWED.replace("60 trained", "610 trained"))

        assert watch("town.yaml", draw, "en", pause=pause) == 0
        assert len(drawn) == 2

    def test_a_file_that_is_gone_for_a_moment_is_waited_for(self, here: Path) -> None:
        """Editors write beside and rename: what is not there yet is told, and is no end."""
        looks = iter(range(2))

        def pause() -> None:
            look = next(looks, None)
            if look is None:
                raise KeyboardInterrupt
            if look == 0:
                (here / "town.yaml").unlink()

        codes: list[int] = []

        def draw() -> int:
            ran = toc("draw", "town.yaml", "-o", "x.svg")
            codes.append(ran.code)
            return ran.code

        assert watch("town.yaml", draw, "en", pause=pause) == 0
        assert codes == [0, 2]
