"""The page: whatever an author typed is text in it, it lets nothing in, and it tells all."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from diagrams.test_forms import DREADFUL
from diagrams.web.reading import Element, read
from hypothesis import given, settings
from hypothesis import strategies as some

from toc import api
from toc.diagrams.chart import Arrow, Box, Chart, Column, Facet, Fact, Lane, Note
from toc.diagrams.labels import clean
from toc.diagrams.picture import Picture

ROOT = Path(__file__).parents[3]
WEB = ROOT / "src" / "toc" / "diagrams" / "web"

HOSTILE = [
    *DREADFUL,
    "<!-- <script>",
    "]]></style><script>alert(1)</script>",
    "' onload='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#60;",
    "{causes} # {title} $& $1",
    "http://example.org/picture.png",
    "a\x00b\x1bc\u2028d\ufeffe",
    "\u05d0\u05d1\u05d2 \u202e abc",
]


def saying(text: str, key: str = "a") -> Chart:
    """Say the same thing wherever something can be said, in two languages."""
    fact = (Fact(text, (text, f"{text}\n{text}")),)
    chart = Chart(
        title=text,
        subtitle=text,
        footer=(text,),
        columns=(Column(text, text, text), Column("goal", text, text)),
        lanes=(Lane(text, text),),
        boxes=(
            Box(key, "output", text, 0, second=text, unseen_causes=2, facts=fact),
            Box("other", "goal", text, 1, gate=2, facts=fact),
        ),
        arrows=(
            Arrow(f"{key} -> other", key, "other", text, (1,), facts=fact),
            Arrow("back", "other", key, text, feedback="balancing"),
        ),
        notes=(Note(1, "doubtful", text, text, fact),),
        facets=(Facet("pilot", text, ((text, (key,)),)),),
        left_out=text,
        language="ro",
    )
    return replace(chart, twins=(replace(chart, language="en"),))


def page_of(chart: Chart) -> str:
    return Picture(chart).render("html").decode()


def shape(root: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every element with the names of its attributes."""
    for element in root.all():
        # A long text is drawn in more lines, an empty one in none: that is no element of its own.
        if element.tag not in {"tspan", "text"}:
            yield element.tag, tuple(element.attributes)


@pytest.fixture(scope="module")
def harmless() -> Counter[tuple[str, tuple[str, ...]]]:
    return Counter(shape(read(page_of(saying("Bine")))))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_a_text_and_nothing_else(
    text: str, harmless: Counter[tuple[str, tuple[str, ...]]]
) -> None:
    """No label, reason, fact or title makes an element or an attribute; each is found as typed."""
    root = read(page_of(saying(text)))
    assert Counter(shape(root)) == harmless
    for table in root.all("table"):
        assert clean(text) in table.text
    for element in root.all("dd"):
        assert clean(text) in clean(element.text)
    assert {title.text for title in root.all("h1")} == {clean(text)}


@given(some.text(min_size=1))
@settings(max_examples=25)
def test_any_text_is_a_text_and_nothing_else(text: str) -> None:
    """The same holds for whatever can be typed."""
    root = read(page_of(saying(text)))
    said = clean(text)
    names = {name for element in root.all() for name in element.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert "style" not in names
    assert len(root.all("script")) == 3
    assert all(
        said in clean(cell.text)
        for cell in root.all("p")
        if cell.attributes.get("class") == "because"
    )


@pytest.mark.parametrize(
    "key", ["</script>", '" onclick="x', "end", "b:c d", "#", "e0-b1", "\u0219"]
)
def test_an_id_is_never_an_id_of_the_page(key: str) -> None:
    """Whatever an author calls a thing, the page's own ids are numbered, and no two are alike."""
    root = read(page_of(saying("Bine", key)))
    usual = read(page_of(saying("Bine")))
    ids = [element.attributes["id"] for element in root.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert ids == [one.attributes["id"] for one in usual.all() if "id" in one.attributes]


def test_every_anchor_leads_somewhere(timis: Chart) -> None:
    """A link within the page names an element of the page, in the same language."""
    root = read(page_of(timis))
    ids = {element.attributes.get("id") for element in root.all()}
    targets = [link.attributes["href"] or "" for link in root.all("a")]
    assert len(targets) > 400
    assert all(target.startswith("#") and target[1:] in ids for target in targets)


def hashes(contents: list[str]) -> set[str]:
    return {f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in contents}


def test_the_policy_lets_in_what_stands_in_the_file_and_nothing_else(timis: Chart) -> None:
    """Scripts and styles are let in by their hash; nothing else may run or be asked for."""
    root = read(page_of(timis))
    (policy,) = [
        meta.attributes["content"] or ""
        for meta in root.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = {
        name: set(said.split())
        for name, _, said in (rule.strip().partition(" ") for rule in policy.split(";"))
    }
    scripts = [one.text for one in root.all("script") if "type" not in one.attributes]
    assert rules == {
        "default-src": {"'none'"},
        "script-src": hashes(scripts),
        "style-src": hashes([one.text for one in root.all("style")]),
        "font-src": {"data:"},
        "img-src": {"data:"},
        "base-uri": {"'none'"},
        "form-action": {"'none'"},
    }
    assert len(scripts) == 1


def test_nothing_in_the_file_can_ask_for_anything(timis: Chart) -> None:
    """There is no link out, no picture, no frame, no import; a URL in a text stays text."""
    chart = replace(timis, link="https://example.org/strategy")
    root = read(page_of(chart))
    assert "https://example.org/strategy" in "".join(one.text for one in root.all("footer"))
    assert not {"link", "img", "iframe", "object", "embed", "base", "image", "use"} & {
        element.tag for element in root.all()
    }
    assert not {"src", "srcset", "action", "formaction", "xlink:href", "ping", "background"} & {
        name for element in root.all() for name in element.attributes
    }
    styles = "".join(style.text for style in root.all("style"))
    assert "@import" not in styles
    assert {url[:20] for url in re.findall(r"url\(([^)]*)\)", styles)} == {"data:font/woff2;base"}
    (script,) = (one.text for one in root.all("script") if "type" not in one.attributes)
    assert not re.search(
        r"fetch|XMLHttp|import\(|eval|innerHTML|insertAdjacentHTML|document\.write|https?:", script
    )


def test_the_script_and_the_style_are_small() -> None:
    """Whoever opens the file can read what it does: 300 lines of each at most, none very long."""
    parts = [*WEB.glob("*.js"), *WEB.glob("*.css")]
    assert len(parts) == 4
    for part in parts:
        lines = part.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 300
        assert max(map(len, lines)) <= 140


@pytest.fixture(scope="module")
def strategy() -> Picture:
    return api.draw(ROOT / "strategies" / "timis", language="ro")


@pytest.fixture(scope="module")
def editions(strategy: Picture) -> dict[str, Element]:
    root = read(strategy.render("html").decode())
    found = [one for one in root.all("div") if one.attributes.get("class") == "edition"]
    return {one.attributes["lang"] or "": one for one in found}


@pytest.mark.parametrize("language", ["ro", "en"])
def test_the_tables_tell_every_box(
    strategy: Picture, editions: dict[str, Element], language: str
) -> None:
    """In each language a row for each box: its label, causes, effects and all its facts."""
    chart = strategy.chart.spoken(language)
    rows = {row.attributes.get("data-key"): row for row in editions[language].all("tr")}
    label = {box.id: box.label for box in chart.boxes}
    for box in chart.boxes:
        head, causes, effects, assumptions, more = rows[f"b:{box.id}"].children
        assert isinstance(head, Element)
        assert box.label in head.text
        into = [arrow for arrow in chart.arrows if arrow.effect == box.id]
        assert isinstance(causes, Element)
        assert isinstance(effects, Element)
        assert Counter(link.text for link in causes.all("a")) == Counter(
            label[one.cause] for one in into
        )
        assert Counter(link.text for link in effects.all("a")) == Counter(
            label[one.effect] for one in chart.arrows if one.cause == box.id
        )
        statements = {note.number: clean(note.statement) for note in chart.notes}
        assert isinstance(assumptions, Element)
        assert isinstance(more, Element)
        wanted = {statements[number] for arrow in into for number in arrow.assuming}
        assert {link.text for link in assumptions.all("a")} == wanted
        assert [one.text for one in more.all("dt")] == [fact.name for fact in box.facts]


@pytest.mark.parametrize("language", ["ro", "en"])
def test_the_tables_tell_every_link_and_every_assumption(
    strategy: Picture, editions: dict[str, Element], language: str
) -> None:
    """In each language: the reason, the assumptions with their state in words, the evidence."""
    chart = strategy.chart.spoken(language)
    rows = {row.attributes.get("data-key"): row for row in editions[language].all("tr")}
    states = {"ro": {"untested": "netestată"}, "en": {"untested": "untested"}}[language]
    for arrow in chart.arrows:
        said = rows[f"a:{arrow.key}"].text
        assert clean(arrow.because) in said
        for fact in arrow.facts:
            assert fact.name in said
            assert all(clean(one) in said for one in fact.said)
    for note in chart.notes:
        said = rows[f"n:{note.number}"].text
        assert clean(note.statement) in said
        assert states.get(note.state, "") in said


def test_the_picture_is_drawn_once_for_each_language(editions: dict[str, Element]) -> None:
    """Every edition has its own drawing with all boxes, and each says its language and way."""
    assert list(editions) == ["ro", "en"]
    for edition in editions.values():
        boxes = [one for one in edition.all("a") if one.attributes.get("class") == "box"]
        assert len(boxes) == 55
        assert edition.attributes["dir"] == "ltr"


def test_all_editions_stand_in_the_same_places(editions: dict[str, Element]) -> None:
    """Switching the language moves nothing."""
    places = [
        [
            (one.attributes["data-x"], one.attributes["data-y"])
            for one in edition.all("a")
            if "data-x" in one.attributes
        ]
        for edition in editions.values()
    ]
    assert places[0] == places[1]


def test_an_arabic_edition_runs_to_the_left() -> None:
    """The direction is written where the language has one of its own."""
    root = read(page_of(replace(saying("الانتماء"), language="ar", twins=())))
    (edition,) = (one for one in root.all("div") if one.attributes.get("class") == "edition")
    assert edition.attributes["dir"] == "rtl"


def test_one_language_needs_no_switch() -> None:
    """A page in one language has no choice to make."""
    root = read(page_of(replace(saying("Bine"), twins=())))
    assert not [one for one in root.all("input") if one.attributes.get("type") == "radio"]


def test_fonts_are_embedded_once(editions: dict[str, Element], strategy: Picture) -> None:
    """The typeface is inside once for all languages: two weights of Latin."""
    assert strategy.render("html").count(b"@font-face") == 2


def test_an_empty_chart_is_a_page_too() -> None:
    """A strategy without boxes gives a page with a title and no table."""
    root = read(page_of(Chart("Nimic", (Column("goal", "Obiective"),), ())))
    assert [one.text for one in root.all("h1")] == ["Nimic"]
    assert root.all("table") == []


def test_the_bytes_do_not_depend_on_the_order_of_hashes() -> None:
    """Two runs with other hash seeds write the same page."""
    program = (
        "import sys; from hashlib import sha256; from toc import api;"
        "print(sha256(api.draw(sys.argv[1], language='en').render('html')).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program, str(ROOT / "strategies" / "timis")],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_two_thousand_boxes_are_a_page() -> None:
    """A wall of 2,000 boxes is written, each with its row, in seconds."""
    columns = tuple(Column(f"level{at}", f"Level {at}") for at in range(4))
    boxes = tuple(Box(f"n{at}", "outcome", f"Box {at}", at % 4) for at in range(2000))
    arrows = tuple(
        Arrow(f"n{at} -> n{at + 1}", f"n{at}", f"n{at + 1}") for at in range(1999) if at % 4 < 3
    )
    root = read(page_of(Chart("Wall", columns, boxes, arrows)))
    rows = [
        row for row in root.all("tr") if (row.attributes.get("data-key") or "").startswith("b:")
    ]
    assert len(rows) == 2000
