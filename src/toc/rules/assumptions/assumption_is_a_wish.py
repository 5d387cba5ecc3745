"""An assumption that hopes, instead of saying who does what."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.model.language import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE)
def assumption_is_a_wish(case: Case) -> Iterator[Complaint]:
    """Find assumptions worded as hope, without anything that could be counted."""
    for name, assumption in case.strategy.assumptions.items():
        words = case.expression(assumption.title, "wishes")
        if words is None or _counts(assumption.title):
            continue
        yield complaint(
            ("assumptions", name, "title"),
            Message(
                "the assumption “{assumption}” is a wish (“{words}”): "
                "nobody could say one day that it does not hold",
                {"assumption": case.title(name), "words": words},
            ),
            Message("say who does what, how often or how many, so that it can be looked at"),
            question=Message(
                "What would we see if “{assumption}” were not true?",
                {"assumption": case.title(name)},
            ),
        )


def _counts(title: Text | None) -> bool:
    """Whether a number says what is assumed."""
    wordings = () if title is None else title.wordings.values()
    return any(letter.isdigit() for wording in wordings for letter in wording)
