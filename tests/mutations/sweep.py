"""Every operator at every place, or at some: which mutants any rule notices, and which survive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import yaml
from mutations.clean import NAMES, clean, noticed
from mutations.operators import Edit, everywhere, mutant

__all__ = ["COMMITTED", "SAMPLE", "Share", "by_operator", "committed", "examine", "sample"]

SAMPLE = 6
"""How many places of each operator the test tries."""

COMMITTED = Path(__file__).parent / "noticed.yaml"
"""How many mutants of the sample are noticed, by operator: it may only grow."""


@dataclass
class Share:
    """What became of the mutants of one operator.

    Attributes:
        tried: how many there were.
        noticed: how many of them some rule found.
        survivors: those that no rule found.
        failures: those on which a rule failed, with what it failed with.
    """

    tried: int = 0
    noticed: int = 0
    survivors: list[tuple[str, Edit]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def count(self, name: str, edit: Edit, rules: frozenset[str]) -> None:
        """Count a mutant."""
        self.tried += 1
        self.noticed += bool(rules)
        if not rules:
            self.survivors.append((name, edit))


def by_operator() -> Mapping[str, list[tuple[str, Edit]]]:
    """Give every mutant of the clean strategies, by operator, in order of name."""
    found: dict[str, list[tuple[str, Edit]]] = {}
    for name in NAMES:
        for edit in everywhere(clean(name)):
            found.setdefault(edit.operator, []).append((name, edit))
    return dict(sorted(found.items()))


def sample(most: int, seed: int = 1) -> Mapping[str, list[tuple[str, Edit]]]:
    """Give some mutants of each operator, the same for the same seed.

    Each place is drawn by a digest of its own, so that a new entry in a clean strategy
    leaves those that were drawn before, or takes the place of few.
    """

    def drawn(place: tuple[str, Edit]) -> bytes:
        name, edit = place
        return blake2b(f"{seed} {name} {edit}".encode(), digest_size=8).digest()

    return {
        operator: sorted(places, key=drawn)[:most] for operator, places in by_operator().items()
    }


def examine(mutants: Mapping[str, Iterable[tuple[str, Edit]]]) -> Iterator[tuple[str, Share]]:
    """Ask all rules about all mutants, operator by operator."""
    for operator, places in mutants.items():
        share = Share()
        for name, edit in places:
            try:
                share.count(name, edit, noticed(mutant(clean(name), [edit])))
            except AssertionError as error:
                share.failures.append(f"{name}: {edit}: {error}")
        yield operator, share


def committed() -> Mapping[str, int]:
    """Give, by operator, how many mutants of the sample were noticed when last written down."""
    read: Mapping[str, int] = yaml.safe_load(COMMITTED.read_text(encoding="utf-8"))
    return read
