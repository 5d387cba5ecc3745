"""What each kind of view shows, and how several conditions meet."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theories import layered_strategies, strategies
from views.small import WHOLE, looked_at, small

from toc.errors import NothingToDrawError, TocError
from toc.graph import TheoryGraph
from toc.graph.naming import named
from toc.model import Strategy, View
from toc.model.nodes import NODE_SECTIONS
from toc.model.strategy import SECTIONS
from toc.views import FIELDS, Sight, sight_of, told_of
from toc.views.query import QUERIES, sections_of

CHAIN = "money academy graduates apply equal"
TO_ACCESS = f"{CHAIN} clinic turnover wages"

CASES: tuple[tuple[dict[str, Any], str], ...] = (
    # All that leads to a goal, barriers and what feeds them too.
    ({"goal": "equal"}, TO_ACCESS),
    ({"goal": "EQUAL"}, TO_ACCESS),
    ({"goal": ["equal", "decent"]}, f"{TO_ACCESS} desk offers hired decent"),
    # What stands in the lane: named, or nearest; a wider area holds its parts.
    ({"area": "health"}, "clinic"),
    ({"area": "services"}, f"{CHAIN} clinic turnover wages"),
    ({"area": "work"}, "desk offers hired decent trust"),
    ({"area": ["health", "work"]}, "clinic desk offers hired decent trust"),
    # Whatever the part, and both ends of a link that runs through somebody.
    ({"stakeholder": "prefect"}, "money academy"),
    ({"stakeholder": "migrants"}, "clinic hired"),
    ({"stakeholder": "press"}, "offers hired"),
    # What happens, by its own stage or that of its pilot, and what comes of it directly.
    ({"stage": "first"}, "academy graduates"),
    ({"stage": "second"}, "desk offers"),
    # On a node, and on a link.
    ({"tag": "deed"}, "academy clinic apply"),
    # The measures, the links tested, and the way to what is claimed; else to every goal.
    ({"pilot": "try_desk"}, "desk offers hired decent clinic apply"),
    ({"pilot": "try_academy"}, "academy graduates apply equal hired decent"),
    # Before, after, between; the order of the two ends does not matter.
    ({"upstream": "apply"}, "money academy graduates apply clinic turnover wages"),
    ({"downstream": "graduates"}, "graduates apply equal hired decent trust"),
    ({"downstream": "wages"}, "wages turnover apply equal hired decent trust"),
    ({"between": ["academy", "equal"]}, "academy graduates apply equal"),
    ({"between": ["equal", "academy"]}, "academy graduates apply equal"),
    ({"between": ["wages", "equal"]}, "wages turnover apply equal"),
    # Several conditions narrow.
    ({"goal": "equal", "tag": "deed"}, "academy clinic apply"),
    ({"goal": "decent", "area": "services", "upstream": "graduates"}, "money academy graduates"),
    # Only arrows on critical assumptions, with their ends; one that loses an end loses both.
    ({"critical": "all"}, "graduates apply equal"),
    ({"critical": "yes"}, "graduates apply equal"),
    ({"critical": "doubtful"}, "graduates apply"),
    ({"critical": "untested"}, "apply equal"),
    ({"critical": "all", "upstream": "apply"}, "graduates apply"),
)


@pytest.mark.parametrize(("fields", "shown"), CASES, ids=[str(fields) for fields, _ in CASES])
def test_each_query_shows_what_it_says(fields: dict[str, Any], shown: str) -> None:
    """Every field of a view means one thing, alone and beside others."""
    assert looked_at(**fields).boxes == frozenset(shown.split())


def test_every_query_is_in_the_table() -> None:
    """Whoever adds a kind of query adds a case."""
    assert {field for fields, _ in CASES for field in fields} == set(QUERIES)
    assert set(FIELDS) == {*QUERIES, "fold"}
    assert set(QUERIES) <= set(View.model_fields)


def test_the_table_of_the_docstring_names_every_query() -> None:
    """Whoever reads what views may ask reads of all of them."""
    text = QUERIES._import("toc.views.queries").__doc__ or ""
    assert [field for field in QUERIES if f"| `{field}` |" not in text] == []


def test_a_view_without_conditions_shows_everything() -> None:
    """The whole strategy is a view too."""
    strategy = small()
    assert looked_at(title="All of it") == Sight(frozenset(TheoryGraph(strategy).nodes))


def test_critical_shows_only_its_arrows_and_only_its_assumptions() -> None:
    """What else holds between the same boxes, or beneath the same arrow, is left out."""
    sight = looked_at(critical="doubtful")
    assert sight.arrows == frozenset({"graduates -> apply"})
    assert sight.notes == frozenset({"time"})


def test_assumptions_whose_arrow_is_narrowed_away_are_not_listed() -> None:
    """No number is explained that stands nowhere."""
    assert looked_at(critical="all", upstream="apply").notes == frozenset({"time"})


def test_a_claim_that_is_not_reached_leaves_the_way_to_the_goals_that_are() -> None:
    """A pilot with an empty promise is drawn with what it does reach."""
    pilots = {"p": {"of": ["desk"], "contributes_to": ["equal"]}}
    shown = looked_at(small(pilots=pilots, views={}), pilot="p").boxes
    assert shown == {"desk", "offers", "hired", "decent"}


def test_a_pilots_way_does_not_run_along_what_hinders() -> None:
    """Its path to a goal runs along links that help."""
    links = {"academy -> turnover": "They are sought after", **WHOLE["links"]}
    links["graduates -> apply"] = {"because": "-", "role": "hinders"}
    shown = looked_at(small(links=links), pilot="try_academy").boxes
    assert shown == {"academy"}


def test_areas_that_are_part_of_each_other_do_no_harm() -> None:
    """A circle among areas is a finding, and a view of them ends."""
    areas = {"a": {"part_of": "b"}, "b": {"part_of": "a"}}
    strategy = small(areas=areas, activities={"x": {"title": "X", "area": "a"}}, views={})
    assert "x" in looked_at(strategy, area="b").boxes


EMPTY: tuple[tuple[dict[str, Any], str, str], ...] = (
    (
        {"area": "empty"},
        "nothing belongs to “Nothing here”; there are: services, health, work",
        "nimic nu ține de „Nothing here”; există: services, health, work",
    ),
    (
        {"stakeholder": "nobody"},
        "nothing concerns “Nobody”; there are: prefect, migrants, press",
        "nimic nu privește „Nobody”; există: prefect, migrants, press",
    ),
    (
        {"stage": "third"},
        "nothing happens in “Third year”; there are: first, second",
        "nu se întâmplă nimic în „Third year”; există: first, second",
    ),
    (
        {"tag": ["blue", "red"]},
        "nothing is tagged “blue”, “red”; there are: deed, Deed",
        "nimic nu poartă eticheta „blue”, „red”; există: deed, Deed",
    ),
    (
        {"pilot": "vague"},
        (
            "“Something new”: no measure that is tried, and no link that is tested; "
            "there are: try_desk, try_academy"
        ),
        (
            "„Something new”: nicio măsură încercată și nicio legătură pusă la probă; "
            "există: try_desk, try_academy"
        ),
    ),
    (
        {"between": ["clinic", "academy"]},
        "no chain leads from “Clinic” to “Academy”, nor back",
        "niciun lanț nu duce de la „Clinic” la „Academie”, nici înapoi",
    ),
    (
        {"between": "clinic"},
        "a view is between two things, and 1 is named",
        "o schemă se întinde între două elemente, iar aici este numit 1",
    ),
    (
        {"between": ["clinic", "academy", "equal"]},
        "a view is between two things, and 3 are named",
        "o schemă se întinde între două elemente, iar aici sunt numite 3",
    ),
    (
        {"critical": "failed"},
        "no link rests on a critical assumption: failed; there are: untested, doubtful, all",
        (
            "nicio legătură nu se sprijină pe o ipoteză critică cu starea: infirmată; "
            "există: untested, doubtful, all"
        ),
    ),
    (
        {"goal": "equal", "stage": "first", "tag": "blue"},
        "nothing is tagged “blue”; there are: deed, Deed",
        "nimic nu poartă eticheta „blue”; există: deed, Deed",
    ),
    (
        {"goal": "equal", "pilot": "try_academy", "area": "work"},
        "nothing is left: what leads to “Equal access”; of these, what belongs to “Work”",
        "nu mai rămâne nimic: ce duce la „Acces egal”; dintre acestea, ce ține de „Muncă”",
    ),
)


@pytest.mark.parametrize(("fields", "english", "romanian"), EMPTY)
def test_what_shows_nothing_says_why_and_what_there_is(
    fields: dict[str, Any], english: str, romanian: str
) -> None:
    """The condition that left nothing is named, in the authors' own words."""
    with pytest.raises(NothingToDrawError) as raised:
        looked_at(**fields)
    assert raised.value.message.say("en") == english
    assert raised.value.message.say("ro") == romanian


@pytest.mark.parametrize(
    ("fields", "english", "romanian"),
    [
        ({"goal": "equal"}, "what leads to “Equal access”", "ce duce la „Acces egal”"),
        (
            {"upstream": ["apply", "equal"]},
            "what leads to “Staff apply it”, “Equal access”",
            "ce duce la „Personalul aplică”, „Acces egal”",
        ),
        ({"area": "work"}, "what belongs to “Work”", "ce ține de „Muncă”"),
        ({"stakeholder": "press"}, "what concerns “The press”", "ce privește „The press”"),
        (
            {"stage": "first"},
            "what happens in “First year” and what comes of it directly",
            "ce se întâmplă în „First year” și ce rezultă direct de acolo",
        ),
        ({"tag": "deed"}, "what is tagged “deed”", "ce poartă eticheta „deed”"),
        (
            {"pilot": "vague"},
            "“Something new”, with the way to the goals",
            "„Something new”, cu drumul până la obiective",
        ),
        (
            {"downstream": "academy"},
            "“Academy” and what follows from it",
            "„Academie” și ce urmează de aici",
        ),
        (
            {"downstream": ["academy", "graduates"]},
            "“Academy”, “Graduates” and what follows from them",
            "„Academie”, „Absolvenți” și ce urmează de aici",
        ),
        (
            {"between": ["academy", "equal"]},
            "what lies between “Academy” and “Equal access”",
            "ce se află între „Academie” și „Acces egal”",
        ),
        (
            {"critical": "all"},
            "what rests on critical assumptions",
            "ce se sprijină pe ipoteze critice",
        ),
        (
            {"critical": ["untested", "doubtful"]},
            "what rests on critical assumptions: untested, doubtful",
            "ce se sprijină pe ipoteze critice cu starea: netestată, îndoielnică",
        ),
        (
            {"goal": "equal", "fold": "health"},
            "what leads to “Equal access”; “Health” as one box",
            "ce duce la „Acces egal”; „Sănătate”, într-o singură casetă",
        ),
        (
            {"fold": ["health", "work"]},
            "“Health”, “Work” as one box each",
            "„Sănătate”, „Muncă”, fiecare într-o singură casetă",
        ),
    ],
)
def test_what_is_shown_is_said_in_words(
    fields: dict[str, Any], english: str, romanian: str
) -> None:
    """A sheet can say what it shows, in the words of its readers."""
    told = told_of(small(), View.model_validate(fields))
    assert told is not None
    assert told.say("en") == english
    assert told.say("ro") == romanian


def test_the_whole_needs_no_words() -> None:
    """A sheet that shows everything says nothing of it."""
    assert told_of(small(), View()) is None


ANY = st.one_of(strategies(min_nodes=2, clean=True), layered_strategies())
"""Strategies of any shape, and such as have long chains."""


def conditions(strategy: Strategy) -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    """Give conditions of views whose names are all there."""
    fields = {}
    for field in QUERIES:
        known = [key for one in sections_of(field) for key in getattr(strategy, one)]
        names = {"tag": ["partner", "no"], "critical": ["all", "untested"]}.get(field, known)
        least = 2 if field == "between" else 1
        if len(names) >= least:
            fields[field] = st.lists(
                st.sampled_from(names), min_size=least, max_size=2, unique=True
            ).map(tuple)
    return st.fixed_dictionaries({}, optional=fields)


def shown(strategy: Strategy, graph: TheoryGraph, fields: dict[str, Any]) -> Sight:
    """Give what a view shows, nothing where it says that there is nothing."""
    try:
        return sight_of(strategy, graph, View.model_validate(fields))
    except NothingToDrawError:
        return Sight()


@given(st.data())
def test_laws_of_views(data: st.DataObject) -> None:
    """Nothing is made up; more conditions show less; together they show what each does.

    Where arrows are chosen too, less may be left: nodes that no arrow needs.
    """
    strategy = data.draw(ANY)
    graph = TheoryGraph(strategy)
    fields = data.draw(conditions(strategy))
    sight = shown(strategy, graph, fields)
    assert sight.boxes <= frozenset(graph.nodes)
    assert (sight.arrows or frozenset()) <= named(graph.arrows).keys()
    each = [shown(strategy, graph, {field: names}).boxes for field, names in fields.items()]
    common = frozenset(graph.nodes).intersection(*each)
    assert sight.boxes == common if "critical" not in fields else sight.boxes <= common


@given(st.data())
def test_the_order_of_the_file_changes_nothing(data: st.DataObject) -> None:
    """Whoever sorts a file sees the same pictures."""
    strategy = data.draw(ANY)
    fields = data.draw(conditions(strategy))
    raw = strategy.model_dump(by_alias=True, exclude_unset=True)
    turned = {
        key: dict(reversed(value.items())) if key in SECTIONS and key != "areas" else value
        for key, value in raw.items()
    }
    other = Strategy.model_validate(turned)
    first = shown(strategy, TheoryGraph(strategy), fields)
    second = shown(other, TheoryGraph(other), fields)
    assert (first.boxes, first.notes) == (second.boxes, second.notes)


@given(st.data())
def test_between_is_what_follows_from_the_one_and_leads_to_the_other(data: st.DataObject) -> None:
    """Downstream of one end and upstream of the other are what lies between."""
    strategy = data.draw(ANY)
    graph = TheoryGraph(strategy)
    ends = st.sampled_from(sorted(graph.nodes))
    one, other = data.draw(st.tuples(ends, ends).filter(lambda pair: len(set(pair)) == 2))
    both = shown(strategy, graph, {"downstream": one, "upstream": other})
    back = shown(strategy, graph, {"downstream": other, "upstream": one})
    between = shown(strategy, graph, {"between": [one, other]})
    assert between.boxes == (both.boxes or back.boxes)


@given(st.data())
def test_several_values_show_what_any_of_them_shows(data: st.DataObject) -> None:
    """Several goals, areas, stages … of one field widen a view."""
    strategy = data.draw(ANY)
    graph = TheoryGraph(strategy)
    fields = data.draw(conditions(strategy))
    for field, names in fields.items():
        if field != "between":
            alone = (shown(strategy, graph, {field: name}).boxes for name in names)
            assert shown(strategy, graph, {field: names}).boxes == frozenset().union(*alone)


def why_not(strategy: Strategy, view: View) -> str:
    """Give what a view that cannot be drawn says, nothing where it can."""
    try:
        sight_of(strategy, TheoryGraph(strategy), view)
    except TocError as error:
        return error.message.say("ro")
    return ""


@given(strategies(), st.sampled_from(sorted(QUERIES)))
def test_no_view_falls_over(strategy: Strategy, field: str) -> None:
    """Whatever a strategy says, a view of it shows something or says why not."""
    for view in strategy.views.values():
        why_not(strategy, view)
    assert why_not(strategy, View.model_validate({field: ["certainly-nothing"]}))


def test_upstream_takes_whatever_links_join() -> None:
    """A field that names nodes says so in the format."""
    assert all(sections_of(field) == NODE_SECTIONS for field in ("upstream", "between"))
