"""A reference to an entry of a kind that has no place there."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Route, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.model.references import ANY
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message


@rule(Severity.ERROR)
def reference_of_wrong_kind(case: Case) -> Iterator[Complaint]:
    """Find references whose target stands in another section than they may name."""
    for reference in case.references:
        is_link = "->" in reference.target.replace("→", "->")
        if is_link and not {"links", ANY} & set(reference.sections):
            yield _wrong(reference.route, reference.target, "links", reference.sections, None)
        found = case.strategy.index.get(reference.target.lower())
        if found is not None and not {found[0], ANY} & set(reference.sections):
            yield _wrong(reference.route, reference.target, found[0], reference.sections, found)
    for arrow in case.strategy.arrows:
        for end in (arrow.cause, arrow.effect):
            found = case.strategy.index.get(end.lower())
            if found is not None and found[0] not in NODE_SECTIONS:
                yield _wrong((*link_route(arrow.key), KEY), end, found[0], NODE_SECTIONS, found)


def _wrong(
    route: Route, target: str, section: str, sections: tuple[str, ...], found: Route | None
) -> Complaint:
    there = () if found is None else (Related(Message("it stands here"), (*found, KEY)),)
    return complaint(
        route,
        Message("“{id}” is one of the {section}", {"id": target, "section": section}),
        Message("name one of the {sections} here", {"sections": list(sections)}),
        related=there,
    )
