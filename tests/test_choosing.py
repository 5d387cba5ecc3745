"""A choice is proposed as the smallest edit, and never written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toc import load
from toc.amending import Amended
from toc.api.reading import read
from toc.choosing import accept, choose
from toc.errors import OutputError, UnknownNameError
from toc.graph import TheoryGraph
from toc.pilots.results import after

TIMIS = Path(__file__).parent.parent / "strategies" / "timis"
DAY = date(2027, 4, 20)


def proposed(folder: Path, text: str, because: str = "It tests most") -> Amended:
    """Propose pilot `a` in a file of this text."""
    file = folder / "strategy.yaml"
    file.write_bytes(text.encode())
    (loaded,) = read(file)
    return choose(loaded, "a", on=DAY, by=["council", "Ana Pop"], because=because)


FILES = {
    "an entry": "pilots:\n  a:\n    title: A # first\n    of: [x]   # why\n\n  # next\n  b: B\n",
    "the last entry": "pilots:\n  a:\n    title: A\n    of:\n      - x\n      - y\n# end\ngoals: {g: G}\n",
    "an entry in braces": "pilots:\n  a: {title: A, of: [x]} # note\n  b: B\n",
    "braces with nothing": "pilots:\n  a: {}\n  b: B\n",
    "a bare title": 'pilots:\n  a: "A: the first" # note\n  b: B\n',
    "no title": "pilots:\n  a: # open\n  b: B\n",
    "a text of several lines": "pilots:\n  a:\n    title: A\n    text: |\n      one\n      two\n\n  b: B\n",
    "a text that keeps its last lines": "pilots:\n  a:\n    title: A\n    text: |+\n      one\n\n  b: B\n",
    "no last line end": "pilots:\n  a:\n    title: A",
    "Windows line ends": "pilots:\r\n  a:\r\n    title: A\r\n  b: B\r\n",
    "a byte order mark": "\ufeffpilots:\n  a:\n    title: A\n",
    "an older choice": "pilots:\n  a:\n    chosen: # old\n      on: 2026-01-01\n      because: no\n    title: A # last\n",
    "an older choice in braces": "pilots:\n  a: {chosen: {on: 2026-01-01}, title: A}\n",
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_what_is_proposed_reads_back_as_meant(tmp_path: Path, text: str) -> None:
    """Read again, the file says the choice, and of everything else what it said before."""
    change = proposed(tmp_path, text)
    before = load(change.path)
    change.path.write_bytes(change.after)
    after = load(change.path)
    choice = after.pilots["a"].chosen
    assert choice is not None
    assert choice.on is not None
    assert str(choice.on) == "2027-04-20"
    assert choice.by == ("council", "Ana Pop")
    assert choice.because is not None
    assert choice.because.say() == "It tests most"
    for strategy in (before, after):
        strategy.pilots["a"] = strategy.pilots["a"].model_copy(update={"chosen": None})
    assert after == before


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_comments_and_line_ends_are_their_authors(tmp_path: Path, text: str) -> None:
    """No comment is lost but one within a choice that is replaced, and no line end is mixed."""
    change = proposed(tmp_path, text)
    after = change.after.decode()
    for comment in ("# first", "# why", "# next", "# end", "# note", "# open", "# last"):
        assert (comment in after) == (comment in text)
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in after) == ("\r\n" in text)
    assert ("\n" in after.replace("\r\n", "")) == (
        "\n" in text.replace("\r\n", "") or "\r" not in text
    )


def test_nothing_is_written_unasked(tmp_path: Path) -> None:
    """The file stands as it stood; the proposal shows as a diff."""
    change = proposed(tmp_path, FILES["an entry"])
    assert change.path.read_bytes() == change.before == FILES["an entry"].encode()
    added = [line for line in change.diff().splitlines() if line[:1] in "+-"][2:]
    assert added == [
        "+    chosen:",
        "+      on: 2027-04-20",
        "+      by:",
        "+        - council",
        "+        - Ana Pop",
        "+      because: It tests most",
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(because=st.text(max_size=200), shape=st.sampled_from(list(FILES)))
def test_any_reason_reads_back(tmp_path: Path, because: str, shape: str) -> None:
    """Whatever is typed as the reason is text and never YAML, or is refused as a whole."""
    said = " ".join(because.split())
    try:
        change = proposed(tmp_path, FILES[shape], because)
    except (OutputError, UnicodeEncodeError):
        assert not said.isprintable()
        return
    change.path.write_bytes(change.after)
    choice = load(change.path).pilots["a"].chosen
    assert choice is not None
    assert (choice.because.say() if choice.because else "") == said


def test_a_folder_is_edited_where_the_pilot_stands(tmp_path: Path) -> None:
    """Of a strategy in several files one file is touched, and only lines are added."""
    folder = copytree(TIMIS, tmp_path / "timis")
    (loaded,) = read(folder)
    change = choose(loaded, "PILOT_LIMBA", on=DAY, because="Se învață cel mai mult")
    assert change.path.name == "pilots.yaml"
    told = [line for line in change.diff().splitlines() if line[:1] in "+-"][2:]
    assert [line for line in told if line[0] == "-"] == []
    change.path.write_bytes(change.after)
    chosen = load(folder).pilots["pilot_limba"].chosen
    assert chosen is not None
    assert chosen.because is not None
    assert chosen.because.say("ro") == "Se învață cel mai mult"


def test_a_pilot_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Who misspells a pilot hears which there are."""
    (tmp_path / "s.yaml").write_text("pilots:\n  a: A\n  b: B\n", encoding="utf-8")
    (loaded,) = read(tmp_path / "s.yaml")
    with pytest.raises(UnknownNameError, match="there are: a, b"):
        choose(loaded, "c", on=DAY)


def test_what_is_shared_is_not_edited(tmp_path: Path) -> None:
    """An entry that another one repeats by its anchor would change both: it is refused."""
    (tmp_path / "s.yaml").write_text("pilots:\n  a: &one {title: A}\n  b: *one\n", encoding="utf-8")
    (loaded,) = read(tmp_path / "s.yaml")
    with pytest.raises(OutputError, match=r"write “chosen: .*” there yourself"):
        choose(loaded, "a", on=DAY)


ENDED = """\
activities: {desk: A desk}
goals: {equal: Equal access}
assumptions:
  time: Managers leave time   # the one that counts
links:
  desk -> equal: {because: They ask, assuming: [time]}
pilots:
  a: {title: A, of: [desk], tests: [time, desk->equal], scale_if: at least 60 %, result: 64 %}
"""


def test_what_a_pilot_has_shown_is_proposed_where_it_stands(tmp_path: Path) -> None:
    """The status of the assumption and the evidence of the link, and nothing is written."""
    (tmp_path / "s.yaml").write_text(ENDED, encoding="utf-8")
    (loaded,) = read(tmp_path / "s.yaml")
    (change,) = accept(loaded, after(TheoryGraph(loaded.strategy), "a").proposals)
    assert change.after.decode() == ENDED.replace(
        "  time: Managers leave time   # the one that counts\n",
        "  time:\n    title: Managers leave time   # the one that counts\n    status: holding\n",
    ).replace("assuming: [time]}", "assuming: [time], evidence: limited}")
    assert (tmp_path / "s.yaml").read_text(encoding="utf-8") == ENDED


def test_one_arrow_of_an_entry_for_two_is_left_to_its_author(tmp_path: Path) -> None:
    """Evidence that was found for one arrow is not said of the other."""
    text = ENDED.replace("desk -> equal:", "desk, time_off -> equal:").replace(
        "{desk: A desk}", "{desk: A desk, time_off: Time off}"
    )
    (tmp_path / "s.yaml").write_text(text, encoding="utf-8")
    (loaded,) = read(tmp_path / "s.yaml")
    found = after(TheoryGraph(loaded.strategy), "a").proposals
    with pytest.raises(OutputError, match="write “evidence: limited” there yourself"):
        accept(loaded, found)
