r"""For editors and scripts: one line for each finding.

The form is `path:line:column: severity[rule]: message; mend`, as in compilers, and
fits the expression

    ^(?P<path>.+?):(?P<line>[0-9]+):(?P<column>[0-9]+):
    (?P<severity>error|warning|advice|note)\[(?P<rule>[a-z0-9-]+)\]: (?P<message>.+)$

(with a space where the line is broken here).  What was found in a strategy that was built
in Python begins with the route instead of the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.telling import one_line
from toc.terminal import in_one_line

if TYPE_CHECKING:
    from toc.verdicts import Report

__all__ = ["render"]


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
