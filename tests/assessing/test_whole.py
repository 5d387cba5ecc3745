"""One assessment: its areas, the whole, and how sure both are."""

from __future__ import annotations

from typing import Any

import pytest
from assessing.questionnaires import POINTS, asked, county, questionnaires
from hypothesis import given
from hypothesis import strategies as st

from toc.assessing import assessed, replies
from toc.errors import UnknownNameError
from toc.model import Answer, Strategy

THREE = {f"q{number}": asked("services") for number in range(3)}
FIVE = {f"q{number}": asked("services") for number in range(5)}
YES, NO, PARTLY = "yes", "no", "partly"


def _score(strategy: Strategy, area: str = "services") -> float | None:
    found = assessed(strategy, "first").area(area)
    return None if found is None else found.score


def test_an_area_scores_the_weighted_share_of_its_points() -> None:
    """Weights 2, 1 and 1 with yes, partly and no: 62.5 of 100."""
    questions = {**THREE, "q0": asked("services", weight=2)}
    assert _score(county(questions, {"q0": YES, "q1": PARTLY, "q2": NO})) == 62.5


LEFT_OUT: list[tuple[str, Any]] = [
    ("nothing is written", None),
    ("an empty answer", ""),
    ("an answer that says so", "not answered"),
    ("an answer that says so in Romanian", "Fără răspuns"),
    ("a question mark", "?"),
    ("what is no answer to the question", "perhaps"),
    ("not applicable", "not applicable"),
    ("not applicable in Romanian", "Nu se aplică"),
    ("not applicable, in short", "N/A"),
]


@pytest.mark.parametrize(("_case", "said"), LEFT_OUT, ids=[case for case, _ in LEFT_OUT])
def test_a_question_without_an_answer_is_never_a_nought(_case: str, said: Any) -> None:
    """Whatever is not answered leaves the score as the other answers make it."""
    answers = {"q0": YES, "q1": YES} | ({} if said is None else {"q2": said})
    assert _score(county(THREE, answers)) == 100


def test_not_applicable_and_not_answered_are_kept_apart() -> None:
    """A question that does not concern the region is not missed; an open one is."""
    answers = {"q0": YES, "q1": "n/a", "q2": ""}
    found = assessed(county(THREE, answers), "first")
    area = found.area("services")
    assert area is not None
    assert (area.answered, area.asked, area.set_aside) == (1, 2, 1)
    assert [one.is_missed for one in replies(county(THREE, answers), "first")] == [
        False,
        False,
        True,
    ]


def test_an_optional_question_is_counted_when_it_is_answered_and_not_missed_when_it_is_not() -> (
    None
):
    """Thirteen optional questions left open make no questionnaire incomplete."""
    questions = {"q0": asked("services"), "q1": asked("services", optional=True)}
    for answers, counts in (({"q0": YES}, (1, 1)), ({"q0": YES, "q1": NO}, (2, 2))):
        found = assessed(county(questions, answers), "first")
        assert (found.answered, found.asked) == counts


SHARES = [
    ("four of five", [YES, YES, NO, NO], False),
    ("three of five", [YES, YES, NO], True),
    ("all", [YES, YES, NO, NO, NO], False),
]


@pytest.mark.parametrize(("_case", "said", "is_unsure"), SHARES, ids=[case for case, *_ in SHARES])
def test_below_four_fifths_answered_there_is_a_score_that_is_unsure_and_no_whole(
    _case: str,
    said: list[str],
    is_unsure: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """At 80 % a score is taken for sure; one answer fewer, and it is said to be unsure."""
    found = assessed(county(FIVE, {f"q{at}": one for at, one in enumerate(said)}), "first")
    area = found.area("services")
    assert area is not None
    assert area.score is not None
    assert area.is_unsure is found.is_unsure is is_unsure
    assert (found.total is None) is is_unsure
    assert ("unsure" in found.sentence()) is is_unsure


def test_an_area_with_an_unsure_score_is_named_beside_the_whole() -> None:
    """Nine of ten answered is enough for a whole; the area that misses one of two is named."""
    questions = {f"q{at}": asked("services") for at in range(8)}
    questions |= {"h0": asked("housing"), "h1": asked("housing")}
    answers = {**dict.fromkeys(questions, YES), "h1": ""}
    found = assessed(county(questions, answers), "first")
    assert found.total is not None
    assert "The score is unsure where less than 80 % is answered: Housing." in found.sentence()


def test_there_is_no_whole_where_an_area_has_no_score() -> None:
    """A mean over the areas that happen to be answered is no score of the whole."""
    questions = {f"q{at}": asked("services") for at in range(9)} | {"h0": asked("housing")}
    found = assessed(county(questions, {f"q{at}": YES for at in range(9)}), "first")
    assert found.answered / found.asked == 0.9
    assert found.total is None


def test_an_area_that_does_not_concern_the_region_is_no_part_of_the_whole() -> None:
    """Where all questions of an area are not applicable, the others make the whole."""
    questions = {"q0": asked("services"), "h0": asked("housing")}
    found = assessed(county(questions, {"q0": YES, "h0": "n/a"}), "first")
    assert found.total is not None
    assert found.total.score == 100


def test_the_whole_is_the_mean_of_the_areas_by_their_weights() -> None:
    """Services count three times as much as housing: (3·100 + 1·0) / 4."""
    areas = {
        "services": {"title": "Services", "weight": 3},
        "housing": {"title": "Housing", "weight": 1},
    }
    questions = {"q0": asked("services"), "h0": asked("housing")}
    found = assessed(county(questions, {"q0": YES, "h0": NO}, areas=areas), "first")
    assert found.total is not None
    assert found.total.score == 75


def test_optional_areas_stand_apart_from_the_whole() -> None:
    """An optional area has its score, and the whole is as it would be without it."""
    areas = {"services": "Services", "housing": {"title": "Housing", "optional": True}}
    questions = {"q0": asked("services"), "h0": asked("housing")}
    found = assessed(county(questions, {"q0": YES, "h0": NO}, areas=areas), "first")
    assert found.total is not None
    assert found.total.score == 100
    assert [one.score for one in found.areas] == [100, 0]


def test_a_wider_area_is_the_mean_of_the_areas_in_it() -> None:
    """The intercultural lens of the index: a composite by `part_of`, however deep."""
    areas = {
        "lens": "The lens",
        "daily": {"title": "Daily life", "part_of": "lens"},
        "services": {"title": "Services", "part_of": "daily", "weight": 3},
        "housing": {"title": "Housing", "part_of": "LENS"},
        "language": "Language",
    }
    questions = {"q0": asked("services"), "h0": asked("housing"), "l0": asked("language")}
    found = assessed(county(questions, {"q0": YES, "h0": NO, "l0": NO}, areas=areas), "first")
    lens, daily = found.area("lens"), found.area("daily")
    assert lens is not None
    assert daily is not None
    assert (lens.score, lens.parts, lens.basis) == (75, ("services", "housing"), "parts")
    assert (daily.score, daily.parts) == (100, ("services",))


def test_areas_that_are_part_of_each_other_do_not_hang() -> None:
    """A loop of `part_of` is walked once."""
    areas = {
        "services": {"title": "Services", "part_of": "housing"},
        "housing": {"title": "Housing", "part_of": "services"},
    }
    found = assessed(county({"q0": asked("services")}, {"q0": YES}, areas=areas), "first")
    assert [one.area for one in found.composites] == ["housing"]


def test_written_scores_stand_in_where_there_are_no_answers() -> None:
    """A report without its questionnaire still has scores, a mean and a comparison."""
    found = assessed(
        county({}, first={"scores": {"services": 41, "Housing": 35}, "peers": {"services": 53}}),
        "first",
    )
    assert [(one.score, one.basis, one.share) for one in found.areas] == [
        (41, "written", None),
        (35, "written", None),
    ]
    assert found.total is not None
    assert found.total.score == 38
    assert found.total.peers is None
    assert found.areas[0].difference == -12


ODDS = [
    (50, False),
    (51, True),
    (49, True),
    (50.04, False),
    (50.1, True),
]


@pytest.mark.parametrize(("written", "is_at_odds"), ODDS)
def test_a_written_score_is_at_odds_with_the_answers_beyond_its_own_rounding(
    written: float,
    is_at_odds: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """A whole number may be rounded by half a point, a broken one by half a tenth."""
    strategy = county(
        THREE, {"q0": YES, "q1": NO, "q2": PARTLY}, first={"scores": {"services": written}}
    )
    area = assessed(strategy, "first").area("services")
    assert area is not None
    assert (area.score, area.written) == (50, written)
    assert area.is_at_odds is is_at_odds


def test_a_written_score_stands_in_for_an_area_whose_answers_are_missing() -> None:
    """One department has not sent its answers yet: its score is copied, and unsure."""
    questions = {**THREE, "h0": asked("housing")}
    strategy = county(
        questions, {"q0": YES, "q1": YES, "q2": YES}, first={"scores": {"housing": 30}}
    )
    area = assessed(strategy, "first").area("housing")
    assert area is not None
    assert (area.score, area.basis, area.is_unsure) == (30, "written", True)


def test_a_version_asks_its_own_questions_and_those_of_every_version() -> None:
    """What was reworded is a question of its own, and only one of the two is asked."""
    questions = {
        "q0": asked("services"),
        "old": asked("services", version="2025"),
        "new": asked("services", version=["2027", "2029"]),
    }
    strategy = county(
        questions,
        {},
        first={"version": "2025"},
        assessments={"later": {"version": "2029"}, "loose": {}},
    )
    for name, known in (
        ("first", ["q0", "old"]),
        ("later", ["q0", "new"]),
        ("loose", ["q0", "old", "new"]),
    ):
        assert [one.name for one in replies(strategy, name)] == known


SCALES = [
    ({"scale": [0, 4]}, 3, 75),
    ({"scale": [1, 5]}, 1, 0),
    ({"scale": [0, 60], "direction": "down"}, 15, 75),
    ({"scale": [0, 4]}, 5, None),
    ({"scale": [0, 4]}, "many", None),
    ({"points": {"1": 0, "2": 100}}, 2, 100),
    ({"points": {"1": 0, "2": 100}}, 2.0, 100),
    ({"points": {"parțial": 50, "da": 100}}, "PARTIAL", 50),
    ({}, "yes", 100),
    ({}, "Nu", 0),
    ({}, "partly", None),
]


@pytest.mark.parametrize(("fields", "said", "score"), SCALES)
def test_answers_are_numbers_on_a_scale_words_with_points_or_yes_and_no(
    fields: dict[str, Any], said: Any, score: float | None
) -> None:
    """A scale is even, may fall, and has ends; words are compared without capitals and accents."""
    questions = {"q0": {"title": "Q", "area": "services", **fields}}
    assert _score(county(questions, {"q0": said})) == score


def test_a_whole_says_how_far_the_weights_matter() -> None:
    """Equal answers move by nothing; unequal ones between the ends that were worked out by hand."""
    questions = {"q0": asked("services"), "q1": asked("services"), "h0": asked("housing")}
    found = assessed(county(questions, {"q0": YES, "q1": NO, "h0": NO}), "first")
    services, housing = found.areas
    assert services.low == pytest.approx(40)
    assert services.high == pytest.approx(60)
    assert (housing.low, housing.high) == (0, 0)
    assert [(one.best, one.worst) for one in found.areas] == [(1, 1), (2, 2)]
    assert found.total is not None
    assert found.total.low == pytest.approx(40 * 0.8 / 2)
    assert found.total.high == pytest.approx(60 * 1.2 / 2)
    assert found.total.geometric == 0


def test_areas_whose_ends_overlap_may_change_places() -> None:
    """Nearly equal areas are first or second, as the weights fall."""
    questions = {f"{area}{at}": asked(area) for area in ("services", "housing") for at in range(3)}
    answers = {
        "services0": YES,
        "services1": NO,
        "services2": PARTLY,
        "housing0": YES,
        "housing1": NO,
    }
    found = assessed(county(questions, answers), "first")
    assert [(one.best, one.worst) for one in found.areas] == [(1, 2), (1, 2)]


def test_what_was_assumed_is_said() -> None:
    """No weights come with the tool: that each question counts the same is an assumption."""
    said = [one.say() for one in assessed(county(THREE, {"q0": YES}), "first").assumed]
    assert said == ["no question has a weight: each counts the same in its area"]
    heavy = county(
        {**THREE, "q0": asked("services", weight=2), "lost": {"title": "Q"}}, {"q0": YES}
    )
    assert [one.say() for one in assessed(heavy, "first").assumed] == [
        "questions without a weight count as much as a weight of 1",
        "1 question belongs to no area, and counts in none",
    ]


def test_where_all_areas_score_the_same_none_is_called_the_weakest() -> None:
    """Nobody is shown a weak point that is none."""
    found = assessed(
        county({"q0": asked("services"), "h0": asked("housing")}, {"q0": YES, "h0": YES}), "first"
    )
    assert "eakest" not in found.sentence()


def test_an_unknown_assessment_is_named_with_the_one_that_was_meant() -> None:
    """Ids are compared without capitals; a misspelled one is an error with its mend."""
    strategy = county(THREE, {"q0": YES})
    assert assessed(strategy, "FIRST").assessment == "first"
    with pytest.raises(UnknownNameError, match="did you mean “first”"):
        assessed(strategy, "firts")
    with pytest.raises(UnknownNameError, match=r"no assessment is called “zzz”$"):
        assessed(strategy, "zzz")


def test_an_assessment_without_anything_says_so() -> None:
    """Nothing is answered and nothing is written: no score, and no number at all."""
    found = assessed(Strategy(assessments={"first": "First"}), "first")
    assert found.sentence() == "“First” has no scores and no answers yet."
    assert (found.total, found.share, found.areas) == (None, None, ())


def test_it_is_said_in_both_languages_and_as_plain_data() -> None:
    """The sentence for a meeting goes with the numbers by id."""
    questions = {**FIVE, "h0": asked("housing")}
    strategy = county(
        questions, {**dict.fromkeys(FIVE, YES), "h0": NO}, first={"peers": {"housing": 20}}
    )
    found = assessed(strategy, "first")
    assert found.sentence() == (
        "“First” scores 50 of 100, the mean of 2 areas. "
        "Weakest is “Housing” with 0, strongest “Services” with 100. "
        "6 of 6 questions are answered. 1 of 1 area is below the mean of the sample."
    )
    assert "întrebări" in found.sentence("ro")
    data = found.as_data("en")
    assert data["sentence"] == found.sentence()
    assert data["total"] == {"score": 50, "low": 40, "high": 60, "geometric": 0, "peers": None}


@given(questionnaires())
def test_every_score_lies_between_its_least_and_its_largest_answer(
    drawn: tuple[dict[str, dict[str, Any]], dict[str, str]],
) -> None:
    """No weight carries a score past the answers that it is made of, and none is made of nothing."""
    questions, answers = drawn
    found = assessed(county(questions, answers), "first")
    for area in found.areas:
        earned = [
            100 * one.share
            for one in found.replies
            if one.area == area.area and one.share is not None and one.weight > 0
        ]
        assert (area.score is None) is (not earned)
        if area.score is not None and area.low is not None and area.high is not None:
            assert min(earned) <= area.score <= max(earned)
            assert area.low - 1e-9 <= area.score <= area.high + 1e-9
            assert 1 <= area.best <= area.worst <= len(found.areas)


@given(questionnaires(), st.randoms(use_true_random=False))
def test_the_order_of_questions_and_answers_means_nothing(
    drawn: tuple[dict[str, dict[str, Any]], dict[str, str]], mixed: Any
) -> None:
    """A table that was sorted otherwise gives the same scores."""
    questions, answers = drawn
    shuffled = [dict(mixed.sample(sorted(one.items()), len(one))) for one in (questions, answers)]
    first, again = (assessed(county(*some), "first") for some in ((questions, answers), shuffled))
    assert [(one.area, one.score) for one in again.areas] == [
        (one.area, pytest.approx(one.score) if one.score is not None else None)
        for one in first.areas
    ]
    assert (again.answered, again.asked) == (first.answered, first.asked)


@given(questionnaires(weights=False), st.sampled_from([0.5, 2, 7]))
def test_a_weight_that_all_questions_share_is_as_good_as_none(
    drawn: tuple[dict[str, dict[str, Any]], dict[str, str]], weight: float
) -> None:
    """Weights scaled by a constant change no score and no end."""
    questions, answers = drawn
    heavy = {name: {**one, "weight": weight} for name, one in questions.items()}
    for one, other in zip(
        assessed(county(questions, answers), "first").areas,
        assessed(county(heavy, answers), "first").areas,
        strict=True,
    ):
        assert (one.score is None) is (other.score is None)
        if one.score is not None and one.low is not None:
            assert other.score == pytest.approx(one.score)
            assert other.low == pytest.approx(one.low)


@given(questionnaires(), st.integers(0, 11))
def test_taking_an_answer_away_never_makes_it_a_nought(
    drawn: tuple[dict[str, dict[str, Any]], dict[str, str]], at: int
) -> None:
    """Without an answer of no points an area scores no less, without one of all points no more."""
    questions, answers = drawn
    name = f"q{at % len(questions)}"
    points = POINTS.get(answers.get(name, ""))
    left = {key: one for key, one in answers.items() if key != name}
    area = questions[name]["area"]
    before, after = (_score(county(questions, some), area) for some in (answers, left))
    if points is None or before is None or after is None:
        return
    assert points != 0 or after >= before - 1e-9
    assert points != 100 or after <= before + 1e-9


def test_an_answer_reads_its_own_words() -> None:
    """A value of 0 is an answer, and no gap."""
    assert Answer(value=0).is_given
    assert Answer(value=0).is_applicable
    assert not Answer().is_given
