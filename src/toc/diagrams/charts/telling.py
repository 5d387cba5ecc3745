"""Charts in words: whoever does not see one hears every value of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.readings import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.diagrams.charts.content import Names, Score
    from toc.diagrams.charts.frame import Frame

__all__ = ["NO_DATA", "score_told", "sentence"]

NO_DATA = STANDINGS["no-data"]


def sentence(frame: Frame, label: str, facts: Iterable[tuple[str, str]], *more: str) -> str:
    """Tell a thing and the facts about it in one line.

    Args:
        frame: whose language is spoken.
        label: of what.
        facts: names and values; what has no name stands alone.
        more: what is said after them.
    """
    said = [f"{name} {value}".strip() for name, value in facts]
    said += [text for text in more if text]
    return frame.say(f"{label}: {'; '.join(said)}")


def score_told(frame: Frame, score: Score, names: Names) -> str:
    """Tell a score, and what it is compared with."""
    facts = [(names.now, _value(frame, score.value))]
    for name, value in ((names.before, score.before), (names.peers, score.peers)):
        if name:
            facts.append((name, _value(frame, value)))
    return sentence(frame, score.label, facts, score.note)


def _value(frame: Frame, value: float | None) -> str:
    return frame.score(value) if value is not None else frame.say(NO_DATA)
