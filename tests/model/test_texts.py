"""Every text of a strategy, with the route to it."""

from __future__ import annotations

from hypothesis import given
from theories import strategies

from toc.model import Strategy
from toc.model.anatomy import is_text
from toc.model.texts import texts_of


@given(strategies())
def test_every_text_stands_where_a_text_may_stand(strategy: Strategy) -> None:
    """Each route is given once, and leads to a field that takes a text."""
    routes = [route for route, _ in texts_of(strategy)]
    assert len(routes) == len(set(routes))
    assert all(map(is_text, routes))


def test_texts_are_found_at_any_depth() -> None:
    """In entries, in what they hold, in lists and in maps, and in the head."""
    strategy = Strategy.model_validate(
        {
            "strategy": {"title": "A", "place": {"name": "B"}, "terms": {"goal": "C"}},
            "reviews": {"r": {"decisions": [{"because": "D"}, {"because": "E"}]}},
            "events": {"e": {"decided": ["F"]}},
            "indicators": {"i": {"target": {"2028": {"value": 3, "note": "G"}}}},
            "links": {"a -> b": "H"},
        }
    )
    assert {str(text): route for route, text in texts_of(strategy)} == {
        "A": ("strategy", "title"),
        "B": ("strategy", "place", "name"),
        "C": ("strategy", "terms", "goal"),
        "D": ("reviews", "r", "decisions", 0, "because"),
        "E": ("reviews", "r", "decisions", 1, "because"),
        "F": ("events", "e", "decided", 0),
        "G": ("indicators", "i", "target", "2028", "note"),
        "H": ("links", "a -> b", "because"),
    }
