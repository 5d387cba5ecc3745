"""The story: each step once, each reason as it was typed, nothing glued into a sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from theories import layered_strategies, strategies

from toc.documents.making import made
from toc.documents.paper import Bullets, Facts, Heading
from toc.documents.story.case import Case
from toc.documents.story.steps import steps
from toc.documents.story.thread import nearest_goals, thread
from toc.documents.subject import Subject
from toc.documents.writing import written
from toc.errors import UnknownNameError
from toc.model import Strategy

DAY = date(2026, 11, 30)

TREE: dict[str, Any] = {
    "strategy": {"title": "Strategia", "languages": ["ro"], "status": "draft", "led_by": "pref"},
    "stakeholders": {"pref": "Prefectura", "migr": "Migranți", "func": "Funcționari publici"},
    "needs": {"greu": {"title": "Serviciile se obțin greu", "source": "Evaluarea"}},
    "activities": {
        "med": {"title": "Mediatori la ghișeu", "accountable": "pref"},
        "alta": {"title": "Campanie"},
    },
    "outputs": {"activi": "12 mediatori activi"},
    "outcomes": {
        "cer": {"title": "Migranții cer ajutor", "for": ["migr"]},
        "aplica": {"title": "Personalul aplică RTT", "for": ["func"], "requires": "all"},
    },
    "goals": {"egal": {"title": "Acces egal?", "for": ["migr"], "number": "OS 1", "due": "2028"}},
    "factors": {
        "rotatie": {"title": "Personalul se schimbă", "kind": "barrier"},
        "paralel": {"title": "Servicii paralele", "kind": "unintended"},
    },
    "assumptions": {
        "incredere": {"title": "Migranții au încredere"},
        "timp": {"title": "E timp", "status": "doubtful"},
    },
    "links": {
        "greu -> med": "Cineva trebuie să explice",
        "med -> activi": "Oamenii sunt formați.",
        "activi -> cer": {"because": "Vestea circulă", "assuming": ["incredere"]},
        "cer -> aplica": {"assuming": ["timp", "incredere"]},
        "activi -> aplica": "Se învață",
        "aplica -> egal": "Nu mai sunt bariere",
        "alta -> egal": "Se află",
        "rotatie -> aplica": {"because": "Pleacă oameni", "role": "hinders"},
        "activi -> paralel": "Poate",
        "aplica -> cer": {"because": "Se spune mai departe", "feedback": "reinforcing"},
    },
    "indicators": {
        "rata": {
            "title": "Rata",
            "of": "egal",
            "unit": "%",
            "baseline": {"2025": 1234.5},
            "target": {"2028-06": 60},
        }
    },
    "glossary": {
        "rtt": {"title": "RTT", "text": "Resortisant"},
        "ue": {"title": "UE", "text": "X"},
    },
}
STRATEGY = Strategy.model_validate(TREE)

ROMANIAN = """\
## OS 1. Acces egal?

- **pentru cine:** Migranți
- **până când:** 2028

### De ce

- Serviciile se obțin greu. (Evaluarea)

### Ce se face și ce se schimbă

#### 1. Dacă se face aceasta: Mediatori la ghișeu

- **o facem pentru că:** Cineva trebuie să explice.
- **cine răspunde:** Prefectura

#### 2. Atunci: 12 mediatori activi

- **pentru că:** Oamenii sunt formați.

#### 3. Atunci: Personalul aplică RTT

- **pentru că:** Se învață.
- **pentru cine:** Funcționari publici

#### 4. Atunci: Acces egal?

- **pentru că:** Nu mai sunt bariere.

_Pe lângă acestea, strategia mai are pe drumul până aici: încă o măsură, încă un pas._

### Ce stă în cale și ce ajută

- „Personalul se schimbă” stă în calea pasului 3. Pleacă oameni.
- Pasul 2 poate duce și la aceasta: „Servicii paralele”. Poate.

### Cum vom ști

- Rata. Pornim de la: 1.234,5\N{NO-BREAK SPACE}% (2025). Vrem să ajungem la: 60\N{NO-BREAK SPACE}% \
(iunie 2028).
"""


def story(strategy: Strategy, language: str = "ro", about: str = "") -> str:
    """Write a story in Markdown, without what Markdown needs to take words as words."""
    subject = Subject(strategy, DAY, language, about)
    text = written(made("story", subject), "md").decode()
    return text.replace("&#8203;", "").replace("\\", "")


def test_a_page_reads_as_it_should_in_romanian() -> None:
    """Labels are ours, sentences are the authors', and numbers are the reader's."""
    text = story(STRATEGY)
    page = text[text.index("## OS 1.") : text.index("Pașii acestei pagini")]
    assert page.strip() == ROMANIAN.strip()


def test_a_page_reads_as_it_should_in_english() -> None:
    """The authors' words stay as they are where there is no translation."""
    text = story(STRATEGY, "en")
    for said in (
        "#### 1. If this is done: Mediatori la ghișeu",
        "- **we do this because:** Cineva trebuie să explice.",
        "#### 2. Then: 12 mediatori activi",
        "- “Personalul se schimbă” stands in the way of step 3. Pleacă oameni.",
        "- Rata. Start: 1,234.5\N{NO-BREAK SPACE}% (2025). Aim: 60\N{NO-BREAK SPACE}% (June 2028).",
        "- Campanie. Who answers: nobody is named yet",
        "This is not decided yet: what you say can change it.",
        "- **RTT:** Resortisant.",
    ):
        assert said in text
    assert "**UE:**" not in text


CONVERGING = {
    **TREE,
    "needs": {},
    "activities": {"med": "Mediatori", "curs": "Un curs"},
    "links": {
        "med -> cer": {"because": "A", "assuming": "timp"},
        "curs -> aplica": {"assuming": ["timp", "incredere"]},
        "cer -> aplica": "B",
        "aplica -> egal": "C",
        "aplica -> cer": {"because": "Se spune mai departe", "feedback": "balancing"},
    },
}


def test_causes_that_meet_are_told_together_and_what_is_unknown_is_said() -> None:
    """A step names the steps that it follows from, each with its reason or without."""
    text = story(Strategy.model_validate(CONVERGING), "en")
    assert "1. If this is done: Mediatori" in text
    assert "4. Then, from steps 2 and 3 (all of them are needed): Personalul aplică RTT" in text
    assert "- **because (step 2):** B.\n- **because (step 3):** Nobody has said why yet." in text
    assert "- **provided that:** E timp (this is in doubt)." in text
    assert (
        "- **provided that:** E timp (as in step 2); "
        "Migranții au încredere (nobody has tested this yet)." in text
    )
    assert "Step 4 comes back to step 2 and weakens it. Se spune mai departe." in text
    assert "Nobody has written yet which need this answers." in text


def test_a_later_goal_takes_up_what_an_earlier_one_told() -> None:
    """A step that was told is referred to, and its reasons are not told anew."""
    tree = {
        **TREE,
        "goals": {"egal": "Acces egal", "munca": "Muncă"},
        "links": {**TREE["links"], "aplica -> munca": "Acte la zi"},
    }
    text = story(Strategy.model_validate(tree), "en")
    page = text[text.index("## Muncă") :]
    assert "1. Told before, in step 3 of “Acces egal”: Personalul aplică RTT" in page
    assert "2. Then: Muncă" in page
    assert text.count("Se învață") == 1
    alone = story(Strategy.model_validate(tree), "en", about="munca")
    assert "3. Then: Personalul aplică RTT" in alone
    assert "Acces egal" not in alone


def test_a_story_is_told_of_goals_alone() -> None:
    """Whoever asks for the story of a measure is told which goals there are."""
    with pytest.raises(UnknownNameError, match=r"no goal.*egal"):
        story(STRATEGY, "en", about="med")


STATED = [
    ("Un titlu", "Un titlu."),
    ("Gata.", "Gata."),
    ("De ce?", "De ce?"),
    ("„Chiar așa?”", "„Chiar așa?”"),
    ("„Da”", "„Da”."),
    ("12 oameni", "12 oameni."),
    ("iPhone-uri", "iPhone-uri."),
    ("هل هذا كل شيء؟", "هل هذا كل شيء؟"),
    ("(așa…)", "(așa…)"),
]


@pytest.mark.parametrize(("typed", "said"), STATED)
def test_what_was_typed_gets_a_full_stop_at_most(typed: str, said: str) -> None:
    """No letter of an author is made large or small, and no sentence ends twice."""
    assert Case(STRATEGY, DAY, "ro").stated(typed) == said


def marked(strategy: Strategy) -> Strategy:
    """Give a strategy of the same shape, in which every wording is like no other."""
    named = ("needs", "assets", "inputs", "activities", "outputs", "outcomes", "goals", "factors")
    tree: dict[str, Any] = {
        section: {
            name: {"title": f"T{at}{section}{place}T"}
            for place, name in enumerate(getattr(strategy, section))
        }
        for at, section in enumerate((*named, "assumptions"))
    }
    tree["links"] = {
        key: {
            "because": f"R{at}R",
            "assuming": [name for name in link.assuming if name in strategy.assumptions],
            **({"feedback": link.feedback} if link.feedback else {}),
            **({"role": link.role} if link.role else {}),
        }
        for at, (key, link) in enumerate(strategy.links.items())
    }
    return Strategy.model_validate(tree)


@given(strategy=strategies(min_nodes=2))
def test_every_step_is_told_once_with_each_of_its_reasons(strategy: Strategy) -> None:
    """Whatever the shape, a step is told once, each arrow's reason once, in the told chain."""
    case = Case(marked(strategy), DAY, "en")
    blocks = [block for goal in case.goals for block in steps(case, goal)]
    heads = [one.text for one in blocks if isinstance(one, Heading)]
    told = [text for text in heads if "Told before" not in text]
    assert len(told) == len(case.steps)
    for node in case.steps:
        assert sum(case.title(node) in text for text in told) == 1
    facts = [said for one in blocks if isinstance(one, Facts) for _, said in one.items]
    for goal, one in case.threads.items():
        for node in one.steps:
            for arrow in case.causes(goal, node):
                assert sum(f"{arrow.link.because}." == said for said in facts) >= 1
    assumed = [name for name in case.assumed if name in case.strategy.assumptions]
    for name in assumed:
        first = f"{case.title(name)} (nobody has tested this yet)"
        assert sum(first in said for said in facts) == 1


@given(strategy=layered_strategies(), which=st.sampled_from(["all", "first"]))
def test_causes_come_before_effects_and_every_goal_is_reached(
    strategy: Strategy, which: str
) -> None:
    """In a theory without loops a step follows only from steps before it, and the goal is last."""
    goal = next(iter(strategy.goals)) if which == "first" else ""
    case = Case(strategy, DAY, "en", goal)
    for name, one in case.threads.items():
        numbers = case.numbers(name)
        assert one.steps[-1] == name
        assert len(numbers) == len(one.steps)
        for node in one.steps:
            causes = list(case.causes(name, node))
            assert all(numbers[arrow.cause] < numbers[node] for arrow in causes)
            is_first = case.steps[node].goal == name
            begins = case.graph.section_of(node) in ("activities", "inputs")
            assert causes or begins or not is_first


@given(strategy=strategies(min_nodes=2))
def test_every_need_is_told_with_a_goal_that_it_leads_to(strategy: Strategy) -> None:
    """A need belongs to its nearest goal; what leads to no goal belongs to none."""
    graph = Case(strategy, DAY).graph
    nearest = nearest_goals(graph)
    told = {start for starts in nearest.values() for start in starts}
    leading = graph.leading_to(graph.within("goals"))
    assert told == {one for one in graph.within("needs", "assets") if one in leading}
    for goal, starts in nearest.items():
        one = thread(graph, goal, starts)
        assert set(one.steps) <= graph.leading_to([goal])
        assert not set(one.measures) & set(one.steps)


@settings(max_examples=25)
@given(strategy=strategies(), language=st.sampled_from(["ro", "en", "hu", "ar"]))
def test_a_story_can_be_told_of_anything(strategy: Strategy, language: str) -> None:
    """No strategy is too odd to be told of, and no word of it is markup."""
    page = written(made("story", Subject(strategy, DAY, language)), "html").decode()
    assert "<script" not in page
    assert "<b>nu</b>" not in page


def test_a_story_without_goals_says_so() -> None:
    """An empty strategy has a story of one sentence."""
    document = made("story", Subject(Strategy(), DAY, "en"))
    assert not any(isinstance(block, Bullets) for block in document.blocks)
    assert "The strategy names no goal yet." in story(Strategy(), "en")
