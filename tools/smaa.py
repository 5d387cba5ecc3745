"""Reproduce what the R package smaa prints for its largest case, in every digit.

python tools/smaa.py FOLDER

FOLDER is `itest` of the package's sources (github.com/gertvv/rsmaa): four antidepressants
and a placebo by six criteria, with 10 000 stored samples of values and of weights.  These
are 3 MB and under another licence than ours, and so not among our tests.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from toc.pilots.acceptance import acceptance, confidence

ALTERNATIVES, CRITERIA, SAMPLES = 5, 6, 10_000
_VECTOR = re.compile(r"structure\(c\(([^)]*)\)")


def numbers(text: str, name: str = "") -> list[float]:
    """Read the vector of numbers that R wrote, or the one of a name in a list."""
    found = _VECTOR.search(text, text.index(f"{name} = ") if name else 0)
    assert found is not None
    return [float(number) for number in found[1].split(",")]


def stored(file: Path) -> list[float]:
    """Read a compressed vector."""
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        return numbers(opened.read())


def values(samples: Sequence[float]) -> Iterator[list[list[float]]]:
    """Go through the samples of values; R writes the first place fastest."""
    for one in range(SAMPLES):
        yield [
            [samples[one + SAMPLES * (row + ALTERNATIVES * column)] for column in range(CRITERIA)]
            for row in range(ALTERNATIVES)
        ]


def weights(samples: Sequence[float]) -> Iterator[list[float]]:
    """Go through the samples of weights."""
    for one in range(SAMPLES):
        yield [samples[one + SAMPLES * column] for column in range(CRITERIA)]


def differences(folder: Path) -> dict[str, float]:
    """Give how far our shares, central weights and confidences are from the printed ones."""
    measured = stored(folder / "hansen-meas.txt.gz")
    drawn = weights(stored(folder / "hansen-weights-ord.txt.gz"))
    found = acceptance(zip(values(measured), drawn, strict=True))
    sure = confidence(values(measured), found.central)
    shares = numbers((folder / "hansen-ra-ord.txt").read_text(encoding="utf-8"))
    others = (folder / "hansen-cf-ord.txt").read_text(encoding="utf-8")
    central = numbers(others, "cw")
    return {
        "shares of ranks": max(
            abs(found.shares[row][rank] - shares[row + ALTERNATIVES * rank])
            for row in range(ALTERNATIVES)
            for rank in range(ALTERNATIVES)
        ),
        "central weights": max(
            abs(own[column] - central[row + ALTERNATIVES * column])
            for row, own in enumerate(found.central)
            if own is not None
            for column in range(CRITERIA)
        ),
        "confidence": max(
            abs(own - other)
            for own, other in zip(sure, numbers(others, "cf"), strict=True)
            if own is not None
        ),
    }


def main() -> int:
    """Print the differences; fail where one is more than the last bit."""
    parser = argparse.ArgumentParser(
        description="Compare our shares with those that the R package smaa prints."
    )
    parser.add_argument("folder", type=Path)
    found = differences(parser.parse_args().folder)
    for name, difference in found.items():
        print(f"{name}: {difference:.1e}")
    return int(max(found.values()) > 1e-12)  # noqa: PLR2004 - the digits that R writes


if __name__ == "__main__":
    sys.exit(main())
