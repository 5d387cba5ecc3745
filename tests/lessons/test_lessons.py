"""Lessons: tied to what they are about, and found again where others do alike."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from theories import strategies

from toc.analysis.kinship import words_of
from toc.lessons import Closeness, found_again, found_out, learned
from toc.model import Strategy

TRUST = "Migranții au încredere într-un mediator din altă comunitate"


def region(name: str = "Timiș", **sections: Any) -> Strategy:
    """Give a region's strategy."""
    head = {"id": name[:1].lower(), "place": name, "languages": ["ro"]}
    return Strategy.model_validate({"strategy": head, **sections})


def theory(**parts: Any) -> dict[str, Any]:
    """Give a theory in which mediators reach migrants, as long as these trust them."""
    found: dict[str, Any] = {
        "areas": {"services": "Servicii publice"},
        "stakeholders": {"migrants": "Migranți"},
        "outputs": {"desk": {"title": "12 mediatori la ghișeu", "area": "services"}},
        "outcomes": {
            "ask": {"title": "Migranții cer ajutor", "change": "reach", "for": "migrants"},
        },
        "assumptions": {"trust": {"title": TRUST, "kind": "reach"}},
        "links": {"desk -> ask": {"because": "Vestea circulă", "assuming": "trust"}},
    }
    return found | parts


def lesson(about: str | list[str], **more: Any) -> dict[str, Any]:
    """Give the lesson that a region drew."""
    return {
        "lessons": {"met": {"title": "Mediatorul merge întâi în familii", "about": about}}
    } | more


def reasons(here: Strategy, there: Strategy) -> dict[str, list[Closeness]]:
    """Give for each thing here why the lessons there may hold for it."""
    return {
        place.here.name: [reason.closeness for reason in place.reasons]
        for one in found_again(here, [there])
        for place in one.places
    }


CODED = {"indicators": {"mine": {"title": "Rata A", "refs": {"eurostat": ["lfsa", "migr"]}}}}
CODED_TOO = {"indicators": {"theirs": {"title": "Rata B", "refs": {"eurostat": "migr"}}}}

CASES = [
    # The same code of the same list.
    (CODED_TOO, CODED | lesson("mine"), {"theirs": [Closeness.CODE, Closeness.WORDS]}),
    (
        {"indicators": {"theirs": {"title": "Indicele C", "refs": {"sdg": "migr"}}}},
        CODED | lesson("mine"),
        {},
    ),
    # Nearly the same wording, whatever is said of its kind.
    (
        {"assumptions": {"a": "Mediatorul are încrederea migranților din toate comunitățile"}},
        theory() | lesson("trust"),
        {"a": [Closeness.WORDING]},
    ),
    # The same kind of assumption before the same kind of change; shared words come last.
    (
        theory(assumptions={"a": {"title": "Familiile află de migranți", "kind": "reach"}},
               links={"desk -> ask": {"assuming": "a"}}),
        theory() | lesson("trust"),
        {"a": [Closeness.ASSUMPTION, Closeness.WORDS]},
    ),
    # Another kind of assumption, or before another change, or carrying nothing.
    (
        theory(assumptions={"a": {"title": "Ghișeul e deschis", "kind": "opportunity"}},
               links={"desk -> ask": {"assuming": "a"}}),
        theory() | lesson("trust"),
        {},
    ),
    (
        theory(assumptions={"a": {"title": "Ghișeul e deschis", "kind": "reach"}},
               links={"desk -> ask": {}}),
        theory() | lesson("trust"),
        {},
    ),
    (
        theory(assumptions={"a": {"title": "Ghișeul e deschis", "kind": "context"}},
               links={"desk -> ask": {"assuming": "a"}}),
        theory(assumptions={"trust": {"title": TRUST, "kind": "context"}}) | lesson("trust"),
        {},
    ),
    # The same kind of link in the same area; and the people whom it is for.
    (
        theory(),
        theory() | lesson("desk -> ask"),
        {"desk -> ask": [Closeness.LINK]},
    ),
    (
        theory(areas={"services": "Educație"}),
        theory() | lesson("desk -> ask"),
        {},
    ),
    (
        theory(areas={"services": "Educație"}, outcomes={"ask": "Copiii vin la școală"}),
        theory() | lesson("ask"),
        {"migrants": [Closeness.GROUP]},
    ),
    # A pilot teaches about what it puts to the test.
    (
        theory(),
        theory(pilots={"try": {"title": "Pilotul", "tests": ["trust"]}}) | lesson("try"),
        {"trust": [Closeness.WORDING, Closeness.ASSUMPTION]},
    ),
    # What nobody has is about nothing.
    (theory(), theory() | lesson(["nobody", "desk -> nobody"]), {}),
]  # fmt: skip


@pytest.mark.parametrize(("here", "there", "found"), CASES)
def test_a_lesson_is_found_again_for_a_reason(
    here: dict[str, Any], there: dict[str, Any], found: dict[str, list[Closeness]]
) -> None:
    """Every place is told with why, the closest reason first, and nothing else is."""
    assert reasons(region("Arad", **here), region(**there)) == found


def test_the_closest_comes_first() -> None:
    """A shared code goes before a wording, and that before a kind, whoever is read first."""
    here = region("Arad", **theory(), **CODED_TOO)
    alike = region("Sălaj", **theory() | lesson("trust"))
    coded = region("Timiș", **CODED | lesson("mine"))
    for others in ([alike, coded], [coded, alike]):
        assert [str(one.region) for one in found_again(here, others)] == ["Timiș", "Sălaj"]


def test_places_do_not_make_names_the_same() -> None:
    """Residents of one town are like residents of another; the town's name is no difference."""
    there = region("Timiș", stakeholders={"all": "Locuitorii Timișului"}, **lesson("all"))
    here = region("Arad", stakeholders={"ours": "Locuitorii Aradului", "x": "Școlile Aradului"})
    assert reasons(here, there) == {"ours": [Closeness.WORDING]}


def test_a_part_of_a_group_is_another_group() -> None:
    """Migrants' associations are no migrants, though they share a word."""
    there = region("Timiș", stakeholders={"all": "Migranți"}, **lesson("all"))
    here = region("Arad", stakeholders={"some": "Asociații ale migranților"})
    assert reasons(here, there) == {}


def test_strategies_without_a_common_language_are_compared_by_kinds() -> None:
    """Words of different languages are never held against each other."""
    there = region(**theory() | lesson("trust"))
    here = Strategy.model_validate({"strategy": {"languages": ["hu"]}, **theory()})
    assert reasons(here, there) == {"trust": [Closeness.ASSUMPTION]}


def test_shared_words_are_said_in_the_readers_language() -> None:
    """Where both strategies speak it, the words that they share are quoted in it."""
    titles = {"ro": "Paginile ajung la cine nu le urmărește", "en": "Pages reach who follows none"}
    both = {"languages": ["ro", "en"]}
    there = Strategy.model_validate(
        {"strategy": both, "assumptions": {"a": {"title": titles}}, **lesson("a")}
    )
    here = Strategy.model_validate({"strategy": both, "assumptions": {"b": {"title": titles}}})
    (one,) = found_again(here, [there])
    assert "“Pages”, “reach”, “follows”" in one.sentence("en")
    assert "„Paginile”" in one.sentence("ro")


def test_a_lesson_names_what_it_is_about_and_where_it_was_learned() -> None:
    """An occasion is where it was learned; only what is really there is named."""
    strategy = region(**theory() | {
        "events": {"lab": "Laborator"},
        "lessons": {
            "met": {"title": "A", "from": ["lab", "nobody"], "about": ["TRUST", "desk -> ask"],
                    "for": "migrants", "action": "B"},
            "other": "C",
        },
    })  # fmt: skip
    one, other = learned(strategy)
    assert [thing.name for thing in one.source] == ["lab"]
    assert [thing.name for thing in one.about] == ["trust", "desk -> ask"]
    assert [thing.name for thing in one.readers] == ["migrants"]
    assert one.sentence() == "“A”; what follows from it: B"
    assert other.sentence() == "“C”; nobody has said what follows from it"
    assert learned(strategy, about="Trust") == learned(strategy, about="lab") == (one,)
    assert learned(strategy, about="migrants") == ()


STATUSES = [
    ("untested", "failed", ["failed"]),
    (None, "holding", ["holding"]),
    ("untested", "doubtful", ["doubtful"]),
    ("untested", "untested", []),
    ("untested", None, []),
    ("holding", "failed", []),
]


@pytest.mark.parametrize(("ours", "theirs", "told"), STATUSES)
def test_what_others_found_out_is_told_where_nobody_has_tested_here(
    ours: str | None, theirs: str | None, told: list[str]
) -> None:
    """Only what somebody has looked at says anything, and only to who has not."""

    def assuming(place: str, status: str | None) -> Strategy:
        trust = {"title": TRUST, "kind": "reach", **({"status": status} if status else {})}
        return region(place, **theory(assumptions={"trust": trust}))

    found = found_out(assuming("Arad", ours), [assuming("Timiș", theirs)])
    assert [one.status for one in found] == told
    for one in found:
        assert [reason.closeness for reason in one.reasons] == [
            Closeness.WORDING,
            Closeness.ASSUMPTION,
        ]
        assert one.sentence().startswith(f"“{TRUST}”: in Timiș, “{TRUST}” is {told[0]}")


def test_what_others_found_out_needs_a_word_in_common() -> None:
    """Two assumptions of one kind may still speak of different things."""
    other = {"trust": {"title": "Ghișeul e deschis", "kind": "reach", "status": "failed"}}
    here, there = region("Arad", **theory()), region("Timiș", **theory(assumptions=other))
    assert found_out(here, [there]) == ()
    assert reasons(here, region(**theory(assumptions=other) | lesson("trust")))


@given(here=strategies(), there=strategies())
def test_whatever_is_found_is_there(here: Strategy, there: Strategy) -> None:
    """Every place stands in the strategy, is said with a reason, and the closest come first."""
    found = found_again(here, [here, there])
    nearest = [one.places[0].reasons[0].closeness.place for one in found]
    assert nearest == sorted(nearest)
    for one in found:
        assert one.learned in learned(there)
        assert len({place.here.route for place in one.places}) == len(one.places)
        for place in one.places:
            section, name = place.here.route
            assert name in getattr(here, str(section))
            kinds = [reason.closeness for reason in place.reasons]
            assert kinds == [kind for kind in Closeness if kind in kinds]
            assert kinds[0] != Closeness.WORDS
        assert one.sentence("ro")


@given(strategy=strategies(clean=True))
def test_a_copy_learns_all_that_its_twin_learned(strategy: Strategy) -> None:
    """What says enough to be known again, or has a code, is found again in a copy."""
    twin = strategy.model_copy()
    places = {
        (one.learned.lesson.name, place.here.name)
        for one in found_again(twin, [strategy])
        for place in one.places
    }
    for one in learned(strategy):
        for thing in one.about:
            entry = strategy.entry(thing.name)
            if entry is None:
                continue
            words = words_of(entry, entry, strategy, strategy)
            says_enough = words is not None and words.likeness.is_close
            if says_enough or any(entry.refs.values()):
                assert (one.lesson.name, thing.name) in places
