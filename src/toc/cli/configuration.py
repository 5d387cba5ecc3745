"""What a project says of itself in `toc.toml`, or in `pyproject.toml` under `tool.toc`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from toc.errors import InputError
from toc.spelling import nearest
from toc.words import Message

__all__ = ["Configuration", "configuration"]


@dataclass(frozen=True, slots=True)
class Configuration:
    """A project's own defaults.

    Attributes:
        folder: where the file stands; its paths count from there.
        paths: the strategies that `toc check` checks when none is named.
        select: the rules to ask, all of them when empty.
        ignore: the rules not to ask.
        fail_on: the gravity from which on the exit code is 1.
    """

    folder: Path
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"


def configuration(folder: Path) -> Configuration:
    """Find the nearest configuration, from a folder upwards.

    Raises:
        InputError: when it cannot be read, or says something that is not known.
    """
    for place in (folder, *folder.parents):
        own, shared = place / "toc.toml", place / "pyproject.toml"
        if own.is_file():
            return _read(own, _table(own))
        tools = _table(shared).get("tool") if shared.is_file() else None
        if isinstance(tools, dict) and "toc" in tools:
            return _read(shared, tools["toc"])
    return Configuration(folder)


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        values = {"path": str(file), "reason": str(error)}
        raise InputError(Message("{path} cannot be read: {reason}", values)) from error


def _read(file: Path, table: object) -> Configuration:
    known = {field.name.replace("_", "-"): field.name for field in fields(Configuration)[1:]}
    if not isinstance(table, dict):
        values = {"path": str(file), "key": "tool.toc"}
        raise InputError(Message("{path}: “{key}” cannot have this value", values))
    for key, value in table.items():
        if key not in known:
            near = nearest(key, known) or ", ".join(known)
            values = {"path": str(file), "key": key, "near": near}
            raise InputError(
                Message("{path}: “{key}” is not known; did you mean “{near}”?", values)
            )
        if not _fits(known[key], value):
            values = {"path": str(file), "key": key}
            raise InputError(Message("{path}: “{key}” cannot have this value", values))
    said = {known[key]: value for key, value in table.items()}
    return Configuration(
        file.parent,
        tuple(said.get("paths", ())),
        tuple(said.get("select", ())),
        tuple(said.get("ignore", ())),
        said.get("fail_on", "error"),
    )


def _fits(name: str, value: object) -> bool:
    if name == "fail_on":
        return value in ("error", "warning", "advice", "never")
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
