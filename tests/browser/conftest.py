"""A real browser for what is read in one; its tests are skipped by name where there is none.

`opened` writes a file, opens it as a reader would, and keeps what the browser said.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""No sandbox, because CI is root in a container; and nothing that asks the network."""


@dataclass
class Visit:
    """A file as a reader has it open, and what the browser said of it.

    Attributes:
        page: the page, to click and to ask.
        url: where it was opened.
        said: messages and errors of its console, those of its scripts included.
        requests: everything that it asked for, itself first.
    """

    page: Page
    url: str
    said: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def is_quiet(self) -> bool:
        """Whether it complained of nothing and asked for nothing but itself."""
        asked = [url for url in self.requests if not url.startswith("data:")]
        return not self.said and {url.partition("#")[0] for url in asked} <= {self.url}


Opening: TypeAlias = Callable[..., Visit]
"""`opened(content, name="page.html", size=(1440, 900), fragment="", **context)`."""


@pytest.fixture(scope="session")
def browser() -> Generator[Browser]:
    """Chromium without a window, one for the whole run."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Generator[Opening]:
    """Opens content from a file, in a context of its own that ends with the test."""
    contexts = []

    def opens(
        content: bytes,
        name: str = "page.html",
        size: tuple[int, int] = (1440, 900),
        fragment: str = "",
        **context: Any,
    ) -> Visit:
        file = tmp_path / name
        file.write_bytes(content)
        width, height = size
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **context))
        page = contexts[-1].new_page()
        visit = Visit(page, file.as_uri())
        page.on("console", lambda message: visit.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: visit.said.append(f"error: {error}"))
        page.on("request", lambda request: visit.requests.append(request.url))
        page.goto(visit.url + fragment)
        return visit

    yield opens
    for context in contexts:
        context.close()
