"""A folder is a list: its modules are found by looking, and imported when they are taken."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from toc.rulebook import RULES
from toc.shelves import Shelf

PACKAGE = "shelf_of_a_test"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make a package of modules, of chapters, and of things that are neither."""
    files = {
        "__init__.py": "",
        "later_one.py": "value = 2",
        "first.py": "value = 1",
        "import_.py": "value = 3",
        "_private.py": "raise AssertionError",
        "notes.md": "",
        "chapter/__init__.py": "",
        "chapter/in_a_chapter.py": "value = 4",
        "other/__init__.py": "",
        "other/another.py": "value = 5",
        "__pycache__/old.pyc": "",
    }
    for name, content in files.items():
        path = tmp_path / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path / PACKAGE
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.mark.usefixtures("folder")
def test_the_modules_of_a_folder_are_its_names() -> None:
    """In kebab case and in order; what begins with an underscore is none of them."""
    shelf = Shelf(PACKAGE)
    assert list(shelf) == ["first", "import", "later-one"]
    assert len(shelf) == 3
    assert "later-one" in shelf
    assert "later_one" not in shelf
    assert "private" not in shelf


@pytest.mark.usefixtures("folder")
def test_a_module_is_imported_when_it_is_taken() -> None:
    """Looking at the names imports nothing."""
    shelf = Shelf(PACKAGE)
    assert list(shelf)
    assert "first" in shelf
    assert f"{PACKAGE}.first" not in sys.modules
    assert shelf["first"].value == 1
    assert f"{PACKAGE}.first" in sys.modules
    assert f"{PACKAGE}.later_one" not in sys.modules
    assert shelf["import"].value == 3


@pytest.mark.usefixtures("folder")
def test_chapters_stand_one_folder_deeper() -> None:
    """The names of all chapters are one list, and each module knows its chapter."""
    shelf = Shelf(PACKAGE, chapters=True)
    assert list(shelf) == ["another", "in-a-chapter"]
    assert [shelf.chapter(name) for name in shelf] == ["other", "chapter"]
    assert shelf["in-a-chapter"].value == 4


@pytest.mark.usefixtures("folder")
def test_a_name_that_is_not_there_is_a_key_error() -> None:
    """A shelf is a mapping like any other."""
    shelf = Shelf(PACKAGE)
    with pytest.raises(KeyError):
        shelf["nothing"]
    assert shelf.get("nothing") is None


def test_a_new_file_is_a_new_name(folder: Path) -> None:
    """Adding one costs a file and no edit."""
    (folder / "brand_new.py").write_text("value = 6", encoding="utf-8")
    assert Shelf(PACKAGE)["brand-new"].value == 6


def test_the_rules_are_a_shelf() -> None:
    """Every rule's module is named as the rule, in a chapter of its own."""
    assert list(RULES) == sorted(RULES)
    assert all(RULES.chapter(name).isidentifier() for name in RULES)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["nothing", "_private", "-private", "later_one", "in-a-chapter"])
def test_what_is_not_listed_cannot_be_taken(name: str) -> None:
    """Private modules, file names and deeper modules are no names; nor have they a chapter."""
    shelf = Shelf(PACKAGE)
    assert name not in shelf
    with pytest.raises(KeyError, match=name):
        shelf[name]
    with pytest.raises(KeyError, match=name):
        shelf.chapter(name)


def test_a_torn_module_spoils_no_list(folder: Path) -> None:
    """It is listed like any other, and not hidden from whoever takes it."""
    (folder / "torn.py").write_text("raise RuntimeError('torn')", encoding="utf-8")
    shelf = Shelf(PACKAGE)
    assert "torn" in shelf
    with pytest.raises(RuntimeError, match="torn"):
        shelf["torn"]


SHELVES = {
    "toc.rules": ("toc.rulebook", "RULES"),
    "toc.cli.commands": ("toc.cli.main", "COMMANDS"),
    "toc.reporters": ("toc.reporters", "REPORTERS"),
    "toc.diagrams.engines": ("toc.diagrams.picture", "ENGINES"),
    "toc.diagrams.renderers": ("toc.diagrams.picture", "RENDERERS"),
}
"""Where the shelf of each package is held."""

LISTING = """\
import json, sys
from {module} import {shelf} as shelf
before = set(sys.modules)
names = list(shelf)
assert len(shelf) == len(names) and names[0] in shelf and "nothing" not in shelf
print(json.dumps([names, sorted(set(sys.modules) - before)]))
"""


@pytest.mark.parametrize("package", SHELVES)
def test_listing_imports_nothing(package: str) -> None:
    """Who lists, counts or asks for a name does not wait for a single module of the folder."""
    module, shelf = SHELVES[package]
    code = LISTING.format(module=module, shelf=shelf)
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    names, imported = json.loads(done.stdout)
    assert imported in ([], [package])
    assert names == sorted(names)
    assert [name for name in names if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)] == []
