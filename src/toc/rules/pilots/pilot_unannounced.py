"""A chosen pilot that no message is about."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.model import Pilot
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("chosen", "of"), relies_on=("messages", "messages.about"))
def pilot_unannounced(case: Case) -> Iterator[Complaint]:
    """Find chosen pilots that neither by name nor by their measures are told of.

    Where there is no message at all, another rule says so.
    """
    strategy = case.strategy
    told = {name.lower() for one in strategy.messages.values() for name in one.about}
    for name, pilot in strategy.pilots.items() if strategy.messages else ():
        if pilot.chosen is not None and told.isdisjoint(_names(name, pilot)):
            values = {"pilot": case.title(name)}
            yield complaint(
                ("pilots", name, "chosen"),
                Message("“{pilot}” was chosen, and no message is about it", values),
                Message(
                    "add a message that names it: {form}; people hear of a pilot before it begins",
                    {"form": f"about: [{name}]"},
                ),
                question=Message("Who tells people about “{pilot}”, and when?", values),
            )


def _names(name: str, pilot: Pilot) -> Iterator[str]:
    yield name.lower()
    yield from (measure.lower() for measure in pilot.of)
