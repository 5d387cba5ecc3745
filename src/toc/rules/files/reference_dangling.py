"""A reference to an id that nothing has."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import link_ends
from toc.model.nodes import NODE_SECTIONS
from toc.model.references import ANY, Reference
from toc.model.strategy import ID_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(Severity.ERROR)
def reference_dangling(case: Case) -> Iterator[Complaint]:
    """Find references, and ends of links, that lead nowhere."""
    yield from _fields(case)
    yield from _ends_of_links(case)


def _fields(case: Case) -> Iterator[Complaint]:
    known = case.strategy.index.keys() | case.unread
    arrows = {arrow.name.lower() for arrow in case.strategy.arrows} | case.unread
    for reference in case.references:
        if _may_be_unread(case, reference.sections):
            continue
        ends = link_ends(reference.target)
        if ends is None:
            if reference.target.lower() not in known and not _is_the_whole(reference):
                yield _nothing(case, reference)
        elif {"links", ANY} & set(reference.sections):
            wanted = {f"{cause} -> {ends[1]}".lower() for cause in ends[0]}
            if not wanted <= arrows:
                yield _no_link(case, reference)


def _is_the_whole(reference: Reference) -> bool:
    """Whether a waiver names the strategy itself, which has no entry."""
    return reference.route[0] == "waivers" and reference.target == "strategy"


def _ends_of_links(case: Case) -> Iterator[Complaint]:
    if _may_be_unread(case, NODE_SECTIONS):
        return
    known = case.strategy.index.keys() | case.unread
    ends = ((arrow.key, end) for arrow in case.strategy.arrows for end in arrow.ends)
    # A link with two causes names its effect twice, and is told of once.
    for key, end in dict.fromkeys(ends):
        if end.lower() not in known:
            yield _nothing(case, Reference((*link_route(key), KEY), end, NODE_SECTIONS))


def _may_be_unread(case: Case, sections: tuple[str, ...]) -> bool:
    return bool(case.torn) if ANY in sections else not case.torn.isdisjoint(sections)


def _no_link(case: Case, reference: Reference) -> Complaint:
    message = Message("there is no link “{link}”", {"link": reference.target})
    return complaint(
        reference.route, message, _did_you_mean(case.nearest(reference.target, ("links",)))
    )


def _nothing(case: Case, reference: Reference) -> Complaint:
    message = Message("nothing here is called “{id}”", {"id": reference.target})
    renamed = case.strategy.former_ids.get(reference.target.lower())
    sections = ID_SECTIONS if ANY in reference.sections else reference.sections
    mend = (
        _did_you_mean(case.nearest(reference.target, sections))
        if renamed is None
        else Message("it is called “{id}” now", {"id": renamed})
    )
    return complaint(reference.route, message, mend)


def _did_you_mean(near: str | None) -> Message:
    if near is None:
        return Message("write it, or correct the id")
    return Message("did you mean “{id}”?", {"id": near})
