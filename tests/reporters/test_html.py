"""A fragment for notebooks: read with its style and without it, and nothing in it is obeyed."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from diagrams.test_palette import luminance
from hypothesis import given
from reporters.reports import DAY, finding, hostile, reports, shapes, verdict, with_everything

from toc import Report, Severity
from toc.reporters import html
from toc.words import Said

ALL = shapes() | hostile()
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
USED = {
    *("section", "style", "p", "strong", "h3", "h4", "span", "svg", "path", "code", "ul", "li"),
    *("details", "summary", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("class", "lang", "viewBox", "width", "height", "aria-hidden", "aria-label", "fill"),
    *("fill-rule", "d", "scope", "rowspan"),
}


def tree(report: Report, language: str = "en") -> ET.Element:
    """Read a fragment as XML, which forgives nothing."""
    return ET.fromstring(html.render(report, language=language))


def words(element: ET.Element) -> str:
    """Give what is read of an element."""
    return "".join(element.itertext())


def told(report: Report) -> list[list[str]]:
    """Give the rows of all tables without their heads: a shared mend stands in the first."""
    return [[words(cell) for cell in row] for row in tree(report).iterfind(".//tbody/tr")]


class TestNothingIsObeyed:
    """Texts of a strategy stay text, and nothing is asked from anywhere."""

    @pytest.mark.parametrize("name", ALL)
    def test_no_text_brings_an_element(self, name: str) -> None:
        """Whatever is in the texts, there are the elements and attributes that we use."""
        found = list(tree(ALL[name]).iter())
        assert {element.tag for element in found} <= USED
        assert {name for element in found for name in element.attrib} <= ATTRIBUTES

    @given(reports())
    def test_for_any_text_the_same_holds(self, report: Report) -> None:
        """Any text in any place is no markup."""
        found = list(tree(report).iter())
        assert {element.tag for element in found} <= USED
        assert {name for element in found for name in element.attrib} <= ATTRIBUTES

    def test_a_message_reads_as_it_was_written(self) -> None:
        """What a reader sees is what the rule said."""
        text = "“a | b” *must* <b>not</b> & 'be' &amp; \"this\""
        assert told(Report((verdict(finding(text)),)))[0][1:] == [text, f"mend {text}"]

    def test_nothing_is_fetched(self) -> None:
        """There is no script, no address and no style from elsewhere."""
        shown = html.render(ALL["everything"])
        assert not re.search(r"<script|<link|<img|href|src=|url\(|@import|https?:", shown)


class TestStyle:
    """The style is bound to the fragment, and says nothing that words and shapes do not."""

    RULES = re.findall(r"([^{}]+)\{([^}]*)\}", html._style())

    def test_it_touches_nothing_outside(self) -> None:
        """Every selector begins with the class of the fragment."""
        selectors = [one.strip() for names, _ in self.RULES for one in names.split(",")]
        assert len(selectors) > 10
        assert all(one.startswith(".toc-report") for one in selectors)

    def test_what_has_a_colour_has_a_ground_and_stands_out(self) -> None:
        """Text keeps the notebook's own colour, or stands on a ground at 4.5 to 1."""
        coloured = [dict(re.findall(r"([\w-]+): ([^;]+);", body)) for _, body in self.RULES]
        own = [one for one in coloured if one.get("color", "inherit") != "inherit"]
        assert len(own) == len(Severity)
        for one in own:
            bright, dark = sorted(
                (luminance(one["color"]), luminance(one["background"])), reverse=True
            )
            assert (bright + 0.05) / (dark + 0.05) >= 4.5

    def test_no_ground_is_laid_under_the_notebook_s_own_colour(self) -> None:
        """In a dark notebook no white lies behind white letters."""
        grounds = [
            body
            for _, body in self.RULES
            if "background:" in body and "background: none" not in body
        ]
        assert all(re.search(r"(?<![-\w])color: #", body) for body in grounds)

    @pytest.mark.parametrize("language", ["en", "ro"])
    def test_each_gravity_has_a_word_and_a_shape(self, language: str) -> None:
        """Without colours error, warning, advice and note are still four things."""
        marks = tree(ALL["everything"], language).findall(".//span[@class]")
        said = {(words(one), path.get("d")) for one in marks for path in one.iter("path")}
        assert len({word for word, _ in said if word.startswith("1 ")}) >= 4
        assert len({shape for _, shape in said}) == 4


class TestWhatIsTold:
    """A heading for each strategy, a table for each rule, the gravest first."""

    def test_it_begins_with_the_counts(self) -> None:
        """The first line says what was checked and what was found."""
        first = tree(ALL["several"]).find("p/strong")
        assert first is not None
        assert words(first).startswith("2 strategies with 8 nodes and 6 links")

    def test_each_strategy_with_findings_has_a_heading(self) -> None:
        """Its title and its path; one in which nothing was found is counted and not shown."""
        clean = verdict(text="Clean")
        report = Report((verdict(finding(), text="A town"), clean), DAY)
        assert [words(one) for one in tree(report).iter("h3")] == ["A town x.yaml"]

    def test_the_gravest_come_first(self) -> None:
        """Whatever the order of the findings, errors stand above notes."""
        several = [finding(rule=f"r-{one.word}", severity=one) for one in Severity]
        heads = [words(one) for one in tree(Report((verdict(*several),))).iter("h4")]
        assert heads == [
            "1 error r-error",
            "1 warning r-warning",
            "1 piece of advice r-advice",
            "1 note r-note",
        ]

    def test_one_rule_has_one_table_for_each_gravity(self) -> None:
        """Findings of one rule stand together, apart from those that are milder."""
        several = (finding("a"), finding("b"), finding("c", severity=Severity.NOTE))
        heads = [words(one) for one in tree(Report((verdict(*several),))).iter("h4")]
        assert heads == ["2 errors link-without-mechanism", "1 note link-without-mechanism"]

    def test_a_place_is_a_line_or_a_route(self) -> None:
        """What was built in Python has no line."""
        report = Report((verdict(finding(), finding(path=None)),))
        assert [row[0] for row in told(report)] == ["x.yaml:3", "links.a -> b"]

    def test_a_shared_mend_is_said_once(self) -> None:
        """Where one mend follows itself, it spans the rows."""
        mended = [replace(finding(one), mend=Said("say why")) for one in "abc"]
        report = Report((verdict(*mended, finding("d")),))
        spans = [cell.get("rowspan") for cell in tree(report).iterfind(".//tbody/tr/td[2]")]
        assert spans == ["3", None]
        assert [len(row) for row in told(report)] == [3, 2, 2, 3]

    def test_why_is_folded(self) -> None:
        """The reason stands closed beneath the rule's name, where there is one."""
        (why,) = tree(Report((verdict(finding(rule="a-rule")),))).iter("details")
        assert (words(why), why.get("open")) == ("whyA town matters", None)

    def test_other_places_are_listed(self) -> None:
        """Where something else belongs to it, that is told with its line."""
        (first, *_) = told(with_everything("said"))
        assert first[1] == "saidsaid x.yaml:1"

    def test_a_failed_rule_is_no_fault_of_the_strategy(self) -> None:
        """A fault of the tool has its own heading, before the strategies."""
        first = next(tree(ALL["everything"]).iter("h3"))
        assert words(first) == "fault of the tool"

    def test_tables_say_what_their_heads_are_for(self) -> None:
        """Every head of a column or a row has its scope, every table its name."""
        root = tree(ALL["everything"])
        assert {head.get("scope") for head in root.iterfind(".//thead//th")} == {"col"}
        assert {head.get("scope") for head in root.iterfind(".//tbody//th")} == {"row"}
        assert all(table.get("aria-label") for table in root.iter("table"))

    def test_many_alike_are_counted(self) -> None:
        """After fifty of one rule the rest is a number."""
        report = Report((verdict(*(finding(str(at)) for at in range(60))),))
        assert len(told(report)) == 50
        assert [words(one) for one in tree(report).iterfind("p")][-1] == "… and 10 more"

    def test_thousands_are_counted(self) -> None:
        """After a hundred strategies the rest is a number, and none is lost."""
        report = Report(tuple(verdict(finding(str(at)), finding("b")) for at in range(110)))
        assert len(told(report)) == 200
        assert [words(one) for one in tree(report).iterfind("p")][-1] == "… and 20 more"

    def test_it_says_its_language(self) -> None:
        """A screen reader is told in which language it is read."""
        assert [tree(ALL["everything"], one).get("lang") for one in ("en", "ro-MD", "hu")] == [
            "en",
            "ro",
            "en",
        ]
