"""Charts with every mark on them, and overlays that dress them anyhow, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from toc.diagrams import palette
from toc.diagrams.chart import Arrow, Box, Chart, Column, Lane, Note
from toc.diagrams.overlay import Dress, Key, Look, Overlay, Stamp, Stroke

__all__ = ["dresses", "looks", "marked_charts", "overlays"]

LEVELS = ("input", "activity", "output", "short", "medium", "goal")
KINDS = ("input", "activity", "output", "outcome", "goal", "barrier", "unintended")
WORDS = ("migranții", "la", "ghișeu", "serviciile publice", "https://exemplu.ro/o/cale?si=lunga")
COLOURS = (palette.ADDED, palette.CHANGED, palette.REMOVED, palette.FAR_BEHIND, palette.INK)

labels = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
counts = st.sampled_from([0, 0, 1, 3, 12, 140])


@st.composite
def marked_charts(draw: st.DrawFn) -> Chart:
    """Make up a chart with gates, stacks, unseen arrows, loops and arrows for several links."""
    columns = draw(st.integers(1, len(LEVELS)))
    lanes = draw(st.integers(0, 2))
    count = draw(st.integers(1, 12))
    boxes = tuple(
        Box(
            f"box{at}",
            draw(st.sampled_from(KINDS)),
            draw(labels),
            draw(st.integers(0, columns - 1)),
            draw(st.integers(0, max(0, lanes - 1))),
            draw(st.sampled_from([None, "all", "any", 2])),
            holds=draw(counts),
            unseen_causes=draw(counts),
            unseen_effects=draw(counts),
        )
        for at in range(count)
    )
    notes = tuple(
        Note(number, draw(st.sampled_from(["untested", "holding", "doubtful", "failed"])), "So")
        for number in range(1, draw(st.integers(0, 5)) + 1)
    )
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    numbers = st.sets(st.sampled_from(range(1, 6))).map(tuple)
    arrows = tuple(
        Arrow(
            f"arrow{at}",
            f"box{cause}",
            f"box{effect}",
            "so it is",
            draw(numbers),
            draw(st.booleans()),
            draw(st.sampled_from(["", "reinforcing", "balancing"])),
            draw(st.sampled_from(["", "strong", "moderate", "limited", "gap"])),
            draw(st.sampled_from([1, 1, 2, 14, 1200])),
        )
        for at, (cause, effect) in enumerate(draw(st.lists(ends, max_size=14)))
    )
    return Chart(
        title="Marks",
        columns=tuple(Column(level, level) for level in LEVELS[:columns]),
        boxes=boxes,
        arrows=arrows,
        lanes=tuple(Lane(f"lane{at}", "Lane") for at in range(lanes)),
        notes=notes,
        language=draw(st.sampled_from(["ro", "en"])),
    )


def dresses() -> st.SearchStrategy[Dress]:
    """Make up a box's dress."""
    return st.builds(
        Dress,
        fill=st.sampled_from(["", palette.ON_TRACK, palette.BEHIND]),
        edge=st.sampled_from(["", *COLOURS]),
        width=st.sampled_from([0.0, 3.0]),
        dash=st.sampled_from([(), (5.0, 3.0)]),
        hatched=st.booleans(),
        ring=st.sampled_from(["", "full", "dashed"]),
        sign=st.sampled_from(
            ["", "check", "exclamation", "cross", "plus", "minus", "tilde", "question"]
        ),
        tag=st.sampled_from(["", "P1", "P1, P2", "3 findings", "a very long word of a pilot"]),
        foot=st.sampled_from(["", "61 of 80", "17, target 10", "1200000 of 3600000 people"]),
        share=st.none() | st.floats(0, 1),
        struck=st.booleans(),
        muted=st.booleans(),
        told=st.sampled_from(["", "on track"]),
    )


@st.composite
def overlays(draw: st.DrawFn, chart: Chart) -> Overlay:
    """Make up an overlay for a chart."""
    strokes = st.builds(
        Stroke,
        colour=st.sampled_from(["", *COLOURS]),
        width=st.sampled_from([0.0, 2.6]),
        tag=st.sampled_from(["", "", "P1", "12"]),
        muted=st.booleans(),
        told=st.sampled_from(["", "thin"]),
    )
    return Overlay(
        "any",
        "Anything",
        {box.id: draw(dresses()) for box in chart.boxes},
        {arrow.key: draw(strokes) for arrow in chart.arrows},
        {note.number: Stamp(draw(st.booleans()), draw(st.booleans())) for note in chart.notes},
        tuple(Key("what it means", sample) for sample in draw(st.lists(dresses(), max_size=9))),
    )


looks = st.builds(Look, widths=st.booleans(), tints=st.booleans())
