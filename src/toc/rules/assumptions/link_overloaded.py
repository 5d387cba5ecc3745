"""A link that rests on too many assumptions."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.model import link_ends
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(Severity.ADVICE, limit=6)
def link_overloaded(case: Case) -> Iterator[Complaint]:
    """Find links that rest on more assumptions than one step can carry."""
    for key, link in case.strategy.links.items():
        count = len({name.lower() for name in link.assuming})
        if count <= case.limit(link_overloaded):
            continue
        values = {"count": count, **_ends(case, key)}
        yield complaint(
            (*link_route(key), "assuming"),
            Message(
                "“{cause}” leads to “{effect}” only if {count} assumption holds",
                values,
                plural="“{cause}” leads to “{effect}” only if {count} assumptions hold",
            ),
            Message(
                "split the step: write what happens in between, and give each part its own "
                "assumptions"
            ),
            question=Message("What happens between “{cause}” and “{effect}”?", values),
        )


def _ends(case: Case, key: str) -> dict[str, object]:
    ends = link_ends(key)
    assert ends is not None
    return {"cause": [case.title(cause) for cause in ends[0]], "effect": case.title(ends[1])}
