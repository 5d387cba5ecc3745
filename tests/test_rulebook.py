"""What a rule is, when it is silent, and how grave its findings are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import ABOUT_CHAINS, layered_strategies, load_files, strategies

from toc import write
from toc.errors import TocError, UnknownNameError
from toc.findings import KEY, Finding, Related, Route, Severity, Span
from toc.model import Strategy
from toc.model.head import Status
from toc.model.strategy import SECTIONS
from toc.rulebook import (
    RULES,
    Case,
    Complaint,
    Rule,
    complaint,
    examine,
    find_rule,
    link_route,
    rule,
)
from toc.words import LANGUAGES, Message

WORDS = Message("so"), Message("mend it")
STRATEGY = Strategy(
    activities={"act": "A"},
    goals={"Goal": {"title": {"ro": "Scop", "en": "Goal"}}},
    links={"act -> Goal": "B"},
)


def _rule(
    name: str = "a-rule",
    *routes: Route,
    looks_at: tuple[str, ...] = (),
    relies_on: tuple[str, ...] = (),
    yields_to: tuple[str, ...] = (),
) -> Rule:
    """Make a rule that finds fault with some routes."""

    def check(_case: Case) -> Iterator[Complaint]:
        for route in routes:
            yield complaint(route, *WORDS)

    made = rule(Severity.WARNING, looks_at=looks_at, relies_on=relies_on, yields_to=yields_to)(
        check
    )
    return Rule(**{**vars(made), "name": name})


def _told(
    *rules: Rule, holes: tuple[Route, ...] = (), found: tuple[Finding, ...] = ()
) -> list[str]:
    return [one.rule for one in examine(STRATEGY, rules=rules, holes=holes, found=found)]


# The case


def test_a_case_knows_titles_and_routes() -> None:
    """An entry is called by its title in the language of the message, or by its id."""
    case = Case(STRATEGY)
    assert Message("{x}", {"x": case.title("GOAL")}).say("ro") == "Scop"
    assert case.title("nobody").say("en") == "nobody"
    assert case.title("").say("en") == ""
    assert case.route("goal") == ("goals", "Goal")
    assert case.graph is case.graph
    with pytest.raises(KeyError):
        case.route("nobody")


def test_a_link_has_a_route_of_its_own() -> None:
    """By its key as it is written."""
    assert link_route("act -> Goal") == ("links", "act -> Goal")


MISSPELLED = Strategy(
    activities={"mediators": "M"},
    goals={"equal_access": "E"},
    links={"mediatorz -> equal_acces": "B"},
)


def test_a_misspelled_end_counts_as_what_was_meant() -> None:
    """It is told of once, as a reference, and not again as a goal that nothing leads to."""
    assert [arrow.name for arrow in Case(MISSPELLED).graph.arrows] == ["mediators -> equal_access"]
    found = {one.rule for one in examine(MISSPELLED)}
    assert "reference-dangling" in found
    assert not found & {"goal-without-path-from-activity", "activity-without-path-to-goal"}


@pytest.mark.parametrize(
    ("unread", "torn"),
    [({"mediatorz", "equal_acces"}, set()), (set(), {"outcomes"}), (set(), {"goals"})],
)
def test_what_may_have_been_lost_is_not_taken_for_misspelled(
    unread: set[str], torn: set[str]
) -> None:
    """An end that could stand in what was not read is no other node."""
    case = Case(MISSPELLED, unread=frozenset(unread), torn=frozenset(torn))
    assert case.graph.arrows == ()


@pytest.mark.parametrize("effect", ["budget", "equality", "accessible"])
def test_what_is_too_far_from_any_id_is_nobodys_link(effect: str) -> None:
    """A link to something else leads nowhere, and the goal is told of as well."""
    strategy = Strategy(
        activities={"course": "A course"},
        outcomes={"apply": "Staff use what they learned"},
        goals={"equal_access": "Equal access"},
        links={f"course -> {effect}": "It helps"},
    )
    told = {one.rule for one in examine(strategy)}
    assert {"reference-dangling", "goal-without-path-from-activity"} <= told


def test_an_id_of_another_kind_is_not_taken_for_a_slip() -> None:
    """`courses` is a stakeholder here: the link is of the wrong kind and means no activity."""
    strategy = Strategy(
        activities={"course": "A course"},
        goals={"equal": "Equal access"},
        stakeholders={"courses": "The training centre"},
        links={"courses -> equal": "It helps"},
    )
    assert Case(strategy).graph.arrows == ()


def test_the_nearest_entry_of_some_sections_is_known() -> None:
    """For links by their arrows, for all others by their ids."""
    case = Case(STRATEGY)
    assert case.nearest("gaol", ("goals",)) == "Goal"
    assert case.nearest("gaol", ("activities",)) is None
    assert case.nearest("act -> gaol", ("links",)) == "act -> Goal"


# Silence

LINKED = ("goals", "Goal")
HOLES: list[tuple[str, dict[str, tuple[str, ...]], Route, Route, bool]] = [
    ("the field it looks at", {"looks_at": ("due",)}, LINKED, (*LINKED, "due"), True),
    ("another field", {"looks_at": ("due",)}, LINKED, (*LINKED, "for"), False),
    ("another entry", {"looks_at": ("due",)}, LINKED, ("goals", "b", "due"), False),
    ("another section", {"looks_at": ("due",)}, LINKED, ("needs", "Goal", "due"), False),
    ("the entry itself", {"looks_at": ("due",)}, LINKED, LINKED, True),
    ("another whole entry", {"looks_at": ("due",)}, LINKED, ("goals", "b"), False),
    ("below the key", {"looks_at": ("due",)}, (*LINKED, KEY), (*LINKED, "due"), True),
    ("a section it relies on", {"relies_on": ("goals",)}, ("needs", "n"), ("goals",), True),
    ("an entry that a link names", {"relies_on": ("goals",)}, ("needs", "n"), LINKED, True),
    ("a node that none names", {"relies_on": ("goals",)}, ("needs", "n"), ("goals", "b"), False),
    ("an entry that is no node", {"relies_on": ("pilots",)}, LINKED, ("pilots", "p"), True),
    ("a field of it", {"relies_on": ("goals",)}, ("needs", "n"), (*LINKED, "due"), False),
    ("another section whole", {"relies_on": ("goals",)}, ("needs", "n"), ("links",), False),
    ("a field it relies on", {"relies_on": ("links.role",)}, LINKED, ("links", "x", "role"), True),
    ("another field", {"relies_on": ("links.role",)}, LINKED, ("links", "x", "lag"), False),
    ("all, and it relies on some", {"relies_on": ("goals",)}, LINKED, (), True),
    ("all, and it only looks", {"looks_at": ("due",)}, LINKED, (), False),
    ("a field of the head", {"looks_at": ("title",)}, ("strategy",), ("strategy", "title"), True),
    ("nothing it reads", {}, LINKED, (*LINKED, "due"), False),
    ("a section, and it reads none", {}, LINKED, ("goals",), False),
]


@pytest.mark.parametrize(
    ("reads", "route", "hole", "silent"),
    [row[1:] for row in HOLES],
    ids=[f"{name} {number}" for number, (name, *_) in enumerate(HOLES)],
)
def test_a_hole_silences_who_would_have_read_it(
    reads: dict[str, tuple[str, ...]], route: Route, hole: Route, *, silent: bool
) -> None:
    """A rule says nothing where what could not be read may be all that is wrong."""
    made = _rule("a-rule", route, **reads)
    for holes in ((hole,), (hole, ("sources", "other", "url")), (("sources", "other"), hole)):
        assert _told(made, holes=holes) == ([] if silent else ["a-rule"])


def test_what_is_open_on_purpose_hides_nothing_from_others() -> None:
    """A field with `tbd` silences who looks at that entry, and not who relies on all of them."""
    strategy = Strategy(links={"act -> Goal": "B"})
    strategy._open_points = (("links", "act -> Goal", "role"),)
    found = {
        name: [one.rule for one in examine(strategy, rules=[made])]
        for name, made in {
            "looks": _rule("looks", ("links", "act -> Goal"), looks_at=("role",)),
            "relies": _rule("relies", ("links", "act -> Goal"), relies_on=("links.role",)),
        }.items()
    }
    assert found == {"looks": [], "relies": ["relies"]}


def test_without_holes_nobody_is_silent() -> None:
    """A strategy that was read whole is asked everything."""
    made = _rule("a-rule", ("goals", "Goal"), looks_at=("title",), relies_on=("links",))
    assert _told(made) == ["a-rule"]


# One finding for one cause


def test_a_finding_yields_to_another_of_the_same_entry() -> None:
    """Two rules that see the same thing tell it once, whatever deeper place they name."""
    strong = _rule("strong", ("goals", "Goal", KEY), ("goals", "other"))
    weak = _rule("weak", ("goals", "Goal", "title"), ("goals", "alone"), yields_to=("strong",))
    assert _told(strong, weak) == ["strong", "strong", "weak"]
    assert _told(weak, strong) == ["weak", "strong", "strong"]


def test_who_is_silent_is_not_yielded_to() -> None:
    """A rule that could not look leaves the word to the next."""
    strong = _rule("strong")
    weak = _rule("weak", ("goals", "Goal"), yields_to=("strong",))
    assert _told(strong, weak) == ["weak"]


def test_findings_from_the_way_in_are_yielded_to_as_well() -> None:
    """What was found while reading is a cause like any other, if its rule is asked."""
    read = _rule("strong")
    weak = _rule("weak", ("goals", "Goal"), yields_to=("strong",))
    found = (Finding("strong", *WORDS, ("goals", "Goal", "due")), Finding("not-asked", *WORDS))
    assert _told(read, weak, found=found) == ["strong"]


def test_every_rule_yields_to_rules_that_are_there() -> None:
    """And no two of them yield to each other, or nothing would be told."""
    by_name = {name: find_rule(name) for name in RULES}
    for name, one in by_name.items():
        assert set(one.yields_to) <= set(by_name)
        assert all(name not in by_name[other].yields_to for other in one.yields_to)


# Gravity

GRADES = [
    (Rule(Severity.WARNING), "sketch", Severity.NOTE),
    (Rule(Severity.ADVICE), "sketch", Severity.NOTE),
    (Rule(Severity.ERROR), "sketch", Severity.ERROR),
    (Rule(Severity.WARNING, sketch=Severity.WARNING), "sketch", Severity.WARNING),
    (Rule(Severity.WARNING), "running", Severity.WARNING),
    (Rule(Severity.WARNING, adopted=Severity.ERROR), "draft", Severity.WARNING),
    (Rule(Severity.WARNING, adopted=Severity.ERROR), "consulted", Severity.WARNING),
    (Rule(Severity.WARNING, adopted=Severity.ERROR), "adopted", Severity.ERROR),
    (Rule(Severity.WARNING, adopted=Severity.ERROR), "running", Severity.ERROR),
    (Rule(Severity.WARNING, adopted=Severity.ERROR), "closed", Severity.ERROR),
    (Rule(Severity.WARNING, adopted=Severity.ERROR), "sketch", Severity.NOTE),
    (Rule(Severity.ERROR, sketch=Severity.NOTE), "sketch", Severity.NOTE),
    (Rule(Severity.ERROR, sketch=Severity.NOTE), "draft", Severity.ERROR),
    (Rule(Severity.ADVICE, Severity.WARNING, Severity.NOTE), "adopted", Severity.WARNING),
]


@pytest.mark.parametrize(("one", "status", "severity"), GRADES)
def test_gravity_follows_the_status(one: Rule, status: str, severity: Severity) -> None:
    """In a sketch all but errors are notes; from adoption on graver, where the rule says so."""
    assert one.grade(status) is severity
    named = Rule(**{**vars(_rule("a-rule", ("goals", "a"))), **_gravity(one)})
    strategy = Strategy.model_validate({"strategy": {"status": status}})
    assert [found.severity for found in examine(strategy, rules=[named])] == [severity]


def _gravity(one: Rule) -> dict[str, Severity | None]:
    return {"severity": one.severity, "adopted": one.adopted, "sketch": one.sketch}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_never_grows_milder_with_the_status(name: str) -> None:
    """From sketch to draft to adopted, a finding only grows graver."""
    one = find_rule(name)
    assert one.grade("sketch") <= one.grade("draft") <= one.grade("adopted")


# Asking


def test_only_the_rules_that_are_asked_tell() -> None:
    """Findings of others, also from the way in, are left out."""
    made = _rule("a-rule", ("goals", "a"))
    found = (Finding("a-rule", *WORDS, ("goals", "b")), Finding("other", *WORDS))
    assert _told(made, found=found) == ["a-rule", "a-rule"]
    assert _told(found=found) == []


def test_a_complaint_keeps_what_belongs_to_it() -> None:
    """Related places and the label go with the finding."""
    related = Related(Message("there"), ("goals", "a"))
    made = complaint(("goals", "b"), *WORDS, related=[related], label=Message("here"))
    assert (made.route, made.related, made.label) == (("goals", "b"), (related,), Message("here"))


@given(strategies())
def test_asking_twice_gives_the_same_answer(strategy: Strategy) -> None:
    """Nothing is remembered between two examinations, and every finding names its rule."""
    first = examine(strategy)
    assert first == examine(strategy)
    assert {one.rule for one in first} <= set(RULES)
    for one in first:
        assert one.message.say("en")
        assert one.mend.say("ro")


@given(strategies())
def test_every_finding_is_about_something_that_is_written(strategy: Strategy) -> None:
    """Its section and its entry are there, so that it has a place in the file."""
    for one in examine(strategy):
        section, *rest = one.route or ("strategy",)
        if section != "strategy":
            assert str(rest[0]) in getattr(strategy, str(section))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "pilot-test-nothing",
            "no rule is called “pilot-test-nothing”; did you mean “pilot-tests-nothing”?",
        ),
        (
            "Pilot_Tests_Nothing",
            "no rule is called “Pilot_Tests_Nothing”; did you mean “pilot-tests-nothing”?",
        ),
        ("xyzzy", "no rule is called “xyzzy”; “toc rules” lists them"),
        ("", "no rule is called “”; “toc rules” lists them"),
    ],
)
def test_an_unknown_rule_names_the_nearest(name: str, said: str) -> None:
    """A wrong call says which rule was meant."""
    with pytest.raises(UnknownNameError) as caught:
        find_rule(name)
    assert str(caught.value) == said
    assert isinstance(caught.value, TocError)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_named_as_its_module(name: str) -> None:
    """It knows its name and its chapter, and names the defect in kebab case."""
    one = find_rule(name)
    assert (one.name, one.chapter) == (name, RULES.chapter(name))
    assert one.check is None or getattr(one.check, "__name__", "") == name.replace("-", "_")


@pytest.mark.parametrize("language", [*LANGUAGES, "ro-MD", "hu"])
@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_a_page_with_a_summary_and_a_reason(name: str, language: str) -> None:
    """In every language of ours; in another the English one is shown."""
    one = find_rule(name)
    page = one.page(language)
    assert page.startswith(f"# {name}\n")
    for said in (one.summary(language), one.why(language)):
        assert said
        assert said[0] not in "#`-"
        assert "\n" not in said
        assert said in " ".join(page.split())
    assert (page == one.page("en")) == (language in ("en", "hu"))


@pytest.mark.parametrize("status", [None, *get_args(Status)])
@pytest.mark.parametrize("name", RULES)
def test_whatever_found_it_a_finding_has_the_gravity_of_its_rule(
    name: str, status: str | None
) -> None:
    """Every rule in every status; without a status a strategy is a draft."""
    strategy = Strategy.model_validate({"strategy": {"title": "T", "status": status}})
    asked = replace(find_rule(name), check=None, yields_to=())
    given = [Finding(name, *WORDS, severity=one) for one in Severity]
    told = examine(strategy, rules=[asked], found=given)
    assert {one.severity for one in told} == {asked.grade(status or "draft")}


# What is told of a file


def _of_file(yaml: str, *names: str) -> list[tuple[str, object]]:
    """Give what rules say of a file, each with the step of its route that tells most."""
    loaded = load_files({"a.yaml": yaml})
    found = examine(loaded.strategy, found=loaded.findings, holes=loaded.holes)
    return sorted((one.rule, one.route[1]) for one in found if one.rule in names)


TITLES = ("entry-without-title", "value-left-open", "value-malformed")


@pytest.mark.parametrize(
    ("yaml", "told"),
    [
        ("goals: {equal: {for: x}}", [("entry-without-title", "equal")]),
        ("goals: {equal: tbd}", [("value-left-open", "equal")]),
        ("goals: {equal: {title: tbd}}", [("value-left-open", "equal")]),
        ("goals: {equal: {title: [a, b]}}", [("value-malformed", "equal")]),
        ("goals: {equal: [a, b]}", [("value-malformed", "equal")]),
        ("strategy: {id: town, title: tbd}", [("value-left-open", "title")]),
        ("strategy: {id: town, title: [a, b]}", [("value-malformed", "title")]),
    ],
)
def test_what_is_open_or_torn_is_not_also_missing(yaml: str, told: list[tuple[str, str]]) -> None:
    """One title is told of once, that of the strategy like that of an entry."""
    head = "" if yaml.startswith("strategy") else "strategy: {title: A town}\n"
    assert _of_file(f"{head}{yaml}\n", *TITLES) == told


@pytest.mark.parametrize(
    "yaml",
    [
        "goals: {equal: [torn]}\nlinks: {course -> equal: So}\n",
        "risks: {R1: [torn]}\nlinks: {course -> course: {risks: r1}}\n",
        "risks: [torn]\nlinks: {course -> course: {risks: r1}}\n",
        "links: {course -> course: [torn]}\npilots: {p: {tests: [course -> course]}}\n",
        "links: {'course,course→COURSE': [torn]}\npilots: {p: {tests: [course -> course]}}\n",
        "links: {course -> equal: So}\ngoals: {equal: [\n",
    ],
)
def test_what_is_written_and_torn_is_no_dangling_reference(yaml: str) -> None:
    """Whoever names an entry or a link that could not be read has named something."""
    assert _of_file(f"outputs: {{course: A course}}\n{yaml}", "reference-dangling") == []


@pytest.mark.parametrize(
    "yaml",
    [
        "goals: {equal: [torn]}\npilots: {p: {of: [nobody]}}\n",
        "strategy: {period: tbd}\npilots: {p: {of: [period]}}\n",
        "links: {course -> equal: [torn]}\npilots: {p: {tests: [equal -> course]}}\n",
    ],
)
def test_beside_what_is_torn_a_dangling_reference_is_told(yaml: str) -> None:
    """One gap does not hide what nothing is called; a field of the head has no id."""
    assert _of_file(yaml, "reference-dangling") == [("reference-dangling", "p")]


def test_what_was_found_on_the_way_in_is_sure() -> None:
    """What has its place already was seen in the file: no hole explains it away."""
    placed = Finding("a-rule", *WORDS, ("goals", "Goal"), span=Span("a.yaml", 1, 1, 1, 2))
    made = _rule("a-rule", relies_on=("goals",))
    assert _told(made, found=(placed,), holes=((),)) == ["a-rule"]


def test_a_muted_finding_stands_for_what_yields_to_it() -> None:
    """What a rule may not say is not said by a milder one instead."""
    strong = _rule("strong", ("goals", "Goal"), looks_at=("due",))
    weak = _rule("weak", ("goals", "Goal"), yields_to=("strong",))
    assert _told(strong, weak, holes=(("goals", "Goal", "due"),)) == []


def test_a_rule_yields_to_who_is_not_asked() -> None:
    """Asked alone, a rule tells what it tells among all: the other one is heard, not told."""
    strategy = Strategy(
        activities={"course": "A course"},
        outputs={"alone": "Touched by nothing", "trained": "Trained staff"},
        links={"course -> trained": "So"},
    )
    found = examine(strategy, rules=[find_rule("result-leads-nowhere")])
    assert [one.route[:2] for one in found] == [("outputs", "trained")]


def test_a_rule_is_told_what_it_may_look_at() -> None:
    """It gets the strategy, the day, and what is written that could not be read."""
    cases: list[Case] = []

    @rule(Severity.ERROR)
    def asks(case: Case) -> Iterator[Complaint]:
        cases.append(case)
        yield from ()

    day = date(2027, 6, 30)
    holes = [
        *(("goals", "Far"), ("goals", "Goal", "for"), ("risks",)),
        *(("links", "a,C→b"), ("strategy", "title")),
    ]
    for asked in ({}, {"on": day, "holes": holes}, {"holes": [()]}):
        examine(STRATEGY, rules=[replace(asks, name="asks")], **asked)
    assert [(case.strategy, case.on, case.unread, case.torn) for case in cases] == [
        (STRATEGY, None, frozenset(), frozenset()),
        (STRATEGY, day, frozenset({"far", "a -> b", "c -> b"}), frozenset({"risks"})),
        (STRATEGY, None, frozenset(), frozenset(SECTIONS)),
    ]


# Laws


def _places(findings: Sequence[Finding]) -> set[tuple[str, Route]]:
    return {(finding.rule, finding.route) for finding in findings}


def _shuffled(strategy: Strategy, chance: Random) -> Strategy:
    tree: dict[str, Any] = {"strategy": strategy.head}
    for section in SECTIONS:
        entries = list(getattr(strategy, section).items())
        chance.shuffle(entries)
        tree[section] = dict(entries)
    return Strategy.model_validate(tree)


@given(st.one_of(strategies(), layered_strategies()), st.randoms(use_true_random=True))
def test_the_order_of_entries_changes_no_finding(strategy: Strategy, chance: Random) -> None:
    """Whoever sorts a file finds the same; of a circle another link may be told to close it."""
    first, second = examine(strategy), examine(_shuffled(strategy, chance))
    circle = "cycle-undeclared"
    assert {one for one in _places(first) if one[0] != circle} == {
        one for one in _places(second) if one[0] != circle
    }
    lengths = [
        sorted(len(one.related) for one in found if one.rule == circle) for found in (first, second)
    ]
    assert lengths[0] == lengths[1]


@pytest.mark.parametrize("first", ["course -> alone", "course -> money"])
def test_the_order_of_links_changes_no_finding(first: str) -> None:
    """Of two ends of an activity, one is told of by itself, whichever link is written first."""
    links = dict.fromkeys([first, "course -> alone", "course -> money"], "So")
    strategy = Strategy(
        inputs={"money": "Money"},
        activities={"course": "A course"},
        outputs={"alone": "A leaflet"},
        outcomes={"apply": "Staff apply it"},
        goals={"equal": "Equal access"},
        links=links,
    )
    told = {one.rule for one in examine(strategy)}
    assert "result-leads-nowhere" in told
    assert "activity-without-path-to-goal" not in told


@given(strategies(min_nodes=1))
def test_built_in_python_or_typed_the_same_is_found(strategy: Strategy) -> None:
    """A strategy is examined alike before it is written and after it is read back."""
    loaded = load_files({"a.yaml": write(strategy)}, "a.yaml")
    again = examine(loaded.strategy, holes=loaded.holes)
    assert _places(again) == _places(examine(strategy))


@given(layered_strategies())
def test_a_strategy_whose_chains_are_whole_has_nothing_to_tell(strategy: Strategy) -> None:
    """From input to goal, every link with its reason and every result measured."""
    assert examine(strategy, rules=ABOUT_CHAINS) == ()
