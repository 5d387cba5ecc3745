"""Before a co-design meeting: check every strategy, then draw each for wall, table and screen.

    python examples/before_a_meeting.py [folder for the pictures, build by default]

This is also what `make demo` runs.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from toc import MissingExtraError, Severity, Verdict, check, load, meeting_set, save

STRATEGIES = os.path.relpath(Path(__file__).parent.parent / "strategies")


def summary(verdict: Verdict) -> str:
    """Count what was found, and what somebody has accepted with a reason."""
    grave = [finding.severity for finding in verdict.findings]
    errors, warnings = grave.count(Severity.ERROR), grave.count(Severity.WARNING)
    return f"{errors} errors, {warnings} warnings, {len(verdict.waived)} accepted by waivers"


def draw_all(verdict: Verdict, folder: Path) -> None:
    """Write the set for a meeting, without what needs an extra that is not installed."""
    count, lacking = 0, set()
    for ending, form, picture in meeting_set(load(verdict.path)):
        target = folder / f"{verdict.subject.id}{ending}"
        try:
            save(picture.render(form), target)
            count += 1
        except MissingExtraError as error:
            lacking.add(str(error))
    print(f"  drew {count} pictures into {folder}")
    for message in sorted(lacking):
        print(f"  {message}")


def main() -> int:
    """Check and draw; fail where a strategy has an error."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    report = check(STRATEGIES, on=date.today())  # noqa: DTZ011 - the day on the wall
    for verdict in report.verdicts:
        links, rules = verdict.subject.links, len(verdict.rules)
        print(f"{verdict.path}: {verdict.subject.title}")
        print(f"  checked {links} links by {rules} rules: {summary(verdict)}")
        draw_all(verdict, folder)
    print(f"Open {folder / 'timis.html'}, and read more with: .venv/bin/toc check strategies")
    return int(report.fails())


if __name__ == "__main__":
    sys.exit(main())
