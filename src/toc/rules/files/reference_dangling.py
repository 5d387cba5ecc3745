"""A reference to an id that nothing has."""

from collections.abc import Iterator

from toc.findings import Route, Severity
from toc.model import link_ends
from toc.model.indicators import NODE_SECTIONS
from toc.model.references import ANY, Reference
from toc.model.strategy import ID_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.spelling import nearest
from toc.words import Message


@rule(Severity.ERROR, relies_on=ID_SECTIONS)
def reference_dangling(case: Case) -> Iterator[Complaint]:
    """Find references, and ends of links, that lead nowhere."""
    for reference in case.strategy.references():
        if "->" in reference.target.replace("→", "->"):
            yield from _link(case, reference)
        elif reference.target.lower() not in case.strategy.index:
            yield _dangling(case, reference.route, reference.target, reference.sections)
    for arrow in case.strategy.arrows:
        for end in (arrow.cause, arrow.effect):
            if end.lower() not in case.strategy.index:
                yield _dangling(case, (*link_route(arrow.key), "[key]"), end, NODE_SECTIONS)


def _link(case: Case, reference: Reference) -> Iterator[Complaint]:
    ends = link_ends(reference.target)
    known = {arrow.name.lower() for arrow in case.strategy.arrows}
    wanted = [] if ends is None else [f"{cause} -> {ends[1]}" for cause in ends[0]]
    if not wanted or any(name.lower() not in known for name in wanted):
        yield complaint(
            reference.route,
            Message("there is no link “{link}”", {"link": reference.target}),
            _did_you_mean(nearest(reference.target, (arrow.name for arrow in case.strategy.arrows))),
        )


def _dangling(case: Case, route: Route, target: str, sections: tuple[str, ...]) -> Complaint:
    strategy = case.strategy
    entries = ID_SECTIONS if ANY in sections else tuple(name for name in sections if name != "links")
    for name, (section, key) in strategy.index.items():
        entry = getattr(strategy, section)[key]
        if target.lower() in (old.lower() for old in entry.was) and name:
            mend = Message("it is called “{id}” now", {"id": key})
            break
    else:
        mend = _did_you_mean(nearest(target, (key for part in entries for key in getattr(strategy, part))))
    return complaint(route, Message("nothing here is called “{id}”", {"id": target}), mend)


def _did_you_mean(near: str | None) -> Message:
    if near is None:
        return Message("write it, or correct the id")
    return Message("did you mean “{id}”?", {"id": near})
