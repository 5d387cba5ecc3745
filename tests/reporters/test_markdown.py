"""The summary of a pull request: a table for each rule, never too long, never markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from reporters.reports import DAY, finding, hostile, reports, shapes, verdict, with_everything

from toc import Report, Severity
from toc.reporters import markdown
from toc.verdicts import Failure

ALL = shapes() | hostile()
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tables(report: Report) -> list[list[list[str]]]:
    """Give the cells of each row of each table, as GitHub would show them."""
    found: list[list[list[str]]] = []
    for token in READER.parse(markdown.render(report)):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and found and len(found[-1]) and token.level > 2:
            found[-1][-1].append("".join(child.content for child in token.children or ()))
    return found


def markup(text: str) -> set[str]:
    """Give the kinds of markup that a reader of Markdown finds in a text."""
    tokens = READER.parse(text)
    inside = [child for token in tokens for child in token.children or ()]
    return {token.type for token in (*tokens, *inside)}


def headings(report: Report) -> list[str]:
    """Give the headings."""
    return re.findall(r"^### (.*)$", markdown.render(report), re.MULTILINE)


def test_the_counts_stand_on_top() -> None:
    """The first line says what was checked and what was found."""
    told = markdown.render(Report((verdict(finding()),), DAY))
    assert told.startswith("**1 strategy with 4 nodes and 3 links, checked by 2 rules: 1 error**\n")


def test_where_nothing_was_found_that_is_all() -> None:
    """One line, and no table."""
    assert markdown.render(Report((verdict(),), DAY)).count("\n") == 1


def test_there_is_one_table_for_each_rule() -> None:
    """Over all strategies, the gravest rule first, and in it the gravest finding."""
    one = verdict(
        finding(rule="mild", severity=Severity.ADVICE),
        finding(rule="mixed", severity=Severity.NOTE, line=8),
    )
    two = verdict(
        finding(rule="mixed", severity=Severity.WARNING, path="y.yaml"),
        finding(rule="grave", path="y.yaml"),
    )
    report = Report((one, two), DAY)
    assert headings(report) == [
        "`grave`: 1 error",
        "`mixed`: 1 warning, 1 note",
        "`mild`: 1 piece of advice",
    ]
    assert [[row[0] for row in table[1:]] for table in tables(report)] == [
        ["y.yaml:3"],
        ["y.yaml:3", "x.yaml:8 (note)"],
        ["x.yaml:3"],
    ]


def test_a_rule_says_why_it_matters() -> None:
    """Above its table stands the reason, where the verdict has it."""
    told = markdown.render(Report((verdict(finding(rule="a-rule")),), DAY))
    assert "### `a-rule`: 1 error\n\nA town matters\n\n| Place | What was found | Mend |" in told


def test_several_strategies_from_python_are_told_apart() -> None:
    """Without files the strategy's name stands before the route, where there are several."""
    bare = verdict(finding(path=None), path="")
    assert tables(Report((bare,)))[0][1][0] == "links.a -> b"
    assert tables(Report((bare, bare)))[0][1][0] == "town: links.a -> b"


def test_a_rule_that_failed_comes_first() -> None:
    """What the tool itself did wrong is nothing to look for at the end."""
    told = markdown.render(with_everything("said"))
    assert headings(with_everything("said"))[0] == "fault of the tool"
    assert "- `rule-failed`: ValueError: said (rules/said.py:12)\n" in told


class TestLength:
    """A comment on GitHub ends at 65,536 characters."""

    @pytest.mark.parametrize("name", ALL)
    def test_no_text_makes_it_too_long(self, name: str) -> None:
        """Messages of a hundred thousand letters, paths, titles: what is long is cut."""
        assert len(markdown.render(ALL[name])) <= markdown.LIMIT == 65_536

    @pytest.mark.parametrize("text", ["*" * 5_000, "@a" * 5_000, "|" * 5_000, "日本" * 5_000])
    @pytest.mark.parametrize(("rules", "each"), [(400, 1), (1, 9_000), (150, 60)])
    def test_no_number_makes_it_too_long(self, rules: int, each: int, text: str) -> None:
        """Many rules, many findings of one, letters that must all be escaped."""
        found = [finding(text, rule=f"rule-{n}", line=m) for n in range(rules) for m in range(each)]
        failures = tuple(Failure(f"rule-{n}", text, text) for n in range(rules))
        told = replace(verdict(*found, text=text), failures=failures)
        report = Report((told, verdict(text=text)), DAY)
        assert len(markdown.render(report)) <= markdown.LIMIT

    def test_what_is_left_out_is_counted(self) -> None:
        """Rows and the last line together are all that was found."""
        many = Report((verdict(*(finding(line=n + 1) for n in range(1_000))),), DAY)
        rows = len(tables(many)[0]) - 1
        assert rows == 25
        assert markdown.render(many).endswith("\n\n… and 975 more\n")

    def test_a_long_rule_does_not_hide_the_others(self) -> None:
        """However often one is broken, each of the others has its table."""
        noisy = [finding(rule="noisy", line=n + 1) for n in range(1_000)]
        report = Report((verdict(*noisy, finding(rule="other")),), DAY)
        assert [name.partition(":")[0] for name in headings(report)] == ["`noisy`", "`other`"]


class TestSafety:
    """Text of a strategy is shown as it stands."""

    USED = markup(markdown.render(with_everything("said")))

    @pytest.mark.parametrize("name", ALL)
    def test_no_text_is_markup(self, name: str) -> None:
        """No heading, link, picture, code or HTML comes from what somebody wrote."""
        assert markup(markdown.render(ALL[name])) <= self.USED

    @pytest.mark.parametrize("name", ALL)
    def test_no_text_breaks_a_row(self, name: str) -> None:
        """Each row has three cells, whatever stands in them."""
        found = tables(ALL[name])
        assert {len(row) for table in found for row in table} <= {3}
        assert sum(len(table) - 1 for table in found) == len(ALL[name].findings)

    @given(reports())
    def test_for_any_text_the_same_holds(self, report: Report) -> None:
        """Any text in any place is no markup, and breaks no row."""
        assert markup(markdown.render(report)) <= self.USED
        assert {len(row) for table in tables(report) for row in table} == {3}

    def test_a_message_reads_as_it_was_written(self) -> None:
        """What a reader sees is what the rule said."""
        text = "“a | b” *must* <b>not</b> [be](x) `this`"
        row = tables(Report((verdict(finding(text)),)))[0][1]
        assert row[1:] == [text, f"mend {text}"]
