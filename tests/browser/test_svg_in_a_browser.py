"""SVG as a browser shows it: in our typeface, every line of text inside its box."""

from __future__ import annotations

import pytest
from browser.conftest import Opening
from diagrams.conftest import timis_chart

from toc import typeface
from toc.diagrams.chart import Box, Chart, Column
from toc.diagrams.picture import Picture

MEASURED = """() => [...document.querySelectorAll('.box text tspan')].map(line => ({
    text: line.textContent,
    size: parseFloat(getComputedStyle(line).fontSize),
    bold: getComputedStyle(line).fontWeight === '700',
    width: line.getComputedTextLength(),
}))"""

OVERFLOWING = """() => [...document.querySelectorAll('.box')].flatMap(box => {
    const outline = box.querySelector('path').getBBox();
    return [...box.querySelectorAll(':scope > text')].map(text => text.getBBox()).filter(text =>
        text.x < outline.x || text.x + text.width > outline.x + outline.width ||
        text.y < outline.y - 1 || text.y + text.height > outline.y + outline.height + 1);
}).length"""


@pytest.fixture
def drawn() -> bytes:
    return Picture(timis_chart()).render("svg")


def test_our_typeface_is_used(opened: Opening, drawn: bytes) -> None:
    """The fonts inside the file are loaded, and every label is as wide as we reckoned, to 1 %."""
    page = opened(drawn, "timis.svg").page
    loaded = page.evaluate("""async () => {
        await document.fonts.ready;
        return [...document.fonts].filter(font => font.status === 'loaded')
            .map(font => font.family.replaceAll('"', '').replaceAll("'", ''));
    }""")
    assert set(loaded) == {"Noto Sans"}
    lines = page.evaluate(MEASURED)
    assert len(lines) > 90
    for line in lines:
        ours = typeface.width(line["text"], line["size"], bold=line["bold"])
        assert line["width"] == pytest.approx(ours, rel=0.01), line["text"]


def test_another_typeface_would_be_noticed(opened: Opening, drawn: bytes) -> None:
    """The measurement above tells our typeface from a reader's own."""
    page = opened(drawn.replace(b"'Noto Sans', 'Open Sans'", b"monospace"), "other.svg").page
    lines = page.evaluate(MEASURED)
    assert any(
        abs(line["width"] / typeface.width(line["text"], line["size"], bold=line["bold"]) - 1)
        > 0.01
        for line in lines
    )


def test_no_text_runs_over_its_box(opened: Opening, drawn: bytes) -> None:
    """Every label lies inside its outline, as the browser measures both."""
    assert opened(drawn, "timis.svg").page.evaluate(OVERFLOWING) == 0


def test_a_text_that_runs_over_is_noticed(opened: Opening, drawn: bytes) -> None:
    """A label twice as large as it should be does not pass."""
    page = opened(drawn.replace(b'<text font-size="11"', b'<text font-size="22"'), "large.svg").page
    assert page.evaluate(OVERFLOWING) > 0


def test_an_unbreakable_word_stays_in_its_box(opened: Opening) -> None:
    """A URL is broken where it must be, in a box and in a browser."""
    word = "https://exemplu.ro/" + "a" * 120
    columns = (Column("output", "Realizări"), Column("goal", "Obiective"))
    chart = Chart("URL", columns, (Box("a", "output", word, 0), Box("b", "goal", word, 1)))
    assert opened(Picture(chart).render("svg"), "url.svg").page.evaluate(OVERFLOWING) == 0


def test_the_drawing_asks_for_nothing(opened: Opening, drawn: bytes) -> None:
    """A browser that shows it makes no request beside the file itself, and says nothing."""
    visit = opened(drawn, "timis.svg")
    assert visit.is_quiet
    assert visit.requests[0] == visit.url


def test_a_request_would_be_noticed(opened: Opening) -> None:
    """A page that asks for a picture next to it is not quiet."""
    visit = opened(b"<!doctype html><title>x</title><img src='beside.png' alt=''>")
    visit.page.wait_for_load_state()
    assert not visit.is_quiet
