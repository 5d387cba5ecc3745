"""For editors and scripts: one line for each finding, `LINE` takes it apart.

A rule that failed is no finding: it is told of in a line that begins with `toc: `.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.telling import one_line
from toc.terminal import in_one_line

if TYPE_CHECKING:
    from toc.verdicts import Report

__all__ = ["LINE", "render"]

LINE = (
    r"^(?P<path>.+?)(?::(?P<line>[0-9]+):(?P<column>[0-9]+))?: "
    r"(?P<severity>error|warning|advice|note)\[(?P<rule>[^\]\s]+)\]: (?P<message>.+)$"
)
"""Fits every line of a finding.  What was built in Python has a route in the path's place,
and neither line nor column; after the message stands the mend, behind a semicolon."""


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say every finding in a line; nothing at all where nothing was found."""
    lines = [
        f"{one_line(one, language)}; {in_one_line(one.mend.say(language))}"
        for one in report.findings
    ]
    lines += [
        f"toc: {one.rule}: {in_one_line(one.error)} ({in_one_line(one.where)})"
        for one in report.failures
    ]
    return "".join(f"{line}\n" for line in lines)
