"""An indicator without a value to reach."""

from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Indicator
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_INTENDED = ("inputs", "activities", "outputs", "outcomes", "goals")


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("target", "direction", "band", "of"),
    yields_to=("indicator-undefined", "indicator-counts-outputs"),
)
def indicator_without_target(case: Case) -> Iterator[Complaint]:
    """Find indicators of what is intended without a target; what is kept up needs none."""
    for name, indicator in case.strategy.indicators.items():
        known = any(one.value is not None or one.by for one in indicator.target.values())
        is_kept = indicator.direction == "maintain" or indicator.band is not None
        if known or is_kept or not _needs_target(case, indicator):
            continue
        title = {"indicator": case.title(name)}
        yield complaint(
            ("indicators", name, KEY),
            Message("nothing says how far “{indicator}” should get, and by when", title),
            Message(
                "agree on a value and a date with those who will answer for it: {form}",
                {"form": "target: {2028: …}"},
            ),
            question=Message(
                "What value of “{indicator}” would satisfy us, and by when?",
                title,
            ),
        )


def _needs_target(case: Case, indicator: Indicator) -> bool:
    nodes = list(filter(None, map(case.graph.node, indicator.of)))
    # An output's amount is its target already.
    has_amount = any(getattr(case.graph.entry(node), "amount", None) for node in nodes)
    is_intended = any(case.graph.section_of(node) in _INTENDED for node in nodes)
    return not indicator.of or (is_intended and not has_amount)
