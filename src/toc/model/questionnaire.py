"""The questionnaire of an assessment: its questions, and what is answered to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from toc.model.base import AreaRef, Entry, Noun
from toc.model.language import TextField
from toc.model.reads import Reads
from toc.model.refusals import refusal
from toc.model.values import Flag, Labels, NumberOrLabel, Percent, entries, field, number
from toc.spelling import folded
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ANSWERS_FILES", "Answer", "FileName", "Question", "Scale", "Weight"]

ANSWERS_FILES = (".csv", ".xlsx", ".yaml", ".yml")
"""The endings of the files that may hold answers."""

_NAME = re.compile(r"(?:\w[\w .-]*/)*\w[\w .-]*\Z")
_NOT_APPLICABLE = frozenset(
    ("not applicable", "n/a", "na", "nu se aplica", "neaplicabil", "nu este cazul", "nu e cazul")
)
_NOT_ANSWERED = frozenset(
    ("", "not answered", "no answer", "nu s-a raspuns", "fara raspuns", "tbd", "-", "–", "—", "?")
)
_YES, _NO = frozenset(("yes", "da", "true")), frozenset(("no", "nu", "false"))
_ALL = 100
_HEAVIEST = 1_000_000


def scale(value: object) -> tuple[int | float, int | float]:
    """Read the lowest and the highest score.

    Raises:
        PydanticCustomError: when these are not two numbers in order.
    """
    if isinstance(value, list | tuple) and len(value) == 2:  # noqa: PLR2004 - lowest and highest
        low, high = (number(end) for end in value)
        if low < high:
            return low, high
    raise refusal(
        Message("a scale has a lowest and a highest score"),
        Message("write [1, 5]"),
    )


def weight(value: object) -> int | float:
    """Read how much something counts beside others.

    Raises:
        PydanticCustomError: when it is no number, less than nothing, or beyond all measure.
    """
    found = number(value)
    if found < 0:
        raise refusal(
            Message("nothing counts less than nothing"),
            Message("write 0 for what does not count, or a number above it"),
        )
    if found > _HEAVIEST:
        raise refusal(
            Message("{number} is no weight", {"number": str(value)}),
            Message("write how often it counts beside another, up to {most}", {"most": _HEAVIEST}),
        )
    return found


def file_name(value: object) -> str:
    """Read the name of a file in the strategy's own folder, or in one below it.

    Raises:
        PydanticCustomError: when it is a path that may lead elsewhere, or no table.
    """
    text = value.strip() if isinstance(value, str) else ""
    if not _NAME.match(text):
        raise refusal(
            Message("“{text}” is no name of a file beside the strategy", {"text": str(value)}),
            Message("write its name alone, such as {form}", {"form": "answers: answers_2026.csv"}),
        )
    if not text.lower().endswith(ANSWERS_FILES):
        raise refusal(
            Message(
                "answers are read from CSV, XLSX and YAML, and not from “{text}”", {"text": text}
            ),
            Message("save the table as CSV or XLSX"),
        )
    return text


_ENDS = {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2}
Scale = Annotated[tuple[int | float, int | float], Reads(scale, _ENDS)]
Weight = Annotated[
    int | float,
    Reads(
        weight,
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": r"^\s*\+?(\d+(\.\d+)?|\.\d+)\s*$"},
            ]
        },
    ),
]
FileName = Annotated[str, Reads(file_name, {"type": "string"})]


def _said(value: object) -> str:
    """Give an answer as it is compared: without capitals, accents, and zeros that say nothing."""
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else folded(str(value)).strip()


class Answer(Noun):
    """What was answered to one question.

    Not applicable and not answered are two things: the first leaves the question out,
    the second leaves it open.

    >>> Answer(value="n/a").is_applicable, Answer(value="n/a").is_given
    (False, False)
    >>> Answer(value="").is_applicable, Answer(value="").is_given
    (True, False)
    """

    short_form = "value"

    value: NumberOrLabel | None = field(
        "The answer: one of the question's values, a number on its scale, or `not applicable`."
    )
    evidence: TextField = field("What shows that it is so.")
    note: TextField = field("What to know about it; why the question is not applicable.")
    example: TextField = field("A good practice, for others to learn from.")

    @property
    def is_applicable(self) -> bool:
        """Whether the question concerns the region at all."""
        return _said(self.value) not in _NOT_APPLICABLE

    @property
    def is_given(self) -> bool:
        """Whether anything was answered that can be scored."""
        return self.is_applicable and _said(self.value) not in _NOT_ANSWERED


class Question(Entry):
    """A question of the questionnaire, and how its answers are scored.

    Without `points` and without a `scale` it is answered with yes or no.

    >>> Question(points={"no": 0, "partly": 50, "yes": 100}).share("Partly")
    0.5
    >>> Question(scale=(0, 4)).share(3), Question(scale=(0, 4), direction="down").share(3)
    (0.75, 0.25)
    >>> Question().share("da"), Question().share("perhaps")
    (1.0, None)
    """

    area: AreaRef = field("The policy area that it is about.")
    weight: Weight | None = field(
        "How much it counts in its area; without one it counts as much as 1."
    )
    optional: Flag | None = field("Whether it may be left open without being missed.")
    kind: Literal["fact", "input", "impact"] | None = field(
        "What it asks for: a fact, what is put in, or what comes of it."
    )
    points: dict[str, Percent] = entries(
        "The answers to choose from, each with its share of the points, 0 to 100."
    )
    scale: Scale | None = field("The lowest and the highest number that can be answered.")
    direction: Literal["up", "down"] | None = field("Whether a higher number is better, or worse.")
    version: Labels = field(
        "The versions of the questionnaire that ask it; without one, all of them.", default=()
    )

    def share(self, value: object) -> float | None:
        """Give the share of the points that an answer earns, 0 to 1; None when it is no answer."""
        if self.scale is not None and not self.points:
            return self._on_scale(value)
        said = _said(value)
        if self.points:
            found = {_said(name): points for name, points in self.points.items()}
            return None if said not in found else found[said] / _ALL
        return 1.0 if said in _YES else 0.0 if said in _NO else None

    @property
    def values(self) -> tuple[str, ...]:
        """What can be answered, in words; empty where it is a number on a scale."""
        return tuple(self.points) or (() if self.scale is not None else ("yes", "no"))

    def is_asked_in(self, versions: Iterable[str]) -> bool:
        """Whether a questionnaire of some version asks it; one without a version asks all."""
        asked = frozenset(versions)
        return not self.version or not asked or not asked.isdisjoint(self.version)

    def _on_scale(self, value: object) -> float | None:
        assert self.scale is not None
        low, high = self.scale
        if not isinstance(value, int | float) or not low <= value <= high:
            return None
        share = (value - low) / (high - low)
        return 1 - share if self.direction == "down" else share
