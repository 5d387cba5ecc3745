"""Break clean strategies in every way that the operators know, and say which breaks are noticed.

python tools/mutate.py                 all mutants: some minutes
python tools/mutate.py --most 20       at most so many of each operator
python tools/mutate.py --survivors     name the mutants that no rule notices
python tools/mutate.py --rules         for each rule the mutant that must trigger it
python tools/mutate.py --write         write down what the test compares with; it may only grow
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from mutations.clean import clean, noticed
from mutations.expected import EXPECTED
from mutations.operators import mutant
from mutations.sweep import COMMITTED, SAMPLE, Share, by_operator, committed, examine, sample

_HEADER = """\
# How many mutants of the test's sample some rule notices, by operator.
# Written by `python tools/mutate.py --write`, which lowers no number.
"""


def main(arguments: list[str] | None = None) -> int:
    """Break, ask and tell."""
    asked = _parser().parse_args(arguments)
    if asked.rules:
        return _tell_rules()
    if asked.write:
        return _write()
    mutants = sample(asked.most, asked.seed) if asked.most else by_operator()
    _tell(_told_at_once(examine(mutants)), survivors=asked.survivors)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--most", type=int, help="how many mutants of each operator")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    for wish in ("survivors", "rules", "write"):
        parser.add_argument(f"--{wish}", action="store_true")
    return parser


def _told_at_once(shares: Iterable[tuple[str, Share]]) -> Iterable[tuple[str, Share]]:
    print("| operator | mutants | noticed | share |\n|---|---|---|---|")
    for operator, share in shares:
        print(_row(operator, share.tried, share.noticed), flush=True)
        yield operator, share


def _row(name: str, tried: int, found: int) -> str:
    return f"| {name} | {tried} | {found} | {found / max(tried, 1):.0%} |"


def _tell(told: Iterable[tuple[str, Share]], *, survivors: bool) -> None:
    shares = dict(told)
    counts = [(share.tried, share.noticed) for share in shares.values()]
    print(_row("all", *(sum(column) for column in zip(*counts, strict=True))))
    for failure in chain.from_iterable(share.failures for share in shares.values()):
        print("a rule failed:", failure)
    if survivors:
        print()
        print(*_named(shares.values()), sep="\n")


def _named(shares: Iterable[Share]) -> Iterable[str]:
    alive = chain.from_iterable(share.survivors for share in shares)
    return (f"{name}: {edit}" for name, edit in alive)


def _tell_rules() -> int:
    missed = 0
    print("| rule | noticed | mutant |\n|---|---|---|")
    for rule, (name, edits) in EXPECTED.items():
        found = rule in noticed(mutant(clean(name), edits))
        missed += not found
        print(f"| {rule} | {'yes' if found else 'NO'} | {name}: {'; '.join(map(str, edits[:3]))} |")
    print(f"\n{len(EXPECTED) - missed} of {len(EXPECTED)} rules are triggered")
    return int(bool(missed))


def _write() -> int:
    before = committed() if COMMITTED.is_file() else {}
    now = {operator: share.noticed for operator, share in examine(sample(SAMPLE))}
    fewer = [one for one in before if one in now and now[one] < before[one]]
    if fewer:
        print("fewer are noticed than before, nothing is written:", ", ".join(fewer))
        return 1
    COMMITTED.write_text(_HEADER + yaml.safe_dump(now, sort_keys=True), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
