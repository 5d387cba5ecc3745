"""An activity that tells its purpose."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE)
def purpose_inside_activity(case: Case) -> Iterator[Complaint]:
    """Find activities with “in order to”, “with a view to” and the like in their title."""
    for name, activity in case.strategy.activities.items():
        words = case.expression(activity.title, "purpose")
        if words is None:
            continue
        yield complaint(
            ("activities", name, "title"),
            Message(
                "the activity “{node}” says what it is for as well (“{words} …”), "
                "so a result is hidden in it",
                {"node": case.title(name), "words": words},
            ),
            Message(
                "end the title before “{words}”; what follows becomes an outcome, "
                "with a link that says why",
                {"words": words},
            ),
            question=Message(
                "What does “{node}” lead to, and how would we see it?",
                {"node": case.title(name)},
            ),
        )
