"""A link that claims good evidence, and cites a source against it."""

from collections.abc import Iterator, Sequence

from toc.findings import Related, Severity
from toc.model import Link, link_ends
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_CLAIMS = {"strong": Message("strong evidence"), "moderate": Message("moderate evidence")}


@rule(Severity.WARNING, looks_at=("evidence", "sources", "text"))
def evidence_against_ignored(case: Case) -> Iterator[Complaint]:
    """Find links of strong or moderate evidence that cite a contradiction and do not discuss it."""
    for key, link in case.strategy.links.items():
        claim = _CLAIMS.get(link.evidence or "")
        against = _against(case, link)
        if claim and against and not link.text:
            yield _complaint(case, key, claim, against)


def _complaint(case: Case, key: str, claim: Message, against: Sequence[str]) -> Complaint:
    values = {
        "claim": claim,
        "sources": [case.title(source) for source in against],
        **_ends(case, key),
    }
    return complaint(
        (*link_route(key), "evidence"),
        Message(
            "the link from “{cause}” to “{effect}” claims {claim}, "
            "and cites evidence against itself: “{sources}”",
            values,
        ),
        Message("lower the evidence, or say in the link’s “text:” how the two were weighed"),
        related=[
            Related(
                Message("“{source}” contradicts it", {"source": case.title(source)}),
                ("sources", source, "direction"),
            )
            for source in against
        ],
        question=Message(
            "Do we still believe that “{cause}” leads to “{effect}”, knowing of “{sources}”?",
            values,
        ),
    )


def _against(case: Case, link: Link) -> list[str]:
    found = dict.fromkeys(case.strategy.index.get(name.lower(), ("", "")) for name in link.sources)
    return [
        key
        for section, key in found
        if section == "sources" and case.strategy.sources[key].direction == "contradicts"
    ]


def _ends(case: Case, key: str) -> dict[str, object]:
    ends = link_ends(key)
    assert ends is not None
    return {"cause": [case.title(cause) for cause in ends[0]], "effect": case.title(ends[1])}
