"""Which links rest on an assumption, and how sure they are: counted a second time from the data."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from toc.findings import KEY
from toc.model import Strategy
from toc.rulebook import examine, find_rule

NAMES = ("Trust", "time", "rooms", "permits")
RISKS = ("late", "tired", "hostile")
LINKS = ("work -> change", "work, change -> goal", "change -> benefit")

_spelled = st.sampled_from([*NAMES, *map(str.upper, NAMES), "nobody at all"])
_assumptions = st.fixed_dictionaries(
    {"title": st.just("It is so")},
    optional={
        "kind": st.sampled_from(["rationale", "context", "reach"]),
        "status": st.sampled_from(["untested", "holding", "doubtful", "failed"]),
    },
)
_risks = st.fixed_dictionaries({"of": st.lists(_spelled, max_size=2)})
_links = st.fixed_dictionaries(
    {
        "assuming": st.lists(_spelled, max_size=3),
        "risks": st.lists(st.sampled_from([*RISKS, *map(str.upper, RISKS)]), max_size=2),
    },
    optional={
        "evidence": st.sampled_from(["strong", "moderate", "limited", "gap"]),
        "confidence": st.sampled_from([0, 79, 80, 100]),
    },
)


def _some(names: tuple[str, ...], entry: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(st.sampled_from(names), entry, max_size=len(names))


_data = st.fixed_dictionaries(
    {
        "assumptions": _some(NAMES, _assumptions),
        "risks": _some(RISKS, _risks),
        "links": _some(LINKS, _links),
    }
)


def _found(rule: str, data: dict[str, Any]) -> set[str]:
    findings = examine(Strategy.model_validate(data), rules=[find_rule(rule)])
    names = [str(one.route[1]) for one in findings]
    assert len(names) == len(set(names))
    return set(names)


def _same(name: str, names: list[str]) -> bool:
    return any(one.lower() == name.lower() for one in names)


def _rest_on(name: str, data: dict[str, Any], link: dict[str, Any]) -> bool:
    risks = [one for key, one in data["risks"].items() if _same(key, link["risks"])]
    return _same(name, link["assuming"]) or any(_same(name, one["of"]) for one in risks)


@given(_data)
def test_an_assumption_is_unattached_where_no_link_rests_on_it(data: dict[str, Any]) -> None:
    """Neither directly nor through a risk; where nothing is linked at all, nobody is blamed.

    Where no link names any, that is told once, of the strategy.
    """
    expected = {
        name
        for name, assumption in data["assumptions"].items()
        if data["links"]
        and assumption.get("kind") != "rationale"
        and not any(_rest_on(name, data, link) for link in data["links"].values())
    }
    links = data["links"].values()
    risks = [name for link in links for name in link["risks"]]
    through = [risk for key, risk in data["risks"].items() if _same(key, risks) and risk["of"]]
    if expected and not through and not any(link["assuming"] for link in links):
        expected = {KEY}
    assert _found("assumption-unattached", data) == expected


def _is_too_sure(status: str | None, link: dict[str, Any]) -> bool:
    sure = link.get("evidence") == "strong" or link.get("confidence", 0) >= 80
    if status == "doubtful":
        return sure
    return status == "failed" and (sure or link.get("evidence") == "moderate")


@given(_data)
def test_a_failed_assumption_is_told_with_every_link_that_is_too_sure(data: dict[str, Any]) -> None:
    """One finding for the assumption, and every such link beside it."""
    expected = {
        name: links
        for name, assumption in data["assumptions"].items()
        if (
            links := {
                key
                for key, link in data["links"].items()
                if _same(name, link["assuming"]) and _is_too_sure(assumption.get("status"), link)
            }
        )
    }
    strategy = Strategy.model_validate(data)
    findings = examine(strategy, rules=[find_rule("assumption-failed-unchanged")])
    shown = {one.route[1]: {other.route[1] for other in one.related} for one in findings}
    assert shown == expected


def test_a_misspelled_assumption_is_not_told_a_second_time() -> None:
    """A link that names `trst` means `trust`: the reference is told of, and nothing else."""
    data = {
        "activities": {"work": "Work"},
        "goals": {"goal": "Goal"},
        "assumptions": {"trust": {"title": "T", "importance": "critical"}},
        "indicators": {"visits": {"title": "Visits", "of": "trusts"}},
        "links": {"work -> goal": {"assuming": ["trst"]}},
    }
    assert _found("assumption-unattached", data) == set()
    assert _found("assumption-untested", data) == set()
