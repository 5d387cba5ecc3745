"""Levels that the arrows make: the published cases, the equation, and what changes nothing."""

from __future__ import annotations

import sys

import pytest
from graph.arrows import network, strategy_of, tangled
from hypothesis import given

from toc import Strategy
from toc.analysis.layering import layering
from toc.errors import MissingExtraError


@pytest.mark.parametrize(
    ("arrows", "incoherence", "levels"),
    [
        # MacKay, Johnson and Sansom, R. Soc. Open Sci. 7:201138 (2020): a path has 0, a cycle 1.
        pytest.param("ab bc cd", 0.0, {"a": 0, "b": 1, "c": 2, "d": 3}, id="path-of-4"),
        pytest.param("ab bc ca", 1.0, {"a": 0, "b": 0, "c": 0}, id="directed-cycle"),
        pytest.param("dc cb ba", 0.0, {"a": 3, "b": 2, "c": 1, "d": 0}, id="path-named-backwards"),
        # Closed form from the definition.
        pytest.param("ab bc ac", 1 / 9, {"a": 0, "b": 2 / 3, "c": 4 / 3}, id="feed-forward-loop"),
    ],
)
def test_the_published_cases(arrows: str, incoherence: float, levels: dict[str, float]) -> None:
    """Levels and incoherence are those of the paper, or of a closed form."""
    links = {f"{one[0]} -> {one[1]}": "So" for one in arrows.split()}
    found = layering(strategy_of(sorted(levels), links))
    assert found.incoherence == pytest.approx(incoherence, abs=1e-12)
    assert found.levels == pytest.approx(levels, abs=1e-12)


@given(tangled())
def test_the_levels_solve_the_equation(strategy: Strategy) -> None:
    """For every node, its rises and falls add up to what comes in less what goes out."""
    found = layering(strategy)
    pairs = set(network(strategy).edges)
    left = dict.fromkeys(network(strategy), 0.0)
    for cause, effect in pairs:
        rise = found.levels[effect] - found.levels[cause] - 1
        left[effect] += rise
        left[cause] -= rise
    assert all(abs(one) < 1e-8 for one in left.values())
    assert found.incoherence is None or 0 <= found.incoherence <= 1 + 1e-9
    assert (found.incoherence is None) == (not pairs)


@given(tangled())
def test_a_map_read_backwards_is_as_coherent(strategy: Strategy) -> None:
    """With all arrows turned round the incoherence is the same."""
    back = {}
    for cause, effect in sorted(network(strategy).edges):
        back[f"{effect} -> {cause}"] = "So"
    turned = strategy_of(sorted(network(strategy)), back)
    assert layering(turned).incoherence == pytest.approx(layering(strategy).incoherence, abs=1e-9)


def test_the_worst_arrows_come_first() -> None:
    """An arrow from the beginning to the end of a long chain fits least."""
    links = {"a -> b": "So", "b -> c": "So", "c -> d": "So", "d -> e": "So", "a -> e": "So"}
    found = layering(strategy_of("abcde", links))
    assert (found.worst[0].cause, found.worst[0].effect) == ("a", "e")
    assert len(found.worst) == 3
    assert found.worst[0].rise > 1


def test_arrows_that_rise_too_little_fit_badly_too() -> None:
    """In a circle no arrow rises, and it is the distance from one level that counts."""
    links = {"a -> b": "So", "b -> c": "So", "c -> d": "So", "d -> e": "So", "e -> b": "So"}
    found = layering(strategy_of("abcde", links))
    assert [(one.cause, one.effect) for one in found.worst] == [("b", "c"), ("c", "d"), ("d", "e")]


def test_feedback_is_no_part_of_the_levels() -> None:
    """A marked return does not make a map incoherent."""
    links = {"a -> b": "So", "b -> a": {"feedback": "balancing"}}
    assert layering(strategy_of("ab", links)).incoherence == 0


def test_without_numpy_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lacks the extra package is told its name."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtraError, match=r"theory-of-change\[analysis\]"):
        layering(strategy_of("ab", {"a -> b": "So"}))
