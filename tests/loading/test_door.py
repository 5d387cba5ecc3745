"""From the files of one strategy to the model: what was lost is never held against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from theories import (
    ABOUT_CHAINS,
    LANGUAGES,
    as_document,
    as_yaml,
    at,
    layered_strategies,
    load_files,
    strategies,
    told,
    yaml_texts,
)

from toc.findings import Route
from toc.loading import Loaded, find_strategies, load_parts
from toc.model import Strategy
from toc.rulebook import RULES, Rule, examine, find_rule
from toc.text import source as source_module
from toc.text.places import Tree
from toc.text.writer import write_tree

TIMIS = Path(__file__).parents[2] / "strategies" / "timis"


_REFERENCES = {"reference-of-wrong-kind": "reference-dangling"}
_ANYWHERE = {"cycle-undeclared", "level-missing", "translation-missing"}
_EACH = [replace(rule, yields_to=()) for rule in map(find_rule, RULES)]


def _findings(loaded: Loaded, rules: Sequence[Rule] = _EACH) -> set[tuple[str, Route]]:
    """Ask every rule for itself, so that none tells of a thing for another.

    A reference to nothing and one to the wrong kind are the same here: with the entry lost,
    nobody can say which it is.  Of a tangle of loops, the damage may leave another one, and
    what is so of many places is shown at the first of them that is left.
    """
    return {
        (_REFERENCES.get(one.rule, one.rule), () if one.rule in _ANYWHERE else one.route)
        for one in examine(loaded.strategy, rules=rules, holes=loaded.holes)
    }


# Reading and writing


@given(strategies())
def test_a_strategy_from_python_and_its_file_are_the_same(strategy: Strategy) -> None:
    """What is written as YAML loads as an equal strategy, without a finding."""
    loaded = load_files({"a.yaml": as_yaml(strategy)}, "a.yaml")
    assert [one for one in told(loaded.findings) if one[0] != "entry-without-title"] == []
    assert loaded.strategy == strategy
    assert not loaded.holes


@given(strategies(clean=True), st.data())
def test_spreading_a_strategy_over_files_changes_nothing(
    strategy: Strategy, data: st.DataObject
) -> None:
    """Any section, and any entry of one, may stand in any part."""
    parts: list[dict[str, Tree]] = [{"strategy": {}}, {}, {}]
    for section, entries in as_document(as_yaml(strategy)).data.items():
        places = st.just(0) if section == "strategy" else st.integers(0, 2)
        if isinstance(entries, dict) and section not in ("strategy", "x-note"):
            for key, entry in entries.items():
                part = parts[data.draw(places)].setdefault(section, {})
                assert isinstance(part, dict)
                part[key] = entry
        else:
            parts[data.draw(places)][section] = entries
    files = {f"{number}.yaml": write_tree(part) for number, part in enumerate(parts)}
    assert load_files(files).strategy == strategy


def test_the_example_strategy_is_clean() -> None:
    """The strategy that is shown to everybody loads without a finding, in two languages."""
    loaded = load_parts(find_strategies(TIMIS)[0])
    assert loaded.findings == ()
    assert len(loaded.translations) > 200
    assert loaded.strategy.readings


@given(
    st.dictionaries(
        st.sampled_from(("a.yaml", "b.yaml", "i18n/en.yaml", "readings.csv")),
        st.binary(max_size=80),
    )
)
def test_any_bytes_in_any_file_are_loaded(files: dict[str, bytes]) -> None:
    """Loading never raises on what files hold, and every finding has its place."""
    loaded = load_files({"strategy.yaml": "strategy: {id: s, title: S}\n", **files})
    assert all(one.span is not None for one in loaded.findings)


@given(yaml_texts(), yaml_texts(10), yaml_texts(10))
def test_any_yaml_in_any_file_is_loaded(text: str, translations: str, table: str) -> None:
    """Nor does it raise on texts that are nearly YAML, and all findings can be said."""
    files = {"a.yaml": text, "a.i18n/en.yaml": translations, "a.readings.csv": table}
    loaded = load_files(
        {name: content.replace("\ud800", "") for name, content in files.items()}, "a.yaml"
    )
    for one in loaded.findings:
        assert one.span is not None
        assert one.message.say("en")
        assert one.message.say("ro")
        assert one.mend.say("ro")


# What stands for the whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ("yaml-unreadable", "the file is empty", "begin with: toc new")),
        ("# soon\n", ("yaml-unreadable", "the file is empty", "begin with: toc new")),
        (
            "goals: {a: A}\n",
            (
                "entry-without-title",
                "no section “strategy” says what strategy this is",
                "write “strategy:” and under it id, title, languages and status",
            ),
        ),
    ],
)
def test_a_file_that_is_no_strategy_is_told_so(text: str, said: tuple[str, str, str]) -> None:
    """An empty file, and one without a head, are told of at the top."""
    loaded = load_files({"a.yaml": text}, "a.yaml")
    assert told(loaded.findings) == [said]
    assert at(loaded.findings[0]) == (1, 1)


@pytest.mark.parametrize("text", ["", "# soon\n", "{}\n"])
def test_of_an_empty_file_nothing_else_is_told(text: str) -> None:
    """Whoever has written nothing yet is not told of each thing that is missing."""
    assert _findings(load_files({"a.yaml": text}, "a.yaml")) == set()


@pytest.mark.parametrize(
    "text", ["strategy: 'x\n", "goals: {a: A}\nb: [\n", "strategy: tbd\n", "stratgey: {id: s}\n"]
)
def test_a_head_that_may_have_been_there_is_not_missed(text: str) -> None:
    """After an error, or where the head is open or misspelled, it is not told of as missing."""
    loaded = load_files({"a.yaml": text}, "a.yaml")
    assert not [one for one in loaded.findings if one.rule == "entry-without-title"]


def test_a_refused_file_is_a_hole_as_large_as_the_strategy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a part that is too large nobody knows what it held."""
    files = {"a.yaml": "strategy: {id: s, title: S}\ngoals: {a: A}\n", "b.yaml": "#" * 2_000_000}
    monkeypatch.setattr(source_module, "MAX_BYTES", 1024**2)
    loaded = load_files(files)
    assert [one.rule for one in loaded.findings] == ["yaml-unreadable"]
    assert loaded.holes == {()}
    assert _findings(loaded) <= {("value-left-open", ())}


# What was lost is not held against the strategy


def _damaged(text: str, number: int, sign: str) -> str:
    lines = text.splitlines(keepends=True)
    line = lines[number % len(lines)]
    body = line.lstrip(" ")
    key, colon, value = body.partition(":")
    indent = line[: len(line) - len(body)]
    broken = f"{key}{colon} {sign}{value.strip()}" if colon and sign != "@" else f"{sign}{body}"
    return "".join(
        [
            *lines[: number % len(lines)],
            f"{indent}{broken.rstrip()}\n",
            *lines[number % len(lines) + 1 :],
        ]
    )


@given(
    st.one_of(strategies(min_nodes=2), layered_strategies()),
    st.integers(0, 999),
    st.sampled_from("@'[{%"),
)
def test_an_error_adds_no_finding_but_itself(strategy: Strategy, number: int, sign: str) -> None:
    """Whatever line is damaged, no rule finds fault with what only the damage took away."""
    text = as_yaml(strategy)
    intact = load_files({"a.yaml": text}, "a.yaml")
    damaged = load_files({"a.yaml": _damaged(text, number, sign)}, "a.yaml")
    assume("yaml-unreadable" in {one.rule for one in damaged.findings})
    assert _findings(damaged) <= _findings(intact)


@given(
    layered_strategies(), st.sampled_from(("goals", "links", "activities", "indicators", "outputs"))
)
def test_a_part_that_cannot_be_read_hides_only_what_it_held(strategy: Strategy, lost: str) -> None:
    """With a whole section gone, whole chains stay whole, and nothing else is found either."""
    tree = as_document(as_yaml(strategy)).data
    files = {f"{name}.yaml": write_tree({name: section}) for name, section in tree.items()}
    files["strategy.yaml"] = "strategy: {id: s, title: S}\n"
    damaged = load_files({**files, f"{lost}.yaml": f"{lost}: {{a: 'b\n"})
    assert _findings(damaged, ABOUT_CHAINS) == set()
    assert _findings(damaged) <= _findings(load_files(files))


PARTS = {
    "a.yaml": """\
strategy: {id: s, title: S, languages: [ro]}
stakeholders: {ana: A, bob: B}
activities:
  curs: {title: C, accountable: ana, for: [bob, nobody]}
  stray: Nothing follows
outcomes: {stiu: {title: S}}
""",
    "b.yaml": """\
goals: {egal: {title: E}, alone: {title: A}}
assumptions: {timp: {title: T}}
""",
    "c.yaml": """\
links:
  curs -> stiu: {because: B, assuming: [timp, tmip]}
  stiu -> egal: {assuming: [timp]}
indicators:
  i: {title: I, of: stiu}
pilots:
  p: {title: P, of: [curs], contributes_to: [egal]}
""",
}
WHOLE = {
    ("reference-dangling", ("activities", "curs", "for", 1)),
    ("reference-dangling", ("links", "curs -> stiu", "assuming", 1)),
    ("link-without-mechanism", ("links", "stiu -> egal", "[key]")),
    ("node-without-links", ("activities", "stray", "[key]")),
    ("node-without-links", ("goals", "alone", "[key]")),
    ("goal-without-path-from-activity", ("goals", "alone", "[key]")),
    ("result-without-indicator", ("goals", "egal", "[key]")),
    ("result-without-indicator", ("goals", "alone", "[key]")),
    ("pilot-tests-nothing", ("pilots", "p", "[key]")),
}

ASKED = {rule for rule, _ in WHOLE}


def test_a_whole_strategy_has_these_findings() -> None:
    """What the damaged copies below are compared with."""
    assert {one for one in _findings(load_files(PARTS)) if one[0] in ASKED} == WHOLE


LOST: list[tuple[str, str, str, set[tuple[str, Route]]]] = [
    (
        "one link",
        "c.yaml",
        "  stiu -> egal: 'open\n",
        {
            one
            for one in WHOLE
            if one[0]
            in {
                "link-without-mechanism",
                "node-without-links",
                "goal-without-path-from-activity",
            }
        },
    ),
    (
        "one indicator's node",
        "c.yaml",
        "  i: {title: I, of: [stiu}\n",
        {one for one in WHOLE if one[0] == "result-without-indicator"},
    ),
    (
        "one pilot",
        "c.yaml",
        "  p: {title: 'P, of: [curs], contributes_to: [egal]}\n",
        {one for one in WHOLE if one[0] == "pilot-tests-nothing"},
    ),
]


@pytest.mark.parametrize(("name", "file", "line", "unknown"), LOST, ids=[name for name, *_ in LOST])
def test_what_does_not_depend_on_the_damage_is_told_all_the_same(
    name: str, file: str, line: str, unknown: set[tuple[str, Route]]
) -> None:
    """A hole silences the rules that would have read it, and no other."""
    key = line.partition(":")[0]
    lines = [
        line if old.startswith(key + ":") else old for old in PARTS[file].splitlines(keepends=True)
    ]
    found = _findings(load_files({**PARTS, file: "".join(lines)}))
    assert {one for one in found if one[0] in ASKED} == WHOLE - unknown


@pytest.mark.parametrize(
    ("field", "rule", "route"),
    [
        ("links: {a -> b: {because: [x]}}", "link-without-mechanism", ("links", "a -> b", "[key]")),
        ("links: {a -> b: {becuase: x}}", "link-without-mechanism", ("links", "a -> b", "[key]")),
        ("pilots: {p: {title: P, tests: a, b}}", "pilot-tests-nothing", ("pilots", "p", "[key]")),
        ("pilots: {p: {title: P, tests: tbd}}", "pilot-tests-nothing", ("pilots", "p", "[key]")),
        ("goals: {g: {title: [x]}}", "entry-without-title", ("goals", "g", "[key]")),
        ("goals: {g: {titel: G}}", "entry-without-title", ("goals", "g", "[key]")),
        ("goals: {g: {title: see, g}}", "entry-without-title", ("goals", "g", "[key]")),
        ("goals: {g: {<<: {title: G}}}", "entry-without-title", ("goals", "g", "[key]")),
        ("goals: {g: tbd}", "entry-without-title", ("goals", "g", "[key]")),
    ],
)
def test_a_field_that_could_not_be_read_is_not_missed(field: str, rule: str, route: Route) -> None:
    """A malformed, misspelled, cut, merged or open field is told of once, for what it is."""
    nodes = "activities: {a: A}\noutcomes: {b: B}\n"
    loaded = load_files({"a.yaml": f"strategy: {{id: s}}\n{nodes}{field}\n"}, "a.yaml")
    assert (rule, route) not in _findings(loaded)
    other = load_files({"a.yaml": f"strategy: {{id: s}}\n{nodes}{_without(field)}\n"}, "a.yaml")
    assert (rule, route) in _findings(other)


def _without(field: str) -> str:
    """Give the same entry with nothing in it."""
    section, _, rest = field.partition(": {")
    return f"{section}:\n  {rest.partition(': ')[0]}: {{}}"


# The order of what is written


@given(strategies(), st.randoms(use_true_random=False))
def test_the_order_of_sections_and_entries_changes_no_finding(
    strategy: Strategy, random: Random
) -> None:
    """Whoever sorts a file finds the same things wrong with the same entries."""
    tree = as_document(as_yaml(strategy)).data
    shuffled = _shuffled(tree, random)
    found = [
        _findings(load_files({"a.yaml": write_tree(one)}, "a.yaml")) for one in (tree, shuffled)
    ]
    # Of two equal ids, the order says which one is named.
    first, second = ({one for one in some if one[0] != "id-duplicate"} for some in found)
    assert first == second


def _shuffled(tree: dict[str, Tree], random: Random) -> dict[str, Tree]:
    keys = list(tree)
    if not LANGUAGES.issuperset(keys):  # of a text's wordings, the first is the original
        random.shuffle(keys)
    values = [(key, tree[key]) for key in keys]
    return {
        key: _shuffled(value, random) if isinstance(value, dict) else value for key, value in values
    }
