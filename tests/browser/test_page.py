"""The interactive picture as readers use it: mouse, keyboard, telephone, paper, no script."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.conftest import Opening, Visit
from browser.contrast import faint
from diagrams.web.test_page import HOSTILE, page_of, saying

from toc import api
from toc.diagrams.chart import Arrow, Box, Chart, Column, Note

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

STRATEGY = Path(__file__).parents[2] / "strategies" / "timis"
PHONE = (390, 844)
BOX = "b:personal_aplica"
LINK = "a:contacte -> incredere"
RO, EN = ".edition[lang=ro]", ".edition[lang=en]"


@cache
def chart_in(language: str) -> Chart:
    """Give what the page shows, to reckon what it should answer."""
    return api.draw(STRATEGY, language=language).chart


@pytest.fixture(scope="module")
def written() -> bytes:
    return api.draw(STRATEGY, language="ro").render("html")


@pytest.fixture
def visit(opened: Opening, written: bytes) -> Visit:
    return opened(written)


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit.page


def drawn(page: Page, key: str, edition: str = RO) -> Locator:
    return page.locator(f'{edition} svg [data-key="{key}"]').first


def keys(page: Page, name: str, edition: str = RO) -> set[str]:
    """Give the boxes of a drawing that bear a class."""
    found = page.locator(f"{edition} .box.{name}").evaluate_all(
        "boxes => boxes.map(box => box.dataset.key)"
    )
    return set(found)


def told(page: Page, edition: str = RO) -> str:
    return page.locator(f"{edition} [role=status]").inner_text()


def chain(key: str, *, causes: bool) -> set[str]:
    """Reckon a chain from the strategy itself, feedback apart."""
    arrows = [arrow for arrow in chart_in("ro").arrows if not arrow.feedback]
    found, waiting = set(), [key.removeprefix("b:")]
    while waiting:
        at = waiting.pop()
        steps = (
            arrow.cause if causes else arrow.effect
            for arrow in arrows
            if at == (arrow.effect if causes else arrow.cause)
        )
        for step in steps:
            if step not in found:
                found.add(step)
                waiting.append(step)
    return {f"b:{one}" for one in found}


def test_it_opens_in_silence(visit: Visit) -> None:
    """No message, no error, no request beside the file itself."""
    visit.page.wait_for_load_state("networkidle")
    assert visit.is_quiet, (visit.said, visit.requests)


def test_a_whole_visit_asks_for_nothing(visit: Visit) -> None:
    """Choosing, finding, picking out, sizing, switching and printing are done in silence too."""
    page = visit.page
    drawn(page, BOX).click()
    page.locator(f"{RO} [name=find]").fill("acces")
    page.locator(f"{RO} [data-facet='0']").select_option("1")
    for size in ("in", "out", "full", "fit"):
        page.locator(f"{RO} [data-zoom={size}]").click()
    page.locator(f"{RO} .languages label[lang=en]").click()
    page.emulate_media(media="print")
    assert visit.is_quiet, (visit.said, visit.requests)


def test_a_click_lights_the_chain_both_ways(page: Page) -> None:
    """Causes and effects are lit, all of them and no other box, and the live region counts them."""
    drawn(page, BOX).click()
    causes, effects = chain(BOX, causes=True), chain(BOX, causes=False)
    assert keys(page, "cause") == causes
    assert keys(page, "effect") == effects
    assert keys(page, "here") == {BOX}
    everything = {f"b:{box.id}" for box in chart_in("ro").boxes}
    assert keys(page, "dim") == everything - causes - effects - {BOX}
    assert told(page) == (
        f"„Personalul aplică proceduri interculturale la ghișeu”: "
        f"{len(causes)} de cauze și {len(effects)} efecte"
    )
    assert drawn(page, BOX).get_attribute("aria-pressed") == "true"


def test_the_sides_are_told_apart_by_more_than_colour(page: Page) -> None:
    """A cause bears a bar on its right, towards the box, an effect on its left."""
    drawn(page, BOX).click()
    for side, wanted in (("cause", 1.0), ("effect", 0.0)):
        places = page.locator(f"{RO} .box.{side}").evaluate_all(
            """boxes => boxes.map(box => {
                const whole = box.querySelector('path').getBBox();
                const bar = box.querySelector('.bar').getBBox();
                return (bar.x - whole.x) / (whole.width - bar.width);
            })"""
        )
        assert places
        assert places == pytest.approx([wanted] * len(places), abs=0.01)


def test_a_second_click_or_escape_puts_it_out(page: Page) -> None:
    """What is lit goes out again, and the card is gone."""
    drawn(page, BOX).click()
    drawn(page, BOX).click()
    assert keys(page, "dim") == set()
    drawn(page, BOX).click()
    page.keyboard.press("Escape")
    assert keys(page, "dim") == keys(page, "here") == set()
    assert page.locator(f"{RO} .card").is_hidden()
    assert told(page) == ""


def test_the_card_of_a_box_tells_all_that_is_said_of_it(page: Page) -> None:
    """Causes and effects with their reasons, assumptions, and every fact of the strategy."""
    drawn(page, BOX).click()
    card = page.locator(f"{RO} .card")
    said = card.inner_text()
    chart = chart_in("ro")
    (box,) = (one for one in chart.boxes if f"b:{one.id}" == BOX)
    for arrow in chart.arrows:
        if box.id in {arrow.cause, arrow.effect}:
            assert arrow.because in said
    for fact in box.facts:
        assert fact.name in said
        assert all(one in said for one in fact.said)
    assert "Servicii publice care aplică cel puțin o procedură interculturală" in said


def test_an_arrow_opens_the_links_card(page: Page) -> None:
    """A click near the line shows the reason, the assumptions and the evidence."""
    page.mouse.click(*beside(drawn(page, LINK)))
    said = page.locator(f"{RO} .card").inner_text()
    assert "Cunoscându-se, oamenii înlocuiesc închipuirile" in said
    assert "Oamenii se întâlnesc de la egal la egal" in said
    assert "dovezi puternice" in said
    assert "Pettigrew și Tropp, metaanaliza teoriei contactului între grupuri (2006)" in said
    assert keys(page, "cause") == {"b:contacte"}
    assert keys(page, "effect") == {"b:incredere"}


def beside(arrow: Locator) -> tuple[float, float]:
    """Give a place on the screen that is four units above an arrow's line, and free."""
    x, y = arrow.evaluate(
        """arrow => {
            arrow.scrollIntoView({ block: 'center' });
            const line = arrow.querySelector('path'), length = line.getTotalLength();
            for (let share = 0.02; share < 1; share += 0.02) {
                const at = line.getPointAtLength(length * share);
                at.y -= 4;
                const { x, y } = at.matrixTransform(line.getScreenCTM());
                if (document.elementFromPoint(x, y)?.closest('.arrow') === arrow) return [x, y];
            }
            throw new Error('no place is free');
        }"""
    )
    return x, y


def test_a_badge_opens_the_assumptions_card(page: Page) -> None:
    """A number lights its links and shows the statement, its state and what follows if not."""
    page.locator(f'{RO} .badge[data-key="n:2"]').first.click()
    said = page.locator(f"{RO} .card").inner_text()
    assert "Conducerea lasă personalului timp să aplice procedurile" in said
    assert "netestată" in said
    assert "Ce s-a învățat la academii rămâne nefolosit" in said
    assert told(page).endswith("pe 3 legături")


def test_enter_and_space_choose(page: Page) -> None:
    """The keyboard does what the mouse does."""
    for key in ("Enter", " "):
        drawn(page, BOX).focus()
        page.keyboard.press(key)
        assert keys(page, "here") == {BOX}
        page.keyboard.press("Escape")


def test_arrow_keys_walk_cause_and_effect(page: Page) -> None:
    """Right goes to an effect, left to a cause, up and down within the column."""
    drawn(page, "b:contacte").focus()

    def after(key: str) -> str:
        page.keyboard.press(key)
        found: str = page.evaluate("document.activeElement.dataset.key")
        return found

    assert after("ArrowRight") == "b:incredere"
    assert after("ArrowRight") == "b:convietuire"
    assert after("ArrowRight") == "b:convietuire"
    assert after("ArrowLeft") in chain("b:convietuire", causes=True)
    drawn(page, BOX).focus()
    column = drawn(page, BOX).get_attribute("data-column")
    assert after("ArrowDown") != BOX
    assert page.evaluate("document.activeElement.dataset.column") == column
    assert after("ArrowUp") == BOX


def test_the_drawing_is_one_stop_of_the_tab_key(page: Page) -> None:
    """Tab enters the drawing once and leaves it; the box that was stood on is remembered."""
    drawn(page, BOX).focus()
    stops = page.locator(f"{RO} svg a").evaluate_all(
        "pieces => pieces.filter(piece => piece.tabIndex >= 0).map(piece => piece.dataset.key)"
    )
    assert stops == [BOX]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg') === null")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("acces egal", "b:acces_egal"), ("SERVICII PUBLICE", "b:acces_egal"), ("multi-actanti", "b:academii"),
     ("sănătoşi şi ţepeni", None), ("plan  COMUN", "b:plan_comun"), ("inţeleg", "b:lucratori_vorbesc")],
)  # fmt: skip
def test_finding_asks_for_no_diacritics(page: Page, typed: str, found: str | None) -> None:
    """What is typed without marks, in capitals or with old cedillas finds what is meant."""
    field = page.locator(f"{RO} [name=find]")
    field.press_sequentially(typed)
    matches = keys(page, "found")
    assert (found in matches) if found else not matches
    count = page.locator(f"{RO} .found-count").inner_text()
    assert count == ("nimic găsit" if not found else count)


def test_enter_goes_from_match_to_match(page: Page) -> None:
    """Each Enter chooses the next, the count says which, and after the last comes the first."""
    field = page.locator(f"{RO} [name=find]")
    field.fill("calificării")
    count = page.locator(f"{RO} .found-count")
    total = int(count.inner_text().rpartition(" ")[2])
    assert total > 1
    assert count.inner_text() == f"0 din {total}"
    for at in [*range(1, total + 1), 1]:
        field.press("Enter")
        assert count.inner_text() == f"{at} din {total}"
        assert page.locator(f"{RO} .card").is_visible()


def test_filters_pick_out_and_combine(page: Page) -> None:
    """A pilot, a stakeholder and a state each narrow the picture and the tables alike."""
    chart = chart_in("ro")
    pilot, stakeholder = (dict(facet.values) for facet in chart.facets)
    name = "Mediatori interculturali în două servicii"
    page.locator(f"{RO} [data-facet='0']").select_option(label=name)
    everything = {box.id for box in chart.boxes}
    assert keys(page, "dim") == {f"b:{one}" for one in everything - set(pilot[name])}
    assert told(page) == "8 casete alese"
    who = "Funcționari publici"
    page.locator(f"{RO} [data-facet='1']").select_option(label=who)
    both = set(pilot[name]) & set(stakeholder[who])
    assert both
    assert keys(page, "dim") == {f"b:{one}" for one in everything - both}
    rows = page.locator(f"{RO} table.things tbody tr[data-key]:visible")
    assert rows.count() == len(both)
    page.locator(f"{RO} [data-facet='s']").select_option("failed")
    assert keys(page, "dim") == {f"b:{one}" for one in everything}
    page.locator(f"{RO} [type=reset]").click()
    assert keys(page, "dim") == set()
    assert rows.count() == len(everything)


def test_a_state_picks_the_links_that_rest_on_it(page: Page) -> None:
    """Picking the failed assumptions leaves the links with one, and their ends."""
    page.locator(f"{RO} [data-facet='s']").select_option("failed")
    chart = chart_in("ro")
    failed = {note.number for note in chart.notes if note.state == "failed"}
    links = [arrow for arrow in chart.arrows if failed & set(arrow.assuming)]
    shown = page.locator(f"{RO} table.links tbody tr:visible").evaluate_all(
        "rows => rows.map(row => row.dataset.key)"
    )
    assert set(shown) == {f"a:{arrow.key}" for arrow in links}


def test_the_language_switch_changes_everything_and_moves_nothing(page: Page) -> None:
    """The words, the tag and the title are English; each box stands where it stood."""
    drawn(page, BOX).click()
    places = "boxes => boxes.map(box => { const at = box.querySelector('path').getBBox(); return [at.x, at.y]; })"
    before = page.locator(f"{RO} .box").evaluate_all(places)
    page.locator(f"{RO} .languages label[lang=en]").click()
    assert page.locator(RO).is_hidden()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == "Timiș county intercultural integration strategy"
    assert page.locator(f"{EN} .box").evaluate_all(places) == before
    assert keys(page, "here", EN) == {BOX}
    assert told(page, EN).endswith("of “Staff apply intercultural procedures at the counter”")


def test_the_switch_obeys_the_keyboard(page: Page) -> None:
    """The languages are a choice that Tab reaches and arrow keys change."""
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator(EN).is_visible()


def test_the_address_holds_the_state(opened: Opening, written: bytes, page: Page) -> None:
    """Whoever opens the same address sees the same: language, choice, filter and search."""
    page.locator(f"{RO} .languages label[lang=en]").click()
    page.locator(f"{EN} [data-facet='0']").select_option("0")
    page.locator(f"{EN} [name=find]").fill("trust")
    drawn(page, BOX, EN).click()
    fragment = "#" + page.url.partition("#")[2]
    other = opened(written, "again.html", fragment=fragment).page
    assert other.locator(EN).is_visible()
    assert keys(other, "here", EN) == {BOX}
    assert other.locator(f"{EN} [name=find]").input_value() == "trust"
    assert other.locator(f"{EN} [data-facet='0']").input_value() == "0"
    for name in ("dim", "found", "cause", "effect"):
        assert keys(other, name, EN) == keys(page, name, EN)


def test_back_goes_back(page: Page) -> None:
    """The browser's own button undoes the last choice."""
    drawn(page, BOX).click()
    drawn(page, "b:contacte").click()
    page.go_back()
    assert keys(page, "here") == {BOX}
    page.go_back()
    assert keys(page, "here") == set()
    page.go_forward()
    assert keys(page, "here") == {BOX}


@pytest.mark.parametrize(
    "fragment", ["#in=9", "#in=__proto__&chosen=x", "#chosen=b:nobody", "#pick=9.9%20x", "#in=0&find=%F0", "#=", "#e0-b1"]
)  # fmt: skip
def test_any_address_opens(opened: Opening, written: bytes, fragment: str) -> None:
    """An address from another version, or one that somebody mistyped, opens without a word."""
    visit = opened(written, fragment=fragment)
    assert visit.page.locator(RO).is_visible()
    assert visit.is_quiet, visit.said


def test_sizes(page: Page) -> None:
    """100 % is 100 %, larger is larger, and fit shows the whole width."""
    svg, scroll = page.locator(f"{RO} .scroll > svg"), page.locator(f"{RO} .scroll")

    def width() -> float:
        found: float = svg.evaluate("svg => svg.getBoundingClientRect().width")
        return found

    whole = svg.evaluate("svg => svg.viewBox.baseVal.width")
    assert width() <= scroll.evaluate("one => one.clientWidth")
    page.locator(f"{RO} [data-zoom=full]").click()
    assert width() == pytest.approx(whole, abs=1)
    page.locator(f"{RO} [data-zoom=in]").click()
    assert width() == pytest.approx(whole * 1.25, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_the_page_tells_everything(opened: Opening, written: bytes) -> None:
    """The picture, the tables and the switch work; no control is shown that would do nothing."""
    page = opened(written, java_script_enabled=False).page
    chart = chart_in("ro")
    assert page.locator(f"{RO} .scroll > svg").is_visible()
    said = page.locator(RO).text_content() or ""
    for box in chart.boxes:
        assert box.label in said
    for arrow in chart.arrows:
        assert arrow.because in said
    for note in chart.notes:
        assert note.statement in said
    assert page.locator(".controls:visible").count() == 0
    row = page.locator(f'{RO} tr[data-key="{BOX}"]')
    row.locator("summary").click()
    assert row.locator("dl").is_visible()
    page.locator(f"{RO} .languages label[lang=en]").click()
    assert page.locator(EN).is_visible()
    assert page.locator(RO).is_hidden()


def test_without_a_script_a_box_leads_to_its_row(opened: Opening, written: bytes) -> None:
    """A click in the drawing goes to the row that tells all about the box."""
    page = opened(written, java_script_enabled=False).page
    drawn(page, BOX).click()
    name = page.locator(f'{RO} tr[data-key="{BOX}"]').get_attribute("id")
    assert page.url.endswith(f"#{name}")


def test_on_paper_the_picture_comes_first_and_everything_is_told(page: Page) -> None:
    """A3 across; the picture on the first page, then the tables with every fact unfolded."""
    from pypdf import PdfReader  # noqa: PLC0415 - not needed where there is no browser

    drawn(page, BOX).click()
    pages = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    first = pages[0]
    size = [
        round(float(side) / 72 * 25.4) for side in (first.mediabox.width, first.mediabox.height)
    ]
    assert size == [420, 297]
    assert "Fiecare legătură" not in first.extract_text()
    text = " ".join(" ".join(one.extract_text() for one in pages).split())
    chart = chart_in("ro")
    for arrow in chart.arrows:
        assert arrow.because in text
    assert "Tot ce este în imagine" not in first.extract_text()
    assert "Interviuri scurte, înainte și după academii" in text
    assert "Arată tot" not in text


def test_on_paper_the_whole_picture_is_on_the_first_page(page: Page) -> None:
    """Whatever its size on the screen, the drawing fits between the margins of an A3 sheet."""
    page.locator(f"{RO} [data-zoom=full]").click()
    page.set_viewport_size({"width": 1497, "height": 1032})
    page.emulate_media(media="print")
    stage = page.locator(f"{RO} .stage").bounding_box()
    assert stage is not None
    assert stage["y"] + stage["height"] <= 1032
    svg = page.locator(f"{RO} .scroll > svg").bounding_box()
    assert svg is not None
    assert svg["width"] <= 1497


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_nothing_runs_over_the_side(
    opened: Opening, written: bytes, *, script: bool
) -> None:
    """The page is as wide as the telephone; the drawing scrolls in a region of its own."""
    page = opened(
        written, size=PHONE, is_mobile=True, has_touch=True, java_script_enabled=script
    ).page
    table = page.locator(f"{RO} table.things").bounding_box()
    scroll = page.locator(f"{RO} .scroll").bounding_box()
    assert table is not None
    assert scroll is not None
    assert table["y"] < scroll["y"]
    assert scroll["x"] >= 0
    assert scroll["x"] + scroll["width"] <= PHONE[0]
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        assert page.locator(f"{RO} .scroll").evaluate("one => one.scrollWidth > one.clientWidth")


def test_on_a_phone_everything_is_large_enough_to_touch(opened: Opening, written: bytes) -> None:
    """Links, buttons, choices and folds are at least 44 pixels high."""
    page = opened(written, size=PHONE, is_mobile=True, has_touch=True).page
    page.locator(f'{RO} tr[data-key="{BOX}"] th a').tap()
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, select, input:not([type=radio]), label[for], summary')]
            .filter(one => one.checkVisibility() && !one.closest('svg'))
            .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.9 || box.width < 20)
            .map(([text, box]) => `${text}: ${box.width} × ${box.height}`)"""
    )
    assert small == []
    card = page.locator(f"{RO} .card").bounding_box()
    assert card is not None
    assert card["y"] + card["height"] == pytest.approx(PHONE[1], abs=1)


def test_nothing_moves(page: Page) -> None:
    """What is lit is lit at once: there is no transition and no animation to be asked away."""
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].map(one => getComputedStyle(one))
            .filter(style => style.transitionDuration !== '0s' || style.animationName !== 'none'
                || style.scrollBehavior === 'smooth').length"""
    )
    assert moving == 0


def test_a_dark_contrast_theme_leaves_the_picture_as_it_is(opened: Opening, written: bytes) -> None:
    """Where a reader's own colours are forced upon pages, the drawing keeps its own, on white."""
    page = opened(
        written, forced_colors="active", color_scheme="dark", fragment=f"#chosen={BOX}"
    ).page
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    svg = page.locator(f"{RO} .scroll > svg")
    assert svg.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    assert faint(page) == []


def test_an_arrow_that_is_looked_up_is_seen_with_both_its_ends(
    opened: Opening, written: bytes
) -> None:
    """Whoever follows an address to a link has cause and effect on the screen, beside the card."""
    page = opened(written, fragment="#in=0&chosen=a:contacte -> incredere").page
    card = page.locator(f"{RO} .card").bounding_box()
    assert card is not None
    for end in ("b:contacte", "b:incredere"):
        box = drawn(page, end).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= card["x"]
        assert box["y"] + box["height"] <= 900


def test_an_arabic_page_runs_to_the_left(opened: Opening) -> None:
    """Text begins at the right, the card stands on the left, and left is where effects are."""
    columns = (Column("output", "مخرجات"), Column("goal", "أهداف"))
    boxes = (Box("a", "output", "دليل", 0), Box("b", "goal", "وصول متساو", 1))
    arrow = Arrow("a -> b", "a", "b", "لأن الناس يقرؤونه", (1,))
    notes = (Note(1, "doubtful", "لديهم الوقت"),)
    chart = Chart("استراتيجية", columns, boxes, (arrow,), notes=notes, language="ar")
    visit = opened(page_of(chart).encode())
    page = visit.page
    heading = page.locator("h1").bounding_box()
    assert heading is not None
    drawn(page, "b:a", ".edition").focus()
    ways = page.locator(".box").evaluate_all("boxes => boxes.map(box => Number(box.dataset.x))")
    page.keyboard.press("ArrowLeft" if ways[0] > ways[1] else "ArrowRight")
    assert page.evaluate("document.activeElement.dataset.key") == "b:b"
    page.keyboard.press("Enter")
    card = page.locator(".card").bounding_box()
    assert card is not None
    assert card["x"] == 0
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    edges = page.locator(
        ".things th[scope=row], .card h2, .card li:not(:has(.number)), .card small"
    ).evaluate_all(
        """all => all.map(one => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const style = getComputedStyle(one), box = one.getBoundingClientRect();
            return box.right - parseFloat(style.paddingRight) - range.getBoundingClientRect().right;
        })"""
    )
    assert len(edges) >= 5
    assert edges == pytest.approx([0] * len(edges), abs=1)
    signs = page.locator(".legend text").evaluate_all(
        """all => all.map(one => [one.getBBox(), one.ownerSVGElement.viewBox.baseVal])
            .filter(([text, view]) => text.x < view.x || text.x + text.width > view.x + view.width)"""
    )
    assert signs == []
    beside = page.locator(".card li > .number").evaluate(
        "one => one.parentNode.getBoundingClientRect().right - one.getBoundingClientRect().right"
    )
    assert beside == pytest.approx(0, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.is_quiet


def audited(page: Page) -> list[str]:
    """Give what axe-core finds wrong with what is on the screen."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    response = axe.Axe().run(page).response
    return [
        f"{found['id']}: {node['html'][:140]} {node['failureSummary'][:200]}"
        for found in response["violations"]
        for node in found["nodes"]
    ]


STATES = ["", f"#in=0&chosen={BOX}", "#in=1&pick=0.0+s.untested&find=acces", "#in=1&chosen=n:7"]


@pytest.mark.parametrize("fragment", STATES)
@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_axe_finds_nothing(
    opened: Opening, written: bytes, fragment: str, size: tuple[int, int]
) -> None:
    """An audit of the page at rest, lit, picked out and on a telephone has no complaint."""
    assert audited(opened(written, size=size, fragment=fragment).page) == []


def test_axe_would_find_something(page: Page) -> None:
    """A button without a name is found by the audit above."""
    page.evaluate("document.querySelector('.tables').append(document.createElement('button'))")
    assert any(found.startswith("button-name") for found in audited(page))


@pytest.mark.parametrize("fragment", STATES)
@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_every_text_can_be_read(
    opened: Opening, written: bytes, fragment: str, size: tuple[int, int]
) -> None:
    """Each text has 4.5 : 1 against what is painted beneath it, numbers in badges included."""
    page = opened(written, size=size, fragment=fragment).page
    assert faint(page) == []


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        ("document.querySelector('.hint').style.color = '#8A939D'", "Alegeți"),
        ("document.querySelector('.badge[data-key=\"n:7\"] text').style.fill = '#FFFFFF'", "7"),
        ("document.querySelector('.box > text').style.fill = '#888888'", "Migranții"),
        ("document.querySelector('.box > path').style.fill = '#777777'", "Migranții"),
        ("document.querySelector('h1').style.opacity = '0.5'", "Strategia"),
    ],
)
def test_a_text_that_cannot_be_read_is_found(
    opened: Opening, written: bytes, plant: str, said: str
) -> None:
    """The check sees grey on white, white on amber, dark on dark, and what shines through."""
    page = opened(written).page
    page.evaluate(plant)
    found = faint(page)
    assert found
    assert any(said in one for one in found)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_runs_nothing(opened: Opening, text: str) -> None:
    """Whatever a label says, no script of it runs and no word is complained of."""
    visit = opened(page_of(saying(text)).encode())
    page = visit.page
    page.on("dialog", lambda dialog: visit.said.append(f"dialog: {dialog.message}"))
    page.locator(f"{RO} .box").first.click()
    page.locator(f"{RO} [name=find]").fill(text)
    assert page.locator(f"{RO} .card").is_visible()
    assert visit.is_quiet, visit.said
    assert page.evaluate("document.scripts.length") == 3


def test_two_thousand_boxes_answer_at_once(opened: Opening) -> None:
    """A chain through a wall of 2,000 boxes is lit within three seconds on a busy machine."""
    columns = tuple(Column(f"level{at}", f"Level {at}") for at in range(8))
    boxes = tuple(Box(f"n{at}", "outcome", f"Box {at}", at % 8) for at in range(2000))
    arrows = tuple(
        Arrow(f"n{at} -> n{at + 1}", f"n{at}", f"n{at + 1}") for at in range(1999) if at % 8 < 7
    )
    visit = opened(page_of(Chart("Wall", columns, boxes, arrows)).encode())
    took = visit.page.evaluate(
        """() => {
            const start = performance.now();
            location.hash = '#in=0&chosen=b:n3';
            return new Promise(done => addEventListener('hashchange',
                () => requestAnimationFrame(() => done(performance.now() - start))));
        }"""
    )
    assert visit.page.locator(".box.cause").count() == 3
    assert visit.page.locator(".box.effect").count() == 4
    assert took < 3000
    assert visit.is_quiet


def test_where_levels_stand_above_each_other_up_is_ahead(opened: Opening) -> None:
    """In a pathway that rises, Up walks to effects, Down to causes, and bars look up or down."""
    content = api.draw(STRATEGY, language="ro", engine="pathway").render("html")
    page = opened(content, fragment=f"#in=0&chosen={BOX}").page
    drawn(page, BOX).focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.key") == "b:servicii_timp"
    page.keyboard.press("ArrowDown")
    key = page.evaluate("document.activeElement.dataset.key")
    assert key in chain("b:servicii_timp", causes=True)
    level = drawn(page, key).get_attribute("data-column")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.dataset.column") == level
    tops = page.locator(f"{RO} .box.cause").evaluate_all(
        "boxes => boxes.map(one => one.querySelector('.bar').getBBox().y - one.querySelector('path').getBBox().y)"
    )
    assert tops
    assert tops == pytest.approx([0] * len(tops), abs=0.01)


def test_the_policy_refuses_what_somebody_slips_in(opened: Opening, written: bytes) -> None:
    """A script or a style that is not ours does nothing, and the browser says that it refused."""
    planted = (
        b"<script>document.title = 'mine'</script>"
        b"<img src='x' onerror=\"document.title = 'mine'\" alt=''>"
        b"<p id='planted' style='color: #FF0000'>x</p></main>"
    )
    visit = opened(written.replace(b"</main>", planted))
    assert "mine" not in visit.page.title()
    colour = visit.page.locator("#planted").evaluate("one => getComputedStyle(one).color")
    assert colour != "rgb(255, 0, 0)"
    refused = [said for said in visit.said if "Content Security Policy" in said]
    assert len(refused) >= 3


def test_a_script_that_was_changed_does_not_run(opened: Opening, written: bytes) -> None:
    """One blank more in our own script, and it is not ours: the page tells all without it."""
    visit = opened(written.replace(b'"use strict"', b'"use  strict"'))
    assert visit.page.locator(f"{RO} table.things").is_visible()
    assert visit.page.locator(".controls:visible").count() == 0
    assert any("Content Security Policy" in said for said in visit.said)
