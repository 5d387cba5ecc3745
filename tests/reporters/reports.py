"""Reports to be told: of every shape, and with every text that a format may stumble over."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from toc import Finding, Report, Severity, Span, Verdict
from toc.findings import KEY, Related, Route
from toc.verdicts import Failure, Subject
from toc.words import Message, Said

SCHEMAS = Path(__file__).parents[2].parent / "shared" / "schemas"
"""Where the official schemas lie, beside the checkout."""

DAY = date(2027, 6, 30)

HOSTILE = {
    "escapes": "\x1b[31mred\x07 \x9b2J \x00",
    "line-ends": "one\r\ntwo\rthree\u2028four\x85five\x0bsix",
    "bidi": "\u202eolleh\u202c \u2066isolated\u2069",
    "surrogates": "\ud800 lone, \udcff from a file name",
    "no-characters": "\ufffe\uffff \U0010ffff",
    "markup": "<script>alert(1)</script> <!-- & -->",
    "cdata": "]]> <![CDATA[ ]]>",
    "quotes": "\"double\" 'single' `tick`",
    "pipes": "a | b || c \\| d",
    "markdown": "# *all* _of_ [it](https://example.org) @somebody #12 www.example.org ~~x~~ $y$",
    "commands": "::error file=x::lost\n::set-output name=a::b\n##[error]%0A::stop-commands::x",
    "a-finding": "x.yaml:1:1: error[fake]: all is lost\nerror[fake]: all is lost",
    "braces": "{count} {} %s %(x)s",
    "nothing": "",
    "spaces": "  \t\n ",
    "long": "a wørd " * 14_000,
}
"""Texts that somebody else may have written, by what is wrong with them."""


def finding(
    message: str = "said",
    *,
    rule: str = "link-without-mechanism",
    route: Route = ("links", "a -> b", KEY),
    severity: Severity = Severity.ERROR,
    path: str | None = "x.yaml",
    line: int = 3,
    related: tuple[Related, ...] = (),
    goal_paths: int = 1,
) -> Finding:
    """Make a finding; without a path it is about a strategy that was built in Python."""
    return Finding(
        rule,
        Said(message),
        Said(f"mend {message}"),
        route,
        severity,
        None if path is None else Span(path, line, 3, line, 9),
        related,
        question=Said(f"why {message}?"),
        goal_paths=goal_paths,
    )


def verdict(*findings: Finding, text: str = "A town", path: str = "x.yaml") -> Verdict:
    """Make a verdict with what was found; its rules are those of the findings and one more."""
    rules = sorted({"id-duplicate", *(one.rule for one in findings)})
    words = {rule: Said(f"{text} matters") for rule in rules[:1]}
    subject = Subject("town", Said(text), "draft", 4, 3)
    return Verdict(
        path, subject, findings, rules=tuple(rules), reasons=words, summaries=dict(words)
    )


def accepted(text: str = "said", path: str | None = "x.yaml") -> Finding:
    """Make a finding as it stands when a waiver accepts it."""
    there = None if path is None else Span(path, 20, 3, 20, 4)
    values = {"by": ("ana",), "date": "2027-12", "because": Said(text)}
    waiver = Message("accepted by {by} until {date}: {because}", values)
    return finding(text, path=path, related=(Related(waiver, ("waivers", "w"), there),))


def with_everything(text: str, path: str | None = "x.yaml") -> Report:
    """Make a report in which a text stands wherever one can: findings, waivers, failures."""
    there = Related(
        Said(text), ("links", "a -> b"), None if path is None else Span(path, 1, 1, 1, 2)
    )
    told = verdict(
        *(
            finding(text, severity=one, path=path, related=(there,), rule=f"rule-{one.word}")
            for one in reversed(Severity)
        ),
        finding(text, path=path, route=("goals", text, 0)),
        finding(text, path=path, route=()),
        text=text,
        path=path or "",
    )
    bare = verdict(finding(text, path=None, route=("goals", text)), text=text, path="")
    failures = (Failure("rule-failed", f"ValueError: {text}", f"rules/{text}.py:12"),)
    whole = Verdict(
        told.path,
        told.subject,
        told.findings,
        (accepted(text, path),),
        failures,
        told.rules,
        told.reasons,
        told.summaries,
    )
    return Report((whole, bare), DAY, known=2)


def shapes() -> dict[str, Report]:
    """Give a report of each shape, by what is special about it."""
    return {
        "nothing-checked": Report(()),
        "nothing-found": Report((verdict(),), DAY),
        "no-day": Report((verdict(finding()),)),
        "several": Report(
            (verdict(finding()), verdict(finding(path="y.yaml"), path="y.yaml")), DAY
        ),
        "notes": Report((verdict(finding(severity=Severity.NOTE)),), DAY),
        "from-python": with_everything("said", None),
        "everything": with_everything("said"),
        "unlisted-rule": Report((Verdict("x.yaml", verdict().subject, (finding(),)),), DAY),
        "many-chains": Report((verdict(finding(goal_paths=2**20_000)),), DAY),
        "absolute": with_everything("said", "/somewhere/else/x.yaml"),
        "above": with_everything("said", "../beside/x.yaml"),
        "windows": with_everything("said", "C:\\strategies\\x.yaml"),
        "spaces-in-path": with_everything("said", "my strategies/țară, 100%: #1?.yaml"),
    }


def path(text: str) -> str:
    """Make a path of a text, such as a file system may hold."""
    return re.sub("[\x00\ud800-\udc7f\udd00-\udfff]", "", text) or "x.yaml"


def hostile() -> dict[str, Report]:
    """Give, for each hostile text, a report that has it as text, and one as path."""
    texts = {name: with_everything(text) for name, text in HOSTILE.items()}
    paths = {f"{name}-path": with_everything("said", path(text)) for name, text in HOSTILE.items()}
    return texts | paths


TEXTS = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(
    [text for name, text in HOSTILE.items() if name != "long"]
)
"""Any text at all, lone surrogates among them."""

PATHS = st.none() | TEXTS.map(path)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report, with any text everywhere."""
    return with_everything(draw(TEXTS), draw(PATHS))
