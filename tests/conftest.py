"""How much hypothesis tries, and what a skip means.

`TOC_EXAMPLES=20` tries twenty times as many examples, each time others; without it the
same few each time.  `TOC_SKIPS_FAIL=1` fails every test that would be skipped: CI has
all that the tests may ask for.  `--accept-pictures` agrees on the pictures of today.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from unittest.mock import patch

import pluggy
import pytest
from hypothesis import HealthCheck, settings

_FACTOR = int(os.environ.get("TOC_EXAMPLES", "0"))

settings.register_profile(
    "toc",
    deadline=None,
    derandomize=not _FACTOR,
    database=None,
    max_examples=40 * max(_FACTOR, 1),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("toc")


_ACCEPTED = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the switch by which golden pictures are written anew."""
    parser.addoption(
        "--accept-pictures",
        action="store_true",
        help="agree on the golden pictures as they are drawn today, and say which changed",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep a list of what is accepted, where that was asked for."""
    if config.getoption("--accept-pictures"):
        config.stash[_ACCEPTED] = []


@pytest.fixture
def accepted_pictures(request: pytest.FixtureRequest) -> list[str] | None:
    """The golden pictures that were accepted so far; None where none shall be."""
    return request.config.stash.get(_ACCEPTED, None)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say which golden pictures were accepted."""
    if _ACCEPTED in config.stash:
        for name in config.stash[_ACCEPTED] or ["nothing: every picture is as it was"]:
            terminalreporter.write_line(f"accepted: {name}")


@pytest.fixture(autouse=True, scope="session")
def folder_of_memories(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path]:
    """Remember verdicts in a folder of this run, and not in that of whoever tests."""
    folder = tmp_path_factory.mktemp("memory")
    with patch.dict(os.environ, {"TOC_CACHE_DIR": str(folder)}):
        yield folder


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Generator[None, pluggy.Result[pytest.TestReport], None]:
    """Fail what is skipped, where nothing may be missing."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("TOC_SKIPS_FAIL") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped: {report.longrepr}"
