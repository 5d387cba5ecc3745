"""The nouns of telling."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from toc.findings import KEY, Finding, Related, Severity, Span
from toc.words import Message


def test_severities_are_ordered_from_mild_to_grave() -> None:
    """So a threshold is a comparison."""
    assert Severity.NOTE < Severity.ADVICE < Severity.WARNING < Severity.ERROR
    assert [one.word for one in Severity] == ["note", "advice", "warning", "error"]


def test_spans_are_ordered_by_file_and_place() -> None:
    """Findings are told in the order in which a reader meets them."""
    spans = [
        Span("b.yaml", 1, 1, 1, 2),
        Span("a.yaml", 2, 1, 2, 2),
        Span("a.yaml", 1, 9, 1, 10),
        Span("a.yaml", 1, 2, 1, 3),
    ]
    assert sorted(spans) == list(reversed(spans))


def test_a_finding_is_an_error_about_everything_until_somebody_says_more() -> None:
    """Its rule grades it, its document places it."""
    finding = Finding("some-rule", Message("a"), Message("b"))
    assert (finding.route, finding.severity, finding.span) == ((), Severity.ERROR, None)
    assert (finding.related, finding.label) == ((), None)


@pytest.mark.parametrize(
    "noun", [Span("a", 1, 1, 1, 1), Related(Message("a")), Finding("a", Message("b"), Message("c"))]
)
def test_what_was_told_stays_told(noun: Span | Related | Finding) -> None:
    """Nothing of a finding can be changed after the fact."""
    for part in fields(noun):
        with pytest.raises(FrozenInstanceError):
            setattr(noun, part.name, None)
    assert hash(noun) == hash(replace(noun))


def test_the_key_itself_is_no_id() -> None:
    """The last step that stands for a key could be no id of an entry."""
    assert not KEY.isidentifier()
