"""What a project says of itself in `toc.toml`, or in `pyproject.toml` under `tool.toc`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toc.errors import InputError
from toc.findings import GRADES
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from toc.rulebook import Rulebook
    from toc.typeface import Fonts

__all__ = ["THRESHOLDS", "Configuration", "configuration"]

THRESHOLDS = ("error", "warning", "advice", "never")
"""From which gravity on a check may fail."""


@dataclass(frozen=True)
class Configuration:
    """A project's own defaults.

    Attributes:
        folder: where the file stands; its paths count from there.
        written: what is written in it, for whoever remembers what depends on it.
        paths: the strategies that `toc check` checks when none is named.
        select: the rules and chapters to ask, the usual ones when empty.
        ignore: the rules and chapters not to ask.
        fail_on: the gravity from which on the exit code is 1.
        profile: the profiles that hold for every strategy.
        severity: how grave a rule is, if not as usual.
        limits: what is too much, if not as usual, by name of the rule.
        words: what is added to the lexicon, by language and list.
        profiles: the project's own profiles, by name.
        custom_rules: packages of the project's own rules.
        baseline: the file of findings that were there before.
        fonts: the font files of the pictures, for letters that the bundled font has not.
        templates: the folder of the project's own templates of documents.
        file: the file in which it is written.
    """

    folder: Path
    written: bytes = b""
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = THRESHOLDS[0]
    profile: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    custom_rules: tuple[str, ...] = ()
    baseline: str = ""
    fonts: tuple[str, ...] = ()
    templates: str = ""
    file: Path = Path()

    def book(
        self,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        custom: bool = True,
    ) -> Rulebook:
        """Make the rules that the project goes by.

        Args:
            select: the rules and chapters to ask instead of the project's choice.
            ignore: more rules and chapters not to ask.
            custom: whether the project's own rules are loaded.

        Raises:
            InputError: when a profile, a font or the project's own rules cannot be read.
            UnknownNameError: when a rule, chapter or profile is not there.
        """
        from toc.rulebook import PROFILES, Rulebook, custom_shelves, profile_of  # noqa: PLC0415

        for name in set(self.profiles).intersection(PROFILES):
            values = {"path": str(self.file), "name": name}
            raise InputError(
                Message("{path}: there is a profile “{name}” already: rename yours", values)
            )
        self._see_to_words()

        if not custom:
            # What the call names is held to be there; what the file names may be switched off.
            Rulebook(tuple(select), tuple(ignore))
        return Rulebook(
            tuple(select) or self.select,
            (*self.ignore, *ignore),
            self.profile,
            self.severity,
            self.limits,
            self.words,
            {name: profile_of(one, f"profiles.{name}") for name, one in self.profiles.items()},
            custom_shelves(self.custom_rules, self.folder) if custom else (),
            forgiving=bool(self.custom_rules) and not custom,
            fonts=self.typeface(),
        )

    @property
    def font_files(self) -> tuple[Path, ...]:
        """The font files, found from the folder in which they are named."""
        return tuple(self.folder / name for name in self.fonts)

    @property
    def template_folder(self) -> str:
        """The folder of templates, found from where it is named; empty where none is."""
        return str(self.folder / self.templates) if self.templates else ""

    def typeface(self) -> Fonts | None:
        """Read the project's fonts; None where it names none.

        Raises:
            InputError: when one cannot be read.
        """
        if not self.fonts:
            return None
        from toc.typeface import fonts_of  # noqa: PLC0415 - only who has fonts

        return fonts_of(self.font_files)

    def _see_to_words(self) -> None:
        """See to it that every list of words that is added to is there.

        Raises:
            InputError: when a language or a list is not: its words would never be read.
        """
        from toc.lexicon import Lexicon  # noqa: PLC0415 - only who has words of its own

        lexicon = Lexicon()
        for language, lists in self.words.items():
            if language not in lexicon.languages:
                raise _unknown(self.file, language, lexicon.languages)
            for name in lists:
                if name not in lexicon.lists_of(language):
                    raise _unknown(self.file, name, lexicon.lists_of(language))


def configuration(folder: Path) -> Configuration:
    """Find the nearest configuration, from a folder upwards to the root of its repository.

    It may name code to run: what stands above a repository is not the project's word.

    Raises:
        InputError: when it cannot be read, or says something that is not known.
    """
    for place in (folder, *folder.parents):
        for file in (place / "toc.toml", place / "pyproject.toml"):
            written = _written(file)
            table = None if written is None else _own_table(file, written)
            if table is not None:
                return _read(file, table, written or b"")
        if (place / ".git").exists():
            break
    return Configuration(folder)


def _written(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.is_file() else None
    except OSError as error:
        values = {"path": str(file), "reason": str(error)}
        raise InputError(Message("{path} cannot be read: {reason}", values)) from error


def _own_table(file: Path, written: bytes) -> object:
    """Give what the file says to us; None where it says nothing."""
    import tomllib  # noqa: PLC0415 - only where there is a configuration

    if file.name != "toc.toml" and b"toc" not in written:
        return None
    try:
        table = tomllib.loads(written.decode("utf-8-sig"))
    except ValueError as error:
        values = {"path": str(file), "reason": str(error)}
        raise InputError(Message("{path} cannot be read: {reason}", values)) from error
    if file.name == "toc.toml":
        return table
    tools = table.get("tool")
    return tools.get("toc") if isinstance(tools, dict) else None


def _read(file: Path, table: object, written: bytes) -> Configuration:
    if not isinstance(table, dict):
        raise _unfit(file, "tool.toc", Message("a table"))
    for key, value in table.items():
        if key not in _CHECKS:
            raise _unknown(file, key, _CHECKS)
        fits, expected = _CHECKS[key]
        if not fits(value):
            raise _unfit(file, key, expected)
    said = {key.replace("-", "_"): _settled(key, value) for key, value in table.items()}
    return Configuration(file.parent, written, file=file, **said)


def _unknown(file: Path, key: str, known: Iterable[str]) -> InputError:
    keys = sorted(known)
    values = {"path": str(file), "key": key, "near": nearest(key, keys), "keys": keys}
    if values["near"] is None:
        return InputError(Message("{path}: “{key}” is not known; what is known: {keys}", values))
    return InputError(Message("{path}: “{key}” is not known; did you mean “{near}”?", values))


def _unfit(file: Path, key: str, expected: Message) -> InputError:
    values = {"path": str(file), "key": key, "expected": expected}
    return InputError(Message("{path}: “{key}” takes {expected}", values))


def _settled(key: str, value: Any) -> Any:
    if key == "profile" and isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _is_name(value: object) -> bool:
    return isinstance(value, str)


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def _is_table_of(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, dict) and all(map(fits, value.values()))


def _is_limit(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and float(str(value)) >= 0


_NAMES = Message("a list of names")
_CHECKS: Mapping[str, tuple[Callable[[object], bool], Message]] = {
    "paths": (_are_names, Message("a list of paths")),
    "select": (_are_names, _NAMES),
    "ignore": (_are_names, _NAMES),
    "fail-on": (
        lambda value: value in THRESHOLDS,
        Message("one of {words}", {"words": [*THRESHOLDS]}),
    ),
    "profile": (lambda value: _is_name(value) or _are_names(value), Message("a name or several")),
    "severity": (
        lambda value: _is_table_of(value, lambda one: isinstance(one, str) and one in GRADES),
        Message("a table of rules, each with one of {words}", {"words": [*GRADES]}),
    ),
    "limits": (
        lambda value: _is_table_of(value, _is_limit),
        Message("a table of rules, each with a number"),
    ),
    "words": (
        lambda value: _is_table_of(value, lambda one: _is_table_of(one, _are_names)),
        Message("for each language a table of lists of expressions"),
    ),
    "profiles": (
        lambda value: _is_table_of(value, lambda one: isinstance(one, dict)),
        Message("a table for each profile"),
    ),
    "custom-rules": (_are_names, Message("a list of packages")),
    "fonts": (_are_names, Message("a list of font files")),
    "templates": (_is_name, Message("the path of a folder")),
    "baseline": (_is_name, Message("the path of a file")),
}
