"""A theory of which too many links are known to be guesses."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Link
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_FEWEST_STATED = 6


@rule(Severity.WARNING, limit=1 / 3, relies_on=("links", "links.evidence"))
def links_mostly_guessed(case: Case) -> Iterator[Complaint]:
    """Find strategies with too large a part of guesses among the links that say what is known."""
    stated = [item for item in case.strategy.links.items() if item[1].evidence is not None]
    guessed = [item for item in stated if item[1].evidence == "gap"]
    if len(stated) < _FEWEST_STATED:
        return
    if len(guessed) / len(stated) > case.limit(links_mostly_guessed):
        yield _complaint(len(stated), guessed)


def _complaint(total: int, guessed: Sequence[tuple[str, Link]]) -> Complaint:
    count = len(guessed)
    return complaint(
        ("strategy", KEY),
        Message(
            "{count} link is a guess, of the {total} that say how well they are supported",
            {"count": count, "total": total},
            plural="{count} links are guesses, of the {total} that say how well they are supported",
        ),
        Message(
            "for each of them look for evidence, try it in a pilot, or claim less; "
            "begin with those that most depends on"
        ),
        related=[
            Related(Message("{link} is one of the guesses", {"link": key}), (*link_route(key), KEY))
            for key, _ in guessed
        ],
        question=Message(
            "There is {count} link of which we know nothing yet: how do we find out?",
            {"count": count},
            plural="Of {count} links we know nothing yet: on which does most depend, "
            "and how do we find out?",
        ),
    )
