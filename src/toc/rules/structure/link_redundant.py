"""A link without a reason of its own, beside a longer chain to the same place."""

from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Arrow, Link
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_AT_ONCE = 1024
"""Effects whose causes are searched together: bits of one number, so that memory is bounded."""


@rule(
    Severity.ADVICE,
    looks_at=("because",),
    relies_on=(*NODE_SECTIONS, "links.feedback", "links.role"),
    yields_to=(
        "link-skips-levels",
        "link-within-level",
        "link-backwards",
    ),
)
def link_redundant(case: Case) -> Iterator[Complaint]:
    """Find links to what their cause reaches by another way; where arrows circle, none."""
    if case.graph.loops:
        return
    bare = [one for one in case.graph.arrows if _is_bare(one)]
    through: dict[tuple[str, str], str] = {}
    effects = list(dict.fromkeys(arrow.effect for arrow in bare))
    for start in range(0, len(effects), _AT_ONCE):
        through |= _ways_round(case, bare, effects[start : start + _AT_ONCE])
    told: set[str] = set()
    for arrow in bare:
        if arrow.ends in through and arrow.key not in told:
            told.add(arrow.key)
            yield _complaint(case, arrow, through[arrow.ends])


def _is_bare(arrow: Arrow) -> bool:
    return not (arrow.hinders or arrow.feeds_back or _says_something(arrow.link))


def _says_something(link: Link) -> bool:
    own = (link.because, link.text, link.assuming, link.through, link.evidence, link.sources)
    return any(own)


def _ways_round(
    case: Case, bare: Sequence[Arrow], effects: Sequence[str]
) -> dict[tuple[str, str], str]:
    """Give for each link to one of some effects the first step of a longer chain, if any.

    Each node knows as bits of a number which of the effects it reaches.
    """
    bit = {effect: 1 << place for place, effect in enumerate(effects)}
    asked: dict[str, int] = {}
    for arrow in bare:
        asked[arrow.cause] = asked.get(arrow.cause, 0) | bit.get(arrow.effect, 0)
    found: dict[tuple[str, str], str] = {}
    reached: dict[str, int] = {}
    place = {node: number for number, node in enumerate(case.graph.order)}
    for node in reversed(case.graph.order):
        steps = {one.effect for one in case.graph.arrows_from(node) if not one.hinders}
        reached[node] = bit.get(node, 0)
        wanted = asked.get(node, 0)
        for step in sorted(steps, key=place.__getitem__):
            beyond = reached[step] & ~bit.get(step, 0)
            found.update(((node, effects[one]), step) for one in _ones(beyond & wanted))
            wanted &= ~beyond
            reached[node] |= reached[step]
    return found


def _ones(number: int) -> Iterator[int]:
    while number:
        last = number & -number
        yield last.bit_length() - 1
        number ^= last


def _complaint(case: Case, arrow: Arrow, step: str) -> Complaint:
    first = next(one for one in case.graph.arrows_from(arrow.cause) if one.effect == step)
    values: Mapping[str, object] = {
        "cause": case.title(arrow.cause),
        "effect": case.title(arrow.effect),
        "step": case.title(step),
    }
    return complaint(
        (*link_route(arrow.key), KEY),
        Message("“{cause}” leads to “{effect}” through “{step}” already", values),
        Message(
            "delete this link, or give the reason why it also happens without “{step}”", values
        ),
        related=[Related(Message("the longer chain begins here"), (*link_route(first.key), KEY))],
        question=Message(
            "Does “{cause}” help “{effect}” in any other way than through “{step}”?", values
        ),
    )
