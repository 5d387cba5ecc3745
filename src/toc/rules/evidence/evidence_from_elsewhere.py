"""A link that much depends on, with evidence from other places only."""

from collections.abc import Iterator, Sequence

from toc.findings import Related, Severity
from toc.model import Link, Source, Text, link_ends
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.spelling import folded
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("assuming", "evidence", "sources", "text"))
def evidence_from_elsewhere(case: Case) -> Iterator[Complaint]:
    """Find strong links, and links with a critical assumption, that cite nothing from here."""
    place = case.strategy.head.place
    if place is None or not place.name:
        return
    for key, link in case.strategy.links.items():
        if link.text or not _is_leaned_on(case, link):
            continue
        cited = _cited(case, link)
        if cited and all(_is_elsewhere(case, source, place.name) for _, source in cited):
            yield _complaint(case, key, cited, place.name)


def _complaint(case: Case, key: str, cited: Sequence[tuple[str, Source]], here: Text) -> Complaint:
    places = {str(source.place): source.place for _, source in cited}
    values = {"places": [*places.values()], "here": here, **_ends(case, key)}
    return complaint(
        (*link_route(key), "sources"),
        Message(
            "all that is cited for the link from “{cause}” to “{effect}” is from elsewhere: "
            "{places}",
            values,
        ),
        Message(
            "cite something that was seen in {here} as well, "
            "or say in the link’s “text:” why it holds there",
            values,
        ),
        related=[
            Related(
                Message("“{source}” is from {place}", {"source": case.title(name), "place": one}),
                ("sources", name, "place"),
            )
            for name, source in cited
            if (one := source.place)
        ],
        question=Message(
            "Does “{cause}” lead to “{effect}” in {here} as well, "
            "as was seen elsewhere ({places})?",
            values,
        ),
    )


def _is_leaned_on(case: Case, link: Link) -> bool:
    found = (case.strategy.index.get(name.lower(), ("", "")) for name in link.assuming)
    return link.evidence == "strong" or any(
        section == "assumptions" and case.strategy.assumptions[key].importance == "critical"
        for section, key in found
    )


def _cited(case: Case, link: Link) -> list[tuple[str, Source]]:
    """Give the sources of a link, none where one of them is not there."""
    names = dict.fromkeys(map(str.lower, link.sources))
    found = [case.strategy.index.get(name, ("", "")) for name in names]
    if any(section != "sources" for section, _ in found):
        return []
    return [(key, case.strategy.sources[key]) for _, key in found]


def _is_elsewhere(case: Case, source: Source, here: Text) -> bool:
    """Whether a source has a place that is neither ours, nor around ours, nor everywhere."""
    readable = list(case.wordings(source.place))
    if not source.place or not readable or case.expression(source.place, "wider-places"):
        return False
    if any(one in other or other in one for one in _names(source.place) for other in _names(here)):
        return False
    countries = {
        found.instead
        for language, wording in readable
        for found in case.lexicon.each(wording, language, "countries")
    }
    # Without our own country's code, nobody can tell whether one of these is ours.
    return not countries or _country(case) not in countries | {""}


def _names(place: Text) -> set[str]:
    return {folded(name) for name in place.wordings.values() if name.strip()}


def _country(case: Case) -> str:
    place = case.strategy.head.place
    return "" if place is None or place.nuts is None else place.nuts[:2].upper()


def _ends(case: Case, key: str) -> dict[str, object]:
    ends = link_ends(key)
    assert ends is not None
    return {"cause": [case.title(cause) for cause in ends[0]], "effect": case.title(ends[1])}
