"""Golden pictures: a scene and its SVG as they were agreed on, and how today's differ.

A plate is two files: `<name>.json`, the scene with a line for each thing on it, and
`<name>.svg`, without the typeface, which would be most of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot
from pathlib import Path
from typing import Any

from toc.diagrams.scene import Scene, as_json
from toc.diagrams.vector import drawn

__all__ = ["GOLDEN", "Move", "Plate", "agreed_on", "differences", "moves", "store", "taken"]

GOLDEN = Path(__file__).parent / "golden"
_NAMES = ("id", "key", "level", "number", "name")
"""By what the things on a sheet are known: boxes, arrows and bands, headings, badges, the rest."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture as text.

    Attributes:
        scene: as JSON; empty where there is none yet.
        svg: what is drawn, without the typeface.
    """

    scene: str = ""
    svg: str = ""

    def things(self, kind: str) -> dict[str, dict[str, Any]]:
        """Give the things of a kind, by name; those of one name are numbered."""
        found: dict[str, dict[str, Any]] = {}
        for thing in (json.loads(self.scene) if self.scene else {}).get(kind, []):
            name = next((str(thing[one]) for one in _NAMES if one in thing), "")
            while name in found:
                name += "'"
            found[name] = thing
        return found

    @property
    def sheet(self) -> Mapping[str, Any]:
        """What is said of the sheet as a whole: its size, title, language."""
        whole = json.loads(self.scene) if self.scene else {}
        return {name: value for name, value in whole.items() if not isinstance(value, list)}

    @property
    def kinds(self) -> list[str]:
        """The kinds of things that are on it."""
        whole = json.loads(self.scene) if self.scene else {}
        return [name for name, value in whole.items() if isinstance(value, list)]


@dataclass(frozen=True, slots=True)
class Move:
    """That a box stands elsewhere, or has another size.

    Attributes:
        box: its id.
        label: what stands in it.
        before: its left, top, width and height; None where it is new.
        after: likewise; None where it is gone.
    """

    box: str
    label: str
    before: tuple[float, float, float, float] | None
    after: tuple[float, float, float, float] | None

    @property
    def far(self) -> float:
        """How far its upper left corner moved, in units."""
        if self.before is None or self.after is None:
            return 0.0
        return round(hypot(self.after[0] - self.before[0], self.after[1] - self.before[1]), 1)

    def __str__(self) -> str:
        """Say what became of it."""
        if self.before is None:
            return "is new"
        if self.after is None:
            return "is gone"
        x, y, width, height = (
            f"{new - old:+.1f}" for old, new in zip(self.before, self.after, strict=True)
        )
        sized = self.before[2:] != self.after[2:]
        grown = f", its size by {width} × {height}" if sized else ""
        return f"moved by {self.far:.1f} ({x}, {y}){grown}" if self.far else f"stays{grown}"


def taken(scene: Scene) -> Plate:
    """Take a plate of a scene."""
    return Plate(as_json(scene), drawn(scene, fonts=False))


def agreed_on(name: str, folder: Path = GOLDEN) -> Plate:
    """Read the plate that was agreed on, an empty one where there is none."""
    return Plate(*(_read(folder / f"{name}.{ending}") for ending in ("json", "svg")))


def _read(file: Path) -> str:
    return file.read_bytes().decode() if file.is_file() else ""


def store(name: str, plate: Plate, folder: Path = GOLDEN) -> bool:
    """Agree on a plate; give whether that changed anything.  What is the same is not written."""
    if plate == agreed_on(name, folder):
        return False
    for ending, text in (("json", plate.scene), ("svg", plate.svg)):
        (folder / f"{name}.{ending}").write_bytes(text.encode())
    return True


def moves(before: Plate, after: Plate) -> list[Move]:
    """Tell which boxes came, went, moved or grew: in this order, the farthest first."""
    old, new = before.things("boxes"), after.things("boxes")
    found = [
        Move(name, _label(new.get(name) or old[name]), _area(old.get(name)), _area(new.get(name)))
        for name in sorted({*old, *new})
    ]
    changed = (one for one in found if one.before != one.after)
    return sorted(changed, key=lambda one: (None not in (one.before, one.after), -one.far))


def _label(box: Mapping[str, Any]) -> str:
    return " ".join(line["text"] for line in box.get("lines", ()))


def _area(box: Mapping[str, Any] | None) -> tuple[float, float, float, float] | None:
    return None if box is None else (box["x"], box["y"], box["width"], box["height"])


def differences(before: Plate, after: Plate) -> Iterator[str]:
    """Say in lines what is another than before, boxes that moved first."""
    moved = moves(before, after)
    yield from (f"the box {one.box} {one}" for one in moved)
    told = {one.box for one in moved}
    for kind in sorted({*before.kinds, *after.kinds}):
        old, new = before.things(kind), after.things(kind)
        for name in sorted({*old, *new}):
            if old.get(name) != new.get(name) and not (kind == "boxes" and name in told):
                yield f"{kind}: {name} {_what(old.get(name), new.get(name))}"
    for name in sorted({*before.sheet, *after.sheet}):
        if before.sheet.get(name) != after.sheet.get(name):
            yield f"the sheet: {name} is another"
    if before.scene == after.scene and before.svg != after.svg:
        yield "the scene is the same, and its SVG is another"


def _what(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> str:
    if old is None or new is None:
        return "is new" if old is None else "is gone"
    names = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    return f"has another {', '.join(names)}"
