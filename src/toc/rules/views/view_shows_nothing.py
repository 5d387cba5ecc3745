"""A view that leaves nothing of the strategy to draw."""

from collections.abc import Iterator

from toc.errors import NothingToDrawError, UnknownNameError
from toc.findings import KEY, Severity
from toc.model import View
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.views import FIELDS, sight_of
from toc.words import Message


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=FIELDS,
    relies_on=(*NODE_SECTIONS, "links", "assumptions", "pilots", "stages"),
    yields_to=("view-between-unclear", "view-value-unknown"),
)
def view_shows_nothing(case: Case) -> Iterator[Complaint]:
    """Find views of which no node is left."""
    for name, view in case.strategy.views.items():
        reason = _why_empty(case, view)
        if reason is not None:
            values = {"view": case.title(name), "reason": reason}
            yield complaint(
                ("views", name, KEY),
                Message("the view “{view}” shows nothing: {reason}", values),
                Message("ask for something that is there, or take the view out"),
            )


def _why_empty(case: Case, view: View) -> Message | None:
    try:
        sight_of(case.strategy, case.graph, view)
    except NothingToDrawError as error:
        return error.message
    except UnknownNameError:
        return None  # told as a reference that leads nowhere
    return None
