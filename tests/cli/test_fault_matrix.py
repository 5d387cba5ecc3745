"""The faults that other tools were tried with: all found, in one run, at their places.

Eight kinds of fault were seeded into eight other tools; none found more than four of the
kinds with a place, and some changed the user's files.  Here each is one row: the rule
that finds it, where, what is pointed at beside it, and the mend.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cli.running import CLEAN, Ran, toc, write

PARTS = {
    "strategy.yaml": """\
toc: 1
strategy:
  id: town
  title: A town for all
  languages: [en]
  status: draft
stakeholders:
  hall: {title: The town hall, kind: organisation}
  staff: {title: Front-desk staff, kind: group, size: 60}
changelog:
  "0.1": First: a sketch
""",
    "theory.yaml": """\
activities:
  course: {title: A course for the front desk, acountable: hall, responsible: [hall], for: [staff], cost: none, period: 2027-09/2028-01}
  fair: {title: A fair on the square, accountable: hall, responsible: [hall], for: [staff], cost: none, period: 2027-09/2028-01, quick_win: true}
outputs:
  trained: 60 trained members of staff
  stalls: 20 stalls on the square
outcomes:
  apply: {title: Staff use what they learned, for: [staff], horizon: medium, change: behaviour}
  trust: {title: Neighbours trust each other, for: [staff], horizon: medium, change: behaviour}
  contact: {title: Neighbours meet, for: [staff], horizon: medium, change: behaviour}
  alone: {title: Written down in a meeting, for: [staff], horizon: medium, change: behaviour}
goals:
  equal: Newcomers use public services on equal terms
  near: {title: Good neighbours, title: Neighbours}
factors:
  rents: {title: Rents on the square, kind: barrier, watch: [hall]}
  noise: {title: The fair is loud at night, kind: unintended, watch: [hall]}
assumptions:
  time: {title: Managers leave staff the time, kind: opportunity}
indicators:
  served: {title: Served, of: [equal, near], unit: persons, direction: up, baseline: {2026: 1}, target: {2028: 9}, source: Survey, frequency: P1Y, responsible: hall, by: [sex]}
  known: {title: Neighbours known by name, of: [apply, trust], unit: persons, direction: up, baseline: {2026: 1}, target: {2028: 9}, source: Survey, frequency: P1Y, responsible: hall, by: [sex]}
  Trained: {title: Hands shaken on the square, of: [contact, alone], unit: persons, direction: up, baseline: {2026: 1}, target: {2028: 9}, source: Survey, frequency: P1Y, responsible: hall, by: [sex]}
""",
    "links.yaml": """\
links:
  course -> trained: Three series of twenty
  trained -> apply: {because: Whoever has practised recognises the situation, assuming: [time]}
  apply -> equal: {because: Procedures that fit remove barriers, assuming: [time]}
  apply -> equality: Procedures that fit remove barriers
  stalls -> contact: {because: They eat together, assuming: [time]}
  contact -> trust: {because: They know each other's names, assuming: [time]}
  trust -> contact: {because: Who is trusted is greeted, assuming: [time]}
  trust -> near: {because: Whoever relies on the others stays, assuming: [time]}
  course -> trained: Three series of twenty
  fair -> stalls: Each street brings one
  rents -> near: {because: Who must move away loses the neighbours, role: hinders}
  fair -> noise: Music carries
  contact -> equal: {because: Who meets hears which desk helps, assuming: [time]}
pilots:
  stand: {title: A stand, of: [fair], tests: [served, nobody], new: Nobody has tried it, scale_if: 60 % come back, stop_if: 20 % come back}
""",
}


@dataclass(frozen=True)
class Row:
    """One fault of the matrix.

    Attributes:
        name: the fault.
        rule: the rule that finds it.
        place: where it is, as file:line:column.
        marked: the text that is marked there.
        others: what else is pointed at.
        mend: what the mend says, in part.
    """

    name: str
    rule: str
    place: str
    marked: str
    others: tuple[str, ...] = ()
    mend: str = ""


MATRIX = [
    Row("misspelled key", "key-unknown", "theory.yaml:2:48", "acountable", (), "“accountable”?"),
    Row(
        "dangling link", "reference-dangling", "links.yaml:5:3", "apply -> equality", (), "“equal”?"
    ),
    Row("dangling reference", "reference-dangling", "links.yaml:16:55", "nobody"),
    Row("equal ids", "id-duplicate", "theory.yaml:23:3", "Trained", ("theory.yaml:5:3",)),
    Row("equal links", "id-duplicate", "links.yaml:10:3", "course -> trained", ("links.yaml:2:3",)),
    Row(
        "cycle",
        "cycle-undeclared",
        "links.yaml:7:3",
        "contact -> trust",
        ("links.yaml:8:3",),
        "“feedback: reinforcing”",
    ),
    Row("orphan outcome", "node-without-links", "theory.yaml:11:3", "alone"),
    Row("equal keys", "yaml-unreadable", "theory.yaml:14:34", "title", ("theory.yaml:14:10",)),
    Row("YAML syntax", "yaml-unreadable", "strategy.yaml:11:15", ":", (), "quotes"),
    Row(
        "wrong kind",
        "reference-of-wrong-kind",
        "links.yaml:16:47",
        "served",
        ("theory.yaml:21:3",),
        "assumptions, links",
    ),
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a strategy that has every fault of the matrix."""
    monkeypatch.chdir(tmp_path)
    for name, text in PARTS.items():
        write(tmp_path / "town" / name, text)
    return tmp_path


def run(*arguments: str) -> Ran:
    """Check the strategy."""
    return toc("check", "town", "--on", "2027-06-30", *arguments)


def findings() -> list[dict[str, Any]]:
    """Give what a single run finds."""
    (strategy,) = json.loads(run("--format", "json").out)["strategies"]
    found: list[dict[str, Any]] = strategy["findings"]
    return found


def short(place: dict[str, Any]) -> str:
    """Give a place as people write it."""
    return f"{Path(place['path']).name}:{place['line']}:{place['column']}"


def marked(place: dict[str, Any]) -> str:
    """Give the text at a place."""
    line: str = PARTS[Path(place["path"]).name].splitlines()[place["line"] - 1]
    return line[place["column"] - 1 : place["end_column"] - 1]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row.name)
def test_each_fault_is_found_in_one_run(row: Row) -> None:
    """Its rule, its file, line and column, both ends of it, and what to do."""
    (finding,) = [
        one for one in findings() if (one["rule"], short(one["place"])) == (row.rule, row.place)
    ]
    assert marked(finding["place"]) == row.marked
    assert tuple(short(there["place"]) for there in finding["related"]) == row.others
    assert row.mend in finding["mend"]


@pytest.mark.usefixtures("here")
def test_nothing_else_is_found() -> None:
    """No fault brings a second finding along: one cause is told once."""
    found = sorted((one["rule"], short(one["place"])) for one in findings())
    assert found == sorted((row.rule, row.place) for row in MATRIX)


@pytest.mark.usefixtures("here")
def test_the_run_fails() -> None:
    """With all of them, the exit code is 1 and nothing is complained."""
    ran = run()
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.usefixtures("here")
def test_people_see_file_line_and_column() -> None:
    """Each place stands in the plain output too, the second end with its own line."""
    out = run().out
    for row in MATRIX:
        assert f"--> town/{row.place}\n" in out
        for other in row.others:
            assert f"::: town/{other}\n" in out


def test_no_file_is_touched(here: Path) -> None:
    """Checking writes nothing: bytes, times and the list of files are what they were."""

    def state() -> dict[str, tuple[bytes, int]]:
        files = [file for file in here.rglob("*") if file.is_file()]
        return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}

    before = state()
    run()
    run("--format", "json")
    toc("show", "town")
    assert state() == before
    assert len(before) == len(PARTS)


@pytest.mark.parametrize(
    ("sound", "faulty"),
    [
        pytest.param("  title: A town", "  titel: A town", id="misspelled-key"),
        pytest.param("outcomes:", "outcome:", id="misspelled-section"),
        pytest.param("apply -> equal:", "apply -> equality:", id="dangling-link"),
        pytest.param("of: apply\n", "of: aply\n", id="dangling-reference"),
        pytest.param("outcomes:\n", "outcomes:\n  course: Twice\n", id="equal-ids"),
        pytest.param("links:\n", "links:\n  apply -> trained: Back\n", id="cycle"),
        pytest.param("  title: A town", "  title: A: town", id="yaml-syntax"),
        pytest.param("  status: draft", "  status: draft\n  status: sketch", id="equal-keys"),
        pytest.param("of: apply\n", "of: desks\n", id="wrong-kind"),
        pytest.param("target: {2028: 12}", "target: {2028: 12,5}", id="decimal-comma"),
    ],
)
def test_each_alone_fails_the_run(sound: str, faulty: str, tmp_path: Path) -> None:
    """Every fault by itself turns exit 0 into exit 1."""
    assert CLEAN.count(sound) == 1
    path = write(tmp_path / "x.yaml", CLEAN)
    assert toc("check", path).code == 0
    write(path, CLEAN.replace(sound, faulty))
    assert toc("check", path).code == 1


def test_an_orphan_alone_is_a_warning(tmp_path: Path) -> None:
    """A node of a draft that is not linked yet fails only who asks for it."""
    path = write(tmp_path / "x.yaml", CLEAN.replace("outputs:\n", "outputs:\n  extra: Unlinked\n"))
    assert toc("check", path).code == 0
    assert toc("check", path, "--fail-on", "warning").code == 1
