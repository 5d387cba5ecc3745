"""Any edit of a strategy's files is proposed, says just what was wanted, and is never written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from theories import as_document, as_yaml, ids, strategies, texts, trees

from toc import Strategy
from toc.amending import Amended, Amendment, amend
from toc.api.reading import read
from toc.errors import OutputError
from toc.text.places import Tree

TIMIS = Path(__file__).parent.parent / "strategies" / "timis"

FILE = """\
# Our strategy
strategy: {id: small, title: Mic, languages: [ro, en]} # head

goals:
  # the one that counts
  equal: Equal access   # why
  calm:
    title: Calm
    for: [people]     # whom

    text: |
      one
      two

# what must hold
assumptions:
  time: {title: Time, status: untested}
  # next
  trust:
    title: 'Trust'   # single quotes
    sources:
      - survey
      - "a -> b"   # a link
    if_false: >-
      All of it
      is lost.

links:
  time_out -> equal: Because
  a, b -> calm: For two reasons
  c→equal: {because: So}
reviews:
"""


def files_of(folder: Path) -> dict[str, bytes]:
    """Give what stands in every file of a folder."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


def proposed(
    files: Mapping[str, str], *amendments: Amendment
) -> tuple[dict[str, str], tuple[Amended, ...]]:
    """Propose edits of a folder, and give the files as they should be and what was proposed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in files.items():
            (folder / path).write_bytes(text.encode())
        before = files_of(folder)
        (loaded,) = read(folder if len(files) > 1 else folder / next(iter(files)))
        found = amend(loaded, amendments)
        assert files_of(folder) == before
        return {**files, **{one.path.name: one.after.decode() for one in found}}, found


def edited(text: str, *amendments: tuple[str, Tree]) -> str:
    """Give one file after amendments; a route is written with slashes."""
    wished = [Amendment(tuple(route.split("/")), value) for route, value in amendments]
    files, _ = proposed({"s.yaml": text}, *wished)
    return files["s.yaml"]


def added(before: str, after: str) -> list[str]:
    """Give the lines that are new or changed."""
    known = before.splitlines()
    return [line for line in after.splitlines() if line not in known]


def said(text: str) -> dict[str, Any]:
    """Give what a file says."""
    return as_document(text).data


EDITS: dict[str, tuple[str, Tree, list[str]]] = {
    "a field in lines": ("goals/calm/title", "Quiet", ["    title: Quiet"]),
    "a field with a comment": ("goals/calm/for", ["all"], ["    for: [all]     # whom"]),
    "a bare title": ("goals/equal", "Same access", ["  equal: Same access   # why"]),
    "a bare title, by name": (
        "goals/equal/title",
        "Same access",
        ["  equal: Same access   # why"],
    ),
    "a field in braces": (
        "assumptions/time/status",
        "holding",
        ["  time: {title: Time, status: holding}"],
    ),
    "a new field in braces": (
        "assumptions/time/owner",
        "Ana: chief",
        ['  time: {title: Time, status: untested, owner: "Ana: chief"}'],
    ),
    "a new field in lines": ("goals/calm/horizon", "long", ["    horizon: long"]),
    "a new field of a bare title": (
        "goals/equal/for",
        ["people"],
        ["  equal:", "    title: Equal access   # why", "    for: [people]"],
    ),
    "a text in lines": ("goals/calm/text", "three", ["    text: three"]),
    "a folded text": ("assumptions/trust/if_false", "Little", ["    if_false: Little"]),
    "a text of two lines": (
        "assumptions/trust/title",
        "One\nTwo",
        ["    title: |-   # single quotes", "      One", "      Two"],
    ),
    "a title in two languages": (
        "goals/calm/title/en",
        "Quiet",
        ["    title:", "      ro: Calm", "      en: Quiet"],
    ),
    "a new entry": ("goals/new", "Third", ["  new: Third"]),
    "a new entry with fields": (
        "assumptions/money",
        {"title": "There is money", "sources": ["survey"]},
        ["  money:", "    title: There is money", "    sources: [survey]"],
    ),
    "the first entry": (
        "reviews/first",
        {"date": "2027-06-30", "decisions": [{"about": ["equal"], "decision": "keep"}]},
        [
            "  first:",
            "    date: 2027-06-30",
            "    decisions:",
            "      - about: [equal]",
            "        decision: keep",
        ],
    ),
    "a new section": ("lessons/l", "Learned", ["lessons:", "  l: Learned"]),
    "one more item in lines": ("assumptions/trust/sources/-", "poll", ["      - poll"]),
    "one more item in brackets": ("goals/calm/for/-", "all", ["    for: [people, all]     # whom"]),
    "the first item": ("goals/calm/tags/-", "x", ["    tags: [x]"]),
    "another item": ("assumptions/trust/sources/1", "poll", ["      - poll   # a link"]),
    "a mapping in a list": (
        "reviews/first/decisions/-",
        {"about": ["equal"]},
        ["  first:", "    decisions:", "      - about: [equal]"],
    ),
    "a key in another case": (
        "Assumptions/TRUST/Title",
        "Faith",
        ["    title: Faith   # single quotes"],
    ),
    "a link however it is spaced": (
        "links/C->equal/evidence",
        "gap",
        ["  c→equal: {because: So, evidence: gap}"],
    ),
    "a link for two causes": ("links/b,a -> calm", "New", ["  a, b -> calm: New"]),
    "text that YAML would take apart": ("goals/calm/title", "a: b # c", ["    title: 'a: b # c'"]),
    "nothing": ("goals/calm/title", None, ["    title:"]),
}


@pytest.mark.parametrize(("route", "value", "lines"), EDITS.values(), ids=EDITS)
def test_an_edit_is_as_small_as_its_author_would_make_it(
    route: str, value: Tree, lines: list[str]
) -> None:
    """Only the lines that say something else are new, and they look like those around them."""
    assert added(FILE, edited(FILE, (route, value))) == lines


@pytest.mark.parametrize(("route", "value", "lines"), EDITS.values(), ids=EDITS)
def test_no_comment_is_lost(route: str, value: Tree, lines: list[str]) -> None:
    """Each comment stays, in its order."""
    comment = re.compile("#.*")
    after = comment.findall(edited(FILE, (route, value)))
    assert [one for one in after if one in comment.findall(FILE)] == comment.findall(FILE)


def test_a_version_in_quotes_keeps_them() -> None:
    """Whoever wrote "0.9" wanted no number, and 0.10 would be 0.1 to other readers of YAML."""
    file = 'toc: 1\nstrategy:\n  title: "A town"\n  version: "0.9"   # the first\ngoals: {g: G}\n'
    assert added(file, edited(file, ("strategy/version", "0.10"))) == [
        '  version: "0.10"   # the first'
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize(("route", "value", "lines"), EDITS.values(), ids=EDITS)
def test_line_ends_are_their_authors(route: str, value: Tree, lines: list[str], ends: str) -> None:
    """A file from Windows stays one, with its byte order mark."""
    after = edited("\ufeff" + FILE.replace("\n", ends), ("goals/calm/title", "x"), (route, value))
    assert after.startswith("\ufeff# Our")
    assert after.removeprefix("\ufeff").replace(ends, "\n") == edited(
        FILE, ("goals/calm/title", "x"), (route, value)
    )


def test_several_edits_of_one_file_stand_together() -> None:
    """What one amendment adds the next one may go on with."""
    after = edited(
        FILE,
        ("lessons/l", "Learned"),
        ("lessons/l/about", ["equal"]),
        ("lessons/l/about/-", "calm"),
        ("lessons/m", {"title": "More"}),
    )
    assert said(after)["lessons"] == {
        "l": {"title": "Learned", "about": ["equal", "calm"]},
        "m": {"title": "More"},
    }
    assert after.startswith(FILE.removesuffix("\n"))


PARTS = {
    "goals.yaml": "goals:\n  g: G\n",
    "main.yaml": "toc: 1\nstrategy: {id: s, title: S}\n",
    "more.yaml": "assumptions:\n  a: A\ngoals:\n  h: H\n",
}


@pytest.mark.parametrize(
    ("route", "home"),
    [
        (("goals", "g", "text"), "goals.yaml"),
        (("goals", "H", "text"), "more.yaml"),
        (("goals", "new"), "goals.yaml"),
        (("assumptions", "b"), "more.yaml"),
        (("lessons", "l"), "main.yaml"),
        (("strategy", "version"), "main.yaml"),
    ],
)
def test_an_edit_is_made_in_the_file_where_it_belongs(route: tuple[str, ...], home: str) -> None:
    """An entry is edited where it stands, added where its section stands, or to the head's file."""
    files, found = proposed(PARTS, Amendment(route, "x"))
    assert [one.path.name for one in found] == [home]
    assert files[home] != PARTS[home]


def test_several_files_are_proposed_in_order_of_name() -> None:
    """Each file is proposed once, whatever the order of what is wanted."""
    _, found = proposed(
        PARTS,
        Amendment(("lessons", "l"), "L"),
        Amendment(("goals", "g"), "GG"),
        Amendment(("lessons", "m"), "M"),
    )
    assert [one.path.name for one in found] == ["goals.yaml", "main.yaml"]
    assert found[0].diff().splitlines()[-2:] == ["+  g: GG", " "]


def test_what_is_said_already_is_not_written_again() -> None:
    """An amendment that changes nothing proposes nothing."""
    _, found = proposed({"s.yaml": FILE}, Amendment(("goals", "EQUAL"), "Equal access"))
    assert found == ()


def test_long_entries_in_braces_break_before_the_new_field() -> None:
    """A line in braces does not grow past the page."""
    title = "A title that is already rather long, as titles in a strategy tend to be"
    text = f"strategy: {{id: s}}\ngoals:\n  g: {{title: '{title}'}}\n"
    assert added(text, edited(text, ("goals/g/text", "And a text of some length beside it"))) == [
        f"  g: {{title: '{title}',",
        "      text: And a text of some length beside it}",
    ]


def test_entries_with_empty_lines_between_them_get_one_more() -> None:
    """What is added keeps the distance that its neighbours keep."""
    text = "goals:\n  a: A\n\n  b: B\nstrategy: {id: s}\n"
    assert edited(text, ("goals/c", "C")).startswith("goals:\n  a: A\n\n  b: B\n\n  c: C\nstrategy")


def test_wide_spaces_at_the_end_belong_to_the_text_that_is_replaced() -> None:
    """A no-break space that somebody pasted does not stay behind when its text goes."""
    text = "strategy: {id: s}\ngoals:\n  g:\n    title: Equal\u2003\n"
    assert edited(text, ("goals/g", "G")) == "strategy: {id: s}\ngoals:\n  g: G\n"


REFUSED: dict[str, tuple[str, str, Tree]] = {
    "an anchor": ("goals:\n  a: &one {title: A}\n  b: *one\n", "goals/a/title", "B"),
    "an alias": ("goals:\n  a: &one {title: A}\n  b: *one\n", "goals/b/title", "B"),
    "one arrow of two": (FILE, "links/a -> calm/evidence", "gap"),
    "an item that is not there": (FILE, "assumptions/trust/sources/7", "x"),
    "a field of a number": (FILE, "goals/calm/number/part", "x"),
    "an item of a mapping": (FILE, "goals/-", "x"),
    "a lone surrogate": (FILE, "goals/calm/title", "\ud800"),
    "a file that is no YAML": ("strategy: {id: s}\ngoals: [\n", "goals/a", "x"),
}


@pytest.mark.parametrize(("text", "route", "value"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_edited_safely_is_left_to_its_author(
    text: str, route: str, value: Tree
) -> None:
    """The message names the file and the line, and what to write there."""
    if route.endswith("number/part"):
        text = text.replace("    for: [people]", "    number: 1.1")
    last = {"-": "- x"}.get(route[-1], route.rsplit("/", maxsplit=1)[-1])
    with pytest.raises(
        OutputError, match=rf"s\.yaml cannot be edited safely at line \d+: under .* write “{last}"
    ):
        edited(text, (route, value))


def test_what_could_not_be_read_is_not_edited_under_a_number_either() -> None:
    """A key of digits is a key, and what is lost below it stays lost."""
    text = "strategy: {id: s}\nindicators:\n  i: {title: I, baseline: {2025: *three}}\n"
    with pytest.raises(OutputError, match="at line 3: under “indicators > i > baseline”"):
        edited(text, ("indicators/i/baseline/2025", "4"))
    whole = text.replace("*three", "3")
    assert edited(whole, ("indicators/i/baseline/2025", "4")) == text.replace("*three", "4")


def test_a_file_in_another_encoding_is_never_emptied(tmp_path: Path) -> None:
    """What cannot be read as text is refused, and not written over."""
    (tmp_path / "s.yaml").write_bytes(
        "strategy: {id: s}\ngoals: {g: Știință}\n".encode("cp1250", "replace") + b"\xba"
    )
    (loaded,) = read(tmp_path / "s.yaml")
    with pytest.raises(OutputError):
        amend(loaded, [Amendment(("goals", "h"), "H")])


def test_the_strategy_of_a_county_is_edited_where_a_hand_would(tmp_path: Path) -> None:
    """A review, the status of an assumption and a version: three files, and only lines of theirs."""
    folder = copytree(TIMIS, tmp_path / "timis")
    (loaded,) = read(folder)
    name = next(iter(loaded.strategy.assumptions))
    found = amend(
        loaded,
        [
            Amendment(("reviews", "rev_2027_06"), {"title": "Iunie 2027", "date": "2027-06-30"}),
            Amendment(("assumptions", name.upper(), "status"), "doubtful"),
            Amendment(("changelog", "1.3"), {"date": "2027-06-30", "because": "Revizuirea: iunie"}),
        ],
    )
    for one in found:
        one.path.write_bytes(one.after)
    (after,) = read(folder)
    assert after.strategy.reviews["rev_2027_06"].say() == "Iunie 2027"
    assert after.strategy.assumptions[name].status == "doubtful"
    assert after.strategy.changelog["1.3"].because is not None
    gone = [line for one in found for line in one.diff().splitlines() if re.match("-(?!--)", line)]
    assert len(gone) <= 1


@st.composite
def wishes(draw: st.DrawFn, data: dict[str, Any]) -> tuple[str, ...]:
    """Give a route into what is said, or just past it."""
    steps: list[str] = [draw(st.sampled_from([*data, "goals", "lessons"]))]
    there: Any = data.get(steps[0])
    while isinstance(there, dict) and draw(st.integers(0, 3)):
        steps.append(draw(st.sampled_from([*there, "fresh"])))
        there = there.get(steps[-1])
    if isinstance(there, list) and draw(st.booleans()):
        steps.append("-")
    return tuple(steps)


def oracle(data: dict[str, Any], route: tuple[str, ...], value: Tree) -> dict[str, Any]:
    """Give data with one thing changed, in the plainest way."""
    data = deepcopy(data)
    there: Any = data
    for step in route[:-1]:
        if there.get(step) is None:
            there[step] = {}
        there = there[step]
    if route[-1] == "-":
        there.append(value)
    else:
        there[route[-1]] = value
    return data


def commented(text: str) -> str:
    """Put a comment of its own before each section and entry, and behind each bare key."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        plain = re.match(r" {0,2}[a-z]\w*:", line)
        lines += [f"# above {number}"] if plain and not line.startswith(" ") else []
        lines.append(f"{line} # behind {number}" if plain and line.endswith(":") else line)
    return "\n".join(lines)


@given(strategy=strategies(), chosen=st.data(), value=texts() | trees())
@example(Strategy(), None, "x")
def test_any_amendment_of_any_strategy_reads_back(
    strategy: Strategy, chosen: st.DataObject | None, value: Tree
) -> None:
    """The file says what was wanted and beside it what it said before, comments and all."""
    text = commented(as_yaml(strategy))
    before = said(text)
    route = ("goals", "g") if chosen is None else chosen.draw(wishes(before))
    files, found = proposed({"s.yaml": text}, Amendment(route, value))
    assert said(files["s.yaml"]) == oracle(before, route, value)
    comment = re.compile(r"# (?:above|behind) \d+$", re.MULTILINE)
    if not isinstance(_under(before, route), dict | list):
        assert comment.findall(files["s.yaml"]) == comment.findall(text)
    assert bool(found) == (files["s.yaml"] != text)


def _under(data: Any, route: tuple[str, ...]) -> Any:
    for step in route:
        data = data.get(step) if isinstance(data, dict) else None
    return data


@given(
    value=texts() | trees(),
    route=st.sampled_from(
        [
            "goals/calm/title",
            "assumptions/time/x",
            "goals/equal/text",
            "links/z -> calm",
            "assumptions/trust/sources/-",
            "goals/calm/for/-",
        ]
    ),
    key=ids(),
)
def test_any_value_reads_back_wherever_it_is_put(value: Tree, route: str, key: str) -> None:
    """In lines, in braces, as a new entry or one more item: text is text and never YAML.

    But an item that is nothing has no way to be written in brackets.
    """
    assume("[None" not in str(value) and "None]" not in str(value) and ", None," not in str(value))
    after = said(edited(FILE, (route, {key: value})))
    there: Any = after
    for step in route.removesuffix("/-").split("/"):
        there = there[step]
    assert (there[-1] if route.endswith("-") else there) == {key: value}
