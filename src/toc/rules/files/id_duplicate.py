"""An id, or a link, that stands twice in the strategy.

Twice in one section is found on the way in; here what is left: the same id in two
sections, and the same link written in two ways.
"""

from collections.abc import Iterator

from toc.findings import KEY, Related, Route, Severity
from toc.model.strategy import ID_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(Severity.ERROR)
def id_duplicate(case: Case) -> Iterator[Complaint]:
    """Find ids and links that stand twice, without regard to case."""
    first: dict[str, Route] = {}
    told: set[tuple[str, Route]] = set()
    for name, route in _named(case):
        known = name.lower()
        if known not in first:
            first[known] = route
        elif (known, route) not in told:
            told.add((known, route))
            yield _twice(name, route, first[known])


def _named(case: Case) -> Iterator[tuple[str, Route]]:
    for section in ID_SECTIONS:
        for name in getattr(case.strategy, section):
            yield name, (section, name, KEY)
    for arrow in case.strategy.arrows:
        yield arrow.name, (*link_route(arrow.key), KEY)


def _twice(name: str, route: Route, known: Route) -> Complaint:
    mend = Message("keep one of the two, or give the other an id of its own")
    if "glossary" in (route[0], known[0]):
        mend = Message(
            "ids are one for all sections, without regard to case: call the term {id}, "
            "or give the entry its acronym as “short:”",
            {"id": f"{name.lower()}_term"},
        )
    if route[0] == "links":
        mend = Message("keep one of the two, and join their reasons in it")
    return complaint(
        route,
        Message("“{id}” is written twice", {"id": name}),
        mend,
        related=[Related(Message("it stands here first"), known)],
    )
