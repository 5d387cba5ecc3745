"""The rule pages: their shape, and their examples, which are run as they stand.

An example is a fenced block of YAML.  At the end of a line, `# found: [rule] "words"`
says that the rule has a finding there whose message holds the words; the marker is cut
off before the example is read.  Where something at the end of the line would disturb the
fault, `# found below: [rule] "words"` stands on the line above and stays in the file.
A block marked `yaml escaped` writes invisible characters as `\\uXXXX`.
A line `# strategy.i18n/en.yaml` begins the file of that name beside the strategy; so does
`# strategy.readings.csv`, which does not stand in the table itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest

from toc.checking import judge_loaded
from toc.findings import Severity
from toc.loading import find_strategies, load_parts
from toc.rulebook import RULES, Rulebook, find_rule
from toc.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from toc.findings import Finding
    from toc.loading import Loaded

TODAY = date(2026, 7, 1)
"""The day for which the examples of all pages are checked."""

FOUND, MENDED, NOT_MEANT = "found", "mended", "not meant"
LONGEST_SUMMARY, LONGEST_WHY, MOST_SENTENCES = 120, 320, 2
STATUSES = ("sketch", "draft", "consulted", "adopted", "running", "closed")

FENCE = re.compile(r"```(?P<info>.*)")
MARKER = re.compile(r'[ \t]+# found: \[(?P<rule>[^\]]+)\](?: "(?P<words>[^"]+)")?[ \t]*$')
MARKER_ABOVE = re.compile(
    r'[ \t]*# found below: \[(?P<rule>[^\]]+)\](?: "(?P<words>[^"]+)")?[ \t]*$'
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
ANOTHER_FILE = re.compile(r"# (?P<name>strategy\.(?:i18n/[\w-]+\.yaml|readings\.csv))")
CODE = re.compile(r"\b[A-Z]{2}\d{2}\b")
SENTENCE_END = re.compile(r"[.!?]+[”\"”)]*(?=\s|$)")


@dataclass(frozen=True)
class Shape:
    """The words that a page has in one language: headings, labels, and each gravity."""

    why: str
    todo: str
    examples: str
    source: str
    labels: dict[str, str]
    gravity: dict[Severity, str]

    @property
    def headings(self) -> list[str]:
        """The headings in their order."""
        return [self.why, self.todo, self.examples, self.source]


SHAPES = {
    "en": Shape(
        "Why it matters",
        "What to do",
        "Examples",
        "Source",
        {"Found": FOUND, "Mended": MENDED, "Not meant": NOT_MEANT},
        {
            Severity.NOTE: "only listed",
            Severity.ADVICE: "advice",
            Severity.WARNING: "warning",
            Severity.ERROR: "error",
        },
    ),
    "ro": Shape(
        "De ce contează",
        "Ce e de făcut",
        "Exemple",
        "Sursa",
        {"Găsit": FOUND, "Corectat": MENDED, "Nu e vizat": NOT_MEANT},
        {
            Severity.NOTE: "doar menționat",
            Severity.ADVICE: "sfat",
            Severity.WARNING: "avertisment",
            Severity.ERROR: "eroare",
        },
    ),
}


@dataclass(frozen=True)
class Marker:
    """What a line of an example promises."""

    line: int
    rule: str
    words: str


@dataclass(frozen=True)
class Example:
    """A block of YAML on a page.

    Attributes:
        kind: found, mended or not meant; empty for a block that has no label.
        line: the line of the page on which it begins.
        written: its lines as they stand on the page.
        escaped: whether `\\uXXXX` stands for a character.
    """

    kind: str
    line: int
    written: tuple[str, ...]
    escaped: bool = False

    @property
    def text(self) -> str:
        """The file that it stands for."""
        text = "\n".join((*(MARKER.sub("", line) for line in self.written), ""))
        return ESCAPE.sub(lambda code: chr(int(code[1], 16)), text) if self.escaped else text

    @property
    def files(self) -> dict[str, str]:
        """The files that it stands for, each line as far down as on the page."""
        name, files = "strategy.yaml", {"strategy.yaml": ""}
        for number, line in enumerate(self.text.split("\n")[:-1]):
            if another := ANOTHER_FILE.fullmatch(line):
                name = another["name"]
                files[name] = "\n" * number
            # A table has no comments.
            is_table_name = another is not None and name.endswith(".csv")
            files[name] += "\n" if is_table_name else f"{line}\n"
        return files

    @property
    def markers(self) -> tuple[Marker, ...]:
        """What its lines promise."""
        return tuple(_markers(self.written))

    @property
    def garbled(self) -> list[int]:
        """Lines that look like a marker and are none."""
        return [
            number
            for number, line in enumerate(self.written, start=1)
            if "# found" in line and not (MARKER.search(line) or MARKER_ABOVE.match(line))
        ]


def _markers(lines: tuple[str, ...]) -> Iterator[Marker]:
    for number, line in enumerate(lines, start=1):
        if above := MARKER_ABOVE.match(line):
            yield Marker(number + 1, above["rule"], above["words"] or "")
        elif here := MARKER.search(line):
            yield Marker(number, here["rule"], here["words"] or "")


@dataclass
class Page:
    """A page taken apart.

    Attributes:
        title: its first heading.
        sections: the prose under each heading.
        labels: what is said after the labels of examples, by kind.
        examples: its blocks of YAML.
    """

    title: str
    sections: dict[str, str]
    labels: dict[str, list[str]]
    examples: list[Example]

    def label(self, line: str, shape: Shape) -> str:
        """Note what a label says, and give the kind of example that it announces."""
        label, colon, said = line.partition(":")
        kind = shape.labels.get(label, "") if colon else ""
        if kind:
            self.labels.setdefault(kind, []).append(said.strip())
        return kind


def read_page(text: str, language: str) -> Page:
    """Take a page apart.

    Raises:
        AssertionError: when a fence is left open or holds something other than YAML.
    """
    page = Page("", {}, {}, [])
    heading = kind = ""
    for piece in _pieces(text):
        if isinstance(piece, Example):
            page.examples.append(replace(piece, kind=kind))
            kind = ""
        elif piece.startswith("# "):
            page.title = piece[2:]
        elif piece.startswith("## "):
            heading = piece[3:]
            page.sections[heading] = ""
        elif heading:
            page.sections[heading] += f"{piece}\n"
            kind = page.label(piece, SHAPES[language]) or kind
    return page


def _pieces(text: str) -> Iterator[str | Example]:
    lines = enumerate(text.split("\n"), start=1)
    for begun, line in lines:
        fence = FENCE.fullmatch(line)
        if fence is None:
            yield line
            continue
        assert fence["info"] in ("yaml", "yaml escaped"), f"line {begun}: “{fence['info']}”"
        block = [inside for _, inside in takewhile(lambda numbered: numbered[1] != "```", lines)]
        assert begun + len(block) <= text.count("\n"), f"the block on line {begun} is never closed"
        yield Example("", begun, tuple(block), escaped=fence["info"] == "yaml escaped")


def page_file(rule: str, language: str) -> Traversable:
    """Give the file in which a rule's page should stand."""
    ending = ".md" if language == "en" else f".{language}.md"
    return files("toc.rules") / RULES.chapter(rule) / f"{rule.replace('-', '_')}{ending}"


def written_pages() -> Iterator[tuple[str, str]]:
    """Go through the pages that are there, by rule and language."""
    for rule in RULES:
        for language in LANGUAGES:
            if page_file(rule, language).is_file():
                yield rule, language


def page_of(rule: str, language: str) -> Page:
    """Read the page of a rule."""
    return read_page(page_file(rule, language).read_text(encoding="utf-8"), language)


def load_example(example: Example, folder: Path) -> Loaded:
    """Write an example into a folder and bring it through the door."""
    for name, text in example.files.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    (parts,) = find_strategies(folder / "strategy.yaml")
    return load_parts(parts)


def ask(rule: str, loaded: Loaded) -> list[Finding]:
    """Ask one rule about a strategy, and say where its findings stand."""
    verdict = judge_loaded(loaded, on=TODAY, book=Rulebook(select=(rule,)))
    assert not verdict.failures
    return [*verdict.findings]


def grievances(rule: str, example: Example, language: str, folder: Path) -> list[str]:
    """Hold the markers of an example to account, in both directions."""
    told = [f"line {line}: a marker that cannot be read" for line in example.garbled]
    by_line: dict[int, list[str]] = {}
    for finding in ask(rule, load_example(example, folder)):
        line = finding.span.line if finding.span is not None else 0
        by_line.setdefault(line, []).append(finding.message.say(language))
    for marker in example.markers:
        said = by_line.get(marker.line, [])
        if marker.rule != rule:
            told.append(f"line {marker.line}: the marker names {marker.rule}")
        elif not said:
            told.append(f"line {marker.line}: nothing is found")
        elif not any(marker.words in message for message in said):
            told.append(f"line {marker.line}: no message says “{marker.words}”: {said}")
    marked = {marker.line for marker in example.markers}
    told += [
        f"line {line}: not marked: {said}" for line, said in by_line.items() if line not in marked
    ]
    return told


RULES_AND_LANGUAGES = [
    pytest.param(rule, language, id=f"{rule}-{language}")
    for rule in RULES
    for language in LANGUAGES
]
PAGES = [
    pytest.param(rule, language, id=f"{rule}-{language}") for rule, language in written_pages()
]
EXAMPLES = [
    pytest.param(
        rule,
        language,
        example,
        id=f"{rule}-{language}-{example.kind.replace(' ', '-')}-line-{example.line}",
    )
    for rule, language in written_pages()
    for example in page_of(rule, language).examples
]


@pytest.mark.parametrize(("rule", "language", "example"), EXAMPLES)
def test_an_example_finds_what_its_markers_say_and_nothing_else(
    rule: str, language: str, example: Example, tmp_path: Path
) -> None:
    """Every marked line has a finding with those words, every finding a marked line."""
    assert grievances(rule, example, language, tmp_path) == []


@pytest.mark.parametrize(("rule", "language", "example"), EXAMPLES)
def test_an_example_has_no_other_fault_in_its_file(
    rule: str, language: str, example: Example, tmp_path: Path
) -> None:
    """No example has a fault of another rule on reading, so that none is silent by mistake."""
    loaded = load_example(example, tmp_path)
    others = [
        name
        for name in RULES
        if name != rule and RULES.chapter(name) == "files" and name != "entry-without-title"
    ]
    told = [
        f"{name}: {finding.message.say()}"
        for name in others
        for finding in ask(name, loaded)
        if finding.severity is Severity.ERROR
    ]
    assert told == []


@pytest.mark.parametrize(("rule", "language"), RULES_AND_LANGUAGES)
def test_every_rule_has_its_page_in_every_language(rule: str, language: str) -> None:
    """A rule that is found in the folder has its manual beside it."""
    assert page_file(rule, language).is_file()


def test_every_page_belongs_to_a_rule() -> None:
    """No page is left behind when a rule is renamed or removed."""
    expected = {
        (RULES.chapter(rule), page_file(rule, language).name)
        for rule in RULES
        for language in LANGUAGES
    }
    there = {
        (chapter.name, file.name)
        for chapter in files("toc.rules").iterdir()
        if chapter.is_dir()
        for file in chapter.iterdir()
        if file.name.endswith(".md")
    }
    assert there - expected == set()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_module_has_a_docstring(rule: str) -> None:
    """A rule's module says in its first line what it is about."""
    assert (RULES[rule].__doc__ or "").strip()


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_title_is_the_name_of_the_rule(rule: str, language: str) -> None:
    """The page can be found by the name that a message shows."""
    assert page_of(rule, language).title == rule


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_headings_stand_in_their_order(rule: str, language: str) -> None:
    """Every page has the same headings, so that a reader knows where to look."""
    assert list(page_of(rule, language).sections) == SHAPES[language].headings


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_no_section_is_empty(rule: str, language: str) -> None:
    """Under each heading something is said."""
    assert [
        name for name, prose in page_of(rule, language).sections.items() if not prose.strip()
    ] == []


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_a_page_shows_the_fault_its_mend_and_a_near_miss(rule: str, language: str) -> None:
    """Each kind of example is there; only the faulty ones have markers."""
    examples = page_of(rule, language).examples
    assert {example.kind for example in examples} == {FOUND, MENDED, NOT_MEANT}
    assert all(bool(example.markers) == (example.kind == FOUND) for example in examples)


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_every_example_is_introduced(rule: str, language: str) -> None:
    """After each label stands in a line what the example shows, and then the example."""
    page = page_of(rule, language)
    assert all(said for lines in page.labels.values() for said in lines)
    for kind, lines in page.labels.items():
        assert len(lines) == sum(example.kind == kind for example in page.examples)


@pytest.mark.parametrize("rule", RULES)
def test_the_pages_of_a_rule_show_the_same(rule: str) -> None:
    """A page and its translation have the same examples, with as many markers."""
    shown = [
        [(example.kind, len(example.markers)) for example in page_of(rule, language).examples]
        for language in LANGUAGES
    ]
    assert all(examples == shown[0] for examples in shown)


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_summary_is_one_short_sentence(rule: str, language: str) -> None:
    """What a list of rules prints beside the name fits a line."""
    summary = find_rule(rule).summary(language)
    assert len(summary) <= LONGEST_SUMMARY
    assert len(SENTENCE_END.findall(summary)) == 1
    assert summary.endswith(".")


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_reason_is_short_and_stands_alone(rule: str, language: str) -> None:
    """What a terminal prints as the reason is a paragraph of at most two sentences."""
    why = find_rule(rule).why(language)
    assert len(why) <= LONGEST_WHY
    assert 1 <= len(SENTENCE_END.findall(why)) <= MOST_SENTENCES
    assert why.endswith(".")
    assert why in " ".join(page_of(rule, language).sections[SHAPES[language].why].split())


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_the_page_tells_the_gravity_that_the_rule_has(rule: str, language: str) -> None:
    """Whoever changes how grave a rule is, in whatever status, changes its page as well."""
    shape = SHAPES[language]
    said = page_of(rule, language).sections[shape.why]
    told = {severity for severity, word in shape.gravity.items() if word in said}
    asked = find_rule(rule)
    assert told == {asked.grade(status) for status in STATUSES if asked.is_asked_of(status)}


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_no_page_speaks_in_codes(rule: str, language: str) -> None:
    """Rules are called by their names, not by the codes of the catalogue."""
    assert CODE.findall(page_file(rule, language).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_a_page_has_no_character_of_the_kind_that_it_warns_of(rule: str, language: str) -> None:
    """Invisible characters on a page are written as escapes, so that they can be seen."""
    text = page_file(rule, language).read_text(encoding="utf-8")
    assert [
        character for character in text if not character.isprintable() and character != "\n"
    ] == []


GOALS = ("toc: 1", "goals:", "  equal: Equal access")
BEFORE_THEM = ("activities: {course: A course}", "outcomes: {apply: Staff apply it}")
NAME = "goal-without-path-from-activity"


def example_of(*lines: str, escaped: bool = False) -> Example:
    """Make an example of lines."""
    return Example(FOUND, 1, lines, escaped)


@pytest.mark.parametrize(
    ("lines", "grievance"),
    [
        pytest.param(GOALS, "line 3: not marked", id="a-missing-marker"),
        pytest.param(
            (GOALS[0], f"{GOALS[1]}  # found: [{NAME}]", GOALS[2]),
            "line 2: nothing is found",
            id="a-marker-on-the-wrong-line",
        ),
        pytest.param(
            (*GOALS[:2], f'{GOALS[2]}  # found: [{NAME}] "every activity"'),
            "line 3: no message says “every activity”",
            id="wrong-words",
        ),
        pytest.param(
            (*GOALS[:2], f"{GOALS[2]}  # found: [node-without-links]"),
            "line 3: the marker names node-without-links",
            id="another-rule",
        ),
        pytest.param(
            (*GOALS[:2], f"{GOALS[2]}  # found [{NAME}]"),
            "line 3: a marker that cannot be read",
            id="a-garbled-marker",
        ),
        pytest.param(
            (f"# found below: [{NAME}]", *GOALS),
            "line 2: nothing is found",
            id="a-marker-above-the-wrong-line",
        ),
    ],
)
def test_the_checker_notices(lines: tuple[str, ...], grievance: str, tmp_path: Path) -> None:
    """The checker itself fails where an example does not keep its promises."""
    told = grievances(NAME, example_of(*lines, *BEFORE_THEM), "en", tmp_path)
    assert any(grievance in said for said in told), told


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (*GOALS[:2], f'{GOALS[2]}  # found: [{NAME}] "no activity leads"'), id="beside"
        ),
        pytest.param((*GOALS[:2], f"  # found below: [{NAME}]", GOALS[2]), id="above"),
    ],
)
def test_the_checker_is_content(lines: tuple[str, ...], tmp_path: Path) -> None:
    """A marker beside the line, and one above it, are kept where the finding stands there."""
    assert grievances(NAME, example_of(*lines, *BEFORE_THEM), "en", tmp_path) == []


def test_markers_are_cut_off_with_the_spaces_before_them() -> None:
    """The file of an example is the example without its markers at the ends of lines."""
    example = example_of('a: b  # found: [x] "y"', "# found below: [x]", "c: d # kept")
    assert example.text == "a: b\n# found below: [x]\nc: d # kept\n"
    assert [marker.line for marker in example.markers] == [1, 3]


def test_escapes_become_characters_only_where_the_block_says_so() -> None:
    """`\\u00AD` is a soft hyphen in an escaped block, and six characters in another."""
    assert example_of("a\\u00ADb", escaped=True).text == "a\xadb\n"
    assert example_of("a\\u00ADb").text == "a\\u00ADb\n"


def test_an_example_may_have_a_file_of_translations() -> None:
    """What stands in it is found as far down as on the page."""
    files = example_of("a: b", "# strategy.i18n/en.yaml", "a.title: c").files
    assert files == {
        "strategy.yaml": "a: b\n",
        "strategy.i18n/en.yaml": "\n# strategy.i18n/en.yaml\na.title: c\n",
    }


def test_a_page_with_an_open_fence_is_refused() -> None:
    """A block that is never closed cannot swallow the rest of its page."""
    with pytest.raises(AssertionError, match="never closed"):
        read_page("# x\n\nX.\n\n## Examples\n\nFound: y\n\n```yaml\ntoc: 1\n", "en")
