"""Ranks over all weightings: for each pilot one bar, its parts as long as the ranks are frequent.

The ranks are told apart by pattern, by place and by words, so that the bars are read in grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from toc.diagrams import palette
from toc.diagrams.charts import strokes
from toc.diagrams.charts.frame import GAP, NOTE, NUMBER, Frame, Key, Place
from toc.diagrams.layout import Area
from toc.diagrams.sheet.setting import Type, item, measured, paragraph, rows
from toc.errors import NothingToDrawError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.scene import Box, Figure, Item, Scene, Words

__all__ = ["MOST", "Ranks", "ranked"]

MOST: Final = 4
"""Ranks that are told apart; where there are more, all from the fourth on are one."""

_RANKS = (
    Message("first place"),
    Message("second place"),
    Message("third place"),
    Message("fourth place"),
)
_LATER = Message("fourth place or later")
_LABEL = Type(10.5)
_SAID = Type(11.0)
_WHITE = Type(10.5, bold=True, colour=palette.PAPER)
_BAR = 20.0
_AIR = 12.0
_SPACE = 3.0


@dataclass(frozen=True, slots=True)
class Ranks:
    """How often something has which rank; its words are in the picture's language.

    Attributes:
        label: what it is.
        shares: in whole per cent, how often it is first, second, …; of the ranks that it may
            have, whether it has them or not.
    """

    label: str
    shares: tuple[int, ...]


def ranked(
    title: str, subtitle: str, bars: Sequence[Ranks], *, language: str, said: str = ""
) -> Scene:
    """Draw how often each has which rank, in the order that is given.

    Args:
        title: the picture's name.
        subtitle: of which strategy, and of when.
        bars: at least one.
        language: a BCP 47 tag; every text is in it already.
        said: the answer in a sentence, which stands above.

    Raises:
        NothingToDrawError: there is nothing to draw.
    """
    if not bars:
        raise NothingToDrawError(Message("there are no ranks to draw"))
    return _Bars(Frame(title, subtitle, language), tuple(bars), said).scene()


@dataclass(frozen=True)
class _Bars:
    """A sheet of bars."""

    frame: Frame
    bars: tuple[Ranks, ...]
    said: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the ranks are called."""
        count = max(len(bar.shares) for bar in self.bars)
        last = _LATER if count > MOST else _RANKS[-1]
        return tuple(self.frame.say(one) for one in (*_RANKS[: MOST - 1], last)[:count])

    def parts(self, bar: Ranks) -> tuple[int, ...]:
        """Give a bar's shares, those of all later ranks together."""
        first, later = bar.shares[: MOST - 1], bar.shares[MOST - 1 :]
        return (*first, sum(later)) if later else first

    def scene(self) -> Scene:
        """Draw it."""
        head, y = self.frame.head()
        lines = rows(self.said, self.frame.width, _SAID)
        sentence = item("answer", (), self.frame.set(lines, palette.MARGIN, y - 4, _SAID))
        y += len(lines) * _SAID.lead + 6
        tops = list(accumulate((self._high(bar) for bar in self.bars), initial=y))
        boxes = [self._row(at, bar, tops[at]) for at, bar in enumerate(self.bars)]
        samples = (
            Key(tuple(_pattern(at, -9, -6, 18, 12)), name) for at, name in enumerate(self.names)
        )
        keys, bottom = self.frame.keys(samples, tops[-1] + 2)
        return self.frame.scene(boxes, [head, sentence, *keys], self.said, bottom + GAP / 2)

    def _high(self, bar: Ranks) -> float:
        label = len(rows(bar.label, self.frame.width, _LABEL)) * _LABEL.lead
        words = len(rows(self._words(bar), self.frame.width, NOTE)) * NOTE.lead
        return label + 2 * _SPACE + _BAR + words + _AIR

    def _words(self, bar: Ranks) -> str:
        """Say the ranks that it has; what it never is, is left to the picture."""
        named = zip(self.names, self.parts(bar), strict=False)
        said = [Message("{rank} in {share} %", {"rank": one, "share": n}) for one, n in named if n]
        return " · ".join(self.frame.say(one) for one in said)

    def _row(self, at: int, bar: Ranks, top: float) -> Box:
        label = rows(bar.label, self.frame.width, _LABEL)
        words = rows(self._words(bar), self.frame.width, NOTE)
        y = top + len(label) * _LABEL.lead + _SPACE
        marks = [
            item("name", (), self._set(label, top, _LABEL)),
            *self._stack(bar, y),
            item("words", (), self._set(words, y + _BAR + _SPACE, NOTE)),
        ]
        area = Area(palette.MARGIN, top, self.frame.width, self._high(bar) - _AIR)
        told = self.frame.say(f"{bar.label}: {self._words(bar)}")
        return self.frame.box(Place(f"ranks-{at}", "ranks", at, area), marks, told)

    def _set(self, lines: Sequence[str], top: float, look: Type) -> tuple[Words, ...]:
        return self.frame.set(lines, palette.MARGIN, top, look, width=self.frame.width)

    def _stack(self, bar: Ranks, top: float) -> Iterator[Item]:
        """Draw the parts; the whole is what the shares add up to, which rounding may move."""
        parts = self.parts(bar)
        whole, x = sum(parts) or 1, palette.MARGIN
        for rank, share in enumerate(parts):
            wide = self.frame.width * share / whole
            if share:
                figures = _pattern(rank, x, top, wide, _BAR)
                yield item("rank", *self._figured(rank, share, (x, top, wide), figures))
            x += wide

    def _figured(
        self, rank: int, share: int, place: tuple[float, float, float], figures: list[Figure]
    ) -> tuple[list[Figure], tuple[Words, ...]]:
        """Write a share upon its part, on paper where the part has a pattern; if it has room."""
        (x, top, wide), text = place, f"{share}\N{NO-BREAK SPACE}%"
        room = measured(text, NUMBER) + 6
        if wide < room + 4:
            return figures, ()
        middle, look = x + wide / 2, NUMBER if rank else _WHITE
        if rank:
            figures = [
                *figures,
                strokes.bar(middle - room / 2, top + 3, room, _BAR - 6, palette.PAPER),
            ]
        words = paragraph(
            [text],
            middle,
            top + (_BAR - look.size) / 2 - 0.8,
            look,
            rightward=True,
            anchor="middle",
        )
        return figures, words


def _pattern(rank: int, x: float, top: float, wide: float, high: float) -> list[Figure]:
    """Draw a part of a bar: full, close lines, far lines, empty; each framed."""
    if not rank:
        return [strokes.bar(x, top, wide, high, strokes.NOW)]
    corners = ((x, top), (x + wide, top), (x + wide, top + high), (x, top + high), (x, top))
    figures = [strokes.bar(x, top, wide, high, palette.PAPER)]
    figures += _slanted(x, top, (wide, high), {1: 4.0, 2: 10.0}.get(rank, 0.0))
    return [*figures, strokes.line(*corners, colour=strokes.NOW, width=1.0)]


def _slanted(x: float, top: float, size: tuple[float, float], step: float) -> Iterator[Figure]:
    """Draw lines from lower left to upper right within a rectangle."""
    wide, high = size
    at = step / 2
    while step and at < wide + high:
        start = (x + max(0.0, at - high), top + min(at, high))
        end = (x + min(at, wide), top + max(0.0, at - wide))
        yield strokes.line(start, end, colour=strokes.NOW, width=1.3)
        at += step
