"""One language of the page: heading, controls, drawing, card and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.diagrams.labels import clean, rightward
from toc.diagrams.markup import attributes, block, element
from toc.diagrams.web.drawing import chart_svg, legend_signs
from toc.diagrams.web.names import names_of
from toc.diagrams.web.tables import Tables
from toc.diagrams.web.words import words
from toc.vocabulary import STATES, endonym
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.diagrams.chart import Chart
    from toc.diagrams.scene import Scene
    from toc.diagrams.web.names import Names

__all__ = ["edition"]


def edition(chart: Chart, scene: Scene, at: int, languages: tuple[str, ...]) -> str:
    """Write one language of the page.

    Args:
        chart: what is shown, in that language.
        scene: where it stands.
        at: which language of the page it is.
        languages: the tags of all of them.
    """
    names = names_of(chart, scene, at)
    content = block(
        "div",
        _header(chart, languages, names),
        _controls(chart, names),
        _stage(chart, scene, names),
        block("div", Tables(chart, scene, names).written(), class_="tables"),
        _footer(chart),
        words(chart.language),
        class_="edition",
        lang=chart.language,
        dir="ltr" if rightward(chart.language) else "rtl",
    )
    return _switch(chart.language, at) + content if len(languages) > 1 else content


def _footer(chart: Chart) -> str:
    """Write which state of the document this is, and where it can be read, as text."""
    said = (*chart.footer, chart.link)
    return block("footer", element("p", " · ".join(clean(one) for one in said if one), dir="auto"))


def _switch(language: str, at: int) -> str:
    """Write the switch in front of an edition, by which its style sheet shows it or not."""
    look = attributes(
        type="radio",
        name="language",
        id=f"in-{at}",
        value=language,
        class_="tongue",
        aria_label=endonym(language),
        lang=language,
        checked="" if at == 0 else None,
    )
    return f"<input {look}>"


def _header(chart: Chart, languages: tuple[str, ...], names: Names) -> str:
    labels = (
        element(
            "label",
            endonym(language),
            for_=f"in-{number}",
            lang=language,
            class_="here" if number == names.edition else None,
        )
        for number, language in enumerate(languages)
    )
    choice = block("p", *labels, class_="languages") if len(languages) > 1 else ""
    left_out = element("p", clean(chart.left_out), class_="left-out") if chart.left_out else ""
    title = element("h1", clean(chart.title), dir="auto")
    under = element("p", clean(chart.subtitle), class_="subtitle", dir="auto")
    return block("header", title, under, choice, left_out, _jumps(chart, names))


def _jumps(chart: Chart, names: Names) -> str:
    """Write the ways to the page's parts, for a narrow screen and for the keyboard."""
    there = {"picture": True, "things": chart.boxes, "links": chart.arrows}
    return block(
        "nav",
        *(
            element("a", label.say(chart.language), href=f"#{names.own(part)}")
            for part, label in _JUMPS
            if there.get(part, chart.notes)
        ),
        class_="jumps",
        aria_label=_PARTS.say(chart.language),
    )


def _controls(chart: Chart, names: Names) -> str:
    """Write what needs the script; the script shows it."""
    language = chart.language
    choices: list[tuple[str, str, list[tuple[str, str]]]] = [
        (str(at), facet.title, [(str(at), title) for at, (title, _) in enumerate(facet.values)])
        for at, facet in enumerate(chart.facets)
    ]
    states = [state for state in STATES if state in {note.state for note in chart.notes}]
    if states:
        said = [(str(state), STATES[state].say(language)) for state in states]
        choices.append(("s", _STATE.say(language), said))
    return block(
        "form",
        _search(language),
        *(_choice(name, title, values, language) for name, title, values in choices),
        element("button", _ALL.say(language), type="reset"),
        _zoom(language),
        block("p", "", class_="told", role="status", dir="auto"),
        block(
            "p",
            element("span", _HINT.say(language)),
            " ",
            element("span", _KEYS.say(language), class_="keys"),
            class_="hint",
            id=names.own("hint"),
            dir="auto",
        ),
        class_="controls",
        hidden="",
        role="search",
        aria_label=_CONTROLS.say(language),
        autocomplete="off",
        id=names.own("controls"),
    )


def _search(language: str) -> str:
    field = attributes(type="search", name="find", enterkeyhint="next", spellcheck="false")
    found = block("output", "", class_="found-count")
    return block("label", element("span", _FIND.say(language)), f"<input {field}>", found)


def _choice(name: str, title: str, values: Iterable[tuple[str, str]], language: str) -> str:
    options = (element("option", clean(said), value=value) for value, said in values)
    every = element("option", _EVERY.say(language), value="")
    return block(
        "label",
        element("span", clean(title)),
        block("select", every, *options, data_facet=name),
    )


def _zoom(language: str) -> str:
    buttons = (
        element(
            "button", sign, type="button", dir="ltr", data_zoom=name, aria_label=label.say(language)
        )
        for name, sign, label in _ZOOMS
    )
    fit = element("button", _FIT.say(language), type="button", data_zoom="fit")
    return block("p", *buttons, fit, class_="zoom", role="group", aria_label=_ZOOM.say(language))


def _stage(chart: Chart, scene: Scene, names: Names) -> str:
    language = chart.language
    close = element("button", "×", type="button", class_="close", aria_label=_CLOSE.say(language))
    return block(
        "section",
        block(
            "div",
            chart_svg(scene, names, described=names.own("hint")),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_label=_PICTURE.say(language),
        ),
        block(
            "aside",
            close,
            block("div", "", class_="content"),
            class_="card",
            hidden="",
            aria_label=_CARD.say(language),
        ),
        block("ul", *legend_signs(scene), class_="legend"),
        class_="stage",
        id=names.own("picture"),
    )


_FIND = Message("Find")
_EVERY = Message("all")
_ALL = Message("Show all")
_STATE = Message("Assumptions")
_CONTROLS = Message("Find and pick out")
_ZOOM = Message("Size of the picture")
_FIT = Message("Fit")
_ZOOMS = (
    ("out", "−", Message("Smaller")),
    ("full", "100 %", Message("Full size")),
    ("in", "+", Message("Larger")),
)
_CLOSE = Message("Close")
_PICTURE = Message("Picture")
_PARTS = Message("Parts of this page")
_CARD = Message("What is said of it")
_HINT = Message(
    "Choose a box to see what leads to it and what follows from it, an arrow or a number to "
    "read why."
)
_KEYS = Message("On the keyboard: arrow keys walk, Enter chooses, Escape clears.")
_JUMPS = (
    ("picture", _PICTURE),
    ("things", Message("Boxes")),
    ("links", Message("Links")),
    ("assumptions", _STATE),
)
