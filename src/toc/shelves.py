"""A folder is a list: read a folder of modules as a sorted mapping.

Rules, commands, exchange formats, renderers and reporters are each one module in one
folder, found by its name.  Adding one costs a new file and no edit.  Nothing is
imported until it is taken from the shelf.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["Shelf"]


class Shelf(Mapping[str, "ModuleType"]):
    """The modules of a package, by kebab-case name, in order of name.

    Args:
        package: the dotted name of the folder.
        chapters: whether the modules stand one folder deeper.
    """

    def __init__(self, package: str, *, chapters: bool = False) -> None:
        """Remember the folder; it is read when first asked."""
        self.package = package
        self.chapters = chapters

    @cached_property
    def _modules(self) -> dict[str, str]:
        folder = Path(next(iter(import_module(self.package).__path__)))
        rooms = {self.package: folder}
        if self.chapters:
            rooms = {
                f"{self.package}.{room.name}": room for room in folder.iterdir() if room.is_dir()
            }
        found = {
            _name(stem): f"{package}.{stem}"
            for package, room in rooms.items()
            for stem in _stems(room)
        }
        return dict(sorted(found.items()))

    def __getitem__(self, name: str) -> ModuleType:
        """Import the module of that name."""
        return import_module(self._modules[name])

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
        return self._modules[name].rsplit(".", 2)[1]


def _stems(folder: Path) -> list[str]:
    files = folder.glob("*.py")
    return [file.stem for file in files if not file.name.startswith("_")]


def _name(stem: str) -> str:
    return stem.rstrip("_").replace("_", "-")
