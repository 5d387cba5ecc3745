"""An activity that is worded as a change."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.lexicon import Head, head_of
from toc.model.language import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.WARNING)
def activity_worded_as_outcome(case: Case) -> Iterator[Complaint]:
    """Find activities whose title is headed by a word of change."""
    for name, activity in case.strategy.activities.items():
        head = _change(case, activity.title)
        if head is None:
            continue
        yield complaint(
            ("activities", name, "title"),
            Message(
                "the activity “{node}” says what should change (“{word}”), and not what is done",
                {"node": case.title(name), "word": head.text},
            ),
            Message("say what somebody does about it; the change becomes an outcome"),
            question=Message(
                "What exactly will somebody do for “{node}”?", {"node": case.title(name)}
            ),
        )


def _change(case: Case, title: Text | None) -> Head | None:
    for language, wording in case.wordings(title):
        head = head_of(case.lexicon, wording, language)
        if head is not None and head.kind == "change":
            return head
    return None
