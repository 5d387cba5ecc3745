"""The same question has the same answer, byte for byte, whatever the order of hashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import process

ROOT = Path(__file__).parents[2]
STRATEGIES = ("strategies/timis", "strategies/arad.yaml")
BROKEN = "tests/golden"

SEEDS = ("0", "1")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["check", BROKEN, "--on", "2027-06-30"], id="check"),
        pytest.param(["check", BROKEN, "--on", "2027-06-30", "--language", "ro"], id="check-ro"),
        pytest.param(
            ["check", *STRATEGIES, BROKEN, "--on", "2027-06-30", "--format", "json"], id="json"
        ),
        pytest.param(["show", "strategies"], id="show"),
        pytest.param(["schema"], id="schema"),
        pytest.param(["schema", "--language", "ro"], id="schema-ro"),
        pytest.param(["rules", "--format", "json"], id="rules"),
    ],
)
def test_the_same_bytes_in_any_hash_order(arguments: list[str]) -> None:
    """Two processes with different hash seeds print the same."""
    runs = [process(*arguments, cwd=ROOT, PYTHONHASHSEED=seed) for seed in SEEDS]
    assert runs[0] == runs[1]
    assert runs[0].err == ""
    assert len(runs[0].out) > 1000
