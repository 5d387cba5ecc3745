"""The outline: every node, each written out once, from the goals back to the beginnings."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from cli.running import BROKEN, CLEAN, toc, write
from hypothesis import given
from theories import strategies

from toc import Strategy, load, outline
from toc.model.nodes import NODE_SECTIONS

STRATEGIES = Path(__file__).parents[2] / "strategies"

SHARED = Strategy(
    activities={"course": "A course", "fair": "A fair"},
    outcomes={"know": "They know", "meet": "They meet"},
    goals={"equal": "Equal access", "near": "Good neighbours"},
    links={
        "course -> know": "By practice",
        "fair -> meet": "Over a meal",
        "know -> equal": "They ask",
        "meet -> near": "They greet",
        "know -> near": "They speak",
    },
)
"""Two goals, and an outcome that leads to both."""


def nodes_in(text: str) -> list[str]:
    """Give the ids that stand at the end of the lines of nodes and goals."""
    return re.findall(r"\((?:\w+ )?([A-Za-z][\w-]*)\)(?: \([^)]*\))?$", text, re.MULTILINE)


def test_it_reads_as_the_theory_does() -> None:
    """Goals first, beneath each what leads to it, why, and what must be true."""
    strategy = Strategy.model_validate(
        {
            "strategy": {
                "title": "A town for all",
                "status": "draft",
                "version": "0.2",
                "period": "2026/2028",
                "vision": "Everybody is at home",
            },
            "activities": {"course": "A course"},
            "outcomes": {"apply": "Staff use it"},
            "goals": {"equal": {"title": "Equal access", "number": "1"}},
            "factors": {"turnover": "Staff leave"},
            "assumptions": {"time": {"title": "There is time", "status": "doubtful"}},
            "links": {
                "course -> apply": {"because": "They practised", "assuming": ["time"]},
                "turnover -> apply": {"role": "hinders"},
                "apply -> equal": "Barriers fall",
            },
        }
    )
    assert outline(strategy) == (
        "A town for all\n"
        "draft · version 0.2 · 2026/2028\n"
        "Everybody is at home\n"
        "\n"
        "Goal 1: Equal access (equal)\n"
        "  ← Staff use it (outcome apply)\n"
        "      because: Barriers fall\n"
        "    ← A course (activity course)\n"
        "        because: They practised\n"
        "        provided that: There is time [doubtful]\n"
        "    ⊣ Staff leave (factor turnover)\n"
    )


def test_what_leads_to_several_things_is_written_out_once() -> None:
    """At its second place it is only named, and it is said that it is written out above."""
    text = outline(SHARED)
    assert text.count("They know (outcome know)") == 2
    assert text.count("They know (outcome know) (written out above)") == 1
    assert text.count("A course (activity course)") == 1


def test_the_reason_of_every_link_is_told() -> None:
    """Each of the arrows says its own reason, also where the node is only named."""
    text = outline(SHARED)
    assert all(str(link.because) in text for link in SHARED.links.values())


@given(strategies())
def test_every_node_of_any_strategy_appears(strategy: Strategy) -> None:
    """Whatever the shape, loops and misspelled links included, no node is left out."""
    nodes = [node for section in NODE_SECTIONS for node in getattr(strategy, section)]
    for language in ("en", "ro"):
        assert set(nodes_in(outline(strategy, language=language))) >= set(nodes)


def test_what_leads_to_no_goal_is_not_forgotten() -> None:
    """Nodes beside every chain are listed at the end."""
    strategy = Strategy(goals={"g": "A goal"}, outcomes={"o": "Alone"}, needs={"n": "A need"})
    assert outline(strategy).endswith(
        "\nLeads to no goal\n  A need (need n)\n  Alone (outcome o)\n"
    )


def test_a_loop_ends() -> None:
    """Where links run in a circle, declared or not, the outline comes to an end."""
    links: dict[str, Any] = {
        "a -> b": "one",
        "b -> a": "two",
        "b -> g": "three",
        "g -> a": {"feedback": "balancing"},
    }
    text = outline(Strategy(outcomes={"a": "A", "b": "B"}, goals={"g": "G"}, links=links))
    assert set(nodes_in(text)) == {"a", "b", "g"}
    assert text.count("(outcome b)") == 2


def test_a_long_chain_is_no_deep_water() -> None:
    """A chain of thousands of nodes is written without running out of stack."""
    names = [f"n{number}" for number in range(3000)]
    links = {f"{cause} -> {effect}": "so" for cause, effect in pairwise(names)}
    strategy = Strategy(
        outcomes=dict.fromkeys(names[:-1], "Step"), goals={names[-1]: "Goal"}, links=links
    )
    assert set(nodes_in(outline(strategy))) == set(names)


def test_an_empty_strategy_has_an_outline() -> None:
    """Nothing to show is shown as nothing, with a line that says that there is no title."""
    assert outline(Strategy()) == "A strategy without a title\n"


def test_an_entry_without_a_title_is_named_by_its_id() -> None:
    """What has no words yet is still there."""
    assert "Goal: equal (equal)" in outline(Strategy(goals={"equal": {}}))


def test_a_text_of_several_lines_stays_in_its_line() -> None:
    """A line end inside a title cannot look like a line of the outline."""
    text = outline(Strategy(goals={"g": "One\n  ← Two (outcome two)\tthree"}))
    assert "Goal: One ← Two (outcome two) three (g)" in text.splitlines()


@pytest.mark.parametrize("name", ["timis", "arad.yaml"])
@pytest.mark.parametrize("language", ["ro", "en"])
def test_every_node_of_a_real_strategy_appears(name: str, language: str) -> None:
    """Nothing is lost on the way from the strategy to its outline, in either language."""
    strategy = load(STRATEGIES / name)
    text = outline(strategy, language=language)
    nodes = {node for section in NODE_SECTIONS for node in getattr(strategy, section)}
    assert set(nodes_in(text)) == nodes
    for node in nodes:
        entry = strategy.entry(node)
        assert entry is not None
        assert entry.say(language) in text


@pytest.mark.parametrize("name", ["timis", "arad.yaml"])
def test_each_language_is_whole(name: str) -> None:
    """The frame of the outline and the strategy's texts are in one language."""
    strategy = load(STRATEGIES / name)
    romanian, english = (outline(strategy, language=one) for one in ("ro", "en"))
    assert "\nObiectiv" in romanian
    assert "\nGoal" in english
    assert " because: " in english
    assert " because: " not in romanian
    said = {line.strip() for line in romanian.splitlines()} & {
        line.strip() for line in english.splitlines()
    }
    assert all(len(line.split()) <= 5 for line in said)


def test_without_a_language_it_is_the_originals() -> None:
    """A Romanian strategy is outlined in Romanian unless another language is asked for."""
    strategy = load(STRATEGIES / "arad.yaml")
    assert outline(strategy) == outline(strategy, language="ro")


def test_a_path_will_do(tmp_path: Path) -> None:
    """A strategy can be named by its path."""
    path = write(tmp_path / "x.yaml", CLEAN)
    assert outline(path) == outline(load(path))


class TestTheCommand:
    """`toc show`."""

    def test_it_prints_the_outline(self, tmp_path: Path) -> None:
        """What is printed is the outline, in the language asked for."""
        path = write(tmp_path / "x.yaml", CLEAN)
        for language in ("en", "ro"):
            ran = toc("show", path, "--language", language)
            assert (ran.code, ran.err) == (0, "")
            assert ran.out == outline(path, language=language)

    def test_it_prints_every_strategy_of_a_collection(self) -> None:
        """A folder of strategies is shown one after the other."""
        out = toc("show", STRATEGIES).out
        assert outline(STRATEGIES / "arad.yaml", language="en") in out
        assert outline(STRATEGIES / "timis", language="en") in out

    def test_it_shows_what_can_be_read(self, tmp_path: Path) -> None:
        """A broken strategy is shown as far as it goes, with a note on the side."""
        path = write(tmp_path / "x.yaml", BROKEN.replace("goals:\n", "goals:\n  odd: [a]\n"))
        ran = toc("show", path)
        assert ran.code == 0
        assert "Staff use what they learned (outcome apply)" in ran.out
        assert ran.err == (
            f"toc: {path} has 1 fault: part of it may be missing here, see toc check\n"
        )

    def test_a_terminal_obeys_nothing_in_a_strategy(self, tmp_path: Path) -> None:
        """Escapes in a title are shown as codes."""
        title = '"A town \\e[31mfor all \\a\\x9b2J\\u202e"'
        path = write(tmp_path / "x.yaml", CLEAN.replace("A town for all", title))
        out = toc("show", path).out
        assert out.splitlines()[0] == "A town \\u001b[31mfor all \\u0007\\u009b2J\\u202e"
