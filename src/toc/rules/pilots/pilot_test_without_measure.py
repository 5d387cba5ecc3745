"""A pilot that tests what nothing would show."""

from collections.abc import Collection, Iterator, Sequence

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
    is_decided = any(pilot.chosen for pilot in case.strategy.pilots.values())
    for name, pilot in case.strategy.pilots.items():
        has_lost = is_decided and pilot.scores and not pilot.chosen
        if has_lost or _decides_by_number(case, pilot):
            continue
        unseen = [test for test in pilot.tests if not _would_show(case, test, measured)]
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


def _would_show(case: Case, test: str, measured: Collection[str]) -> bool:
    found = _tested(case, test)
    if found is None:
        return True  # misspelled, and told of as such
    what = case.strategy.entry(test)
    tests = what.test if isinstance(what, Assumption) else ()
    kinds = (case.strategy.index.get(one.lower(), ("", ""))[0] for one in tests)
    return found in measured or any(kind != "pilots" for kind in kinds)


def _tested(case: Case, test: str) -> str | None:
    """Give, in lower case, the id that an indicator would have to be of."""
    ends = link_ends(test)
    if ends is None:
        is_assumption = isinstance(case.strategy.entry(test), Assumption)
        return test.lower() if is_assumption else None
    return None if _key(case, test) is None else ends[1].lower()


def _key(case: Case, test: str) -> str | None:
    ends = link_ends(test)
    wanted = "" if ends is None else f"{ends[0][0]} -> {ends[1]}".lower()
    return next((one.key for one in case.strategy.arrows if one.name.lower() == wanted), None)


def _title(case: Case, test: str) -> Sayable:
    ends = link_ends(test)
    if ends is None:
        return Message("“{title}”", {"title": case.title(test)})
    link = Chain(([case.title(cause) for cause in ends[0]], case.title(ends[1])))
    return Message("“{title}”", {"title": link})


def _route(case: Case, test: str) -> Route:
    key = _key(case, test)
    return case.route(test) if key is None else link_route(key)


def _complaint(case: Case, name: str, unseen: Sequence[str]) -> Complaint:
    tests = [_title(case, test) for test in unseen]
    values = {"pilot": case.title(name), "tests": tests}
    return complaint(
        ("pilots", name, "tests"),
        Message("nothing would show at the end of “{pilot}” whether this holds: {tests}", values),
        Message("write an indicator of it, or a number under {form}", {"form": "scale_if:"}),
        related=[
            Related(Message("tested, and measured by nothing"), _route(case, test))
            for test in unseen
        ],
        question=Message(
            "How will you see, at the end of “{pilot}”, whether this holds: {tests}?", values
        ),
    )
