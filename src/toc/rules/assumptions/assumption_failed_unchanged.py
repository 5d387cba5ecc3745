"""An assumption that has failed, while a link that rests on it is as sure as ever."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from toc.findings import Related, Route, Severity
from toc.model import Link, link_ends
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_SURE = 80
_MODERATE = Message("moderate evidence")

_Claim = tuple[str, str, Message]
"""A link that is sure, the field in which it says so, and what it says."""


@rule(Severity.ERROR, looks_at=("status",))
def assumption_failed_unchanged(case: Case) -> Iterator[Complaint]:
    """Find failed or doubtful assumptions of which a link still makes nothing."""
    claims = _claims(case)
    for name, assumption in case.strategy.assumptions.items():
        own = claims.get(name.lower(), ())
        if assumption.status == "failed" and own:
            yield _complaint(case, name, Message("has failed"), own)
        # What is only in doubt may still have some evidence in its favour.
        own = [claim for claim in own if claim[-1] != _MODERATE]
        if assumption.status == "doubtful" and own:
            yield _complaint(case, name, Message("is in doubt"), own)


def _claims(case: Case) -> Mapping[str, Sequence[_Claim]]:
    found: defaultdict[str, list[_Claim]] = defaultdict(list)
    for key, link in case.strategy.links.items():
        if claim := _claim(link):
            for name in dict.fromkeys(map(str.lower, link.assuming)):
                found[name].append((key, *claim))
    return found


def _claim(link: Link) -> tuple[str, Message] | None:
    if link.evidence == "strong":
        return "evidence", Message("strong evidence")
    if link.confidence is not None and link.confidence >= _SURE:
        return "confidence", Message("{share} % confidence", {"share": link.confidence})
    if link.evidence == "moderate":
        return "evidence", _MODERATE
    return None


def _complaint(case: Case, name: str, state: Message, own: Sequence[_Claim]) -> Complaint:
    key, _, claim = own[0]
    values = {"assumption": case.title(name), "state": state, "claim": claim, **_ends(case, key)}
    return complaint(
        ("assumptions", name, "status"),
        Message(
            "the assumption “{assumption}” {state}, yet the link from “{cause}” to “{effect}” "
            "that rests on it still claims {claim}",
            values,
        ),
        Message("lower what the link claims, or find another way to “{effect}”", values),
        related=[
            Related(Message("the link claims {claim}", {"claim": said}), _route(link, field))
            for link, field, said in own
        ],
        question=Message(
            "The assumption “{assumption}” {state}: "
            "do we still believe that “{cause}” leads to “{effect}”?",
            values,
        ),
    )


def _route(link: str, field: str) -> Route:
    return (*link_route(link), field)


def _ends(case: Case, key: str) -> dict[str, object]:
    ends = link_ends(key)
    assert ends is not None
    return {"cause": [case.title(cause) for cause in ends[0]], "effect": case.title(ends[1])}
