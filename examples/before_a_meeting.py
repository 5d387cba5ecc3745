"""Before a co-design meeting: check every strategy, then draw each in both languages.

    python examples/before_a_meeting.py [folder for the pictures, build by default]

This is also what `make demo` runs.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from toc import MissingExtraError, Severity, Verdict, check, draw, save

STRATEGIES = os.path.relpath(Path(__file__).parent.parent / "strategies")
LANGUAGES = ("ro", "en")


def summary(verdict: Verdict) -> str:
    """Count what was found, and what somebody has accepted with a reason."""
    grave = [finding.severity for finding in verdict.findings]
    errors, warnings = grave.count(Severity.ERROR), grave.count(Severity.WARNING)
    return f"{errors} errors, {warnings} warnings, {len(verdict.waived)} accepted by waivers"


def draw_all(verdict: Verdict, folder: Path) -> None:
    """Write a strategy's pictures, as SVG and where possible as PNG."""
    for language in LANGUAGES:
        picture = draw(verdict.path, language=language)
        for form in ("svg", "png"):
            target = folder / f"{verdict.subject.id}.{language}.{form}"
            try:
                print(f"  drew {save(picture.render(form), target)}")
            except MissingExtraError as error:
                print(f"  skipped {target}: {error}")


def main() -> int:
    """Check and draw; fail where a strategy has an error."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    report = check(STRATEGIES, on=date.today())  # noqa: DTZ011 - the day on the wall
    for verdict in report.verdicts:
        links, rules = verdict.subject.links, len(verdict.rules)
        print(f"{verdict.path}: {verdict.subject.title}")
        print(f"  checked {links} links by {rules} rules: {summary(verdict)}")
        draw_all(verdict, folder)
    print(f"Open the pictures in {folder}, and read more with: .venv/bin/toc check strategies")
    return int(report.fails())


if __name__ == "__main__":
    sys.exit(main())
