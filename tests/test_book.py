"""The rules that a project goes by: which are asked, how grave, with what limits and words."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from toc import Severity, Strategy, UnknownNameError, check
from toc.findings import GRADES
from toc.rulebook import PROFILES, RULES, Profile, Rulebook, profile_of

STRATEGY = Strategy.model_validate(
    {
        "strategy": {"languages": ["en"], "status": "draft"},
        "activities": {"course": "A course"},
        "outcomes": {"apply": "Staff apply the so-called zebra procedures"},
        "goals": {"equal": "Equal access"},
        "links": {"course -> apply": {}, "apply -> equal": "Because it does"},
    }
)
BARE = "link-without-mechanism"
"""A rule that finds something in this strategy."""


def of_status(status: str, **head: Any) -> Strategy:
    """Give the strategy as it is at another stage of its life."""
    return Strategy.model_validate(
        {
            **STRATEGY.model_dump(exclude_unset=True, exclude={"head"}),
            "strategy": {"languages": ["en"], "status": status, **head},
        }
    )


def asked(book: Rulebook, strategy: Strategy = STRATEGY) -> tuple[str, ...]:
    """Give the rules that a book asks of a strategy."""
    return book.asked_of(strategy).names


def grade(book: Rulebook, strategy: Strategy = STRATEGY, rule: str = BARE) -> Severity | None:
    """Give how grave a book finds what a rule finds; None where it finds nothing."""
    found = [one.severity for one in check(strategy, book=book).findings if one.rule == rule]
    return found[0] if found else None


def chapter(name: str) -> set[str]:
    """Give the rules of a chapter."""
    return {rule for rule in RULES if RULES.chapter(rule) == name}


def test_usually_all_but_the_optional_chapters_are_asked() -> None:
    """Who says nothing is asked everything that is not for some kinds of practice alone."""
    assert set(asked(Rulebook())) == set(RULES) - chapter("intercultural")


def test_an_optional_chapter_is_asked_where_it_is_named() -> None:
    """By selecting it or one of its rules, or by a profile that asks it beside the others."""
    rules = chapter("intercultural")
    assert rules
    one = min(rules)
    assert set(asked(Rulebook(select=("intercultural",)))) == rules
    assert asked(Rulebook(select=(one,))) == (one,)
    profile = {"mine": Profile(ask=("intercultural",))}
    assert set(asked(Rulebook(profiles=("mine",), own_profiles=profile))) == set(RULES)


def test_rules_are_chosen_by_name_and_chapter() -> None:
    """`select` asks nothing else, and `ignore` has the last word."""
    links, structure = chapter("links"), chapter("structure")
    assert set(asked(Rulebook(select=("links", "cycle-undeclared")))) == links | {
        "cycle-undeclared"
    }
    assert set(asked(Rulebook(select=("links",), ignore=(BARE,)))) == links - {BARE}
    assert set(asked(Rulebook(ignore=("structure",)))) & structure == set()
    assert asked(Rulebook(select=(BARE,), ignore=("links",))) == ()


def test_a_chapter_that_needs_a_section_waits_for_it() -> None:
    """Rules about pilots count as asked, and are run only where there are pilots."""
    pilots = chapter("pilots")
    none = Rulebook().asked_of(STRATEGY)
    some = Rulebook().asked_of(Strategy(pilots={"first": "A first try"}))
    assert pilots <= set(none.names)
    assert pilots & {one.name for one in none.rules} == set()
    assert pilots <= {one.name for one in some.rules}


@pytest.mark.parametrize(
    ("severity", "found"),
    [
        ({}, "usual"),
        ({BARE: "error"}, "error"),
        ({BARE: "note"}, "note"),
        ({BARE: "off"}, None),
        ({"links": "error"}, "error"),
        ({"links": "off"}, None),
        ({"links": "off", BARE: "advice"}, "advice"),
        ({BARE: "advice", "links": "error"}, "error"),
    ],
)
def test_a_project_finds_graver_or_milder(severity: dict[str, str], found: str | None) -> None:
    """By rule or by chapter; of several words about a rule the last counts, and `off` is not asked."""
    usual = grade(Rulebook())
    assert usual is not None
    wanted = usual if found == "usual" else GRADES[found or "off"]
    assert grade(Rulebook(severity=severity)) is wanted
    assert (BARE in asked(Rulebook(severity=severity))) is (found is not None)


def test_a_sketch_stays_in_peace() -> None:
    """What a project finds grave is a note in a sketch, and grave from a draft on."""
    book = Rulebook(severity={BARE: "error"})
    assert grade(book, of_status("sketch")) is Severity.NOTE
    assert [grade(book, of_status(one)) for one in ("draft", "adopted")] == [Severity.ERROR] * 2


def test_an_error_in_a_sketch_is_one() -> None:
    """What cannot be read or runs in a circle is wrong at every stage, and may be graded."""
    usual = Rulebook().asked_of(of_status("sketch"))
    rule = Rulebook().find("reference-dangling")
    assert usual.grade(rule, "sketch") is Severity.ERROR
    milder = Rulebook(severity={"reference-dangling": "warning"}).asked_of(of_status("sketch"))
    assert milder.grade(rule, "sketch") is Severity.WARNING


PROFILE = Profile(severity={BARE: "error"}, limits={"node-fans-out": 1}, ignore=("time",))


def test_a_strategy_names_its_profile() -> None:
    """`profile:` in a strategy is enough, where the project or we know one of that name."""
    book = Rulebook(own_profiles={"ours": PROFILE})
    with_it, without = of_status("draft", profile=["ours"]), of_status("draft", profile=["others"])
    assert grade(book, with_it) is Severity.ERROR
    assert chapter("time") & set(asked(book, with_it)) == set()
    assert grade(book, without) == grade(Rulebook())
    assert book.asked_of(with_it).limits == {"node-fans-out": 1}


def test_a_projects_own_word_counts_more_than_a_profile() -> None:
    """A profile is how many see it; what the project says itself comes last."""
    book = Rulebook(
        profiles=("ours",),
        own_profiles={"ours": PROFILE},
        severity={BARE: "advice"},
        limits={"node-fans-out": 7},
    )
    assert grade(book) is Severity.ADVICE
    assert book.asked_of(STRATEGY).limits == {"node-fans-out": 7}


def test_a_projects_own_profile_goes_before_ours() -> None:
    """A project that calls its profile like one of ours means its own."""
    name = PROFILES[0]
    book = Rulebook(profiles=(name,), own_profiles={name: Profile(severity={BARE: "note"})})
    assert grade(book) is Severity.NOTE


@pytest.mark.parametrize("name", PROFILES)
def test_our_profiles_name_only_what_is_there(name: str) -> None:
    """Each has a title and says whose practice it is, in both languages; its rules exist."""
    from toc.rulebook.profiles import find_profile  # noqa: PLC0415 - here alone

    profile = find_profile(name, {})
    assert {*profile.title} == {*profile.about} == {"en", "ro"}
    book = Rulebook(profiles=(name,), own_profiles={name: profile})
    assert asked(book)
    assert asked(Rulebook(profiles=(name,))) == asked(book)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"sevrity": {}}, "mine: “sevrity” is not known; did you mean “severity”?"),
        ({"ask": "links"}, "mine: “ask” takes a list of names"),
        ({"ignore": [1]}, "mine: “ignore” takes a list of names"),
        ({"severity": {"x": "deadly"}}, "mine: “severity” takes a table of rules"),
        ({"severity": {"x": []}}, "mine: “severity” takes a table of rules"),
        ({"limits": {"x": True}}, "mine: “limits” takes a table of rules"),
        ({"limits": {"x": "3"}}, "mine: “limits” takes a table of rules"),
        ({"title": "Mine"}, "mine: “title” takes a text for each language"),
    ],
)
def test_a_profile_that_is_not_understood_is_refused(table: dict[str, Any], said: str) -> None:
    """What would be passed over in silence is named, with the key and what it takes."""
    with pytest.raises(Exception, match="mine: ") as raised:
        profile_of(table, "mine")
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize(
    ("said", "match"),
    [
        ({"select": ("cycle-undeclred",)}, "did you mean “cycle-undeclared”"),
        ({"ignore": ("strcture",)}, "did you mean “structure”"),
        ({"severity": {"nothing-like-it": "off"}}, "no rule is called “nothing-like-it”"),
        ({"limits": {"nothing-like-it": 3}}, "no rule is called “nothing-like-it”"),
        ({"limits": {"links": 3}}, "no rule is called “links”"),
        ({"limits": {BARE: 3}}, f"the rule “{BARE}” has no limit"),
        ({"profiles": ("absent",)}, "no profile is called “absent”; there are "),
        ({"own_profiles": {"p": Profile(ask=("nope",))}}, "no rule is called “nope”"),
        ({"own_profiles": {"p": Profile(limits={"nope": 1})}}, "no rule is called “nope”"),
    ],
)
def test_whatever_is_named_must_be_there(said: dict[str, Any], match: str) -> None:
    """A slip in a name is an error of the call, and never a rule that is silently not asked."""
    with pytest.raises(UnknownNameError, match=match):
        Rulebook(**said)


def test_a_limit_is_what_a_project_says() -> None:
    """What is too much is another number, and only for that rule."""
    named = {f"n{number}": f"Outcome {number}" for number in range(4)}
    strategy = Strategy(
        outcomes={"start": "Start", **named}, links={f"start -> {name}": "So" for name in named}
    )

    def fans_out(limit: float) -> bool:
        book = Rulebook(select=("node-fans-out",), limits={"node-fans-out": limit})
        return bool(check(strategy, book=book).findings)

    assert [fans_out(limit) for limit in (1, 99)] == [True, False]


def test_words_of_the_project_reach_the_rules() -> None:
    """An expression that a project adds to a list is found as ours are."""
    vague = [
        [one.rule for one in check(STRATEGY, book=Rulebook(("word-vague",), words=words)).findings]
        for words in ({}, {"en": {"vague": ["zebra procedures"]}}, {"ro": {"vague": ["zebra"]}})
    ]
    assert vague == [[], ["word-vague"], []]


def test_a_book_travels_unread() -> None:
    """A book that was used is the same elsewhere, and takes nothing along that it worked out."""
    book = Rulebook(("links",), severity={BARE: "error"}, own_profiles={"ours": PROFILE})
    asked(book)
    there = pickle.loads(pickle.dumps(book))
    assert there == book
    assert "_packages" not in vars(there)
    assert asked(there) == asked(book)


LOOK = """
import json, sys
from toc import check
from toc.rulebook import Rulebook
check({path!r}, book=Rulebook(**json.loads(sys.argv[1])))
print(json.dumps([n for n in sys.modules if n.startswith("toc.rules.") and n.count(".") == 3]))
"""


@pytest.mark.parametrize(
    "book",
    [
        {"select": ["culture-changes-fast"]},
        {"select": ["culture-changes-fast", "node-fans-out"], "severity": {"node-fans-out": "off"}},
        {"select": ["culture-changes-fast", "node-fans-out"], "ignore": ["node-fans-out"]},
    ],
)
def test_rules_that_are_off_are_not_imported(book: dict[str, Any], tmp_path: Path) -> None:
    """In a fresh process only what is asked is read; this rule listens to no other one."""
    (tmp_path / "x.yaml").write_text("toc: 1\ngoals: {g: G}\n", encoding="utf-8")
    script = LOOK.format(path=str(tmp_path / "x.yaml"))
    done = subprocess.run(
        [sys.executable, "-c", script, json.dumps(book)], capture_output=True, check=True
    )
    assert json.loads(done.stdout) == ["toc.rules.links.culture_changes_fast"]


def test_select_in_the_call_replaces_that_of_the_book() -> None:
    """Who asks for a rule gets that rule; who ignores one leaves out one more."""
    book = Rulebook(select=("structure",), ignore=("level-missing",))
    assert check(STRATEGY, select=[BARE], book=book).rules == (BARE,)
    both = check(STRATEGY, ignore=["cycle-undeclared"], book=book).rules
    assert set(both) == chapter("structure") - {"level-missing", "cycle-undeclared"}
    assert replace(book, select=()).select == ()
