"""The decision sheet in a real browser: quiet, styled by its own style, and without faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents.papers import sheet

from toc.documents.writing import written

if TYPE_CHECKING:
    from browser.conftest import Opening


@pytest.mark.parametrize("language", ["en", "ro"])
def test_it_asks_for_nothing_and_its_policy_lets_its_style_in(
    opened: Opening, language: str
) -> None:
    """The browser has no complaint, and the tables look as the style says."""
    visit = opened(written(sheet(language), "html"))
    assert visit.is_quiet, (visit.said, visit.requests)
    look = "getComputedStyle(document.querySelector('table')).borderCollapse"
    assert visit.page.evaluate(look) == "collapse"


@pytest.mark.parametrize("language", ["en", "ro"])
def test_axe_finds_nothing_in_the_sheet(opened: Opening, language: str) -> None:
    """An audit of headings, tables, names and contrast has no complaint."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(written(sheet(language), "html")).page
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
