"""An outcome or a goal that is worded as something that is done."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.lexicon import Head, head_of
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_DONE = ("doing", "event")


@rule(Severity.WARNING, adopted=Severity.ERROR)
def outcome_worded_as_activity(case: Case) -> Iterator[Complaint]:
    """Find outcomes and goals whose title is headed by a word of doing."""
    for node in case.graph.within("outcomes", "goals"):
        head = _doing(case, node)
        if head is None:
            continue
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "“{node}” says what is done (“{word}”), and not what changes",
                {"node": case.title(node), "word": head.text},
            ),
            Message(
                "say who does or has what afterwards, in the present tense: "
                "“Staff apply …”; what is done becomes an activity that leads to it"
            ),
            question=Message(
                "What will be different, and in whom, once “{node}” is done?",
                {"node": case.title(node)},
            ),
        )


def _doing(case: Case, node: str) -> Head | None:
    for language, wording in case.wordings(case.graph.entry(node).title):
        head = head_of(case.lexicon, wording, language)
        if head is not None and head.kind in _DONE:
            return head
    return None
