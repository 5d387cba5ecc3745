"""Before a co-design meeting: check every strategy, then draw each in both languages.

    python examples/before_a_meeting.py [folder for the pictures, build by default]

This is also what `make demo` runs.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from toc import MissingExtraError, Report, Severity, Strategy, check, draw, save

STRATEGIES = os.path.relpath(Path(__file__).parent.parent / "strategies")
LANGUAGES = ("ro", "en")


def summary(report: Report) -> str:
    """Count what was found, gravest first."""
    counts = [f"{report.counts[severity]} {severity.word}s" for severity in reversed(Severity)]
    return ", ".join(counts[:2])


def draw_all(strategy: Strategy, folder: Path) -> None:
    """Write a strategy's pictures, as SVG and where possible as PNG."""
    for language in LANGUAGES:
        picture = draw(strategy, language=language)
        for form in ("svg", "png"):
            target = folder / f"{strategy.head.id}.{language}.{form}"
            try:
                print(f"  drew {save(picture.render(form), target)}")
            except MissingExtraError as error:
                print(f"  skipped {target}: {error}")


def main() -> int:
    """Check and draw; fail where a strategy has an error."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    report = check(STRATEGIES, on=date.today())  # noqa: DTZ011 - the day on the wall
    for verdict in report.verdicts:
        strategy = verdict.strategy
        alone = Report((verdict,), report.rules)
        links = len(strategy.arrows)
        print(f"{verdict.path}: {strategy.title}")
        print(f"  checked {links} links by {len(report.rules)} rules: {summary(alone)}")
        draw_all(strategy, folder)
    print(f"Open the pictures in {folder}, and read more with: .venv/bin/toc check strategies")
    return int(report.fails())


if __name__ == "__main__":
    sys.exit(main())
