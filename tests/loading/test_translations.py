"""Translations that live in files of their own, put beside the original wordings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import at, load_files, texts, told

from toc.findings import Route
from toc.loading import Loaded
from toc.loading.joined import under
from toc.loading.translations import stamp_of
from toc.text.places import Tree
from toc.text.writer import write_tree

STRATEGY = """\
strategy:
  id: s
  title: Strategia
  languages: [ro, en]
  place: Timiș
  terms: {goal: scop}
goals:
  egal: Acces egal
  Deschis: {title: Ușă deschisă, text: {ro: Lung, hu: Hosszú}}
outcomes:
  aplica: {title: Aplică}
links:
  a, aplica -> egal: Fiindcă
  egal → Deschis: {because: Pentru că}
reviews:
  prima: {title: Prima, decisions: [{about: egal, because: Merge}, {about: a, because: Nu}]}
indicators:
  i: {title: I, target: {2028: 5}}
events:
  e: {title: E, agenda: [Unu, {ro: Doi, hu: Kettő}]}
"""


def _load(translations: str, language: str = "en", strategy: str = STRATEGY) -> Loaded:
    return load_files({"s.yaml": strategy, f"s.i18n/{language}.yaml": translations}, "s.yaml")


def _wordings(loaded: Loaded, route: Route) -> dict[str, Tree]:
    value: Tree = loaded.joined.data
    for step in route:
        value = under(value, step)
    assert isinstance(value, dict)
    return value


PUT: list[tuple[str, Route]] = [
    ("strategy.title: X", ("strategy", "title")),
    ("strategy.place.name: X", ("strategy", "place", "name")),
    ("egal.title: X", ("goals", "egal", "title")),
    ("e.agenda.0: X", ("events", "e", "agenda", 0)),
    ("e.agenda.1: X", ("events", "e", "agenda", 1)),
    ("egal.title: {text: X}", ("goals", "egal", "title")),
    (f"egal.title:\n  text: X\n  of: {stamp_of('Acces egal')}\n", ("goals", "egal", "title")),
    ("EGAL.title: X", ("goals", "egal", "title")),
    ("deschis.title: X", ("goals", "Deschis", "title")),
    ("Deschis.text: X", ("goals", "Deschis", "text")),
    ("' egal.title ': X", ("goals", "egal", "title")),
    ("a, aplica -> egal.because: X", ("links", "a, aplica -> egal", "because")),
    ("a,aplica->egal.because: X", ("links", "a, aplica -> egal", "because")),
    ("A , Aplica → Egal.because: X", ("links", "a, aplica -> egal", "because")),
    ("egal -> Deschis.because: X", ("links", "egal → Deschis", "because")),
    ("prima.decisions.0.because: X", ("reviews", "prima", "decisions", 0, "because")),
    ("prima.decisions.1.because: X", ("reviews", "prima", "decisions", 1, "because")),
]


@pytest.mark.parametrize(("translations", "route"), PUT)
def test_a_wording_is_put_beside_the_original(translations: str, route: Route) -> None:
    """Short or long form, nested or not, in either spelling of a link, in any case."""
    loaded = _load(translations)
    assert loaded.findings == ()
    assert _wordings(loaded, route)["en"] == "X"
    assert _wordings(loaded, route)["ro"]
    assert [(one.language, one.route) for one in loaded.translations] == [("en", route)]


def test_the_original_comes_first_and_is_said_by_default() -> None:
    """A translation changes nothing for whoever does not ask for its language."""
    title = _load("egal.title: Equal access").strategy.goals["egal"].title
    assert title is not None
    assert (str(title), title.say("en-GB"), title.say("hu")) == (
        "Acces egal",
        "Equal access",
        "Acces egal",
    )


def test_a_stamp_is_kept_with_its_translation() -> None:
    """The hash of the wording that was translated travels along, where there is one."""
    loaded = _load("egal.title: {text: X, of: 1a2b}\naplica.title: Y\n")
    assert [one.of for one in loaded.translations] == ["1a2b", None]


@pytest.mark.parametrize(
    ("key", "original"),
    [
        ("egal.title", "Acces egal"),
        ("EGAL.title", "  Acces\n   egal "),
        ("Deschis.text", "Lung"),
        ("a,aplica->egal.because", "Fiindcă"),
        ("prima.decisions.1.because", "Nu"),
        ("strategy.place.name", "Timiș"),
    ],
)
def test_a_stamp_of_the_original_is_in_order(key: str, original: str) -> None:
    """Whatever text it is of, in the original's own language, however it is wrapped."""
    loaded = _load(f"{key}:\n  text: X\n  of: {stamp_of(original).upper()}\n")
    assert loaded.findings == ()


def test_a_stamp_of_another_wording_is_told_beside_the_translation() -> None:
    """The finding stands at the translation, names the stamp of now, and shows the original."""
    stamp = stamp_of("Acces egal")
    loaded = _load(f"aplica.title: Y\negal.title: {{text: X, of: {stamp_of('Acces')}}}\n")
    assert told(loaded.findings) == [
        (
            "translation-stale",
            "“X” translates a wording that has changed since",
            f"compare it with the original and bring it up to date, then write of: {stamp}",
        )
    ]
    assert at(loaded.findings[0]) == (2, 1)
    assert loaded.findings[0].route == ("goals", "egal", "title")
    (related,) = loaded.findings[0].related
    assert related.span is not None
    assert Path(related.span.path).name == "s.yaml"
    assert [one.language for one in loaded.translations] == ["en", "en"]


def test_a_broken_file_of_translations_leaves_a_hole() -> None:
    """What could not be read of it is not told of as a missing translation."""
    assert ("i18n", "en") in _load("egal.title: 'X\n").holes
    assert ("i18n", "en") not in _load("egal.title: X\n").holes


@given(texts(), texts())
def test_a_stamp_tells_wordings_apart_by_more_than_spaces(one: str, other: str) -> None:
    """Two wordings have the same stamp when they differ in spaces and line breaks alone."""
    assert (stamp_of(one) == stamp_of(other)) == (one.split() == other.split())


def test_several_languages_stand_side_by_side() -> None:
    """Each file adds its own language."""
    loaded = load_files(
        {
            "s.yaml": STRATEGY,
            "s.i18n/en.yaml": "egal.title: E\n",
            "s.i18n/sr-Cyrl.yaml": "egal.title: С\n",
        },
        "s.yaml",
    )
    assert loaded.findings == ()
    title = loaded.strategy.goals["egal"].title
    assert title is not None
    assert title.languages == ("ro", "en", "sr-Cyrl")


def test_without_languages_the_original_has_no_tag() -> None:
    """A strategy that names no languages has an original all the same."""
    loaded = _load("a.title: X", strategy="strategy: {id: s}\ngoals: {a: A}\n")
    title = loaded.strategy.goals["a"].title
    assert title is not None
    assert (str(title), title.say("en"), title.languages) == ("A", "X", ("en",))


NOTHING = "reference-dangling"
FAULTS = [
    ("egla.title: X", NOTHING, "nothing here is called “egla”", "did you mean “egal”?", (1, 1)),
    (
        "deschsi.title: X",
        NOTHING,
        "nothing here is called “deschsi”",
        "did you mean “Deschis”?",
        (1, 1),
    ),
    (
        "zzzzzz.title: X",
        NOTHING,
        "nothing here is called “zzzzzz”",
        "delete it, or correct the id",
        (1, 1),
    ),
    (
        "a -> egal.because: X",
        NOTHING,
        "nothing here is called “a -> egal”",
        "did you mean “a, aplica -> egal”?",
        (1, 1),
    ),
    (
        "goals.egal.title: X",
        NOTHING,
        "nothing here is called “goals”",
        "write one line for each text: id.title: {text: …}",
        (1, 1),
    ),
    (
        "egal.text: X",
        NOTHING,
        "“egal.text” is no text of this strategy",
        "correct the field, or write the original first",
        (1, 1),
    ),
    (
        "x-a: 1\negal.titel: X",
        NOTHING,
        "“egal.titel” is no text of this strategy",
        "correct the field, or write the original first",
        (2, 1),
    ),
    (
        "egal: X",
        NOTHING,
        "“egal” is no text of this strategy",
        "correct the field, or write the original first",
        (1, 1),
    ),
    (
        "i.target.2028: X",
        NOTHING,
        "“i.target.2028” is no text of this strategy",
        "correct the field, or write the original first",
        (1, 1),
    ),
    (
        "prima.decisions.7.because: X",
        NOTHING,
        "“prima.decisions.7.because” is no text of this strategy",
        "correct the field, or write the original first",
        (1, 1),
    ),
    ("egal.title:", "value-malformed", "a wording is expected here", "write {text: …}", (1, 1)),
    ("egal.title: [X]", "value-malformed", "a wording is expected here", "write {text: …}", (1, 1)),
    (
        "egal.title: {txt: X}",
        "value-malformed",
        "a wording is expected here",
        "write {text: …}",
        (1, 1),
    ),
    (
        "Deschis.text: X\nDESCHIS.text: Y",
        "value-malformed",
        "“DESCHIS.text” has a wording in this language already",
        "keep one of the two",
        (2, 1),
    ),
    (
        "egal.title: X\negal.title: Y",
        "yaml-unreadable",
        "the key “egal.title” stands twice in one place",
        "join the two: YAML would drop the first without a word",
        (2, 1),
    ),
]


@pytest.mark.parametrize(("translations", "rule", "message", "mend", "place"), FAULTS)
def test_a_wording_that_belongs_nowhere_is_told(
    translations: str, rule: str, message: str, mend: str, place: tuple[int, int]
) -> None:
    """An unknown id, an unknown field, no wording or two: each in the file of translations."""
    loaded = _load(translations)
    assert told(loaded.findings) == [(rule, message, mend)]
    assert at(loaded.findings[0]) == place
    assert loaded.findings[0].span is not None
    assert Path(loaded.findings[0].span.path).name == "en.yaml"


@pytest.mark.parametrize(("language", "key"), [("hu", "Deschis.text"), ("ro", "egal.title")])
def test_a_wording_that_is_written_beside_the_original_is_told_of(language: str, key: str) -> None:
    """What the strategy says itself in a language is not replaced from a file."""
    loaded = _load(f"{key}: X\n", language)
    assert [one.message.say() for one in loaded.findings] == [
        f"“{key}” has a wording in this language already"
    ]
    (related,) = loaded.findings[0].related
    assert related.span is not None
    assert Path(related.span.path).name == "s.yaml"
    assert loaded.translations == ()


@pytest.mark.parametrize("name", ["english", "e", "en_GB", "readme", "2026"])
def test_a_file_must_be_named_after_a_language(name: str) -> None:
    """The name of the file is the language; another name is told of, and nothing is taken."""
    loaded = _load("egal.title: X\n", name)
    assert told(loaded.findings) == [
        (
            "yaml-unreadable",
            f"“{name}” is no language",
            "name the file after a language tag, such as en.yaml or sr-Cyrl.yaml",
        )
    ]
    assert loaded.translations == ()


@pytest.mark.parametrize(
    ("strategy", "translations"),
    [
        ("strategy: {id: s}\ngoals:\n  a: 'open\n  b: B\n", "a.title: X\nb.title: Y\n"),
        ("strategy: {id: s}\ngoals:\n  a: {title: A, text: see, here}\n", "a.text: X\n"),
        ("strategy: {id: s}\ngoals: {a: 'open}\nneeds: {n: N}\n", "a.title: X\nn.title: Y\n"),
        ("strategy: {id: s}\nlinks:\n  a -> b: c: d\n", "a->b.because: X\n"),
        ("strategy: {id: s}\n---\ngoals: {a: A}\n", "a.title: X\n"),
    ],
)
def test_what_could_not_be_read_is_not_missed(strategy: str, translations: str) -> None:
    """After an error in the strategy, nothing it may have held is told of as missing."""
    loaded = _load(translations, strategy=strategy)
    assert {one.span and Path(one.span.path).name for one in loaded.findings} == {"s.yaml"}


def test_what_is_missing_for_sure_is_told_after_an_error_elsewhere() -> None:
    """An error in one entry excuses that entry and no other."""
    loaded = _load(
        "a.title: X\nzz.title: Y\nb.text: Z\n",
        strategy="strategy: {id: s}\ngoals:\n  a: 'x\n  b: B\n",
    )
    assert [one.message.say() for one in loaded.findings] == [
        "this quote is never closed",
        "nothing here is called “zz”",
        "“b.text” is no text of this strategy",
    ]


@pytest.mark.parametrize(
    "strategy",
    [
        "",
        "goals: {a: A}\n",
        "strategy: x\ngoals: [a]\n",
        "strategy: tbd\n",
        "strategy: {title: [x]}\ngoals: {a: [b]}\n",
    ],
)
def test_a_translation_of_a_broken_strategy_is_read(strategy: str) -> None:
    """Whatever the strategy holds, a file of translations is no reason to give up."""
    loaded = _load(
        "strategy.title: X\na.title: Y\na.text.deeper: Z\nstrategy: W\n.title: V\n",
        strategy=strategy,
    )
    assert loaded.findings
    assert loaded.strategy is not None


@given(
    st.dictionaries(
        st.sampled_from(("egal", "Deschis", "aplica", "prima", "i")), texts(), min_size=1
    )
)
def test_every_translation_is_said_in_its_language(said: dict[str, str]) -> None:
    """Any wording, in any script, is what the strategy says in that language."""
    tree: dict[str, Tree] = {f"{key}.title": wording for key, wording in said.items()}
    loaded = _load(write_tree(tree))
    assert loaded.findings == ()
    for key, wording in said.items():
        entry = loaded.strategy.entry(key)
        assert entry is not None
        assert entry.say("en") == wording
