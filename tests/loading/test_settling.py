"""What is open is set aside: `tbd` anywhere, and keys with nothing after them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import ids, load_files

from toc.findings import Route, Severity
from toc.loading import Loaded
from toc.rulebook import examine, find_rule

HEAD = "strategy: {id: s, title: S}\n"


def _load(text: str, status: str = "draft") -> Loaded:
    head = f"strategy: {{id: s, title: S, status: {status}}}\n" if status else ""
    return load_files({"a.yaml": head + text}, "a.yaml")


OPEN: list[tuple[str, Route]] = [
    ("goals: {a: tbd}", ("goals", "a", "title")),
    ("goals: {a: {title: tbd}}", ("goals", "a", "title")),
    ("goals: {a: {title: TBD}}", ("goals", "a", "title")),
    ("goals: {a: {title: ' tbd '}}", ("goals", "a", "title")),
    ("goals: {a: {title: A, for: tbd}}", ("goals", "a", "for")),
    ("goals: {a: {title: A, for: [b, tbd]}}", ("goals", "a", "for")),
    ("goals: {a: {title: A, refs: {sdg: tbd}}}", ("goals", "a", "refs", "sdg")),
    ("goals: {a: {title: {ro: A, en: tbd}}}", ("goals", "a", "title", "en")),
    ("goals: tbd", ("goals",)),
    ("links: {a -> b: tbd}", ("links", "a -> b", "because")),
    ("links: {a -> b: {because: tbd}}", ("links", "a -> b", "because")),
    ("links: {a -> b: {because: B, evidence: tbd}}", ("links", "a -> b", "evidence")),
    ("links: {a -> b: {because: B, assuming: [tbd]}}", ("links", "a -> b", "assuming")),
    ("indicators: {i: {title: I, baseline: tbd}}", ("indicators", "i", "baseline")),
    ("indicators: {i: {title: I, target: {2028: tbd}}}", ("indicators", "i", "target", "2028")),
    ("indicators: {i: {title: I, target: {2028: {value: tbd}}}}", ("indicators", "i", "target", "2028", "value")),
    ("activities: {a: {title: A, cost: tbd}}", ("activities", "a", "cost")),
    ("activities: {a: {title: A, period: tbd}}", ("activities", "a", "period")),
    ("outcomes: {a: {title: A, requires: tbd, horizon: tbd}}", ("outcomes", "a", "requires")),
    ("pilots: {p: {title: P, scores: {c: {ana: tbd}}}}", ("pilots", "p", "scores", "c", "ana")),
    ("pilots: {p: {title: P, chosen: {on: tbd}}}", ("pilots", "p", "chosen", "on")),
    ("reviews: {r: {title: R, decisions: [{about: a, because: tbd}]}}", ("reviews", "r", "decisions", 0, "because")),
    ("stages: {s: {title: S, review: {every: tbd}}}", ("stages", "s", "review", "every")),
    ("criteria: {c: {title: C, scale: tbd, weight: tbd}}", ("criteria", "c", "scale")),
    ("changelog: {'1.0': tbd}", ("changelog", "1.0", "because")),
    ("sources: {s: {title: S, year: tbd}}", ("sources", "s", "year")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "route"), OPEN)
def test_tbd_stands_for_nothing_yet_wherever_a_value_may_stand(text: str, route: Route) -> None:
    """It loads as nothing, is no fault, and its place is an open point and a hole."""
    loaded = _load(text)
    assert loaded.findings == ()
    assert route in loaded.strategy.open_points
    assert route[:3] in loaded.holes


@pytest.mark.parametrize(
    "field", ["title: tbd", "status: tbd", "period: tbd", "led_by: [tbd]", "place: tbd"]
)
def test_the_head_may_be_open_too(field: str) -> None:
    """A strategy whose title or status is open is a strategy."""
    loaded = _load(f"strategy: {{{field}}}", status="")
    assert loaded.findings == ()
    assert loaded.strategy.open_points == (("strategy", field.partition(":")[0]),)


@pytest.mark.parametrize(
    "text",
    [
        "goals: {a: {title: A, x-when: tbd}}",
        "goals: {x-later: tbd, a: A}",
        "x-goals: {a: tbd}",
        "goals: {a: what is tbd is tbd}",
        "goals: {a: tbds}",
        "goals: {tbd: A}",
    ],
)
def test_what_only_looks_like_tbd_is_not_open(text: str) -> None:
    """A longer text, an id, and whatever an author keeps under `x-` stay what they are."""
    loaded = _load(text)
    assert (loaded.strategy.open_points, loaded.findings) == ((), ())


def test_the_rest_of_a_list_stays_in_order_and_in_place() -> None:
    """Open items leave a list without a gap, and places still lead to the others."""
    loaded = _load("goals: {a: {title: A, for: [tbd, b, tbd, c]}}")
    assert loaded.strategy.goals["a"].for_ == ("b", "c")
    for index, column in ((0, 34), (1, 42)):
        span = loaded.locate(("goals", "a", "for", index))
        assert span is not None
        assert (span.line, span.column) == (2, column)


@pytest.mark.parametrize(
    "text",
    [
        "goals:\n  a:\n",
        "goals:\n  a: {title: }\n",
        "goals:\n  a:\n    for:\n    title:\n",
        "goals:\n  a:\n    for:\n      -\n",
        "goals:\n  a:\n    title: {ro: }\n",
    ],
)
def test_nothing_after_a_key_is_nothing(text: str) -> None:
    """An empty value is not there; its entry is, and it is no open point."""
    loaded = _load(text)
    assert (loaded.findings, loaded.strategy.open_points) == ((), ())
    assert list(loaded.strategy.goals) == ["a"]
    assert not loaded.strategy.goals["a"].title


def test_an_empty_section_holds_no_entries() -> None:
    """A section that waits for its entries is no fault."""
    loaded = _load("goals:\nneeds: {}\nlinks: tbd\n")
    assert loaded.findings == ()
    assert not loaded.strategy.goals


@given(
    st.dictionaries(
        ids(), st.lists(st.sampled_from(("tbd", "x", "TBD", None)), max_size=4), max_size=4
    )
)
def test_each_open_point_is_named_once(fields: dict[str, list[str | None]]) -> None:
    """However often `tbd` stands in one list, the list is one open point."""
    lines = "".join(
        f"  {key}: {{title: T, tags: [{', '.join(item or '~' for item in items)}]}}\n"
        for key, items in fields.items()
    )
    loaded = _load(f"goals:\n{lines}" if fields else "")
    points = loaded.strategy.open_points
    assert len(set(points)) == len(points)
    assert {point[1] for point in points} == {
        key for key, items in fields.items() if {"tbd", "TBD"} & set(items)
    }


@pytest.mark.parametrize(
    ("status", "severity"),
    [
        ("sketch", Severity.NOTE),
        ("draft", Severity.WARNING),
        ("consulted", Severity.WARNING),
        ("adopted", Severity.ERROR),
        ("running", Severity.ERROR),
        ("closed", Severity.ERROR),
    ],
)
def test_open_points_grow_graver(status: str, severity: Severity) -> None:
    """A sketch lists them and counts none; a draft warns; an adopted strategy fails."""
    loaded = _load("goals: {a: {title: A, due: tbd}}", status)
    rule = find_rule("value-left-open")
    (finding,) = examine(loaded.strategy, rules=[rule], found=loaded.findings, holes=loaded.holes)
    assert (finding.severity, finding.route) == (severity, ("goals", "a", "due"))
    assert finding.message.say() == "“due” of “A” is still open"
