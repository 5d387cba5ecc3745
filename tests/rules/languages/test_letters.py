"""Which letters no font of the pictures has, and how they are told of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontmaking import make_font

from toc.findings import Finding
from toc.model import Strategy
from toc.rulebook import Rulebook, ask, find_rule
from toc.rules.languages import letters_not_in_font as module
from toc.typeface import BUNDLED, Fonts, fonts_of, missing

NAME = "letters-not-in-font"


def findings(sections: dict[str, object], fonts: Fonts | None = None) -> list[Finding]:
    """Ask the rule about a strategy, with the project's fonts."""
    strategy = Strategy.model_validate(sections)
    asked = Rulebook((NAME,), fonts=fonts).asked_of(strategy)
    return list(ask(asked, strategy).findings)


def found(*titles: object, fonts: Fonts | None = None) -> list[str]:
    """Give what is said of goals with these titles."""
    goals = {f"g{number}": {"title": title} for number, title in enumerate(titles)}
    return [finding.message.say() for finding in findings({"goals": goals}, fonts)]


@pytest.mark.parametrize(
    "title",
    [
        "Creșterea ponderii tinerilor: 12,5 % „acasă” – 2026",
        "Ґрунтовна оцінка, Ελλάδα, Árvíztűrő",
        "ghid → ghișeu ≤ 10 min, ✓ ≈ − ×",
        "s\u0326coala\u0306 cu accente desprinse",
        "familie\u200d cu\u200e semne invizibile\ufe0f",
        "\ue000 semn privat, găsit de altă regulă",
        "",
    ],
)
def test_what_can_be_drawn(title: str) -> None:
    """Letters of our languages, arrows, loose accents and invisible marks are no finding."""
    assert found(title) == []


def test_a_script_is_told_of_once() -> None:
    """Four hundred texts in Arabic are one finding, which says how many there are."""
    (said,) = found(*(["الوصول المتساوي"] * 400))
    assert said == (
        "400 texts, among them “الوصول المتساوي”, have Arabic letters, such as ا "
        "(U+0627 ARABIC LETTER ALEF): no font of the pictures has them"
    )


def test_each_script_and_each_sign_is_told_of() -> None:
    """Two scripts and two signs are four findings, whichever texts they share."""
    said = found("שלום 🏡", "مرحبا 🤝", "שלום 🤝")
    assert len(said) == 4
    for words in (
        "2 texts, among them “שלום 🏡”, have Hebrew letters",
        "“مرحبا 🤝” has Arabic letters",
        "“שלום 🏡” has the sign 🏡 (U+1F3E1 HOUSE WITH GARDEN)",
        "2 texts, among them “مرحبا 🤝”, have the sign 🤝 (U+1F91D HANDSHAKE)",
    ):
        assert any(words in one for one in said)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("你好", "Chinese letters"),
        ("안녕", "Korean letters"),
        ("ひらがな", "Japanese letters"),
        ("ᏣᎳᎩ", "Cherokee letters"),
        ("ꟻ", "the sign ꟻ (U+A7FB LATIN EPIGRAPHIC LETTER REVERSED F)"),
        ("𝐀", "the sign 𝐀 (U+1D400 MATHEMATICAL BOLD CAPITAL A)"),
        ("x\U000e0fffy", "the sign"),
    ],
)
def test_what_is_named(title: str, words: str) -> None:
    """A script is called by its name; a letter of a script that we have is a sign of its own."""
    assert words in found(title)[0]


def test_every_language_is_looked_at() -> None:
    """The finding stands at the very wording, in whichever language it is."""
    (one,) = findings({"goals": {"home": {"title": {"ro": "Acasă", "ar": "البيت"}}}})
    assert one.route == ("goals", "home", "title", "ar")


@pytest.mark.parametrize(
    ("sections", "is_found"),
    [
        ({"strategy": {"title": "🏡"}}, True),
        ({"strategy": {"place": {"name": "🏡"}}}, True),
        ({"outputs": {"x": {"title": "X", "short": "🏡"}}}, True),
        ({"areas": {"x": "🏡"}}, True),
        ({"assumptions": {"x": "🏡"}}, True),
        ({"goals": {"x": {"title": "X", "text": "🏡"}}}, False),
        ({"strategy": {"vision": "🏡"}}, False),
    ],
)
def test_what_pictures_show(sections: dict[str, object], is_found: bool) -> None:  # noqa: FBT001
    """Titles and names are looked at, and not what stands in no picture."""
    assert bool(findings(sections)) is is_found


def test_the_projects_fonts_count(tmp_path: Path) -> None:
    """What a font of the project has is no finding; what it has not still is."""
    fonts = fonts_of([make_font(tmp_path / "arabic.ttf", "مرحبا")])
    assert found("مرحبا", fonts=fonts) == []
    assert len(found("مرحبا ש", fonts=fonts)) == 1
    assert len(found("مرحبا", fonts=BUNDLED)) == 1


def test_what_is_passed_over_quickly_can_be_drawn() -> None:
    """Every character of a text that is not looked into is in the bundled font."""
    easy = [chr(code) for code in range(0x3000) if module._EASY.fullmatch(chr(code))]
    assert len(easy) > 600
    assert missing("".join(easy)) == ()
    assert not module._EASY.fullmatch("🏡")
    assert re.fullmatch(module._EASY, "Creșterea „ponderii” – 12 %")


def test_the_rule_is_a_warning_from_a_draft_on() -> None:
    """A sketch is left in peace."""
    rule = find_rule(NAME)
    assert [rule.grade(status).word for status in ("sketch", "draft", "adopted")] == [
        "note",
        "warning",
        "warning",
    ]
