"""A statement of how causes combine that does not fit the causes."""

from collections.abc import Iterator, Mapping, Sequence

from toc.findings import Related, Severity
from toc.model import Arrow
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_CONTRADICTED = {"all": "sufficient", "any": "necessary", "1": "necessary"}


@rule(
    Severity.WARNING,
    looks_at=("requires",),
    relies_on=(*NODE_SECTIONS, "links", "links.role", "links.feedback"),
)
def requires_malformed(case: Case) -> Iterator[Complaint]:
    """Find `requires` with too few causes, or with a link whose role says the opposite."""
    for node, arrows in _helping(case).items():
        requires = case.graph.entry(node).requires
        causes = {_name(case, arrow.cause) for arrow in arrows}
        if isinstance(requires, int) and requires > len(causes):
            yield _too_few(case, node, requires, len(causes))
        elif requires is not None and len(causes) == 1:
            yield _only_one(case, node, arrows[0])
        elif requires is not None:
            yield from _contradiction(case, node, str(requires), arrows)


def _helping(case: Case) -> Mapping[str, Sequence[Arrow]]:
    """Give for each effect the arrows that help it, those from a misspelled cause too."""
    found: dict[str, list[Arrow]] = {}
    for arrow in case.strategy.arrows:
        effect = case.graph.node(arrow.effect)
        if effect is not None and not (arrow.hinders or arrow.feeds_back):
            found.setdefault(effect, []).append(arrow)
    return found


def _name(case: Case, cause: str) -> str:
    return (case.graph.node(cause) or cause).lower()


def _too_few(case: Case, node: str, requires: int, count: int) -> Complaint:
    said = {"node": case.title(node), "needed": requires, "count": count}
    return complaint(
        (case.graph.section_of(node), node, "requires"),
        Message(
            "“{node}” needs {needed} of its causes, and only {count} is linked",
            said,
            plural="“{node}” needs {needed} of its causes, and only {count} are linked",
        ),
        Message("link the causes that are missing, or write how many of them are enough"),
        question=Message("What else does “{node}” need, beside what leads to it now?", said),
    )


def _only_one(case: Case, node: str, arrow: Arrow) -> Complaint:
    ends = {"node": case.title(node), "cause": case.title(arrow.cause)}
    return complaint(
        (case.graph.section_of(node), node, "requires"),
        Message(
            "“{node}” says how its causes combine, and has only one: “{cause}”",
            ends,
        ),
        Message("link the causes that are missing, or take “requires:” out"),
        question=Message("Does “{node}” need anything beside “{cause}”?", ends),
    )


def _contradiction(
    case: Case, node: str, requires: str, arrows: Sequence[Arrow]
) -> Iterator[Complaint]:
    opposite = _CONTRADICTED.get(requires, "")
    against = [arrow for arrow in arrows if arrow.link.role == opposite]
    if against:
        ends = {"node": case.title(node), "cause": case.title(against[0].cause)}
        needs_all = requires == "all"
        yield complaint(
            (case.graph.section_of(node), node, "requires"),
            Message("“{node}” needs all its causes, yet “{cause}” alone is said to be enough", ends)
            if needs_all
            else Message(
                "any one cause is enough for “{node}”, yet “{cause}” is said to be necessary", ends
            ),
            Message("decide which of the two holds, and change “requires:” or the link's role"),
            related=[_other_end(arrow) for arrow in against],
            question=Message("Is “{cause}” enough for “{node}” by itself?", ends)
            if needs_all
            else Message("Can “{node}” come about without “{cause}”?", ends),
        )


def _other_end(arrow: Arrow) -> Related:
    return Related(
        Message("{link} is said to be {role}", {"link": arrow.name, "role": arrow.link.role}),
        (*link_route(arrow.key), "role"),
    )
