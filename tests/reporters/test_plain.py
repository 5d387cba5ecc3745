"""Findings for people: the marks stand under the words, and nothing in a file is obeyed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cli.running import BROKEN, WARNED, toc, write
from hypothesis import given
from hypothesis import strategies as st
from reporters.reports import finding, verdict, with_everything

from toc import Finding, Report, Severity, Span, Strategy, Verdict, check
from toc.findings import Related
from toc.reporters import plain
from toc.rulebook import Rulebook
from toc.terminal import columns, printable
from toc.text.source import Source
from toc.verdicts import Subject
from toc.words import Message

LONG = "word " * 80
"""Four hundred letters."""

MARKED = [
    pytest.param(
        "  a: {title: plain, tilte: x}",
        "tilte",
        ["1 |   a: {title: plain, tilte: x}", "  |                     ^^^^^"],
        id="plain",
    ),
    pytest.param(
        "  a: {title: 日本語, tilte: x}",
        "tilte",
        ["1 |   a: {title: 日本語, tilte: x}", "  |                      ^^^^^"],
        id="wide-before",
    ),
    pytest.param(
        "  a: 日本語 b",
        "日本語",
        ["1 |   a: 日本語 b", "  |      ^^^^^^"],
        id="wide-marked",
    ),
    pytest.param(
        "\ta:\tb c",
        "b",
        ["1 |     a:    b c", "  |           ^"],
        id="tabs-before",
    ),
    pytest.param(
        "  a: b\tc d",
        "b\tc",
        ["1 |   a: b    c d", "  |      ^^^^^^"],
        id="tab-marked",
    ),
    pytest.param(
        "  a: e\u0301a\u0302s\u0326 b",
        "b",
        ["1 |   a: e\u0301a\u0302s\u0326 b", "  |          ^"],
        id="loose-accents-before",
    ),
    pytest.param(
        "  a: e\u0301a\u0302 b",
        "e\u0301a\u0302",
        ["1 |   a: e\u0301a\u0302 b", "  |      ^^"],
        id="loose-accents-marked",
    ),
    pytest.param(
        "  a: ที่นี่ b",
        "b",
        ["1 |   a: ที่นี่ b", "  |         ^"],
        id="vowel-signs-above",
    ),
    pytest.param(
        "  a: 🌍 b",
        "b",
        ["1 |   a: 🌍 b", "  |         ^"],
        id="emoji",
    ),
    pytest.param(
        "  a: שלום b",
        "b",
        ["1 |   a: שלום b", "  |           ^"],
        id="right-to-left",
    ),
    pytest.param(
        "  a: \u202eolleh\u202c b",
        "b",
        ["1 |   a: \\u202eolleh\\u202c b", "  |                        ^"],
        id="direction-override",
    ),
    pytest.param(
        "  a: \x1b[31mred\x07 b",
        "b",
        ["1 |   a: \\u001b[31mred\\u0007 b", "  |                          ^"],
        id="escapes-before",
    ),
    pytest.param(
        "  a: x\x00y b",
        "x\x00y",
        ["1 |   a: x\\u0000y b", "  |      ^^^^^^^^"],
        id="control-marked",
    ),
    pytest.param(
        "  a: one\u200btwo b",
        "b",
        ["1 |   a: one\u200btwo b", "  |             ^"],
        id="zero-width",
    ),
]


def report(one: Finding, source: Source) -> Report:
    """Make a report of one finding in a file."""
    subject = Subject("town", Message("A town"), "draft", 4, 3)
    reasons = {one.rule: Message("it matters")}
    told = Verdict("x.yaml", subject, (one,), reasons=reasons, sources={"x.yaml": source})
    return Report((told,))


def told(line: str, start: int, end: int, label: str = "") -> list[str]:
    """Give what is printed of a line in which something is marked."""
    marked = Finding(
        "id-duplicate",
        Message("said"),
        Message("mended"),
        span=Span("x.yaml", 1, start + 1, 1, end + 1),
        label=Message(label) if label else None,
    )
    return plain.render(report(marked, Source("x.yaml", line))).split("\n")


@pytest.mark.parametrize(("line", "marked", "shown"), MARKED)
def test_the_marks_stand_under_the_marked_text(line: str, marked: str, shown: list[str]) -> None:
    """On a terminal the carets are as wide as the text, and begin where it begins."""
    start = line.index(marked)
    lines = told(line, start, start + len(marked))
    assert lines[1] == f"  --> x.yaml:1:{start + 1}"
    assert lines[3:5] == shown


@pytest.mark.parametrize("place", [0, 100, 200, 380])
def test_a_long_line_is_cut_around_the_marked_text(place: int) -> None:
    """Of four hundred letters a screenful is shown, the marked ones among them."""
    line = f"{LONG[:place]}MARKED{LONG[place:]}"
    shown, carets = told(line, place, place + 6)[3:5]
    assert "MARKED" in shown
    assert columns(shown) < 115
    assert carets.index("^") == shown.index("MARKED")
    assert carets.count("^") == 6
    assert shown.startswith("1 | …") is (place > 40)
    assert shown.endswith("…") is (place < 300)


def test_a_mark_longer_than_the_line_shown_ends_with_it() -> None:
    """Where the marked text itself is too long, the carets stop at the cut."""
    shown, carets = told(LONG, 0, len(LONG))[3:5]
    assert shown.endswith("…")
    assert len(carets) == len(shown) - 1


def test_a_mark_over_several_lines_ends_with_the_first() -> None:
    """What goes on below is marked to the end of its first line."""
    source = Source("x.yaml", "goals:\n  a: A\n")
    span = Span("x.yaml", 1, 1, 2, 7)
    marked = Finding("id-duplicate", Message("said"), Message("mended"), span=span)
    lines = plain.render(report(marked, source)).split("\n")
    assert lines[3:5] == ["1 | goals:", "  | ^^^^^^"]


def test_nothing_is_marked_with_one_caret() -> None:
    """An empty place, such as the end of a line, still shows where it is."""
    assert told("goals:", 6, 6)[3:5] == ["1 | goals:", "  |       ^"]


def test_a_label_stands_behind_the_marks() -> None:
    """A few words about the marked place stand right of it."""
    assert told("a: b", 3, 4, "this one")[4] == "  |    ^ this one"


@given(st.text(st.characters(exclude_characters="\n\r")), st.data())
def test_marks_are_as_wide_as_what_they_mark(line: str, data: st.DataObject) -> None:
    """Whatever a line holds, its carets begin and end with the marked text, on one line each."""
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    lines = told(line, start, end)
    shown, carets = lines[3:5]
    if len(line) <= 100:
        assert carets.index("^") - 4 == columns(printable(line[:start]))
        assert carets.count("^") == max(1, columns(printable(line[start:end])))
        assert shown == f"1 | {printable(line)}"
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", f"{shown}{carets}")
    assert lines[5].startswith("  = why: ")


class TestSafety:
    """A strategy is a text from somebody else: a terminal must not obey it."""

    ESCAPE = "\\e]0;title\\a\\e[2J\\x9b31m\\u202e\\u2066"
    """As YAML writes them: set the title, clear the screen, be red, run backwards."""

    @pytest.mark.parametrize("options", [[], ["--format", "json"], ["--language", "ro"]])
    def test_what_a_terminal_would_obey_is_shown_as_codes(
        self, options: list[str], tmp_path: Path
    ) -> None:
        """In messages, mends, excerpts and JSON, no control character of a file is printed."""
        title = f'{{title: "{self.ESCAPE}"}}'
        text = f"toc: 1\nstrategy: {title}\ngoals: {{near: {title}, far: Far}}\n"
        links = "links:\n  near -> far:\n  near -> \x1b[2J\x9b: Why\n"
        raw = write(tmp_path / "raw.yaml", text + links)
        asked = (raw, "--select", "link-without-mechanism", "--select", "files")
        path = write(tmp_path / "x.yaml", text + "links:\n  near -> far:\n")
        out = toc("check", path, *asked, *options).out
        assert "\\u001b[2J" in out
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)

    def test_json_means_the_same_as_before(self, tmp_path: Path) -> None:
        """The codes are JSON's own: a program that reads them has the text as it was."""
        title = f'"{self.ESCAPE}"'
        path = write(tmp_path / "x.yaml", WARNED.replace("A town for all", title))
        (strategy,) = json.loads(toc("check", path, "--format", "json").out)["strategies"]
        assert strategy["title"] == "\x1b]0;title\x07\x1b[2J\x9b31m\u202e\u2066"

    def test_a_title_cannot_pass_for_a_finding(self, tmp_path: Path) -> None:
        """A line end in a title begins no new line of the output."""
        fake = '"Trained\\nerror[fake]: all is lost\\n\\n0 errors"'
        text = f"toc: 1\ngoals:\n  near: {fake}\n  far: Far\nlinks:\n  near -> far:\n"
        path = write(tmp_path / "x.yaml", text)
        lines = toc("check", path, "--select", "link-without-mechanism").out.splitlines()
        assert sum(line.startswith(("error", "warning")) for line in lines) == 1
        assert "“Trained error[fake]: all is lost  0 errors”" in lines[0]

    def test_a_file_name_cannot_pass_for_a_finding(self, tmp_path: Path) -> None:
        """Nor does a line end or an escape in a file's name."""
        path = write(tmp_path / "x\nerror[fake]: \x1b[31mlost.yaml", WARNED)
        for ran in (toc("check", path), toc("check", f"{path}.gone"), toc("show", f"{path}.gone")):
            printed = ran.out + ran.err
            assert "\x1b" not in printed
            assert not any(line.startswith("error[fake]") for line in printed.splitlines())


class TestTheWhole:
    """The order of what is printed."""

    @pytest.mark.parametrize("language", ["en", "ro"])
    def test_the_reason_is_told_once_for_each_rule(self, language: str) -> None:
        """The first finding of a rule says why it matters, in the words of the rule's page."""
        rule = "link-without-mechanism"
        links: dict[str, Any] = {"g -> h": {}, "g -> i": {}}
        titles = {"g": "G", "h": "H", "i": "I"}
        found = check(Strategy.model_validate({"goals": titles, "links": links}), select=[rule])
        out = plain.render(found, language=language)
        why = Rulebook().page(rule).why(language)
        assert len(found.findings) == 2
        assert out.count(why) == 1

    def test_a_strategy_from_python_is_told_by_its_routes(self) -> None:
        """Where there is no file, a finding says which entry it is about."""
        out = plain.render(Report((verdict(finding(path=None, route=("goals", "g"))),)))
        assert out.splitlines()[1] == "  --> goals.g"

    def test_a_related_thing_without_a_place_is_still_told(self) -> None:
        """Where there is no file, what belongs to a finding is said in words."""
        there = Related(Message("it stands there too"), ("goals", "h"))
        found = verdict(finding(path=None, related=(there,)), path="")
        assert "  = it stands there too" in plain.render(Report((found,))).splitlines()

    def test_what_is_about_the_whole_names_the_strategy(self) -> None:
        """Without a file and an entry, the head is where it stands."""
        found = verdict(finding(path=None, route=()), path="")
        assert plain.render(Report((found,))).splitlines()[1] == "  --> strategy"

    def test_a_note_is_listed_and_not_counted(self) -> None:
        """It stands in one line, and the last line finds nothing to mend."""
        out = plain.render(Report((verdict(finding(severity=Severity.NOTE)),)))
        assert out.splitlines()[0] == "x.yaml:3:3: note[link-without-mechanism]: said"
        assert out.endswith("checked by 2 rules: nothing to mend\n")

    def test_what_a_baseline_knows_is_counted(self) -> None:
        """Nothing is hidden in silence: the last line says how much is known."""
        one = plain.render(Report((verdict(),), known=1))
        assert one.endswith(": nothing to mend; 1 finding known from the baseline\n")
        two = plain.render(Report((verdict(),), known=2))
        assert two.endswith(": nothing to mend; 2 findings known from the baseline\n")

    def test_a_rule_that_failed_is_the_fault_of_the_tool(self) -> None:
        """It says so, with what to send us and how to go on without it."""
        out = plain.render(with_everything("said"))
        assert "fault of the tool[rule-failed]: " in out
        assert "  ValueError: said (rules/said.py:12)\n" in out
        assert "--ignore rule-failed goes on without it" in out

    def test_line_numbers_share_a_margin(self, tmp_path: Path) -> None:
        """Within a finding the bars stand under each other, whatever the line numbers."""
        filler = "".join(f"  note_{number}: Note\n" for number in range(100))
        text = f"toc: 1\ngoals:\n  g: G\nglossary:\n{filler}  G: Again\n"
        path = write(tmp_path / "x.yaml", text)
        block = toc("check", path, "--select", "id-duplicate").out.split("\n\n")[0].splitlines()
        assert {line.index("|") for line in block if "|" in line.split("=")[0]} == {4}
        assert [line.split("|")[0].strip() for line in block if re.match(r" *\d+ \|", line)] == [
            "105",
            "3",
        ]

    def test_findings_are_a_line_apart(self, tmp_path: Path) -> None:
        """An empty line stands between two findings, and before the last line."""
        out = toc("check", write(tmp_path / "x.yaml", BROKEN)).out
        parts = out.split("\n\n")
        assert len(parts) == len(re.findall(r"^\w+\[", out, re.MULTILINE)) + 1
        assert parts[-1].count("\n") == 1
