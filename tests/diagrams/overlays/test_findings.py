"""Findings: what the rules find, where it counts on the picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from toc.checking import judge
from toc.diagrams.laying import Case, laid
from toc.diagrams.overlay import Overlay, Stamp
from toc.diagrams.overlays import findings
from toc.findings import Finding, Route, Severity
from toc.verdicts import Subject, Verdict
from toc.words import Message, say

Lay = Callable[..., Overlay]
MakeCase = Callable[..., Case]


def found(route: Route, severity: Severity = Severity.WARNING, said: str = "so it is") -> Finding:
    """Make a finding about something."""
    return Finding("rule", Message(said), Message("mend it"), route, severity)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch, case: MakeCase) -> Callable[..., Overlay]:
    """Lays over a picture what some rules are said to have found."""

    def laying(*told: Finding, waived: tuple[Finding, ...] = (), **asked: Any) -> Overlay:
        verdict = Verdict("", Subject("s", Message("S"), "draft", 1, 1), told, waived)
        monkeypatch.setattr(findings, "judge", lambda strategy, *, on, book: verdict)
        return laid("findings", case(**asked))

    return laying


def tags(overlay: Overlay) -> dict[str, str]:
    """Give what stands on boxes and arrows."""
    found = {key: say(dress.tag, "en") for key, dress in overlay.boxes.items()}
    found |= {key: say(stroke.tag, "en") for key, stroke in overlay.arrows.items()}
    return {key: text for key, text in found.items() if text}


def test_it_shows_what_the_rules_find(lay: Lay, case: MakeCase) -> None:
    """Every finding about a box is counted on it, for the day that is asked."""
    verdict = judge(case().strategy, on=date(2026, 11, 30))
    about = [finding for finding in verdict.findings if finding.route[:2] == ("goals", "equal")]
    assert about
    overlay = lay("findings", on=date(2026, 11, 30))
    assert say(overlay.title, "en") == "Findings on 2026-11-30: where the theory is thin"
    assert tags(overlay)["equal"] == say(
        Message("{count} finding", {"count": len(about)}, plural="{count} findings"), "en"
    )


@pytest.mark.parametrize(
    ("route", "places"),
    [
        (("outputs", "learners", "title"), {"learners": "1 finding"}),
        (("outputs", "LEARNERS", "[key]"), {"learners": "1 finding"}),
        (("links", "visits -> apply", "because"), {"visits -> apply": "1"}),
        (("links", "speak, apply -> equal"), {"speak -> equal": "1", "apply -> equal": "1"}),
        (("assumptions", "evening", "status"), {"course -> learners": "1"}),
        (("indicators", "count", "baseline"), {"learners": "1 finding"}),
        (("indicators", "belief"), {"course -> learners": "1", "desk -> visits": "1"}),
        (("risks", "strike"), {"visits -> apply": "1"}),
        (("pilots", "mobile_desk", "cost"), {"desk": "1 finding"}),
        (("stakeholders", "prefect"), {}),
        (("assumptions", "idle", "[key]"), {}),
        (("strategy",), {}),
        ((), {}),
    ],
)
def test_a_finding_counts_where_its_route_leads(
    judged: Callable[..., Overlay], route: Route, places: dict[str, str]
) -> None:
    """What is found about an indicator, a risk or a pilot counts for what that is about."""
    assert tags(judged(found(route))) == places


def test_what_has_no_place_on_the_picture_is_counted_in_the_legend(
    judged: Callable[..., Overlay],
) -> None:
    """No finding is lost: the legend says how many are beside the picture."""
    overlay = judged(found(("strategy",)), found(("stages", "x"), Severity.ERROR))
    assert say(overlay.keys[-1].words, "en") == (
        "nothing was found (beside the picture: 1 error, 1 warning)"
    )
    assert say(overlay.keys[-1].words, "ro") == (
        "nu s-a constatat nimic (în afara imaginii: 1 eroare, 1 avertisment)"
    )


def test_the_gravest_decides_the_dress(judged: Callable[..., Overlay]) -> None:
    """A box with an error and a note looks like one with an error, and counts both."""
    route = ("goals", "equal")
    overlay = judged(found(route, Severity.NOTE), found(route, Severity.ERROR))
    assert overlay.boxes["equal"].sign == "cross"
    assert say(overlay.boxes["equal"].tag, "en") == "2 findings"
    assert overlay.boxes["work"].muted


def test_severities_differ_in_shape(judged: Callable[..., Overlay]) -> None:
    """Errors, warnings, advice and notes have different signs on boxes, and widths on arrows."""
    drawn = [judged(found(("goals", "equal"), severity)).boxes["equal"] for severity in Severity]
    assert len({dress.sign for dress in drawn}) == 4
    lines = [
        judged(found(("links", "visits -> apply"), severity)).arrows["visits -> apply"]
        for severity in Severity
    ]
    assert len({(stroke.width, stroke.dash) for stroke in lines}) == 4


def test_waived_findings_stand_apart(judged: Callable[..., Overlay]) -> None:
    """What somebody accepted does not count as thin, and is not hidden either."""
    overlay = judged(waived=(found(("goals", "equal")),))
    assert overlay.boxes["equal"].sign == ""
    assert say(overlay.boxes["equal"].tag, "en") == "1 accepted"
    assert "accepted until a date, with a reason" in [say(key.words, "en") for key in overlay.keys]


def test_a_badge_with_findings_is_strong(judged: Callable[..., Overlay]) -> None:
    """Assumptions with findings stand out among the badges; the others stand back."""
    overlay = judged(found(("assumptions", "evening")))
    assert overlay.badges == {1: Stamp(strong=True), 2: Stamp(muted=True), 3: Stamp(muted=True)}


def test_findings_are_told_in_words(judged: Callable[..., Overlay]) -> None:
    """Who hears the picture hears how many there are, and each of them."""
    overlay = judged(
        found(("goals", "equal"), said="it is vague"),
        found(("goals", "equal"), said="nothing measures it"),
        waived=(found(("goals", "equal"), said="it is late"),),
    )
    assert say(overlay.boxes["equal"].told, "en") == (
        "2 findings: it is vague; nothing measures it; 1 accepted: it is late"
    )
