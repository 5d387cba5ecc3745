"""Which files make a strategy, and which strategies a folder holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toc.errors import InputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Parts", "every_file", "find_strategies", "place_of_readings"]

_HEAD = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?strategy[\"']?[ \t]*:", re.MULTILINE)
_ANY_SECTION = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?:toc|strategy|activities|outputs|outcomes|goals|links)[ \t]*:",
    re.MULTILINE,
)
_VERSION = re.compile(rb"^(?:\xef\xbb\xbf)?toc[ \t]*:", re.MULTILINE)
_ANSWERS = re.compile(
    rb"""answers["']?[ \t]*:[ \t]*["']?([\w\x80-\xff./ -]+?\.(?i:csv|xlsx|ya?ml))\b"""
)
_ENDINGS = (".yaml", ".yml")
_TRANSLATIONS = "i18n"
_READINGS = "readings"
_SPREADSHEETS = (".csv", ".xlsx")
_LOOKED_AT = 1024 * 1024
_MOST = 64 * 1024 * 1024
"""What is larger is not read as YAML either."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The files of one strategy.

    Attributes:
        path: the file or the folder that was named or found.
        files: the YAML files that hold its sections, in order of name.
        translations: for each language tag the file that holds it.
        readings: the spreadsheet of readings, if there is one.
        unread: spreadsheets that stand beside it and are not read.
        answers: the files with answers that are there, by the name that names them.
    """

    path: Path
    files: tuple[Path, ...]
    translations: tuple[tuple[str, Path], ...] = ()
    readings: Path | None = None
    unread: tuple[Path, ...] = ()
    answers: tuple[tuple[str, Path], ...] = ()


def every_file(parts: Parts) -> tuple[Path, ...]:
    """Give all the files of a strategy, with its translations, readings and answers."""
    readings = () if parts.readings is None else (parts.readings,)
    beside = (file for _, file in (*parts.translations, *parts.answers))
    return (*parts.files, *beside, *readings, *parts.unread)


def place_of_readings(parts: Parts) -> Path:
    """Give the file in which the readings of a strategy stand, or should."""
    if parts.readings is not None:
        return parts.readings
    name = f"{_READINGS}{_SPREADSHEETS[0]}"
    return parts.path / name if parts.path.is_dir() else _beside(parts.path, name)


def _beside(file: Path, ending: str) -> Path:
    """Give the file that belongs to a strategy of one file, by its ending."""
    stem = file.name.removesuffix(file.suffix) if file.suffix in _ENDINGS else file.name
    return file.with_name(f"{stem}.{ending}")


def find_strategies(path: Path) -> tuple[Parts, ...]:
    """Find the strategies that a path names: one file, one folder, or a collection.

    A folder is one strategy when exactly one of its files has the section `strategy`
    and no folder in it holds a strategy; else every strategy in it is found.

    Raises:
        InputError: when nothing is there, or no strategy is in it.
        OSError: when the system does not let a folder or a file be read.
    """
    if not path.exists():
        raise InputError(Message("there is no file or folder {path}", {"path": str(path)}))
    if not path.is_dir():
        return (_single(path),)
    found = tuple(_in_folder(path, _ANY_SECTION))
    if not found:
        raise InputError(Message("there is no strategy in the folder {path}", {"path": str(path)}))
    return found


def _in_folder(folder: Path, sign: re.Pattern[bytes]) -> Iterator[Parts]:
    """Find what a folder holds; without a head, `sign` tells a strategy from other YAML."""
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    files = [entry for entry in entries if entry.suffix == _ENDINGS[0] and entry.is_file()]
    folders = filter(_may_hold, entries)
    # Far from where somebody pointed, `outputs:` may stand in anybody's YAML.
    deeper = [parts for entry in folders for parts in _in_folder(entry, _VERSION)]
    looked = {file: _looked_at(file) for file in files}
    heads = [file for file in files if looked[file].has_head]
    if len(heads) == 1 and not deeper:
        yield _whole(folder, looked)
    elif heads or deeper:
        singles = [_single(file, looked[file]) for file in heads]
        yield from sorted([*singles, *deeper], key=lambda parts: parts.path)
    elif any(_has(sign, file) for file in files):
        yield _whole(folder, looked)


def _may_hold(entry: Path) -> bool:
    is_translation = entry.name == _TRANSLATIONS or entry.name.endswith(f".{_TRANSLATIONS}")
    return entry.is_dir() and not entry.is_symlink() and not is_translation


class _Looked(NamedTuple):
    """What a file holds that has to be known before it is read."""

    has_head: bool
    answers: tuple[bytes, ...]


def _looked_at(file: Path) -> _Looked:
    # A pipe is empty once it was read, and a device has no end.
    if not file.is_file():
        return _Looked(has_head=False, answers=())
    with file.open("rb") as stream:
        content = stream.read(_MOST)
    has_head = _HEAD.search(content, 0, _LOOKED_AT) is not None
    return _Looked(has_head, tuple(_ANSWERS.findall(content)))


def _has(pattern: re.Pattern[bytes], file: Path) -> bool:
    with file.open("rb") as stream:
        return pattern.search(stream.read(_LOOKED_AT)) is not None


def _single(file: Path, looked: _Looked | None = None) -> Parts:
    named = {file: _looked_at(file) if looked is None else looked}
    return Parts(
        file,
        (file,),
        _translations(_beside(file, _TRANSLATIONS)),
        *_readings(_beside(file, _READINGS)),
        _answers(file.parent, named),
    )


def _whole(folder: Path, looked: Mapping[Path, _Looked]) -> Parts:
    return Parts(
        folder,
        tuple(looked),
        _translations(folder / _TRANSLATIONS),
        *_readings(folder / _READINGS),
        _answers(folder, looked),
    )


def _readings(stem: Path) -> tuple[Path | None, tuple[Path, ...]]:
    """Find the spreadsheet of readings, and those that it stands before."""
    files = (stem.with_name(stem.name + ending) for ending in _SPREADSHEETS)
    found = [file for file in files if file.is_file()]
    return (found[0], tuple(found[1:])) if found else (None, ())


def _answers(folder: Path, looked: Mapping[Path, _Looked]) -> tuple[tuple[str, Path], ...]:
    """Find the files with answers that the parts of a strategy name.

    They are looked for in the text, because what is remembered of a strategy is known by
    all of its files before any is read; the door reads no other.
    """
    every = {name for one in looked.values() for name in one.answers}
    named = {name.decode("utf-8", "replace") for name in every}
    found = ((name, folder / name) for name in sorted(named))
    return tuple(
        (name, file) for name, file in found if file not in looked and _stands_below(folder, file)
    )


def _stands_below(folder: Path, file: Path) -> bool:
    """Whether a file is there, in the folder or below it, wherever its links lead."""
    is_named_so = ".." not in file.parts and file.is_file()
    return is_named_so and file.resolve().is_relative_to(folder.resolve())


def _translations(folder: Path) -> tuple[tuple[str, Path], ...]:
    if not folder.is_dir():
        return ()
    files = sorted(folder.glob(f"*{_ENDINGS[0]}"))
    return tuple((file.stem, file) for file in files if not file.name.startswith("."))
