"""A critical assumption that will probably fail, and no answer to that."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from toc.findings import KEY, Related, Severity
from toc.model import Assumption, Risk, link_ends
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_LITTLE_CONFIDENCE = 30
_PROBABLE = 70
# Of the words for a chance, those that begin at or near seventy in a hundred.
_PROBABLY = ("very likely", "almost certain")


@rule(
    Severity.WARNING,
    adopted=Severity.ERROR,
    looks_at=("importance", "status", "confidence", "test"),
    relies_on=(
        *("risks", "risks.of", "risks.response"),
        *("pilots", "pilots.tests", "links.assuming"),
    ),
)
def assumption_fatal(case: Case) -> Iterator[Complaint]:
    """Find critical assumptions in doubt with no response, no test and no pilot."""
    risks = _risks(case)
    tested = _tested(case)
    for name, assumption in case.strategy.assumptions.items():
        own = risks.get(name.lower(), ())
        answered = assumption.test or name.lower() in tested or any(one.response for _, one in own)
        if assumption.importance == "critical" and not answered:
            yield from _complaints(case, name, own)


def _complaints(case: Case, name: str, own: Sequence[tuple[str, Risk]]) -> Iterator[Complaint]:
    assumption = case.strategy.assumptions[name]
    probable = next((key for key, risk in own if _is_probable(risk)), None)
    doubt = _doubt(case, assumption, probable)
    if doubt is None:
        return
    values = {"assumption": case.title(name), "doubt": doubt}
    yield complaint(
        ("assumptions", name, KEY),
        Message(
            "the assumption “{assumption}” is critical, {doubt}, "
            "and nothing is planned in response",
            values,
        ),
        Message(
            "change the strategy so that it does without it, or write a risk "
            "with a response: {form}",
            {"form": f"of: {name}, response: …"},
        ),
        related=[Related(Message("the risk stands here"), ("risks", key, KEY)) for key, _ in own],
        question=Message(
            "What do we do differently if “{assumption}” turns out to be false?", values
        ),
    )


def _doubt(case: Case, assumption: Assumption, probable: str | None) -> Message | None:
    if assumption.status == "failed":
        return Message("it has failed")
    if assumption.status == "doubtful":
        return Message("it is in doubt")
    if assumption.confidence is not None and assumption.confidence < _LITTLE_CONFIDENCE:
        return Message(
            "it is given a chance of {confidence} %", {"confidence": assumption.confidence}
        )
    if probable is not None:
        return Message("the risk “{risk}” is very likely", {"risk": case.title(probable)})
    return None


def _is_probable(risk: Risk) -> bool:
    if isinstance(risk.likelihood, int | float):
        return risk.likelihood >= _PROBABLE
    return risk.likelihood in _PROBABLY


def _risks(case: Case) -> Mapping[str, Sequence[tuple[str, Risk]]]:
    found: defaultdict[str, list[tuple[str, Risk]]] = defaultdict(list)
    for key, risk in case.strategy.risks.items():
        for name in {case.meant(one, ("assumptions",)) for one in risk.of}:
            found[name].append((key, risk))
    return found


def _tested(case: Case) -> set[str]:
    """Give what a pilot tests: an assumption itself, or a link that assumes it."""
    tests = [name for pilot in case.strategy.pilots.values() for name in pilot.tests]
    ends = [link_ends(name) for name in tests]
    arrows = {f"{cause} -> {one[1]}".lower() for one in ends if one for cause in one[0]}
    named = [name for name, one in zip(tests, ends, strict=True) if one is None]
    for arrow in case.strategy.arrows:
        if arrow.name.lower() in arrows:
            named += arrow.link.assuming
    return {case.meant(name, ("assumptions",)) for name in named}
