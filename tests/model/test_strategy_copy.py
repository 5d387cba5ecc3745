"""A copy of a strategy is another strategy."""

from __future__ import annotations

from toc import Strategy


def test_a_copy_does_not_remember_what_was_worked_out_of_the_original() -> None:
    """Links and ids are those of the copy, also where the original was asked before."""
    first = Strategy(goals={"equal": "Equal access"}, links={"equal -> equal": "It lasts"})
    assert len(first.arrows) == 1
    assert "equal" in first.index
    second = first.model_copy(update={"goals": {}, "links": {}})
    assert second.arrows == ()
    assert "equal" not in second.index
    assert len(first.arrows) == 1
