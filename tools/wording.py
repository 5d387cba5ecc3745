"""Measure the rules of wording against statements that people have labelled.

python tools/wording.py                 how often each rule is right, and what it misses
python tools/wording.py --wrong         and the statements about which it is wrong
python tools/wording.py --missed        and those that it misses
python tools/wording.py other.yaml      the same for another sample

A sample is a list of `{text, language, stands_in, faults: [names of rules]}`; it is for
measuring, and whoever extends the lists of words leaves it unread.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from toc.model import Strategy
from toc.rulebook import examine, find_rule

SAMPLE = Path(__file__).parent.parent / "tests" / "wording" / "sample.yaml"

RULES = (
    "outcome-worded-as-activity",
    "activity-worded-as-outcome",
    "output-worded-as-activity",
    "statement-compound",
    "means-inside-result",
    "purpose-inside-activity",
    "word-vague",
    "claim-absolute",
    "term-loaded",
    "assumption-is-a-wish",
    "indicator-counts-outputs",
    "indicator-carries-target",
)
SECTIONS = {
    "activity": "activities",
    "output": "outputs",
    "outcome": "outcomes",
    "goal": "goals",
    "assumption": "assumptions",
    "indicator": "indicators",
}


@dataclass(frozen=True)
class Item:
    """A labelled statement: its wording, where it stands, and which rules should find it."""

    text: str
    language: str
    stands_in: str
    faults: frozenset[str]

    @classmethod
    def of(cls, data: dict[str, Any]) -> Item:
        """Read an item of a sample."""
        stands_in = data.get("stands_in") or data["kind"]
        faults = frozenset(data.get("faults") or ())
        return cls(data["text"], data["language"], stands_in, faults)

    def strategy(self) -> Strategy:
        """Give a strategy that holds the statement and nothing else that could be found."""
        entry = {"title": self.text}
        sections: dict[str, Any] = {SECTIONS[self.stands_in]: {"it": entry}}
        if self.stands_in == "indicator":
            sections = {"outcomes": {"change": {}}, "indicators": {"it": entry | {"of": "change"}}}
        return Strategy.model_validate({"strategy": {"languages": [self.language]}, **sections})

    def found(self) -> frozenset[str]:
        """Give the rules that find it."""
        told = examine(self.strategy(), rules=[find_rule(name) for name in RULES])
        return frozenset(one.rule for one in told if one.route[1:2] == ("it",))


@dataclass
class Score:
    """How a rule fared."""

    right: int = 0
    wrong: list[Item] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)

    @property
    def found(self) -> int:
        """How many statements the rule found."""
        return self.right + len(self.wrong)

    def cells(self) -> list[str]:
        """Give the figures, in the order of the table."""
        counts = [self.found, self.right, len(self.wrong), len(self.missed)]
        shares = [_share(self.right, self.found), _share(self.right, self.right + len(self.missed))]
        return [*map(str, counts), *shares]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def read(file: Path) -> list[Item]:
    """Read a sample."""
    return [Item.of(data) for data in yaml.safe_load(file.read_text(encoding="utf-8"))]


def measure(items: Iterable[Item]) -> dict[str, Score]:
    """Ask the rules about every statement."""
    scores = {name: Score() for name in RULES}
    for item in items:
        found = item.found()
        for name, score in scores.items():
            if name in found and name in item.faults:
                score.right += 1
            elif name in found:
                score.wrong.append(item)
            elif name in item.faults:
                score.missed.append(item)
    return scores


def table(scores: dict[str, Score]) -> str:
    """Give the figures as a table, with those of all rules together at its end."""
    together = Score(
        sum(score.right for score in scores.values()),
        [item for score in scores.values() for item in score.wrong],
        [item for score in scores.values() for item in score.missed],
    )
    heads = ["found", "right", "wrong", "missed", "precision", "recall"]
    rows = [("", heads), *((name, score.cells()) for name, score in scores.items())]
    rows.append(("all", together.cells()))
    return "\n".join(
        f"{name:<28}" + "".join(f"{cell:>10}" for cell in cells) for name, cells in rows
    )


def listed(title: str, items: dict[str, list[Item]]) -> str:
    """List statements under their rules."""
    lines = [
        f"  {name}: [{item.language}, {item.stands_in}] {item.text}"
        for name, some in items.items()
        for item in some
    ]
    return "\n".join([f"\n{title}:", *(lines or ["  none"])])


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sample", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--wrong", action="store_true", help="list what is found and should not be")
    parser.add_argument(
        "--missed", action="store_true", help="list what should be found and is not"
    )
    arguments = parser.parse_args()
    scores = measure(read(arguments.sample))
    print(table(scores))
    if arguments.wrong:
        print(listed("wrong", {name: score.wrong for name, score in scores.items()}))
    if arguments.missed:
        print(listed("missed", {name: score.missed for name, score in scores.items()}))


if __name__ == "__main__":
    main()
