"""An output that should reach or equip people, and does not say how many."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.model.language import Text
from toc.model.nodes import Outcome
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message

_IN_PEOPLE = ("reach", "reaction", "capacity")


@rule(Severity.ADVICE, looks_at=("amount",), relies_on=("outcomes.change",))
def output_without_amount(case: Case) -> Iterator[Complaint]:
    """Find outputs without a number that lead to a change in the people reached."""
    # Where no outcome says what kind of change it is, each may be one in people.
    kinds = {outcome.change for outcome in case.strategy.outcomes.values()} - {None}
    asked = _IN_PEOPLE if kinds else (None,)
    for name, output in case.strategy.outputs.items():
        if output.amount is None and not _has_digit(output.title):
            yield from _counted_on(case, name, asked)


def _counted_on(case: Case, output: str, asked: tuple[str | None, ...]) -> Iterator[Complaint]:
    for arrow in case.graph.arrows_from(output):
        outcome = case.graph.entry(arrow.effect)
        if arrow.hinders or not isinstance(outcome, Outcome) or outcome.change not in asked:
            continue
        yield complaint(
            ("outputs", output, KEY),
            Message(
                "nothing says how much of “{output}” there will be, and “{outcome}” hangs on it",
                {"output": case.title(output), "outcome": case.title(arrow.effect)},
            ),
            Message(
                "write how many, measured against the group that it is for: {form}",
                {"form": "amount: …"},
            ),
            related=[Related(Message("this is to follow from it"), (*link_route(arrow.key), KEY))],
            question=Message(
                "How many people does “{output}” reach, out of how many?",
                {"output": case.title(output)},
            ),
        )
        return


def _has_digit(title: Text | None) -> bool:
    wordings = () if title is None else title.wordings.values()
    return any(letter.isdigit() for wording in wordings for letter in wording)
