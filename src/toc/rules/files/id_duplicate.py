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
    for section in ID_SECTIONS:
        for name in getattr(case.strategy, section):
            route: Route = (section, name, KEY)
            known = first.setdefault(name.lower(), route)
            if known != route:
                yield _twice(name, route, known)
    for arrow in case.strategy.arrows:
        route = (*link_route(arrow.key), KEY)
        known = first.setdefault(arrow.name.lower(), route)
        if known != route:
            yield _twice(arrow.name, route, known)


def _twice(name: str, route: Route, known: Route) -> Complaint:
    return complaint(
        route,
        Message("“{id}” is written twice", {"id": name}),
        Message("keep one of the two, or give the other an id of its own"),
        related=[Related(Message("it stands here first"), known)],
    )
