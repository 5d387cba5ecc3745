"""An assumption that no link rests on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import link_ends
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_SHOWN = 5


@rule(
    Severity.WARNING,
    looks_at=("kind",),
    relies_on=("links", "links.assuming", "links.risks", "risks", "risks.of"),
)
def assumption_unattached(case: Case) -> Iterator[Complaint]:
    """Find assumptions that no link assumes, neither directly nor through a risk of its own."""
    if not case.strategy.links:
        return
    attached, pilots = _attached(case), _pilots(case)
    if not attached:
        yield from _none_attached(case)
        return
    for name, assumption in case.strategy.assumptions.items():
        # What the whole strategy rests on has no arrow of its own.
        if assumption.kind != "rationale" and name.lower() not in attached:
            yield _complaint(case, name, pilots.get(name.lower(), ()))


def _none_attached(case: Case) -> Iterator[Complaint]:
    """Complain once where assumptions are written, and no link names a single one."""
    assumptions = case.strategy.assumptions.items()
    names = [name for name, assumption in assumptions if assumption.kind != "rationale"]
    if not names:
        return
    link = next(iter(case.strategy.links))
    values = {"count": len(names), "assumption": case.title(names[0])}
    yield complaint(
        ("strategy", KEY),
        Message(
            "{count} assumption is written, and no link names it",
            values,
            plural="{count} assumptions are written, and no link names one",
        ),
        Message(
            "ask of each which arrow would break without it, and name it in that link: {form}; "
            "if the whole strategy rests on it, give it “kind: rationale”",
            {"form": f"assuming: [{names[0]}]"},
        ),
        related=[
            *(
                Related(
                    Message("“{assumption}” belongs to no link", {"assumption": case.title(name)}),
                    ("assumptions", name, KEY),
                )
                for name in names[:_SHOWN]
            ),
            Related(Message("the links begin here"), (*link_route(link), KEY)),
        ],
        question=Message("Which arrow would no longer hold if “{assumption}” were false?", values),
    )


def _complaint(case: Case, name: str, related: Sequence[Related]) -> Complaint:
    values = {"assumption": case.title(name)}
    return complaint(
        ("assumptions", name, KEY),
        Message("no link rests on the assumption “{assumption}”", values),
        Message(
            "name it in the link that would break without it: {form}; "
            "if the whole strategy rests on it, give it “kind: rationale”",
            {"form": f"assuming: [{name}]"},
        ),
        related=related,
        question=Message("Which arrow would no longer hold if “{assumption}” were false?", values),
    )


def _attached(case: Case) -> set[str]:
    links = case.strategy.links.values()
    through = {risk.lower() for link in links for risk in link.risks}
    risks = case.strategy.risks.items()
    named = [name for link in links for name in link.assuming]
    named += [name for key, risk in risks if key.lower() in through for name in risk.of]
    return {case.meant(name, ("assumptions",)) for name in named}


def _pilots(case: Case) -> Mapping[str, Sequence[Related]]:
    """Give the pilots that test each assumption, which by itself attaches it to nothing."""
    found: defaultdict[str, list[Related]] = defaultdict(list)
    for key, pilot in case.strategy.pilots.items():
        tested = [name for name in pilot.tests if link_ends(name) is None]
        for name in {case.meant(one, ("assumptions",)) for one in tested}:
            message = Message("the pilot “{pilot}” tests it", {"pilot": case.title(key)})
            found[name].append(Related(message, ("pilots", key, "tests")))
    return found
