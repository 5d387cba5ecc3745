"""Thousands of worlds at once: bit `i` of a number says what is so in world `i`.

Python's whole numbers have as many bits as one likes, and join all of them in one step;
so every knock-out of one thing, or of two, costs about as much as a single one.
"""

from __future__ import annotations

from itertools import combinations, islice
from random import Random
from typing import TYPE_CHECKING

from toc.analysis.solving import solved

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from toc.analysis.system import Reading, System

__all__ = ["comes_about", "deadly_pairs", "deadly_singles", "drawn", "first_enough", "held"]

_AT_ONCE = 1 << 18
"""Worlds in one number: at 32 KB for each step it stays in the processor's caches."""
_DIGITS = 32
"""Binary digits of a chance."""


def held(
    system: System, reading: Reading, worlds: Mapping[str, int], count: int
) -> Mapping[str, int]:
    """Give for each step the worlds in which it comes about.

    Args:
        system: the steps.
        reading: how undeclared causes combine.
        worlds: for each thing the worlds in which it holds; one that is not named holds in all.
        count: how many worlds there are.
    """
    always = (1 << count) - 1
    return solved(system, reading, lambda thing: worlds.get(thing, always), 0, always)


def comes_about(system: System, reading: Reading, fails: Collection[str], goal: str) -> bool:
    """Say whether a goal comes about when some things fail."""
    return bool(held(system, reading, dict.fromkeys(fails, 0), 1)[goal])


def deadly_singles(
    system: System,
    reading: Reading,
    fails: Iterable[str],
    goal: str,
    already: Iterable[str] = (),
) -> tuple[str, ...]:
    """Give the things that bring a goal down by themselves, by trying each.

    Args:
        system: the steps.
        reading: how undeclared causes combine.
        fails: the things that are tried.
        goal: the step that is asked about.
        already: what fails in every trial.
    """
    gone = tuple(already)
    groups = [(*gone, thing) for thing in sorted(fails)]
    return tuple(group[-1] for group in _deadly(system, reading, groups, goal))


def deadly_pairs(
    system: System, reading: Reading, fails: Iterable[str], goal: str
) -> tuple[tuple[str, str], ...]:
    """Give the pairs that bring a goal down together, neither doing so alone, by trying each."""
    things = sorted(fails)
    alone = set(deadly_singles(system, reading, things, goal))
    pairs = combinations([thing for thing in things if thing not in alone], 2)
    found: list[tuple[str, str]] = []
    while batch := _batch(pairs):
        found += [(one, other) for one, other in _deadly(system, reading, batch, goal)]
    return tuple(found)


def _batch(pairs: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    return list(islice(pairs, _AT_ONCE))


def _deadly(
    system: System, reading: Reading, groups: Sequence[tuple[str, ...]], goal: str
) -> list[tuple[str, ...]]:
    if not groups:
        return []
    held_in = held(system, reading, _without(groups), len(groups))[goal]
    bits = f"{held_in:b}".zfill(len(groups))[::-1]
    return [group for group, bit in zip(groups, bits, strict=True) if bit == "0"]


def _without(groups: Sequence[tuple[str, ...]]) -> Mapping[str, int]:
    """Give for each thing the worlds in which it holds: in world `i`, group `i` fails."""
    lost: dict[str, bytearray] = {}
    size = len(groups) // 8 + 1
    for world, group in enumerate(groups):
        for thing in group:
            lost.setdefault(thing, bytearray(size))[world // 8] |= 1 << world % 8
    always = (1 << len(groups)) - 1
    return {thing: always ^ int.from_bytes(bits, "little") for thing, bits in lost.items()}


def first_enough(
    system: System,
    reading: Reading,
    things: Iterable[str],
    groups: Sequence[tuple[str, ...]],
    goal: str,
) -> tuple[str, ...] | None:
    """Give the first of some groups with which a goal comes about, all other things failing."""
    holds = {thing: bytearray(len(groups) // 8 + 1) for thing in things}
    for world, group in enumerate(groups):
        for thing in group:
            holds[thing][world // 8] |= 1 << world % 8
    worlds = {thing: int.from_bytes(bits, "little") for thing, bits in holds.items()}
    enough = held(system, reading, worlds, len(groups))[goal]
    return groups[(enough & -enough).bit_length() - 1] if enough else None


def drawn(chances: Mapping[str, float], count: int, seed: int = 0) -> Mapping[str, int]:
    """Draw worlds in which things hold with their chances, each by itself.

    A chance is read as a binary fraction of 32 digits; each digit costs one draw for all
    worlds together.  A thing's worlds depend on the seed, its name and its chance, and on
    nothing else; so two scenarios are compared in the same worlds, on every machine.
    """
    return {thing: _drawn(chance, count, f"{seed} {thing}") for thing, chance in chances.items()}


def _drawn(chance: float, count: int, seed: str) -> int:
    dice = Random(seed)  # noqa: S311 - nothing secret: a sample that must come out the same
    digits = round(chance * (1 << _DIGITS))
    if digits >> _DIGITS:
        return (1 << count) - 1
    worlds = 0
    while digits:
        last = digits & -digits
        digits ^= last
        worlds = _digit(worlds, last.bit_length(), digits, count, dice)
    return worlds


def _digit(worlds: int, place: int, rest: int, count: int, dice: Random) -> int:
    """Take in a digit 1 at a place, and the digits 0 up to the next."""
    following = (rest & -rest).bit_length() if rest else _DIGITS + 1
    worlds |= dice.getrandbits(count)
    for _ in range(following - place - 1):
        worlds &= dice.getrandbits(count)
    return worlds
