"""A link from one change to the next that names nobody who acts differently."""

from collections.abc import Iterator, Sequence

from toc.findings import KEY, Severity
from toc.model import Arrow, Goal, Outcome
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    adopted=Severity.WARNING,
    looks_at=("through", "role", "feedback"),
    relies_on=("outcomes", "outcomes.for", "goals", "goals.for", "links.through"),
    yields_to=("link-without-mechanism",),
)
def link_without_actor(case: Case) -> Iterator[Complaint]:
    """Find links between changes without a group at either end and nobody between them."""
    between = [arrow for arrow in case.graph.arrows if _joins_changes(case, arrow)]
    nameless = [arrow for arrow in between if not _names_somebody(case, arrow)]
    if nameless and not _is_somebody_named(case):
        yield _nobody_at_all(case, nameless)
        return
    told: set[str] = set()
    for arrow in nameless:
        if arrow.key not in told:
            told.add(arrow.key)
            yield _complaint(case, arrow)


def _joins_changes(case: Case, arrow: Arrow) -> bool:
    return (
        case.graph.section_of(arrow.cause) == "outcomes"
        and case.graph.section_of(arrow.effect) in ("outcomes", "goals")
        and not (arrow.hinders or arrow.feeds_back)
    )


def _names_somebody(case: Case, arrow: Arrow) -> bool:
    return bool(arrow.link.through) or any(_in_whom(case, end) for end in arrow.ends)


def _in_whom(case: Case, node: str) -> bool:
    """Whether a change says in whom it happens, or leaves that open on purpose."""
    entry = case.graph.entry(node)
    is_named = isinstance(entry, Outcome | Goal) and bool(entry.for_)
    return is_named or (case.graph.section_of(node), node, "for") in case.strategy.open_points


def _is_somebody_named(case: Case) -> bool:
    changes = case.graph.within("outcomes", "goals")
    named = any(_in_whom(case, node) for node in changes)
    return named or any(link.through for link in case.strategy.links.values())


def _nobody_at_all(case: Case, arrows: Sequence[Arrow]) -> Complaint:
    ends = {"cause": case.title(arrows[0].cause), "effect": case.title(arrows[0].effect)}
    return complaint(
        ("strategy", KEY),
        Message(
            "no outcome and no link names anybody who acts differently, "
            "not even between “{cause}” and “{effect}”",
            ends,
        ),
        Message("name the groups in which something changes: {form}", {"form": "for: […]"}),
        question=Message("Who acts differently, so that “{cause}” leads to “{effect}”?", ends),
    )


def _complaint(case: Case, arrow: Arrow) -> Complaint:
    ends = {"cause": case.title(arrow.cause), "effect": case.title(arrow.effect)}
    return complaint(
        (*link_route(arrow.key), KEY),
        Message("nobody is named who acts differently between “{cause}” and “{effect}”", ends),
        Message(
            "name in the link the stakeholders who do, with {through}; "
            "or at one of its ends the group that changes, with {group}",
            {"through": "through: […]", "group": "for: […]"},
        ),
        question=Message("Who acts differently, so that “{cause}” leads to “{effect}”?", ends),
    )
