"""Golden pictures: what is drawn is what was agreed on, and a change is seen before it is.

`pytest tests/diagrams --accept-pictures` agrees on today's pictures and says which changed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from diagrams import before_after
from diagrams.gallery import GALLERY
from diagrams.plates import GOLDEN, Plate, agreed_on, differences, moves, store, taken

from toc.diagrams.scene import Figure, Scene, as_json, rounded

ACCEPT = "pytest tests/diagrams --accept-pictures"


def compare(
    name: str,
    scene: Scene,
    *,
    accepted: list[str] | None = None,
    golden: Path = GOLDEN,
    pages: Path = before_after.PAGES,
) -> None:
    """Compare a scene with its plate; accept it, or fail and say where both are shown."""
    before, after = agreed_on(name, golden), taken(scene)
    if accepted is not None and store(name, after, golden):
        accepted.append(name)
    elif accepted is None and before != after:
        page = before_after.write_page(name, before, after, pages)
        said = list(differences(before, after))
        more = [f"… and {len(said) - 5} more"] if len(said) > 5 else []
        lines = [f"{name} is drawn otherwise than was agreed:", *said[:5], *more]
        pytest.fail("\n".join([*lines, f"look at {page}", f"accept: {ACCEPT}"]), pytrace=False)


@pytest.mark.parametrize("name", GALLERY)
def test_a_picture_is_drawn_as_was_agreed(name: str, accepted_pictures: list[str] | None) -> None:
    """Every box, arrow, badge and word stands where it stood, in the scene and in the SVG."""
    compare(name, GALLERY[name]().scene, accepted=accepted_pictures)


def test_no_plate_is_left_over(accepted_pictures: list[str] | None) -> None:
    """Every plate belongs to a picture that is still in the gallery."""
    wanted = {f"{name}.{ending}" for name in GALLERY for ending in ("json", "svg")}
    left = [file for file in sorted(GOLDEN.iterdir()) if file.name not in wanted]
    if accepted_pictures is not None:
        for file in left:
            file.unlink()
            accepted_pictures.append(f"{file.name}, which nothing draws any more")
        left = []
    assert [file.name for file in left] == []


class TestComparing:
    """Nothing changes unseen: whatever is moved, worded or painted anew is told."""

    SCENE = GALLERY["loops"]().scene
    FIRST = SCENE.boxes[0]

    @pytest.fixture
    def golden(self, tmp_path: Path) -> Path:
        """A folder in which two pictures were agreed on."""
        for name in ("loops", "one"):
            store(name, taken(GALLERY[name]().scene), tmp_path)
        return tmp_path

    def moved(self, x: float = 0.0, y: float = 0.0) -> Scene:
        """Move the first box."""
        moved = replace(self.FIRST, x=rounded(self.FIRST.x + x), y=rounded(self.FIRST.y + y))
        return replace(self.SCENE, boxes=(moved, *self.SCENE.boxes[1:]))

    def test_the_same_picture_passes(self, golden: Path, tmp_path: Path) -> None:
        """Drawn again it is the same, and no page is written."""
        compare("loops", self.SCENE, golden=golden, pages=tmp_path / "pages")
        assert not (tmp_path / "pages").exists()

    @pytest.mark.parametrize(("x", "y"), [(0.1, 0), (0, -0.1), (40, 30)])
    def test_a_moved_box_fails(self, golden: Path, x: float, y: float) -> None:
        """By a tenth of a unit or across the sheet; the failure says how far, and where to look."""
        with pytest.raises(pytest.fail.Exception) as failure:
            compare("loops", self.moved(x, y), golden=golden, pages=golden / "pages")
        far = f"moved by {(x * x + y * y) ** 0.5:.1f} ({x:+.1f}, {y:+.1f})"
        assert f"the box {self.FIRST.id} {far}" in str(failure.value)
        assert f"look at {golden / 'pages' / 'loops.html'}" in str(failure.value)
        assert far in (golden / "pages" / "loops.html").read_text(encoding="utf-8")
        assert ACCEPT in str(failure.value)

    @pytest.mark.parametrize(
        ("kind", "change", "said"),
        [
            ("boxes", {"told": "another"}, r"boxes: \w+ has another told"),
            ("boxes", {"width": 1.0}, r"the box \w+ stays, its size by -[\d.]+ × \+0.0"),
            ("arrows", {"told": "another"}, r"arrows: \w+ -> \w+ has another told"),
            ("arrows", {"line": Figure(())}, r"arrows: \w+ -> \w+ has another line"),
            ("headings", {"lines": ()}, r"headings: \w+ has another lines"),
            ("furniture", {"lines": ()}, r"furniture: \w+ has another lines"),
        ],
    )
    def test_whatever_else_changes_is_told(
        self, kind: str, change: dict[str, object], said: str
    ) -> None:
        """Words, sizes, outlines: what is another has its line, and nothing else has."""
        first, *others = getattr(self.SCENE, kind)
        whole: dict[str, Any] = {kind: (replace(first, **change), *others)}
        (told,) = differences(taken(self.SCENE), taken(replace(self.SCENE, **whole)))
        assert re.fullmatch(said, told)

    def test_a_box_that_comes_and_one_that_goes(self) -> None:
        """A plate with one box less tells it as gone, the other way round as new."""
        less = taken(replace(self.SCENE, boxes=self.SCENE.boxes[1:], arrows=()))
        more = taken(replace(self.SCENE, arrows=()))
        assert [str(one) for one in moves(more, less)] == ["is gone"]
        assert [str(one) for one in moves(less, more)] == ["is new"]

    def test_another_sheet_is_told(self) -> None:
        """A title or a page that grew is no change of a thing, and is told all the same."""
        after = replace(self.SCENE, title="Circles", width=self.SCENE.width + 1)
        told = list(differences(taken(self.SCENE), taken(after)))
        assert told == ["the sheet: title is another", "the sheet: width is another"]

    def test_a_renderer_that_draws_otherwise_is_told(self) -> None:
        """The same scene in another SVG is a difference too."""
        plate = taken(self.SCENE)
        other = Plate(plate.scene, plate.svg.replace("round", "miter"))
        assert list(differences(plate, other)) == ["the scene is the same, and its SVG is another"]

    def test_a_picture_that_nobody_accepted_fails(self, golden: Path) -> None:
        """A new line in the gallery is looked at before it passes."""
        with pytest.raises(pytest.fail.Exception, match="the box equal is new"):
            compare("new", GALLERY["one"]().scene, golden=golden, pages=golden / "pages")


class TestAccepting:
    """One switch agrees on today's pictures, and touches nothing that is the same."""

    golden = TestComparing.golden

    def test_only_what_changed_is_written(self, golden: Path) -> None:
        """The files of the other picture are not written, not even with the same."""
        for file in golden.iterdir():
            os.utime(file, (0, 0))
        accepted: list[str] = []
        compare("one", GALLERY["one"]().scene, accepted=accepted, golden=golden)
        moved = TestComparing().moved(40, 30)
        compare("loops", moved, accepted=accepted, golden=golden)
        changed = {file.name for file in golden.iterdir() if file.stat().st_mtime}
        assert (accepted, changed) == (["loops"], {"loops.json", "loops.svg"})

    def test_what_was_accepted_passes(self, golden: Path) -> None:
        """After the switch the same comparison is content."""
        moved = TestComparing().moved(40, 30)
        compare("loops", moved, accepted=[], golden=golden)
        compare("loops", moved, golden=golden, pages=golden / "pages")
        assert not (golden / "pages").exists()

    @pytest.mark.parametrize(
        ("switch", "said"), [(["--accept-pictures"], "accepted: loops"), ([], "None")]
    )
    def test_the_switch_says_which_changed(
        self, tmp_path: Path, switch: list[str], said: str
    ) -> None:
        """`--accept-pictures` ends with a line for each; without it nothing is accepted."""
        test = "def test(accepted_pictures):\n    print(accepted_pictures)\n    accepted_pictures.append('loops')\n"
        (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
        tests = Path(__file__).parents[1]
        options = ("-p", "conftest", "-p", "no:cacheprovider", "--rootdir", tmp_path)
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, tmp_path, *switch],
            cwd=tests,
            capture_output=True,
            text=True,
            check=False,
        )
        assert said in done.stdout, done.stdout + done.stderr
        assert done.returncode == (0 if switch else 1)


class TestPage:
    """One file that shows both pictures, and needs nothing else."""

    BEFORE = taken(TestComparing.SCENE)
    AFTER = taken(TestComparing().moved(40, 30))
    PAGE = before_after.page("loops", BEFORE, AFTER)

    def test_both_pictures_are_in_it(self) -> None:
        """Before and after, each whole, and a third with the outlines of what moved."""
        sheets = re.findall(r"<svg.*?</svg>", self.PAGE, re.DOTALL)
        assert len(sheets) == 3
        for sheet, plate in zip(sheets, (self.BEFORE, self.AFTER), strict=False):
            shown, drawn = ET.fromstring(sheet), ET.fromstring(plate.svg)
            assert len(list(shown.iter())) == len(list(drawn.iter())) > 50
        assert sheets[2].count("<path") == 3

    def test_what_did_not_move_lies_on_itself(self) -> None:
        """A sheet that grew is shown on the same ground as the smaller one."""
        wider = replace(TestComparing.SCENE, width=4000.0)
        shown = before_after.page("loops", self.BEFORE, taken(wider))
        grounds = re.findall(r'(?:width="[^"]*" )?(?:height="[^"]*" )?viewBox="[^"]*"', shown)
        assert grounds == [f'viewBox="0 0 4000.0 {wider.height}"'] * 3

    def test_there_is_no_script_and_no_request(self) -> None:
        """It can be sent to somebody as it is: the only address is that of its letters."""
        assert not re.search(r"<script|<link|<img|href=", self.PAGE)
        assert {url[:15] for url in re.findall(r"url\(([^)]*)\)", self.PAGE)} == {"data:font/woff2"}

    def test_no_name_is_there_twice(self) -> None:
        """Each sheet keeps its own title for who listens."""
        names = re.findall(r' id="([^"]*)"', self.PAGE)
        assert len(names) == len(set(names)) >= 7

    def test_what_moved_is_listed_with_how_far(self) -> None:
        """A row for the box that moved, by its id and its label."""
        first = TestComparing.FIRST
        label = " ".join(line.text for line in first.lines)
        row = f'<th scope="row">{first.id}</th><td>{label}</td><td>moved by 50.0 (+40.0, +30.0)'
        assert row in self.PAGE
        assert "Boxes that moved: 1" in self.PAGE

    def test_labels_are_text(self) -> None:
        """What an author wrote is escaped here too."""
        first, *others = TestComparing.SCENE.boxes
        line = replace(first.lines[0], text="<b>&")
        hostile = replace(first, id="<i>", lines=(line,), x=0.0)
        after = taken(replace(TestComparing.SCENE, boxes=(hostile, *others), arrows=()))
        shown = before_after.page("<loops>", self.BEFORE, after)
        assert not re.search(r"<b>|<i>|<loops>", shown)


def test_a_scene_is_written_a_line_for_each_thing() -> None:
    """In a review one moved box is one changed line."""
    scene = TestComparing.SCENE
    before, after = as_json(scene).splitlines(), as_json(TestComparing().moved(1)).splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    things = (*scene.boxes, *scene.arrows, *scene.furniture, *scene.headings)
    assert len(before) > len(things)
