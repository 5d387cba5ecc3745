"""Which files make a strategy, and which strategies a folder holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from toc.errors import InputError
from toc.loading import Parts, find_strategies

HEAD = "strategy: {id: s}\n"
GOALS = "goals: {a: A}\n"


def _made(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def _names(folder: Path, found: Iterable[Parts]) -> list[tuple[str, list[str]]]:
    return [
        (
            parts.path.relative_to(folder).as_posix(),
            [file.relative_to(folder).as_posix() for file in parts.files],
        )
        for parts in found
    ]


FOLDERS: list[tuple[str, dict[str, str | bytes], list[tuple[str, list[str]]]]] = [
    ("one file", {"s.yaml": HEAD}, [(".", ["s.yaml"])]),
    (
        "parts of one strategy",
        {"links.yaml": "links: {}\n", "a.yaml": GOALS, "strategy.yaml": HEAD},
        [(".", ["a.yaml", "links.yaml", "strategy.yaml"])],
    ),
    ("parts without a head", {"a.yaml": GOALS, "b.yaml": "needs: {}\n"}, [(".", ["a.yaml", "b.yaml"])]),
    ("two heads", {"a.yaml": HEAD, "b.yaml": HEAD}, [("a.yaml", ["a.yaml"]), ("b.yaml", ["b.yaml"])]),
    (
        "folders of strategies",
        {"x/s.yaml": HEAD, "x/t.yaml": GOALS, "y/s.yaml": HEAD},
        [("x", ["x/s.yaml", "x/t.yaml"]), ("y", ["y/s.yaml"])],
    ),
    (
        "a collection with files beside its folders",
        {"m.yaml": HEAD, "b/s.yaml": HEAD, "z/deep/s.yaml": HEAD},
        [("b", ["b/s.yaml"]), ("m.yaml", ["m.yaml"]), ("z/deep", ["z/deep/s.yaml"])],
    ),
    (
        "a head and a folder that holds another strategy",
        {"a.yaml": HEAD, "b.yaml": GOALS, "c/s.yaml": HEAD},
        [("a.yaml", ["a.yaml"]), ("c", ["c/s.yaml"])],
    ),
    (
        "other files",
        {"s.yaml": HEAD, "notes.md": HEAD, ".hidden.yaml": HEAD, "s.yaml~": HEAD, "s.yml": HEAD},
        [(".", ["s.yaml"])],
    ),
    (
        "a folder deeper down without a head",
        {"x/a.yaml": "toc: 1\n" + GOALS, "y/a.yaml": GOALS, "z/s.yaml": HEAD},
        [("x", ["x/a.yaml"]), ("z", ["z/s.yaml"])],
    ),
    (
        "folders that are no strategies",
        {"s.yaml": HEAD, "docs/x.yaml": "a: b\n", ".git/s.yaml": HEAD, "i18n/en.yaml": HEAD},
        [(".", ["s.yaml"])],
    ),
    ("a translation folder of a file", {"s.yaml": HEAD, "s.i18n/en.yaml": HEAD}, [(".", ["s.yaml"])]),
    ("a head in quotes", {"s.yaml": "'strategy' : {}\n"}, [(".", ["s.yaml"])]),
    ("a head after a mark", {"s.yaml": b"\xef\xbb\xbfstrategy:\r\n  id: s\r\n"}, [(".", ["s.yaml"])]),
    (
        "a head that is only spoken of",
        {"a.yaml": "goals:\n  a: >-\n    strategy: none\n", "b.yaml": "# strategy: x\n"},
        [(".", ["a.yaml", "b.yaml"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "files", "found"), FOLDERS, ids=[name for name, _, _ in FOLDERS])
def test_a_folder_is_one_strategy_or_several(
    tmp_path: Path, name: str, files: dict[str, str | bytes], found: list[tuple[str, list[str]]]
) -> None:
    """One head makes a folder one strategy; several, or folders of some, a collection."""
    folder = _made(tmp_path, files)
    assert _names(folder, find_strategies(folder)) == found


def test_a_file_alone_is_a_strategy_whatever_it_is_called(tmp_path: Path) -> None:
    """A file that is named is read, with a head or without one, whatever its ending."""
    folder = _made(tmp_path, {"s.yml": GOALS, "t.txt": HEAD, "u.yaml": HEAD})
    for name in ("s.yml", "t.txt", "u.yaml"):
        assert _names(folder, find_strategies(folder / name)) == [(name, [name])]


def test_what_stands_beside_a_file_belongs_to_it(tmp_path: Path) -> None:
    """`x.yaml` has `x.i18n/` and `x.readings.csv`, and nothing of its neighbours."""
    files = dict.fromkeys(
        ("x.yaml", "x.i18n/en.yaml", "x.i18n/sr-Cyrl.yaml", "x.i18n/.tmp.yaml", "x.i18n/notes.txt"),
        "",
    )
    folder = _made(
        tmp_path, {**files, "x.readings.csv": "", "readings.csv": "", "i18n/ro.yaml": ""}
    )
    (parts,) = find_strategies(folder / "x.yaml")
    assert [tag for tag, _ in parts.translations] == ["en", "sr-Cyrl"]
    assert parts.readings == folder / "x.readings.csv"


def test_what_stands_in_a_folder_belongs_to_it(tmp_path: Path) -> None:
    """A folder has `i18n/` and `readings.csv`."""
    folder = _made(
        tmp_path, {"s.yaml": HEAD, "i18n/en.yaml": "", "readings.csv": "", "s.readings.csv": ""}
    )
    (parts,) = find_strategies(folder)
    assert parts.translations == (("en", folder / "i18n" / "en.yaml"),)
    assert parts.readings == folder / "readings.csv"


def test_without_neighbours_there_are_none(tmp_path: Path) -> None:
    """Translations and readings are optional."""
    (parts,) = find_strategies(_made(tmp_path, {"s.yaml": HEAD}) / "s.yaml")
    assert (parts.translations, parts.readings) == ((), None)


@pytest.mark.parametrize(
    "files", [{}, {"a.txt": HEAD}, {"a.yaml": "a: b\n"}, {"i18n/a.yaml": HEAD}]
)
def test_a_folder_without_a_strategy_is_a_wrong_call(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    """A folder that holds nothing of a strategy is told of by its name."""
    with pytest.raises(InputError, match=r"there is no strategy in the folder .*here"):
        find_strategies(
            _made(tmp_path, {"here/x.md": ""} | {f"here/{k}": v for k, v in files.items()}) / "here"
        )


def test_a_path_without_anything_is_a_wrong_call(tmp_path: Path) -> None:
    """A path that leads nowhere is told of by its name."""
    with pytest.raises(InputError, match=r"there is no file or folder .*nowhere\.yaml"):
        find_strategies(tmp_path / "nowhere.yaml")


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    """A folder that links to itself is no endless collection."""
    folder = _made(tmp_path, {"x/s.yaml": HEAD})
    (folder / "x" / "again").symlink_to(folder, target_is_directory=True)
    assert _names(folder, find_strategies(folder)) == [("x", ["x/s.yaml"])]
