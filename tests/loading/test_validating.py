"""Each faulty value: its rule, its place, what is so and what to write; the rest is kept.

In the examples the angle brackets ⟨ ⟩ stand around what the finding marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from theories import at, ids, labels, load_files, texts, told, trees

from toc.findings import Finding, Route
from toc.loading import Loaded, validating
from toc.model.anatomy import keys_of, noun_at
from toc.model.strategy import SECTIONS
from toc.text.places import Tree
from toc.text.writer import write_tree
from toc.words import Message

HEAD = "\nstrategy: {id: s, title: S}\n"


def _load(text: str) -> Loaded:
    whole = text if text.startswith("strategy") else text + HEAD
    return load_files({"a.yaml": whole}, "a.yaml")


def _unmarked(text: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """Take the angle brackets out, and give where they stood."""
    before, _, rest = text.partition("⟨")
    marked, _, after = rest.partition("⟩")
    start = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    whole = before + marked
    end = (whole.count("\n") + 1, len(whole) - whole.rfind("\n"))
    return whole + after, start, end


def _assert_told(marked: str, rule: str, message: str, mend: str) -> Loaded:
    text, start, end = _unmarked(marked)
    loaded = _load(text)
    assert told(loaded.findings) == [(rule, message, mend)]
    span = loaded.findings[0].span
    assert span is not None
    assert ((span.line, span.column), (span.end_line, span.end_column)) == (start, end)
    return loaded


DATES = "write 2026, 2026-Q2, 2026-03 or 2026-03-14"
CALENDAR = "correct the month or the day (year-month-day)"
NUMBER = "write a number, such as 12 or 12.5; the unit has a field of its own"
DIGITS = "write the digits alone, with a point for decimals: 1250 or 12.5"
TEXT = "write the text; if it holds a colon or begins with a dash, put it in quotes"
ONE = ("a single value is expected here", "write it in the same line, without brackets")
FIELDS = (
    "fields are expected here",
    "write each as “name: value” on a line of its own, indented",
)
LIST = ("a list is expected here", "write it in brackets: [one, two]")

VALUES = [
    # Dates, intervals and durations
    ("outputs: {a: {title: A, due: ⟨mâine⟩}}", "“mâine” is no date", DATES),
    ("outputs: {a: {title: A, due: ⟨2026-13⟩}}", "there is no such day as 2026-13", CALENDAR),
    ("outputs: {a: {title: A, due: ⟨2026-02-30⟩}}", "there is no such day as 2026-02-30", CALENDAR),
    ("outputs: {a: {title: A, due: ⟨0000⟩}}", "there is no such day as 0000", CALENDAR),
    ("outputs: {a: {title: A, due: ⟨14.03.2026⟩}}", "“14.03.2026” is no date", "write 2026-03-14"),
    ("outputs: {a: {title: A, due: ⟨1/3/2026⟩}}", "“1/3/2026” is no date", "write 2026-03-01"),
    ("outputs: {a: {title: A, due: ⟨03.2026⟩}}", "“03.2026” is no date", "write 2026-03"),
    ("outputs: {a: {title: A, due: ⟨2026-Q5⟩}}", "“2026-Q5” is no date", DATES),
    ("outputs: {a: {title: A, due: ⟨2026-3⟩}}", "“2026-3” is no date", DATES),
    ("outputs: {a: {title: A, due: ⟨17.10⟩}}", "“17.10” is no date", DATES),
    ("outputs: {a: {title: A, ⟨due⟩: [2026]}}", *ONE),
    ("outputs: {a: {title: A, ⟨due⟩: {on: 2026}}}", *ONE),
    ("activities: {a: {title: A, period: ⟨2026/x⟩}}", "“x” is no date", DATES),
    ("activities: {a: {title: A, period: ⟨2026-13/..⟩}}", "there is no such day as 2026-13", CALENDAR),
    ("activities: {a: {title: A, period: ⟨2026-01 - 2026-12⟩}}", "“2026-01 - 2026-12” is no date", DATES),
    ("activities: {a: {title: A, period: ⟨14/03/2026⟩}}", "“14/03/2026” is no date", "write 2026-03-14"),
    ("activities: {a: {title: A, ⟨period⟩: {from: 2026}}}", *ONE),
    ("links: {a -> b: {because: B, lag: ⟨5 luni⟩}}", "“5 luni” is no duration", "write P5M for five months, P1Y for a year, P2W for two weeks"),
    ("links: {a -> b: {because: B, lag: ⟨P⟩}}", "“P” is no duration", "write P5M for five months, P1Y for a year, P2W for two weeks"),
    ("links: {a -> b: {because: B, lag: ⟨P1.5Y⟩}}", "“P1.5Y” is no duration", "write P5M for five months, P1Y for a year, P2W for two weeks"),
    ("links: {a -> b: {because: B, ⟨lag⟩: [P5M]}}", *ONE),
    ("indicators: {i: {title: I, target: {⟨2028-13⟩: 5}}}", "there is no such day as 2028-13", CALENDAR),
    ("indicators: {i: {title: I, target: {⟨dec⟩: 5}}}", "“dec” is no date", DATES),
    ("activities: {a: {title: A, period: ⟨2026-2028⟩}}", "“2026-2028” is no period", "write 2026/2028"),
    ("activities: {a: {title: A, period: ⟨1.3.2026 – 30.11.2026⟩}}", "“1.3.2026 – 30.11.2026” is no period", "write 2026-03-01/2026-11-30"),
    # Numbers
    ("outputs: {a: {title: A, amount: ⟨'12,5'⟩}}", "“12,5” is no number", "write 12.5, with a point"),
    ("outputs:\n  a:\n    amount: ⟨-12,5⟩\n    title: A\n", "“-12,5” is no number", "write -12.5, with a point"),
    ("outputs: {a: {title: A, amount: ⟨45.000⟩}}", "“45.000” is no number", "write 45000 or 45.0: the point can be read in two ways"),
    ("outputs: {a: {title: A, amount: ⟨1.250.000⟩}}", "“1.250.000” is no number", "write 1250000 or 1.25: the point can be read in two ways"),
    ("outputs: {a: {title: A, amount: ⟨1_0⟩}}", "“1_0” is no number", DIGITS),
    ("outputs: {a: {title: A, amount: ⟨45 000⟩}}", "“45 000” is no number", DIGITS),
    ("outputs: {a: {title: A, amount: ⟨1e3⟩}}", "“1e3” is no number", DIGITS),
    ("outputs: {a: {title: A, amount: ⟨0x1F⟩}}", "“0x1F” is no number", NUMBER),
    ("outputs: {a: {title: A, amount: ⟨12 ore⟩}}", "“12 ore” is no number", NUMBER),
    ("outputs: {a: {title: A, amount: ⟨60 %⟩}}", "“60 %” is no number", NUMBER),
    ("outputs: {a: {title: A, amount: ⟨.inf⟩}}", "“.inf” is no number", NUMBER),
    ("outputs: {a: {title: A, amount: ⟨nan⟩}}", "“nan” is no number", NUMBER),
    ("outputs: {a: {title: A, amount: ⟨da⟩}}", "“da” is no number", NUMBER),
    ("outputs: {a: {title: A, ⟨amount⟩: [1]}}", *ONE),
    ("activities: {a: {title: A, cost: ⟨-5⟩}}", "a cost cannot be less than nothing", "write the amount, or none"),
    ("activities: {a: {title: A, cost: ⟨None⟩}}", "“None” is no number", NUMBER),
    ("activities: {a: {title: A, cost: ⟨45.000⟩}}", "“45.000” is no number", "write 45000 or 45.0: the point can be read in two ways"),
    ("assumptions: {a: {title: A, confidence: ⟨101⟩}}", "101 is no percentage", "write a number from 0 to 100"),
    ("assumptions: {a: {title: A, confidence: ⟨-1 %⟩}}", "-1 % is no percentage", "write a number from 0 to 100"),
    ("assumptions: {a: {title: A, confidence: ⟨mare⟩}}", "“mare” is no number", NUMBER),
    ("assessments: {a: {title: A, scores: {b: ⟨120⟩}}}", "120 is no percentage", "write a number from 0 to 100"),
    ("indicators: {i: {title: I, target: {2028: ⟨'12,5'⟩}}}", "“12,5” is no number", "write 12.5, with a point"),
    ("indicators: {i: {title: I, target: {2028: {value: ⟨45.000⟩}}}}", "“45.000” is no number", "write 45000 or 45.0: the point can be read in two ways"),
    ("indicators: {i: {title: I, target: {2028: {by: {f: ⟨1_0⟩}}}}}", "“1_0” is no number", DIGITS),
    ("criteria: {c: {title: C, ⟨scale⟩: [5, 1]}}", "a scale has a lowest and a highest score", "write [1, 5]"),
    ("criteria: {c: {title: C, scale: ⟨5⟩}}", "a scale has a lowest and a highest score", "write [1, 5]"),
    ("criteria: {c: {title: C, knock_out: ⟨da⟩}}", "“da” is no number", NUMBER),
    ("pilots: {p: {title: P, scores: {c: ⟨bun⟩}}}", "“bun” is no number", NUMBER),
    ("pilots: {p: {title: P, scores: {c: {ana: ⟨bun⟩}}}}", "“bun” is no number", "write the score that this person gave"),
    ("outcomes: {o: {title: O, requires: ⟨some⟩}}", "“some” does not say how causes combine", "write all, any, or how many causes are enough"),
    ("outcomes: {o: {title: O, requires: ⟨0⟩}}", "“0” does not say how causes combine", "write all, any, or how many causes are enough"),
    ("risks: {r: {title: R, likelihood: ⟨maybe⟩}}", "“maybe” cannot be read as a likelihood", "write one of almost no chance, very unlikely, unlikely, roughly even, likely, very likely, almost certain, or a percentage"),
    ("risks: {r: {title: R, likelihood: ⟨120⟩}}", "120 is no percentage", "write a number from 0 to 100"),
    # Flags and enumerations
    ("activities: {a: {title: A, new: ⟨da⟩}}", "“da” is neither true nor false", "write true or false"),
    ("activities: {a: {title: A, new: ⟨yes⟩}}", "“yes” is neither true nor false", "write true or false"),
    ("activities: {a: {title: A, new: ⟨True⟩}}", "“True” is neither true nor false", "write true or false"),
    ("outcomes: {o: {title: O, horizon: ⟨mediu⟩}}", "“mediu” is not among the values of “horizon”", "did you mean “medium”? It can be short, medium, long"),
    ("outcomes: {o: {title: O, horizon: ⟨Long⟩}}", "“Long” is not among the values of “horizon”", "did you mean “long”? It can be short, medium, long"),
    ("outcomes: {o: {title: O, horizon: ⟨x⟩}}", "“x” is not among the values of “horizon”", "write one of short, medium, long"),
    ("outcomes: {o: {title: O, ⟨horizon⟩: [long]}}", *ONE),
    ("reviews: {r: {title: R, decisions: [{decision: keep}, {decision: ⟨kep⟩}]}}", "“kep” is not among the values of “decision”", "did you mean “keep”? It can be keep, change, stop"),
    # Texts and labels
    ("goals: {a: {⟨title⟩: [A, B]}}", "a text is expected here", TEXT),
    ("goals: {a: {title: {⟨romana⟩: A}}}", "“romana” is no language", "under a text stand language tags only, such as ro, en or sr-Cyrl"),
    ("goals: {a: {title: {ro: A, ⟨en⟩: [B]}}}", "a text is expected here", "write the wording in that language, in quotes if it holds a colon"),
    ("goals: {a: {title: A, ⟨number⟩: [1]}}", "a short text is expected here", TEXT),
    ("goals: {a: {title: A, ⟨area⟩: {b: c}}}", "a short text is expected here", TEXT),
    ("strategy: {place: {name: T, ⟨nuts⟩: [R]}}", "a short text is expected here", TEXT),
    # Lists typed as texts, and the other way round
    ("goals:\n  a:\n    title: A\n    for: ⟨ana, bob⟩\n", "“ana, bob” looks like a list", "write it in brackets: [ana, bob]"),
    ("goals: {a: {title: A, ⟨for⟩: {ana: x}}}", *LIST),
    ("goals: {a: {title: A, for: [ana, ⟨[⟩bob]]}}", "a short text is expected here", TEXT),
    ("goals: {a: {title: A, ⟨tags⟩: {x: y}}}", *LIST),
    ("goals: {a: {title: A, was: [b, ⟨c d⟩]}}", "“c d” is no id", "begin with a plain letter, then plain letters, digits, _ and -"),
    ("reviews: {r: {title: R, ⟨decisions⟩: {a: b}}}", *LIST),
    # Shapes
    ("goals: ⟨egal⟩", FIELDS[0], "write id: …"),
    ("⟨goals⟩: [a, b]", FIELDS[0], "write id: …"),
    ("goals: {⟨a⟩: [A]}", *FIELDS),
    ("indicators: {i: {title: I, target: ⟨20⟩}}", FIELDS[0], "write {2029: 80}"),
    ("indicators: {i: {title: I, target: {⟨2028⟩: [20]}}}", *FIELDS),
    ("stages: {s: {title: S, review: ⟨P5M⟩}}", *FIELDS),
    ("toc: ⟨2⟩", "this is format 2, which is not known here", "write “toc: 1”, or install a newer version of the tool"),
    ("⟨toc⟩: [1]", *ONE),
    # Ids and links
    ("goals: {⟨acces egal⟩: A}", "“acces egal” is no id", "begin with a plain letter, then plain letters, digits, _ and -: acces_egal"),
    ("goals: {⟨știință⟩: A}", "“știință” is no id", "begin with a plain letter, then plain letters, digits, _ and -: stiinta"),
    ("goals: {⟨1a⟩: A}", "“1a” is no id", "begin with a plain letter, then plain letters, digits, _ and -: n1a"),
    ("goals: {⟨平等⟩: A}", "“平等” is no id", "begin with a plain letter, then plain letters, digits, _ and -: n"),
    ("goals:\n  ⟨a.b⟩: A\n", "“a.b” is no id", "begin with a plain letter, then plain letters, digits, _ and -: a_b"),
    ("links: {⟨a => b⟩: C}", "“a => b” is no link", "write a -> b"),
    ("links: {⟨a --> b⟩: C}", "“a --> b” is no link", "write a -> b"),
    ("links: {⟨a - b⟩: C}", "“a - b” is no link", "write “cause -> effect” with the ids of two nodes"),
    ("links: {⟨a ->⟩: C}", "“a ->” is no link", "write “cause -> effect” with the ids of two nodes"),
    ("links: {⟨curs nou -> ghișeu⟩: C}", "“curs nou -> ghișeu” is no link", "write curs_nou -> ghiseu"),
    ("links:\n  ⟨a -> b, c⟩: C\n", "“a -> b, c” is no link", "write one link for each effect"),
    ("links:\n  ⟨a b, c -> d⟩: C\n", "“a b, c -> d” is no link", "write a_b, c -> d"),
    ("links:\n  ⟨a -> b -> c⟩: D\n", "“a -> b -> c” is no link", "write one link for each arrow"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "message", "mend"), VALUES)
def test_a_faulty_value_is_told_where_it_stands(marked: str, message: str, mend: str) -> None:
    """Every type of value refuses what it cannot take, in words that say what to type."""
    _assert_told(marked, "value-malformed", message, mend)


KEYS = [
    ("⟨goal⟩: {a: A}", "“goal” is no section of a strategy", "did you mean “goals”?"),
    (
        "⟨asumptions⟩: {a: A}",
        "“asumptions” is no section of a strategy",
        "did you mean “assumptions”?",
    ),
    ("goals: {a: {⟨tite⟩: B}}", "“tite” is no field in “goals”", "did you mean “title”?"),
    ("goals: {a: {title: A, ⟨ștag⟩: B}}", "“ștag” is no field in “goals”", "did you mean “tags”?"),
    (
        "links: {a -> b: {because: B, ⟨asuming⟩: c}}",
        "“asuming” is no field in “links”",
        "did you mean “assuming”?",
    ),
    (
        "goals: {a: {title: A, ⟨accountable⟩: b}}",
        "“accountable” is no field in “goals”",
        "it is a field of activities; keys of your own begin with x-",
    ),
    (
        "outputs: {a: {title: A, ⟨period⟩: b}}",
        "“period” is no field in “outputs”",
        "it is a field of stages, activities, pilots; keys of your own begin with x-",
    ),
    ("goals: {a: {⟨titlu⟩: B}}", "“titlu” is no field in “goals”", "did you mean “title”?"),
    ("⟨obiective⟩: {a: A}", "“obiective” is no section of a strategy", "did you mean “goals”?"),
    ("strategy: {⟨titel⟩: A}", "“titel” is no field in “strategy”", "did you mean “title”?"),
    (
        "strategy: {place: {name: A, ⟨zzz⟩: B}}",
        "“zzz” is no field in “strategy”",
        "the keys here are name, nuts; keys of your own begin with x-",
    ),
    (
        "reviews: {r: {title: R, decisions: [{about: a, ⟨qqq⟩: b}]}}",
        "“qqq” is no field in “decisions”",
        "the keys here are about, decision, because, by, due, done, changed; keys of your own begin with x-",
    ),
    (
        "indicators: {i: {title: I, target: {2028: {value: 1, ⟨nota⟩: b}}}}",
        "“nota” is no field in “2028”",
        "did you mean “note”?",
    ),
    (
        "pilots: {p: {title: P, chosen: {on: 2026, ⟨why⟩: b}}}",
        "“why” is no field in “chosen”",
        "the keys here are on, by, because; keys of your own begin with x-",
    ),
    (
        "stages: {s: {title: S, review: {⟨evry⟩: P5M}}}",
        "“evry” is no field in “review”",
        "did you mean “every”?",
    ),
]


@pytest.mark.parametrize(("marked", "message", "mend"), KEYS)
def test_an_unknown_key_names_the_nearest_known_one(marked: str, message: str, mend: str) -> None:
    """At every level a key that nothing has is told of with the one that was meant."""
    _assert_told(marked, "key-unknown", message, mend)


def test_keys_of_the_author_s_own_are_kept_at_every_level() -> None:
    """Keys that begin with `x-` are no fault, whatever stands under them."""
    loaded = _load(
        "x-note: [a]\ngoals: {x-later: {b: [c]}, a: {title: A, x-why: tbd}}\n"
        "reviews: {r: {title: R, decisions: [{about: a, x-who: {b: c}}]}}\n"
    )
    assert loaded.findings == ()
    assert loaded.strategy.extensions == {"x-note": ["a"]}
    assert loaded.strategy.goals["a"].extensions == {"x-why": "tbd"}
    assert list(loaded.strategy.goals) == ["a"]


def test_a_faulty_field_is_dropped_and_its_entry_kept() -> None:
    """An entry keeps all that can be read of it, and what could not is a hole."""
    loaded = _load(
        "outputs:\n  a: {title: A, due: x, amount: y, area: b}\n  c: {title: C, due: 2026}\n"
    )
    kept = loaded.strategy.outputs["a"]
    assert (kept.title, kept.due, kept.amount, kept.area) == (kept.title, None, None, "b")
    assert str(kept.title) == "A"
    assert loaded.strategy.outputs["c"].due is not None
    assert loaded.holes == {("outputs", "a", "due"), ("outputs", "a", "amount")}


def test_of_a_list_only_the_faulty_items_are_dropped() -> None:
    """Several bad items of one list are told of each, and the good ones are kept in order."""
    loaded = _load("goals: {a: {title: A, tags: [b, [c], d, {e: f}, g], was: [h, '1', i, '2']}}\n")
    goal = loaded.strategy.goals["a"]
    assert (goal.tags, goal.was) == (("b", "d", "g"), ("h", "i"))
    assert sorted(map(at, loaded.findings)) == [(1, 33), (1, 41), (1, 62), (1, 70)]


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        ("goals: {a: {title: A, area: [b]}}", ("goals", "a", "area")),
        ("goals: {a: {titel: A}}", ("goals", "a", "title")),
        ("goals: {a: {title: A, zzzz: B}}", ("goals", "a", "zzzz")),
        ("gaols: {a: A}", ("goals",)),
        ("goals: {a b: A}", ("goals", "a b")),
        ("goals: x", ("goals",)),
        ("links: {a => b: c}", ("links", "a => b")),
        ("indicators: {i: {target: {2028: {by: {c: '1,5'}}}}}", ("indicators", "i", "target")),
        ("reviews: {r: {decisions: [{decision: x}]}}", ("reviews", "r", "decisions")),
    ],
)
def test_what_was_dropped_is_a_hole(text: str, hole: Route) -> None:
    """A hole is named by section, entry and field; a misspelled key by the one meant."""
    assert _load(text).holes == {hole}


@pytest.mark.parametrize("digits", ["9" * 5000, "1" * 5000 + ".5", "P" + "9" * 5000 + "Y"])
@pytest.mark.parametrize(
    "field",
    ["outputs: {a: {amount: %s}}", "outputs: {a: {requires: %s}}", "links: {a -> b: {lag: %s}}"],
)
def test_a_number_of_thousands_of_digits_is_refused(field: str, digits: str) -> None:
    """Numbers beyond all measure are faulty values and nothing worse."""
    assert [one.rule for one in _load(field % digits).findings] == ["value-malformed"]


MANY = """\
toc: 1
strategy:
  id: 1st
  titel: S
  status: drafted
  period: 2026-13
  languages: [ro, [en]]
areas: {servicii publice: S}
activitees: {x: y}
goals:
  a: {title: [A], for: {b: c}}
  b: {title: B, refs: x, tite: y}
  c: see #2
outputs:
  d: {title: D, amount: '12,5', due: 14.03.2026}
  e: {title: E, amount: 45.000, due: {2028: 12,5}}
outcomes:
  f: {title: F, horizon: mediu, change: behavior, requires: none}
  g: *alias
  h: &anchor H
  i: "never closed
activities:
  j: {title: J, cost: scump, quick_win: da, period: 2026/x}
  j: {title: K}
assumptions:
  k: {title: K, confidence: 120, check_by: soon}
links:
  a => b: x
  a -> b, c: y
  d -> e: {because: z, lag: 5M, evidence: good}
risks: {l: {likelihood: maybe}}
indicators: {m: {target: {2028-13: 5}, frequency: yearly, şir: x}}
pilots: {n: {scores: {o: bun}}}
"""


def test_a_file_with_thirty_nine_faults_tells_them_all_at_once() -> None:
    """One run finds all that can be found: YAML, keys, ids, values and letters."""
    loaded = load_files({"a.yaml": MANY}, "a.yaml")
    lines = sorted(at(one)[0] for one in loaded.findings)
    assert lines == [
        *(3, 4, 5, 6, 7, 8, 9, 11, 11, 12, 12, 13, 15, 15, 16, 16, 16, 18, 18, 18, 19, 20, 21),
        *(23, 23, 23, 24, 26, 26, 28, 29, 30, 30, 31, 32, 32, 32, 32, 33),
    ]
    assert len({(at(one), one.rule) for one in loaded.findings}) == len(lines)
    kept = loaded.strategy
    assert (set(kept.goals), set(kept.outputs), set(kept.links)) == (
        {"a", "b", "c"},
        {"d", "e"},
        {"d -> e"},
    )


NOUNS = [noun_at((name, "")) for name in SECTIONS]
FIELDS_OF = sorted({key for noun in NOUNS if noun is not None for key in keys_of(noun)})
ODD = ("tbd", "12,5", "45.000", "1_0", "none", "true", "2026", "2026-13", "P5M", "all", "a -> b")


@st.composite
def _mutants(draw: st.DrawFn) -> dict[str, Tree]:
    """Give trees that have the format's keys, and anything at all under them."""
    leaves = st.one_of(st.none(), texts(), labels(), st.sampled_from(ODD))
    keys = st.one_of(st.sampled_from(FIELDS_OF), ids(), st.sampled_from((*ODD, "ro", "a=>b")))
    anything = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=6,
    )
    entries = st.one_of(anything, st.dictionaries(keys, anything, max_size=5))
    section = st.one_of(anything, st.dictionaries(keys, entries, max_size=3))
    names = st.one_of(st.sampled_from(("strategy", "toc", *SECTIONS)), keys)
    return draw(st.dictionaries(names, section, min_size=1, max_size=4))


FOREIGN = (
    "input should",
    "expected <",
    "pydantic",
    "yaml.",
    "valid ",
    "error",
    "traceback",
    "none_",
)
FOREIGN_WORDS = tuple(word for word in FOREIGN if word != "none_")


@given(st.one_of(_mutants(), st.dictionaries(ids(), trees(), min_size=1, max_size=3)))
@example({"goals": {"a": {"for": ["b", None, "tbd", ["c"]]}}})
@example({"strategy": None, "goals": "tbd", "toc": "tbd"})
@example({"indicators": {"a": {"target": {"2028": "12,5", "tbd": "tbd"}}}})
def test_any_tree_is_loaded_and_told_of_in_our_own_words(tree: dict[str, Tree]) -> None:
    """Loading never raises, never gives up the whole, tells nothing twice and quotes no library."""
    loaded = load_files({"a.yaml": write_tree(tree)}, "a.yaml")
    assert () not in loaded.holes
    seen = [(one.rule, one.route, at(one), one.message.say()) for one in loaded.findings]
    assert len(set(seen)) == len(seen)
    said = _templates(loaded.findings)
    assert not [text for text in said if any(word in text.lower() for word in FOREIGN_WORDS)]


def _templates(findings: Sequence[Finding]) -> list[str]:
    said = [words for one in findings for words in (one.message, one.mend)]
    assert all(isinstance(words, Message) for words in said)
    return [words.template for words in said if isinstance(words, Message)]


HANDLED = {"tuple_type", "list_type", "model_type", "dict_type", "string_type"}


@given(_mutants())
@example({"goals": "x"})
@example({"goals": {"a": ["b"]}})
@example({"reviews": {"r": {"decisions": "x"}}})
@example({"goals": {"a": {"refs": "x"}}})
@example({"strategy": {"id": ["x"]}})
def test_every_complaint_of_pydantic_has_its_branch(tree: dict[str, Tree]) -> None:
    """No fault falls through to words that were meant for another."""
    with patch.object(validating, "_wrong_shape", wraps=validating._wrong_shape) as asked:
        load_files({"a.yaml": write_tree(tree)}, "a.yaml")
    assert {call.args[0] for call in asked.call_args_list} <= HANDLED


@given(st.dictionaries(ids(), trees(), min_size=1, max_size=3), st.data())
def test_the_order_of_keys_changes_no_finding(tree: dict[str, Tree], data: st.DataObject) -> None:
    """The same content in another order has the same faults."""
    assume(len(tree) > 1)
    other = {key: tree[key] for key in data.draw(st.permutations(sorted(tree)))}
    found = [
        {(one.rule, one.route, one.message.say()) for one in load_files(files, "a.yaml").findings}
        for files in ({"a.yaml": write_tree(tree)}, {"a.yaml": write_tree(other)})
    ]
    assert found[0] == found[1]
