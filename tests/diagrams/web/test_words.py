"""The page's own words for its script: every plural, and nothing that can end their element."""

from __future__ import annotations

import json

import pytest
from diagrams.web.reading import read

from toc.diagrams.web.words import words


def told(language: str) -> dict[str, str | dict[str, str]]:
    (element,) = read(words(language)).all("script")
    assert element.attributes == {"type": "application/json", "class": "words"}
    found: dict[str, str | dict[str, str]] = json.loads(element.text)
    return found


@pytest.mark.parametrize(
    ("language", "name", "forms"),
    [
        ("en", "causes", {"one": "# cause", "other": "# causes"}),
        ("ro", "causes", {"one": "# cauză", "few": "# cauze", "other": "# de cauze"}),
        ("ro-MD", "links", {"one": "pe # legătură", "few": "pe # legături", "other": "pe # de legături"}),
    ],
)  # fmt: skip
def test_a_count_has_each_of_its_languages_plurals(
    language: str, name: str, forms: dict[str, str]
) -> None:
    """The script chooses by the browser's plural rules, and puts the number where it belongs."""
    assert told(language)[name] == forms


@pytest.mark.parametrize("language", ["hu", "ar", "x-own", ""])
def test_a_language_that_is_not_ours_is_served_in_english(language: str) -> None:
    """The words and the rule of their plurals go together."""
    assert told(language) == told("en")
    assert told(language)["language"] == "en"


@pytest.mark.parametrize("language", ["en", "ro"])
def test_every_place_for_a_value_is_there(language: str) -> None:
    """No translation leaves out what the script fills in."""
    found = told(language)
    assert all(part in found["chain"] for part in ("{causes}", "{effects}", "{title}"))
    assert all(part in found["found"] for part in ("{at}", "{all}"))
    counted = [one for one in found.values() if isinstance(one, dict)]
    assert len(counted) == 4
    assert all(form.count("#") == 1 for forms in counted for form in forms.values())


def test_nothing_in_the_words_can_end_their_element() -> None:
    """No angle bracket stands in the data, whatever a translation says."""
    for language in ("en", "ro"):
        data = words(language).partition(">")[2].rpartition("</script>")[0]
        assert not set("<>&") & set(data)
