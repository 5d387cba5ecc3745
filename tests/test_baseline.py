"""A baseline: what was there before is not told again, and everything else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.running import BROKEN, CLEAN, WARNED, toc, write
from hypothesis import given
from hypothesis import strategies as some
from theories import strategies

from toc import InputError, Report, Strategy, check
from toc.baseline import Baseline, read_baseline


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a strategy in which there is something to mend."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "x.yaml", BROKEN)
    return tmp_path


def told(report: Report) -> list[tuple[str, object]]:
    """Give the rule and place of each finding."""
    return [(one.rule, one.route) for one in report.findings]


def of(*paths: str) -> Baseline:
    """Take all that is told of some strategies."""
    return Baseline.of(check_all(*paths))


def check_all(*paths: str) -> Report:
    """Check some strategies."""
    return Report(tuple(verdict for path in paths for verdict in check(path).verdicts))


def test_what_was_there_before_is_not_told_again() -> None:
    """Nothing is left, and how much that is is counted."""
    report = check("x.yaml")
    left = Baseline.of(report).without_known(report)
    assert report.findings
    assert (left.findings, left.known) == ((), len(report.findings))


@given(strategies())
def test_what_is_taken_is_left_out_whatever_it_is(strategy: Strategy) -> None:
    """The baseline of any report leaves nothing of that report, also when it was written."""
    report = check(strategy)
    written = json.loads(Baseline.of(report).write())["findings"]["1"]
    left = Baseline(written).without_known(report)
    assert (left.findings, left.known) == ((), len(report.findings))


@given(strategies(), some.data())
def test_the_less_is_known_the_more_is_told(strategy: Strategy, data: some.DataObject) -> None:
    """What is told and what is left out add up, and nothing is told in another order."""
    report = check(strategy)
    names = Baseline.of(report).known
    known = {
        subject: {name: data.draw(some.integers(0, count)) for name, count in of_it.items()}
        for subject, of_it in names.items()
    }
    left = Baseline(known).without_known(report)
    assert left.known == sum(sum(of_it.values()) for of_it in known.values())
    assert len(left.findings) + left.known == len(report.findings)
    order = [report.findings.index(one) for one in left.findings]
    assert order == sorted(order)


def test_what_is_new_is_told(here: Path) -> None:
    """A finding that was not there before is told alone."""
    known = of("x.yaml")
    write(here / "x.yaml", BROKEN.replace("  trained: 60 trained", "  TRAINED: 60 trained"))
    write(here / "x.yaml", BROKEN.replace("course -> trained:", "course -> trainid:"))
    left = known.without_known(check("x.yaml"))
    assert {str(one.route[1]) for one in left.findings} & {"course -> trainid"}


def test_a_second_one_of_a_kind_is_told(here: Path) -> None:
    """They are counted: one that was known does not excuse another one beside it."""
    once = CLEAN.replace("assuming: [time]", "assuming: [zzz]", 1)
    link = "{because: Whoever has practised recognises the situation, assuming: [zzz"
    twice = once.replace(link, link + ", yyy")
    write(here / "x.yaml", once)
    before = check("x.yaml")
    write(here / "x.yaml", twice)
    after = check("x.yaml")
    assert len(after.findings) == len(before.findings) + 1 > 1
    assert len(Baseline.of(before).without_known(after).findings) == 1


def test_what_moves_within_a_file_stays_known(here: Path) -> None:
    """Lines that come before it, and another place in the file, make no new finding."""
    known = of("x.yaml")
    write(here / "x.yaml", "# one\n# two\n\n" + BROKEN)
    assert known.without_known(check("x.yaml")).findings == ()


def test_a_strategy_that_moves_stays_known(here: Path) -> None:
    """A strategy is known by its id, wherever its file is."""
    known = of("x.yaml")
    (here / "deep").mkdir()
    (here / "x.yaml").rename(here / "deep" / "y.yaml")
    assert known.without_known(check("deep/y.yaml")).findings == ()


def test_another_strategy_is_told_in_full(here: Path) -> None:
    """What is known of one strategy excuses no other one."""
    known = of("x.yaml")
    write(here / "y.yaml", BROKEN.replace("id: town", "id: village"))
    report = check("y.yaml")
    assert told(known.without_known(report)) == told(report)


def test_without_an_id_a_strategy_is_known_by_its_path(here: Path) -> None:
    """The same words under another name are another strategy."""
    text = BROKEN.replace("  id: town\n", "")
    write(here / "a" / "x.yaml", text)
    write(here / "b" / "x.yaml", text)
    known = of("a/x.yaml")
    assert known.without_known(check("a/x.yaml")).findings == ()
    assert known.without_known(check("b/x.yaml")).findings
    assert [*known.known] == ["a/x.yaml"]


def test_strategies_of_one_id_share_what_is_known(here: Path) -> None:
    """Two with one id have as many findings known as both had, and a third has none left."""
    for name in ("y", "z"):
        write(here / f"{name}.yaml", BROKEN)
    known = of("x.yaml", "y.yaml")
    assert known.without_known(check_all("x.yaml", "y.yaml")).findings == ()
    three = check_all("x.yaml", "y.yaml", "z.yaml")
    assert len(known.without_known(three).findings) == len(check("z.yaml").findings)


@pytest.mark.parametrize("text", ["toc: 1\nstrategy: {id: town}\ngoals: [a\n", "", CLEAN + "\n\tx"])
def test_what_could_not_be_read_is_always_told(text: str, here: Path) -> None:
    """Who leaves out that a file is torn does not know what else is left out."""
    write(here / "x.yaml", text)
    report = check("x.yaml")
    torn = [one for one in told(report) if one[0] in ("yaml-unreadable", "value-malformed")]
    assert torn
    assert set(torn) <= set(told(Baseline.of(report).without_known(report)))
    assert "yaml-unreadable" not in Baseline.of(report).write()


def test_a_baseline_is_written_and_read_back() -> None:
    """`--write-baseline` says how much it holds; then nothing is told, and the gate is open."""
    assert toc("check", "x.yaml").code == 1
    ran = toc("check", "x.yaml", "--write-baseline", "known.json")
    count = len(check("x.yaml").findings)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"toc: known.json holds {count} findings, which are not told again")
    again = toc("check", "x.yaml", "--baseline", "known.json")
    assert (again.code, again.err) == (0, "")
    assert "[" not in again.out


def test_the_gate_closes_for_what_is_new(here: Path) -> None:
    """With a baseline a new fault still fails the run."""
    write(here / "x.yaml", WARNED)
    toc("check", "x.yaml", "--write-baseline", "known.json")
    assert toc("check", "x.yaml", "--baseline", "known.json", "--fail-on", "advice").code == 0
    write(here / "x.yaml", BROKEN)
    assert toc("check", "x.yaml", "--baseline", "known.json").code == 1


def test_a_project_names_its_baseline(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`baseline` counts from the configuration, and a file in the call wins."""
    toc("check", "x.yaml", "--write-baseline", "known.json")
    write(here / "toc.toml", 'baseline = "known.json"')
    write(here / "none.json", '{"findings": {"1": {}}}')
    monkeypatch.chdir(write(here / "deep" / "file", "").parent)
    assert toc("check", "../x.yaml").code == 0
    assert toc("check", "../x.yaml", "--baseline", "../none.json").code == 1


def test_a_baseline_can_be_written_anew() -> None:
    """What is written is all that there is, not what the old baseline leaves."""
    toc("check", "x.yaml", "--write-baseline", "known.json")
    before = Path("known.json").read_bytes()
    toc("check", "x.yaml", "--baseline", "known.json", "--write-baseline", "known.json")
    assert Path("known.json").read_bytes() == before


def test_a_baseline_is_made_for_review() -> None:
    """It is sorted JSON, letters as they are, a line each, so that a diff shows what changed."""
    text = of("x.yaml").write()
    names = [*json.loads(text)["findings"]["1"]["town"]]
    assert names == sorted(names)
    assert len(text.splitlines()) == len(names) + 8
    assert text.endswith("}\n")


def test_a_baseline_that_is_not_there_is_a_wrong_call(here: Path) -> None:
    """Its absence is not taken for an empty one."""
    ran = toc("check", "x.yaml", "--baseline", "gone.json")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no baseline gone.json: write one with “--write-baseline”" in ran.err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"3",
        b"null",
        b"{}",
        b'{"findings": []}',
        b'{"findings": {}}',
        b'{"findings": {"2": {}}}',
        b'{"findings": {"1": []}}',
        b'{"findings": {"1": {"town": 3}}}',
        b'{"findings": {"1": {"town": {"x": "many"}}}}',
        b'{"findings": {"1": {"town": {"x": Infinity}}}}',
        b'{"findings": {"1": {"town": {"x": null}}}}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_named(content: bytes, here: Path) -> None:
    """Something else in its place stops the run, and is not taken for an empty one."""
    (here / "known.json").write_bytes(content)
    with pytest.raises(InputError, match=r"known\.json is no baseline"):
        read_baseline(here / "known.json")


def test_a_folder_is_no_baseline(here: Path) -> None:
    """Nor is a folder."""
    with pytest.raises(InputError, match="is no baseline"):
        read_baseline(here)
