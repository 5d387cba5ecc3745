"""A link whose evidence is called strong, and a source of which points both ways."""

from collections.abc import Iterator, Sequence

from toc.findings import Related, Severity
from toc.model import Link, link_ends
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("evidence", "sources", "text"),
    yields_to=("evidence-against-ignored",),
)
def evidence_mixed_called_strong(case: Case) -> Iterator[Complaint]:
    """Find links of strong evidence that cite mixed findings and do not discuss them."""
    for key, link in case.strategy.links.items():
        mixed = _mixed(case, link) if link.evidence == "strong" and not link.text else []
        if mixed:
            yield _complaint(case, key, mixed)


def _mixed(case: Case, link: Link) -> list[str]:
    found = dict.fromkeys(case.strategy.index.get(name.lower(), ("", "")) for name in link.sources)
    return [
        key
        for section, key in found
        if section == "sources" and case.strategy.sources[key].direction == "mixed"
    ]


def _complaint(case: Case, key: str, mixed: Sequence[str]) -> Complaint:
    values = {"sources": [case.title(source) for source in mixed], **_ends(case, key)}
    return complaint(
        (*link_route(key), "evidence"),
        Message(
            "the evidence for the link from “{cause}” to “{effect}” is called strong, "
            "and what it cites found mixed results: “{sources}”",
            values,
        ),
        Message(
            "write {form}, or say in the link’s “text:” why it is strong here all the same",
            {"form": "evidence: moderate"},
        ),
        related=[
            Related(
                Message("“{source}” found mixed results", {"source": case.title(source)}),
                ("sources", source, "direction"),
            )
            for source in mixed
        ],
        question=Message(
            "For whom did “{cause}” lead to “{effect}”, and for whom did it not (“{sources}”)?",
            values,
        ),
    )


def _ends(case: Case, key: str) -> dict[str, object]:
    ends = link_ends(key)
    assert ends is not None
    return {"cause": [case.title(cause) for cause in ends[0]], "effect": case.title(ends[1])}
