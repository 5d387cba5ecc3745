"""Files that mean harm, none larger than 100 kB: each must be answered, and soon.

Some are the attacks that every YAML reader knows.  The others were made by reading this
package for anything that looks at all of one thing for each of another.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

__all__ = ["ATTACKS", "LARGEST"]

LARGEST = 100_000
"""The size of a hostile file, in bytes, at most."""

_HEAD = "toc: 1\nstrategy: {id: x, title: X, languages: [ro]}\n"


def _filled(begun: str, piece: str, ended: str = "") -> bytes:
    """Repeat a piece until the file is full."""
    room = LARGEST - len((begun + ended).encode())
    return (begun + piece * (room // len(piece.encode())) + ended).encode()


def _counted(begun: str, line: Callable[[int], str], ended: str = "") -> bytes:
    """Write line after line, each with its number, until the file is full."""
    parts, number = [begun], 0
    size = len((begun + ended).encode())
    while size + len(line(number).encode()) <= LARGEST:
        parts.append(line(number))
        size += len(parts[-1].encode())
        number += 1
    return "".join([*parts, ended]).encode()


def _two_halves(first: Callable[[int], str], middle: str, second: Callable[[int], str]) -> bytes:
    """Write as many lines of one kind as of another, with a heading between."""
    size, number = len((_HEAD + middle).encode()), 0
    above, below = [], []
    while size + len((first(number) + second(number)).encode()) <= LARGEST:
        above.append(first(number))
        below.append(second(number))
        size += len((above[-1] + below[-1]).encode())
        number += 1
    return "".join([_HEAD, *above, middle, *below]).encode()


def _bomb() -> bytes:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)]
    return "".join(lines).encode()


def _deep_block() -> bytes:
    lines = [" " * depth + "a:\n" for depth in range(430)]
    return "".join(lines).encode()


def _noise() -> bytes:
    return Random(1).randbytes(LARGEST)


def _dense() -> bytes:
    nodes = range(60)
    lines = [_HEAD, "outcomes:\n", *(f"  n{n}: N\n" for n in nodes), "links:\n"]
    lines += [f"  n{a} -> n{b}: r\n" for a in nodes for b in nodes if a != b]
    return "".join(lines).encode()


def _ring() -> bytes:
    count = 2700
    lines = [_HEAD, "outcomes:\n", *(f"  n{n}: N\n" for n in range(count)), "links:\n"]
    lines += [f"  n{n} -> n{(n + 1) % count}: r\n" for n in range(count)]
    return "".join(lines).encode()


def _ladder() -> bytes:
    count = 1300
    lines = [_HEAD, "activities: {a0: A}\ngoals: {g: G}\noutcomes:\n"]
    lines += [f"  a{n}: A\n  b{n}: B\n" for n in range(1, count)]
    lines += ["links:\n"]
    lines += [f"  a{n} -> a{n + 1}: r\n  a{n} -> b{n + 1}: r\n" for n in range(count - 1)]
    lines += [f"  b{n} -> a{n + 1}: r\n" for n in range(1, count - 1)]
    return "".join([*lines, f"  a{count - 1} -> g: r\n"]).encode()


ATTACKS: dict[str, Callable[[], bytes]] = {
    "lists in lists": lambda: _filled("a: ", "["),
    "mappings in mappings": lambda: _filled("a: ", "{a: "),
    "indentation on indentation": _deep_block,
    "dashes in dashes": lambda: _filled("a:\n  ", "- "),
    "alias bomb": _bomb,
    "alias of itself": lambda: _filled("a: &a [*a]\nb: [", "*a, ", "]\n"),
    "anchors": lambda: _counted(_HEAD + "goals:\n", lambda n: f"  g{n}: &a{n} G\n"),
    "tags": lambda: _counted("", lambda n: f"a{n}: !!python/object/apply:os.system [ls]\n"),
    "documents": lambda: _filled(_HEAD, "---\na: b\n"),
    "merge keys": lambda: _counted(_HEAD + "goals:\n", lambda n: f"  g{n}: {{<<: {{a: b}}}}\n"),
    "complex keys": lambda: _filled(_HEAD, "? [a, b]\n: c\n"),
    "one key again and again": lambda: _filled(_HEAD, "goals: {a: b}\n"),
    "one entry again and again": lambda: _filled(_HEAD + "goals:\n", "  a: {title: b}\n"),
    "one long word": lambda: _filled(_HEAD + "goals: {a: ă", "a", "}\n"),
    "one long text": lambda: _filled(_HEAD + "goals: {a: ă", "a ", "}\n"),
    "a quote that is never closed": lambda: _filled(_HEAD + 'goals:\n  a: "', "a "),
    "quotes that are never closed": lambda: _counted(
        _HEAD + "goals:\n", lambda n: f'  g{n}: {{title: "G\n'
    ),
    "brackets that are never closed": lambda: _counted(
        _HEAD + "goals:\n", lambda n: f"  g{n}:\n    for: [a\n"
    ),
    "an error in every section": lambda: _counted(_HEAD, lambda n: f"s{n}:\n  a: b: c\n"),
    "blanks before an error": lambda: _filled("a", " ", "\nb: [\n"),
    "tabs": lambda: _filled(_HEAD, "\ta:\t\tb\n"),
    "comments": lambda: _filled(_HEAD, "#\n"),
    "carriage returns": lambda: _filled("toc: 1", "\r"),
    "noise": _noise,
    "zeros": lambda: b"\0" * LARGEST,
    "no UTF-8": lambda: b"a: " + b"\xff" * (LARGEST - 3),
    "UTF-16": lambda: "toc: 1\n".encode("utf-16") * 6000,
    "cedillas": lambda: _filled(_HEAD + "goals: {a: ", "ş ", "}\n"),
    "cedillas in lines": lambda: _filled(_HEAD + "goals:\n  a: >-\n", "    ş ţ\n"),
    "private characters": lambda: _filled(_HEAD + "goals: {a: ", "\ue000a", "}\n"),
    "loose accents": lambda: _filled(_HEAD + "goals: {a: ", "s\u0326 ", "}\n"),
    "nothing but tbd": lambda: _filled(_HEAD + "goals: {a: {tags: [", "tbd, ", "]}}\n"),
    "tbd in every entry": lambda: _counted(_HEAD + "goals:\n", lambda n: f"  g{n}: tbd\n"),
    "reasons still open": lambda: _two_halves(
        lambda n: f"  g{n}: G\n" if n else "goals:\n  g0: G\n",
        "links:\n",
        lambda n: f"  g{n} -> g{n + 1}: tbd\n",
    ),
    "a list of bad items": lambda: _filled(_HEAD + "goals: {a: {tags: [", "{}, ", "]}}\n"),
    "unknown keys": lambda: _counted(_HEAD + "goals:\n  a:\n", lambda n: f"    titel{n}: b\n"),
    "unknown sections": lambda: _counted(_HEAD, lambda n: f"goal{n}: {{}}\n"),
    "bad ids": lambda: _counted(_HEAD + "goals:\n", lambda n: f"  {n}ă: b\n"),
    "bad values": lambda: _counted(_HEAD + "goals:\n", lambda n: f"  a{n}: {{due: x}}\n"),
    "bad links": lambda: _counted(_HEAD + "links:\n", lambda n: f"  a{n} - b{n}: r\n"),
    "links to nothing": lambda: _counted(_HEAD + "links:\n", lambda n: f"  a{n} -> b{n}: r\n"),
    "misspelled ends": lambda: _two_halves(
        lambda n: f"  rezultat_{n}: R\n" if n else "outcomes:\n  rezultat_0: R\n",
        "links:\n",
        lambda n: f"  rezultatul_{n} -> rezultate_{n}: r\n",
    ),
    "references to links": lambda: _two_halves(
        lambda n: f"  p{n}: {{tests: [a{n} -> b]}}\n" if n else "pilots:\n  p: P\n",
        "links:\n",
        lambda n: f"  a{n} -> c: r\n",
    ),
    "waivers": lambda: _two_halves(
        lambda n: f"  g{n}: G\n" if n else "goals:\n  g: G\n",
        "waivers:\n",
        lambda n: f"  w{n}: {{rule: result-without-indicator, at: h{n}}}\n",
    ),
    "one link with many causes": lambda: _filled(_HEAD + "links:\n  ? a", ", a", " -> b\n  : r\n"),
    "blanks inside a link": lambda: _filled(_HEAD + 'links:\n  ? "a,', " ", 'b -> c"\n  : r\n'),
    "blanks inside a reference": lambda: _filled(
        _HEAD + 'pilots: {p: {tests: ["a,', " ", 'b -> c"]}}\n'
    ),
    "bare keys in brackets": lambda: _counted(_HEAD + "goals: {", lambda n: f"a{n}, ", "}\n"),
    "commas that cut links": lambda: _filled(
        _HEAD + "pilots: {p: {tests: [", "a, b -> c, ", "]}}\n"
    ),
    "numbers without end": lambda: _filled(_HEAD + "inputs: {a: {amount: ", "1", "}}\n"),
    "pilots of everything": lambda: _two_halves(
        lambda n: f"  a{n}: A\n" if n else "activities:\n  a0: A\n",
        "pilots:\n",
        lambda n: f"  p{n}: {{of: [a{n}], contributes_to: [a0, a1, a2, a3, a4]}}\n",
    ),
    "dense tangle": _dense,
    "ring": _ring,
    "ladder": _ladder,
}
"""For each attack, what makes the file."""
