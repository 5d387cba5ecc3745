"""A folder is a list: read a folder of modules as a sorted mapping.

Rules, commands, exchange formats, renderers and reporters are each one module in one
folder, found by its name.  Adding one costs a new file and no edit.  Nothing is
imported until it is taken from the shelf.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["Shelf", "rules_package"]

_OFFERED = "toc.rules"
"""The group of entry points in which an installed package offers its rules."""


class Shelf(Mapping[str, "ModuleType"]):
    """The modules of a package, by kebab-case name, in order of name.

    Args:
        package: the dotted name of the folder.
        chapters: whether the modules stand one folder deeper.
        home: where to look for the package beside the usual places.
    """

    def __init__(self, package: str, *, chapters: bool = False, home: str = "") -> None:
        """Remember the folder; it is read when first asked."""
        self.package = package
        self.chapters = chapters
        self.home = home

    def _import(self, name: str) -> ModuleType:
        # At the end of the path, so that nothing there hides what is installed.
        if self.home and self.home not in sys.path:
            sys.path.append(self.home)
        return import_module(name)

    @cached_property
    def _rooms(self) -> dict[str, Path]:
        folder = Path(next(iter(self._import(self.package).__path__)))
        if not self.chapters:
            return {self.package: folder}
        rooms = [room for room in folder.iterdir() if room.name.isidentifier() and room.is_dir()]
        return {f"{self.package}.{room.name}": room for room in rooms}

    @cached_property
    def _modules(self) -> dict[str, str]:
        found = {
            _name(stem): f"{package}.{stem}"
            for package, room in self._rooms.items()
            for stem in _stems(room)
        }
        return dict(sorted(found.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes unread: where it arrives, it is looked for anew."""
        return _shelf, (self.package, self.chapters, self.home)

    def __hash__(self) -> int:
        """Hash the folder's name: two shelves of one folder are the same."""
        return hash((self.package, self.chapters))

    def __eq__(self, other: object) -> bool:
        """Whether another shelf is of the same folder, without importing anything."""
        return isinstance(other, Shelf) and hash(self) == hash(other)

    def __getitem__(self, name: str) -> ModuleType:
        """Import the module of that name."""
        return self._import(self._modules[name])

    def __contains__(self, name: object) -> bool:
        """Whether there is a module of that name, without importing it."""
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        """Go through the names without importing anything."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Count the modules without importing them."""
        return len(self._modules)

    def chapter(self, name: str) -> str:
        """Give the folder in which a module stands."""
        return self.chapter_package(name).rsplit(".", 1)[-1]

    def chapter_package(self, name: str) -> str:
        """Give the dotted name of the folder in which a module stands."""
        return self._modules[name].rsplit(".", 1)[0]

    def file(self, name: str) -> Path:
        """Give the file of a module, without importing it."""
        return (
            self._rooms[self.chapter_package(name)] / f"{self._modules[name].rsplit('.', 1)[-1]}.py"
        )


def _shelf(package: str, chapters: bool, home: str) -> Shelf:  # noqa: FBT001 - pickle names nothing
    return Shelf(package, chapters=chapters, home=home)


def rules_package(name: str) -> str:
    """Give the package of rules that a project calls by a name.

    Args:
        name: an entry point of the group `toc.rules`, or the package itself.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - only who has rules pays

    offered = sorted(point.value for point in entry_points(group=_OFFERED, name=name))
    return offered[0].partition(":")[0] if offered else name


def _stems(folder: Path) -> list[str]:
    files = folder.glob("*.py")
    return [file.stem for file in files if not file.name.startswith("_")]


def _name(stem: str) -> str:
    return stem.rstrip("_").replace("_", "-")
