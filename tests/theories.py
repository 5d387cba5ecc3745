"""Theories of change for property tests: wordings, dates, whole strategies, hostile YAML.

What a noun's field may hold is read from the model, so that a new field is tried at once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from toc import write
from toc.findings import Finding
from toc.loading import Loaded, find_strategies, load_parts
from toc.model import Date, Duration, Interval, Refers, Strategy, Text
from toc.model.anatomy import noun_at
from toc.model.base import Noun, gate
from toc.model.head import Head, terms
from toc.model.indicators import FLAGS, band, observed
from toc.model.monitoring import part
from toc.model.nodes import NODE_SECTIONS
from toc.model.pilots import score
from toc.model.questionnaire import file_name, scale, weight
from toc.model.reads import Reads
from toc.model.references import ANY
from toc.model.strategy import ID_SECTIONS, SECTIONS
from toc.model.values import (
    LIKELIHOODS,
    Ids,
    Labels,
    cost,
    flag,
    label,
    likelihood,
    number,
    number_or_label,
    percent,
    threshold,
)
from toc.rulebook import Rulebook, find_rule
from toc.text.document import Document, read_document
from toc.text.places import Tree
from toc.text.source import Source

__all__ = [
    "ABOUT_CHAINS",
    "LANGUAGES",
    "Drawn",
    "as_document",
    "as_yaml",
    "at",
    "dates",
    "durations",
    "ids",
    "intervals",
    "labels",
    "layered_strategies",
    "load_files",
    "numbers",
    "strategies",
    "texts",
    "told",
    "trees",
    "words_in_languages",
    "yaml_texts",
]

Drawn: TypeAlias = st.SearchStrategy[Any]
Pool: TypeAlias = Mapping[str, Sequence[str]]

WORDINGS = (
    "Migranții din Timiș folosesc serviciile publice în condiții egale",
    "Cine a exersat pe cazuri reale recunoaște situația la ghișeu",
    "Personalul aplică proceduri interculturale: la ghișeu, la telefon și online",
    "Az ügyfélszolgálat munkatársai érthetően, több nyelven tájékoztatnak",
    "Megyeszékhelyi ügyfélkapcsolat-fejlesztés",
    "يحصل المهاجرون على الخدمات العامة على قدم المساواة",
    "Мешканці та новоприбулі зустрічаються щотижня",
    "移民平等使用公共服务",
    "👩🏽‍🏫 cursuri de română 🇷🇴 → 🇪🇺",
    "<b>nu</b> & <script>alert('x')</script> ]]> &amp; ${x} {{y}} %s",
    "**bold** _it_ [link](https://example.org/?a=1#b) `code` | table |",
    "60 % dintre cei îndrumați (n = 120) revin: da, în 3 luni; „poate” și altfel",
    "it's a 'quoted' \"text\" with \\ backslashes, commas and - dashes",
    "a -> b: c # d, [e] {f} *g &h !i %j @k `l ~ = ? | > -",
    "no",
    "17.10",
    "12:30",
    "2026-03-14",
    "- begins with a dash",
    "ends with a colon:",
    "  spaces around  ",
    "Două\nrânduri",
    "Trei\n\n  rânduri, unul gol\n",
    "Trebuie să fie adevărat că " * 40,
)
_ALPHABET = (
    "abcxyzABCXYZ 019 .,;:!?-–—_()[]{}<>/\\|'\"„”«»’`@#%&*+=~^$§°"
    "ăâîșțĂÂÎȘȚáéíóöőúüűŐŰçğćčđšžßñøåæœłżіїєґжщюя"
    "αβγאבגابتثجحخ١٢٣हिन्दीไทย中文字かなカナ한국\u200d\u200c\u0301\u064b\xa0\u202f\u2003\u3000\t"
    "€£±×÷≥→←↔✓★😀🏽🇷🇴👩‍💻𝄞𠀋"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
LANGUAGES = frozenset(("ro", "en", "hu", "ar", "sr-Cyrl", "pt-BR"))


@cache
def texts() -> st.SearchStrategy[str]:
    """Give wordings in several scripts, with markup, with what YAML minds, long and short."""
    free = st.text(_ALPHABET, min_size=1, max_size=30).map(_composed)
    return st.one_of(st.sampled_from(WORDINGS), free).filter(_says_something)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _says_something(text: str) -> bool:
    return bool(text.strip()) and text.strip().lower() != "tbd"


@cache
def labels() -> st.SearchStrategy[str]:
    """Give short texts that are not translated."""
    words = (
        "target group",
        "partner",
        "OS 2.1",
        "10.7",
        "sex",
        "vârstă",
        "a, b",
        "no",
        "0256493610",
    )
    return st.sampled_from(words)


@cache
def ids() -> st.SearchStrategy[str]:
    """Give ids; none is taken for a key of the author's own."""
    tail = st.text(_LETTERS + "0123456789_-", max_size=8)
    found = st.builds(str.__add__, st.sampled_from(_LETTERS), tail)
    return found.filter(lambda name: name[:2] != "x-" and name.lower() != "tbd")


@cache
def dates() -> st.SearchStrategy[Date]:
    """Give years, quarters, months and days."""
    years = st.integers(1, 9999)
    days = st.dates(date(1, 1, 1), date(9999, 12, 31))
    return st.one_of(
        st.builds(Date, years),
        st.builds(Date, years, st.integers(1, 4)),
        st.builds(Date, years, st.none(), st.integers(1, 12)),
        days.map(Date.of),
    )


@cache
def intervals() -> st.SearchStrategy[Interval]:
    """Give stretches of time, with two ends, one or none, in whatever order."""
    ends = st.none() | dates()
    return st.builds(Interval, ends, ends)


@cache
def durations() -> st.SearchStrategy[Duration]:
    """Give lengths of time."""
    parts = st.integers(0, 99)
    return st.builds(Duration, parts, parts, parts, parts)


@cache
def numbers(least: int = -1_000_000, most: int = 1_000_000) -> st.SearchStrategy[int | float]:
    """Give whole and broken numbers."""
    broken = st.floats(least, most, allow_nan=False, allow_subnormal=False)
    return st.one_of(st.integers(least, most), broken)


@cache
def words_in_languages() -> st.SearchStrategy[Any]:
    """Give a wording, or one for each of several languages."""
    several = st.dictionaries(st.sampled_from(sorted(LANGUAGES)), texts(), min_size=1, max_size=3)
    return st.one_of(texts(), texts(), several)


def _scales() -> Drawn:
    return st.tuples(st.integers(0, 5), st.integers(6, 100))


def _scores() -> Drawn:
    return st.one_of(numbers(0, 10), st.dictionaries(ids(), numbers(0, 10), min_size=1, max_size=3))


def _reader(part: Any) -> object:
    """Give the function that reads what a type's values are typed as, if it has one."""
    marks = [mark for mark in get_args(part)[1:] if isinstance(mark, Reads)]
    return marks[0].read if marks else None


_BY_READER: dict[object, Callable[[], Drawn]] = {
    label: labels,
    number: numbers,
    percent: lambda: numbers(0, 100),
    cost: lambda: st.one_of(st.just("none"), numbers(0)),
    flag: st.booleans,
    threshold: lambda: st.one_of(st.booleans(), numbers()),
    likelihood: lambda: st.one_of(st.sampled_from(LIKELIHOODS), numbers(0, 100)),
    number_or_label: lambda: st.one_of(numbers(), st.sampled_from(("scăzut", "cel mult 3"))),
    gate: lambda: st.one_of(st.sampled_from(("all", "any")), st.integers(1, 9)),
    scale: _scales,
    band: _scales,
    observed: lambda: st.text(FLAGS, max_size=2),
    part: lambda: st.sampled_from((0, 0.5, 0.95, 1)),
    weight: lambda: numbers(0, 1000),
    # A file beside the strategy is there or not: tests of the door say which.
    file_name: st.nothing,
    score: _scores,
    _reader(Labels): lambda: st.lists(labels(), max_size=3),
    _reader(Ids): lambda: st.lists(ids(), max_size=2),
    terms: lambda: st.one_of(labels(), st.dictionaries(ids(), texts(), max_size=2)),
}
_BY_TYPE: dict[object, Callable[[], Drawn]] = {
    Text: words_in_languages,
    Date: dates,
    Interval: intervals,
    Duration: durations,
    str: ids,
}


def _value(info: FieldInfo, pool: Pool) -> Drawn:
    mark = next((mark for mark in info.metadata if isinstance(mark, Refers)), None)
    if mark is None:
        readers = [mark.read for mark in info.metadata if isinstance(mark, Reads)]
        return _BY_READER[readers[0]]() if readers else _of_type(info.annotation, pool)
    known = [name for section in _meant(mark) for name in pool.get(section, ())]
    if not known:
        return st.just(()) if get_origin(info.annotation) is tuple else st.nothing()
    if mark.keys:
        values = _of_type(get_args(info.annotation)[1], pool)
        return st.dictionaries(st.sampled_from(known), values, max_size=3)
    if get_origin(info.annotation) is tuple:
        return st.lists(st.sampled_from(known), max_size=3, unique=True)
    return st.sampled_from(known)


def _meant(mark: Refers) -> tuple[str, ...]:
    return (*ID_SECTIONS, "links") if ANY in mark.sections else mark.sections


def _of_type(part: Any, pool: Pool) -> Drawn:
    origin, inner = get_origin(part), get_args(part)
    if part in _BY_TYPE:
        return _BY_TYPE[part]()
    if origin is Annotated:
        readers = [mark.read for mark in inner if isinstance(mark, Reads)]
        known = readers and readers[0] in _BY_READER
        return _BY_READER[readers[0]]() if known else _of_type(inner[0], pool)
    if origin in (Union, UnionType):
        return st.one_of([_of_type(one, pool) for one in inner if one is not type(None)])
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (tuple, dict):
        parts = [_of_type(one, pool) for one in inner if one is not Ellipsis]
        return st.lists(*parts, max_size=2) if origin is tuple else _mapping(*parts)
    assert isinstance(part, type)
    assert issubclass(part, Noun)
    return nouns(part, pool)


def _mapping(keys: Drawn, values: Drawn) -> Drawn:
    return st.dictionaries(keys, values, max_size=2)


@st.composite
def nouns(
    draw: st.DrawFn, noun: type[Noun], pool: Pool, always: Mapping[str, Drawn] | None = None
) -> dict[str, Any]:
    """Give the fields of a noun, by the keys that they have in a file.

    Args:
        draw: given by hypothesis.
        noun: the noun.
        pool: the ids that may be named, by section.
        always: fields that it must have, and what they hold.
    """
    must = always or {}
    fields = {
        info.alias or name: info
        for name, info in noun.model_fields.items()
        if name != "extensions" and name not in must
    }
    chosen = draw(st.sets(st.sampled_from(sorted(fields)), max_size=4))
    said = {key: draw(value) for key, value in must.items()}
    for key in sorted(chosen):
        value = _value(fields[key], pool)
        if not value.is_empty:
            said[key] = draw(value)
    if draw(st.integers(0, 9)) == 9:
        said["x-note"] = draw(_EXTENSIONS)
    return said


@st.composite
def _names(draw: st.DrawFn, sections: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for index, section in enumerate(sections):
        found.setdefault(section, []).append(f"{draw(ids())}_{index}")
    return found


@st.composite
def _links(draw: st.DrawFn, causes: Sequence[str], effects: Sequence[str], most: int) -> list[str]:
    told: set[str] = set()
    found: list[str] = []
    for _ in range(draw(st.integers(0, most))):
        several = draw(st.lists(st.sampled_from(causes), min_size=1, max_size=2, unique=True))
        effect = draw(st.sampled_from(effects))
        arrows = {f"{cause} -> {effect}".lower() for cause in several}
        if not arrows & told:
            told |= arrows
            found.append(
                f"{', '.join(several)}{draw(st.sampled_from((' -> ', '->', ' → ')))}{effect}"
            )
    return found


@st.composite
def strategies(
    draw: st.DrawFn, min_nodes: int = 0, max_nodes: int = 12, *, clean: bool = False
) -> Strategy:
    """Give whole strategies of any shape, with entries in every section.

    Args:
        draw: given by hypothesis.
        min_nodes: the fewest nodes.
        max_nodes: the most nodes.
        clean: whether every entry has a title, every reference leads to an entry of the
            right kind, and nothing is written twice.
    """
    kinds = draw(st.lists(st.sampled_from(NODE_SECTIONS), min_size=min_nodes, max_size=max_nodes))
    around = [name for name in ID_SECTIONS if name not in NODE_SECTIONS]
    others = draw(st.lists(st.sampled_from(around), max_size=10))
    names = draw(_names([*kinds, *others]))
    nodes = [name for section in NODE_SECTIONS for name in names.get(section, ())]
    pool: dict[str, Sequence[str]] = dict(names)
    strays = [] if clean else [*nodes, *(name.upper() for name in nodes), "nobody", "Nothing-1"]
    if not clean:
        pool |= {section: [*names.get(section, ()), *strays] for section in ID_SECTIONS}
    ends = nodes if clean else [*nodes, *nodes, *(name for row in pool.values() for name in row)]
    pool["links"] = draw(_links(ends, ends, 2 * len(nodes) + 1)) if ends else []
    tree: dict[str, Any] = {"strategy": draw(nouns(Head, pool))}
    first = draw(st.lists(st.sampled_from(SECTIONS), max_size=3, unique=True))
    for section in dict.fromkeys([*first, *SECTIONS]):
        if entries := draw(_entries(section, pool, names, clean=clean)):
            tree[section] = entries
    return Strategy.model_validate(tree)


@st.composite
def _entries(
    draw: st.DrawFn, section: str, pool: Pool, names: Pool, *, clean: bool
) -> dict[str, Any]:
    noun = noun_at((section, ""))
    assert noun is not None
    assert issubclass(noun, Noun)
    keys = pool["links"] if section == "links" else names.get(section, ())
    if section == "changelog":
        keys = draw(st.lists(st.sampled_from(("1.0", "1.1", "prima schiță")), unique=True))
    must = {"title": words_in_languages()} if clean else {}
    return {key: draw(st.one_of(texts(), nouns(noun, pool, must))) for key in keys}


_LAYERS = ("inputs", "activities", "outputs", "outcomes", "goals")
_LEFT_OPEN = (
    # Nobody in them answers for anything, and nothing is promised, paid or assumed.
    *("assumptions", "people", "time", "link-without-actor", "indicator-undefined"),
    # Nor does any outcome say what kind of change it is.
    "outcomes-without-kind-of-change",
    # Their wordings and ids are drawn by chance.
    *("wording", "languages", "node-duplicate", "text-placeholder", "id-like-a-sentence"),
    # So are their arrows: many or few, and over any number of levels.
    *("convergence-unexplained", "levels-fully-meshed", "link-skips-levels"),
    *("node-fans-in", "node-fans-out", "strategy-single-thread"),
)
"""The rules and chapters that layered strategies do not answer to."""

ABOUT_CHAINS = tuple(map(find_rule, sorted(Rulebook().usual - Rulebook().named(_LEFT_OPEN))))
"""The rules to which a layered strategy gives no cause."""


@st.composite
def layered_strategies(draw: st.DrawFn, max_width: int = 4) -> Strategy:
    """Give strategies in which every chain begins at an input and ends at a goal.

    They have no loops; every node but the inputs has a cause, every node but the goals an
    effect, every link its reason, and every outcome and goal an indicator.
    """
    widths = [draw(st.integers(1, max_width)) for _ in _LAYERS]
    names = draw(
        _names([kind for kind, width in zip(_LAYERS, widths, strict=True) for _ in range(width)])
    )
    arrows: set[tuple[str, str]] = set()
    for before, after in pairwise(_LAYERS):
        arrows |= {(draw(st.sampled_from(names[before])), effect) for effect in names[after]}
        arrows |= {(cause, draw(st.sampled_from(names[after]))) for cause in names[before]}
    arrows |= draw(st.sets(st.sampled_from(_forward(names)), max_size=4))
    tree: dict[str, Any] = {
        section: {name: {"title": draw(words_in_languages())} for name in row}
        for section, row in names.items()
    }
    tree["links"] = {
        f"{cause} -> {effect}": {"because": draw(texts())} for cause, effect in sorted(arrows)
    }
    measured = (*names["outcomes"], *names["goals"])
    tree["indicators"] = {f"by_{name}": {"title": draw(texts()), "of": name} for name in measured}
    return Strategy.model_validate(tree)


def _forward(names: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return [
        (cause, effect)
        for place, before in enumerate(_LAYERS)
        for after in _LAYERS[place + 1 :]
        for cause in names[before]
        for effect in names[after]
    ]


def trees(leaves: Drawn | None = None) -> st.SearchStrategy[Tree]:
    """Give any tree that YAML can hold: texts, nothing, lists and mappings."""
    ends = st.one_of(st.none(), texts(), labels()) if leaves is None else leaves
    keys = st.one_of(ids(), texts()).filter(lambda key: key != "<<")
    return st.recursive(
        ends,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=8,
    )


_EXTENSIONS = trees(texts())

_FRAGMENTS = (
    *"abz09 :-,[]{}#&*|>'\"%@`?=~<.\\\n\t\r/_→ș",
    *("\n", "\n", "\n  ", "\n  ", "\n    ", "- ", ": ", ": ", "\n- ", ", ", ", ", " #", "#x"),
    *("a: ", "b:\n  ", "goals:\n  ", "links:\n  ", "a -> b: ", "a, b -> c", "title: ", "tbd"),
    *("'", '"', "''", '\\"', "\\n", "\\x41", "\r\n", "\n\t", " \t", "\n\n", "---\n", "\n...\n"),
    *("|\n  ", ">-\n  ", "|2+\n", "&a ", "*a", "<<: *a", "12,5", "17.10", "no", "{a: 1}", "[a, b]"),
    *(
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\xa0",
        "\u200b",
        "şi",
        "e\u0301",
        "\U0001f600",
        "ab" * 30,
    ),
)


def yaml_texts(max_size: int = 25) -> st.SearchStrategy[str]:
    """Give texts made of what YAML is made of, in any order."""
    return st.lists(st.sampled_from(_FRAGMENTS), max_size=max_size).map("".join)


def as_yaml(strategy: Strategy) -> str:
    """Write a strategy the way the package writes it."""
    return write(strategy)


def as_document(text: str, *, pure: bool = False) -> Document:
    """Read a text as the file `a.yaml`."""
    return read_document(Source("a.yaml", text), pure=pure)


def told(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Give of each finding its rule, what it says, and the mend."""
    return [(one.rule, one.message.say(), one.mend.say()) for one in findings]


def at(finding: Finding) -> tuple[int, int]:
    """Give the line and the column of a finding."""
    assert finding.span is not None
    return finding.span.line, finding.span.column


def load_files(files: Mapping[str, str | bytes], name: str = "") -> Loaded:
    """Load files from a folder of their own.

    Args:
        files: their content, by the path in the folder.
        name: which of them to load; the folder when none is named.
    """
    with TemporaryDirectory() as folder:
        for path, content in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_parts(find_strategies(Path(folder, name))[0])
