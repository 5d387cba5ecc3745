"""For CI servers: JUnit XML, a suite for each strategy.

Each rule that was asked and found nothing is a test that passed.  Errors and warnings
are failures, milder findings pass with their words as output, accepted ones are skipped
for the reason that their waiver gives, and a rule that failed is an error.  It fits the
schemas of Apache Ant and of Jenkins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from toc.findings import Severity
from toc.telling import acceptance, one_line, place_of
from toc.terminal import in_one_line, printable

if TYPE_CHECKING:
    from toc.findings import Finding
    from toc.verdicts import Report, Verdict

__all__ = ["render"]

_NO_DAY = "1970-01-01"
_NO_LETTERS = re.compile("[\ufffe\uffff]")
"""What XML cannot hold although a terminal does not mind it."""


def render(report: Report, *, language: str = "en", colour: bool = False) -> str:  # noqa: ARG001 - every reporter is called alike
    """Say everything that was found, as XML."""
    day = _NO_DAY if report.on is None else report.on.isoformat()
    suites = (
        _suite(number, verdict, day, language) for number, verdict in enumerate(report.verdicts)
    )
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<testsuites>",
            *(line for suite in suites for line in suite),
            "</testsuites>\n",
        ]
    )


def _suite(number: int, verdict: Verdict, day: str, language: str) -> Iterator[str]:
    cases = list(_cases(verdict, language))
    failures = sum(_fails(finding) for finding in verdict.findings)
    name = _attribute(_name(verdict))
    yield (
        f'  <testsuite id="{number}" package="toc" name={name} timestamp="{day}T00:00:00" '
        f'hostname="localhost" tests="{len(cases)}" failures="{failures}" '
        f'errors="{len(verdict.failures)}" skipped="{len(verdict.waived)}" time="0">'
    )
    yield "    <properties/>"
    yield from cases
    said = "\n".join(one_line(one, language) for one in verdict.findings if not _fails(one))
    yield f"    <system-out>{_text(said)}</system-out>"
    yield "    <system-err></system-err>"
    yield "  </testsuite>"


def _name(verdict: Verdict) -> str:
    return verdict.path or verdict.subject.id or "toc"


def _cases(verdict: Verdict, language: str) -> Iterator[str]:
    place = _name(verdict)
    failing = [finding for finding in verdict.findings if _fails(finding)]
    for finding in failing:
        yield _case(f"{finding.rule} {place_of(finding)}", place, _failed(finding, language))
    for finding in verdict.waived:
        yield _case(f"{finding.rule} {place_of(finding)}", place, _skipped(finding, language))
    for failure in verdict.failures:
        said = _attribute(f"{failure.error} ({failure.where})")
        yield _case(failure.rule, place, f'<error type="toc" message={said}></error>')
    told_of = {finding.rule for finding in (*failing, *verdict.waived)}
    told_of |= {failure.rule for failure in verdict.failures}
    yield from (_case(name, place, "") for name in verdict.rules if name not in told_of)


def _failed(finding: Finding, language: str) -> str:
    told = f"{one_line(finding, language)}\n{in_one_line(finding.mend.say(language))}"
    message = _attribute(finding.message.say(language))
    return f'<failure type="{finding.severity.word}" message={message}>{_text(told)}</failure>'


def _skipped(finding: Finding, language: str) -> str:
    waiver = acceptance(finding)
    why = _attribute((waiver or finding).message.say(language))
    return f"<skipped message={why}>{_text(one_line(finding, language))}</skipped>"


def _case(name: str, place: str, inside: str) -> str:
    given = f"name={_attribute(name)} classname={_attribute(place)}"
    ending = f">{inside}</testcase>" if inside else "/>"
    return f'    <testcase {given} time="0"{ending}'


def _fails(finding: Finding) -> bool:
    return finding.severity >= Severity.WARNING


def _attribute(text: str) -> str:
    # The schemas want a token: one line, no space at the ends, not nothing.
    return quoteattr(" ".join(_letters(in_one_line(text)).split()) or "-")


def _text(text: str) -> str:
    return escape("\n".join(_letters(printable(line)) for line in text.split("\n")))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
