"""A pilot that tests what nothing would show."""

from collections.abc import Collection, Iterator, Mapping

from toc.findings import Related, Route, Severity
from toc.model import Assumption, Pilot, Text, link_ends
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Chain, Message, Sayable


@rule(
    Severity.WARNING,
    looks_at=("tests", "scale_if", "adapt_if", "stop_if"),
    relies_on=("assumptions", "assumptions.test", "indicators", "indicators.of"),
    yields_to=("pilot-without-decision-rule",),
)
def pilot_test_without_measure(case: Case) -> Iterator[Complaint]:
    """Find pilots that test something without an indicator of it, and decide by no number."""
    measured = {node.lower() for one in case.strategy.indicators.values() for node in one.of}
    links = {arrow.name.lower(): arrow.key for arrow in case.strategy.arrows}
    for name, pilot in case.strategy.pilots.items():
        if case.strategy.has_lost(pilot) or _decides_by_number(case, pilot):
            continue
        routes = {test: _route(case, test, links) for test in pilot.tests}
        unseen = {
            test: route
            for test, route in routes.items()
            # What is misspelled is told of as such.
            if route is not None and not _would_show(case, test, measured)
        }
        if unseen:
            yield _complaint(case, name, unseen)


def _decides_by_number(case: Case, pilot: Pilot) -> bool:
    texts = (pilot.scale_if, pilot.adapt_if, pilot.stop_if)
    return any(_says_how_much(case, text) for text in texts if text)


def _says_how_much(case: Case, text: Text) -> bool:
    has_digits = any(letter.isdigit() for said in text.wordings.values() for letter in said)
    # A wording in a language without lists may say the number in words.
    is_read = len(list(case.wordings(text))) == len(text.wordings)
    return has_digits or not is_read or case.expression(text, "quantities") is not None


def _route(case: Case, test: str, links: Mapping[str, str]) -> Route | None:
    causes, effect = link_ends(test) or ((), "")
    if causes:
        key = links.get(f"{causes[0]} -> {effect}".lower())
        return None if key is None else link_route(key)
    return case.route(test) if isinstance(case.strategy.entry(test), Assumption) else None


def _would_show(case: Case, test: str, measured: Collection[str]) -> bool:
    ends = link_ends(test)
    what = case.strategy.entry(test)
    named = what.test if isinstance(what, Assumption) else ()
    kinds = (case.strategy.index.get(one.lower(), ("", ""))[0] for one in named)
    seen_by = test if ends is None else ends[1]
    return seen_by.lower() in measured or any(kind != "pilots" for kind in kinds)


def _title(case: Case, test: str) -> Sayable:
    ends = link_ends(test)
    if ends is None:
        return Message("“{title}”", {"title": case.title(test)})
    link = Chain(([case.title(cause) for cause in ends[0]], case.title(ends[1])))
    return Message("“{title}”", {"title": link})


def _complaint(case: Case, name: str, unseen: Mapping[str, Route]) -> Complaint:
    values = {"pilot": case.title(name), "tests": [_title(case, test) for test in unseen]}
    return complaint(
        ("pilots", name, "tests"),
        Message("nothing would show at the end of “{pilot}” whether this holds: {tests}", values),
        Message("write an indicator of it, or a number under {form}", {"form": "scale_if:"}),
        related=[
            Related(Message("tested, and measured by nothing"), route) for route in unseen.values()
        ],
        question=Message(
            "How will you see, at the end of “{pilot}”, whether this holds: {tests}?", values
        ),
    )
