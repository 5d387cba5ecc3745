"""Before a meeting: check every strategy, draw each, and write the papers for the table.

    python examples/before_a_meeting.py [folder for all of it, build by default]

Pictures for wall, table and screen stand in the folder itself; papers, as HTML and PDF, and
a calendar file in its folder `papers`.  This is also what `make demo` runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from toc import (
    MissingExtraError,
    Severity,
    Strategy,
    TocError,
    Verdict,
    check,
    document,
    document_kinds,
    files_of,
    load,
    save,
)
from toc import meeting_set as pictures
from toc.api import calendar_of

STRATEGIES = os.path.relpath(Path(__file__).parent.parent / "strategies")
PAPERS = (
    "status",
    "review",
    "roadmap",
    "assessment-report",
    "story",
    "comparison",
    "lessons",
    "communication",
    "attendance",
    "steering-page",
    "decision-sheet",
)
"""What is about a whole strategy."""

BEFORE, AFTER = ("invitation", "agenda"), ("minutes",)
"""What is about a meeting that is coming, and about one that was held."""


def summary(verdict: Verdict) -> str:
    """Count what was found, and what somebody has accepted with a reason."""
    grave = [finding.severity for finding in verdict.findings]
    errors, warnings = grave.count(Severity.ERROR), grave.count(Severity.WARNING)
    return f"{errors} errors, {warnings} warnings, {len(verdict.waived)} accepted by waivers"


def draw_all(strategy: Strategy, folder: Path) -> None:
    """Write the set for a meeting, without what needs an extra that is not installed."""
    count, lacking = 0, set()
    for ending, form, picture in pictures(strategy):
        try:
            save(picture.render(form), folder / f"{strategy.head.id}{ending}")
            count += 1
        except MissingExtraError as error:
            lacking.add(str(error))
    print(f"  drew {count} pictures into {folder}")
    tell(lacking)


def papers_of(strategy: Strategy, on: date) -> Iterator[tuple[str, str]]:
    """Give the papers that a strategy can have on a day, each with what it is about."""
    dates = {key: one.date.first for key, one in strategy.events.items() if one.date}
    dated = sorted((first, key) for key, first in dates.items() if first)
    coming = [key for first, key in dated if first > on][:1]
    held = [key for first, key in dated if first <= on][-1:]
    yield from ((name, "") for name in PAPERS)
    yield from ((name, event) for event in coming for name in BEFORE)
    yield from ((name, event) for event in held for name in AFTER)


def write_all(strategy: Strategy, others: list[Strategy], folder: Path, on: date) -> None:
    """Write the papers, each as a page and for the printer."""
    known, count, lacking = document_kinds(), 0, set()
    for name, about in papers_of(strategy, on):
        if name not in known:
            continue
        try:
            made = document(strategy, name, on=on, about=about, others=others)
        except TocError as error:
            lacking.add(f"{name}: {error}")
            continue
        for form in ("html", "pdf"):
            try:
                for file, content in files_of(made, f"{strategy.head.id}.{name}.{form}").items():
                    save(content, folder / file)
                count += 1
            except MissingExtraError as error:
                lacking.add(str(error))
    try:
        calendar = calendar_of(strategy, on=on, language=strategy.languages[0])
        save(calendar.content, folder / f"{strategy.head.id}.ics")
        count += 1
    except MissingExtraError as error:
        lacking.add(str(error))
    print(f"  wrote {count} papers into {folder}")
    tell(lacking)


def tell(lacking: set[str]) -> None:
    """Say what could not be made, and why."""
    for message in sorted(lacking):
        print(f"  {message}")


def main() -> int:
    """Check, draw and write; fail where a strategy has an error."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    today = date.today()  # noqa: DTZ011 - the day on the wall
    report = check(STRATEGIES, on=today)
    strategies = [load(verdict.path) for verdict in report.verdicts]
    for verdict, strategy in zip(report.verdicts, strategies, strict=True):
        links, rules = verdict.subject.links, len(verdict.rules)
        print(f"{verdict.path}: {verdict.subject.title}")
        print(f"  checked {links} links by {rules} rules: {summary(verdict)}")
        draw_all(strategy, folder)
        others = [one for one in strategies if one is not strategy]
        write_all(strategy, others, folder / "papers", today)
    print(f"Open {folder / 'timis.html'} and {folder / 'papers' / 'timis.status.html'},")
    print("and read more with: .venv/bin/toc check strategies")
    return int(report.fails())


if __name__ == "__main__":
    sys.exit(main())
