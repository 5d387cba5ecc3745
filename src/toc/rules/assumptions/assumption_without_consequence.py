"""A critical assumption that does not say what follows if it is false."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(
    Severity.ADVICE,
    looks_at=("importance", "if_false"),
    relies_on=("risks", "risks.of", "risks.consequence"),
    yields_to=("assumption-untested",),
)
def assumption_without_consequence(case: Case) -> Iterator[Complaint]:
    """Find critical assumptions without `if_false`, of which no risk tells the consequence."""
    told = {
        case.meant(name, ("assumptions",))
        for risk in case.strategy.risks.values()
        if risk.consequence
        for name in risk.of
    }
    for name, assumption in case.strategy.assumptions.items():
        if assumption.importance != "critical" or assumption.if_false or name.lower() in told:
            continue
        values = {"assumption": case.title(name)}
        yield complaint(
            ("assumptions", name, KEY),
            Message(
                "nothing says what follows if the critical assumption “{assumption}” is false",
                values,
            ),
            Message("finish the sentence “if this is false, then …” under “if_false:”"),
            question=Message("What happens to the strategy if “{assumption}” is false?", values),
        )
