"""An output that is worded as doing or as change, and not as what is there."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.lexicon import Head, head_of
from toc.model.language import Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE)
def output_worded_as_activity(case: Case) -> Iterator[Complaint]:
    """Find outputs whose title is headed by a word of doing or of change."""
    for name, output in case.strategy.outputs.items():
        head = _no_deliverable(case, output.title)
        if head is None:
            continue
        yield complaint(
            ("outputs", name, "title"),
            _message(case, name, head),
            Message(
                "name what there is when the work is over, and how much of it: "
                "“150 officials with a certificate”"
            ),
            question=Message(
                "What will be there to show when “{node}” is done?", {"node": case.title(name)}
            ),
        )


def _no_deliverable(case: Case, title: Text | None) -> Head | None:
    for language, wording in case.wordings(title):
        head = head_of(case.lexicon, wording, language)
        is_delivered = case.lexicon.first(wording, language, "delivered") is not None
        if head is not None and head.kind != "event" and not is_delivered:
            return head
    return None


def _message(case: Case, name: str, head: Head) -> Message:
    values = {"node": case.title(name), "word": head.text}
    if head.kind == "change":
        return Message(
            "the output “{node}” says what should change (“{word}”), and not what is delivered",
            values,
        )
    return Message(
        "the output “{node}” says what is done (“{word}”), and not what is delivered", values
    )
