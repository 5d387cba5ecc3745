"""Mermaid text: the rules under which Mermaid 11.17 showed every label as it was typed.

They were verified in Chromium with the mermaid package, on both strategies and on 80
dreadful labels in every place; what each rule prevents is said beside it.
"""

from __future__ import annotations

import re

import pytest
from diagrams.test_dot_export import loud_chart
from diagrams.test_forms import DREADFUL, chart_saying
from hypothesis import given
from hypothesis import strategies as st

from toc.diagrams.chart import Arrow, Box, Chart, Column
from toc.diagrams.picture import Picture
from toc.diagrams.renderers.mermaid import coded

ENTITY = re.compile(r"#(\d+);")
COMMANDS = ["direction TB", "a Direction  LR b", "redirection TD"]


def lines_of(chart: Chart) -> list[str]:
    """Write a chart as Mermaid text, line by line."""
    return Picture(chart).render("mermaid").decode().splitlines()


@given(st.text(max_size=60))
def test_a_label_holds_nothing_with_a_meaning(text: str) -> None:
    """Letters, digits, spaces, commas and numbered entities only, whatever is typed."""
    left = ENTITY.sub("", coded(text))
    assert all(char.isalnum() or char in " ," for char in left)
    assert "\n" not in left


@given(st.text(max_size=60))
def test_a_label_can_be_read_back(text: str) -> None:
    """Whoever decodes the entities has what was typed, once made fit to be drawn."""
    read = ENTITY.sub(lambda found: chr(int(found[1])), coded(text))
    assert coded(read) == coded(text)


@pytest.mark.parametrize("label", [*DREADFUL, *COMMANDS])
def test_no_label_changes_the_text_around_it(label: str) -> None:
    """The same lines stand around any label as around a harmless one."""
    lines, shape = lines_of(chart_saying(label)), lines_of(chart_saying("Bine"))
    assert lines == [line.replace("Bine", coded(label)) for line in shape]


@pytest.mark.parametrize("label", COMMANDS)
def test_no_line_says_direction_but_our_own(label: str) -> None:
    """Mermaid takes every line that says “direction TB” for a command, even inside quotes."""
    text = Picture(chart_saying(label)).render("mermaid").decode()
    assert not re.search(r"direction\s+(TB|BT|LR|RL|TD)", text, re.IGNORECASE)


def test_its_own_code_for_entities_is_not_written() -> None:
    """Mermaid spells entities with a ligature while it works; a label that has it is spelt out."""
    assert coded("ﬂ°°34") == "fl#176;#176;34"


def test_an_empty_label_is_a_space() -> None:
    """Empty quotes are a mistake of syntax; an empty title would swallow the next line."""
    lines = lines_of(chart_saying(""))
    assert not any('""' in line for line in lines)
    assert not any(line.strip() == "accTitle:" for line in lines)
    assert any('[" "]' in line for line in lines)


def test_the_picture_is_told() -> None:
    """Who cannot see it hears its title and every claim with its reason and assumptions."""
    lines = lines_of(loud_chart())
    (title,) = (line for line in lines if line.startswith("  accTitle: "))
    (told,) = (line for line in lines if line.startswith("  accDescr: "))
    assert title == "  accTitle: Semne"
    assert "leads to" in told
    assert coded("because: pentru că, provided that: unu; doi") in told


def test_lines_are_told_apart() -> None:
    """Hindrances end in a cross, feedback is dotted with its sign, numbers say their state."""
    text = "\n".join(lines_of(loud_chart()))
    assert f'-->|"1, 2{coded("✓")}"| ' in text
    assert re.search(r"n\d --x n\d", text)
    assert re.search(r'n\d -\.->\|"#43;"\| n\d', text)
    assert f"[{coded('[at least 2] C')}".replace("[", '("', 1) in text
    assert "4#215; #183; failed #183; patru" in text


@pytest.mark.parametrize(("column", "line"), [(1, "-->"), (2, "--->"), (3, "---->")])
def test_an_arrow_is_as_long_as_the_levels_it_passes(column: int, line: str) -> None:
    """One dash more for each level: so the boxes of a level come to stand below each other."""
    columns = tuple(Column("short", str(at)) for at in range(4))
    boxes = (Box("a", "outcome", "A", 0), Box("b", "outcome", "B", column))
    text = lines_of(Chart("Long", columns, boxes, (Arrow("1", "a", "b"),)))
    assert f"  n0 {line} n1" in text


def test_the_text_is_the_same_for_any_order(timis: Chart) -> None:
    """Backwards or forwards, a chart gives the same Mermaid and DOT text."""
    turned = Chart(
        timis.title,
        timis.columns,
        timis.boxes[::-1],
        timis.arrows[::-1],
        subtitle=timis.subtitle,
        footer=timis.footer,
        lanes=timis.lanes,
        notes=timis.notes,
        language=timis.language,
    )
    for form in ("mermaid", "dot"):
        assert Picture(turned).render(form) == Picture(timis).render(form)
