"""Collect what the package says, and keep its translations in step.

python tools/words.py            bring every catalogue up to date and compile it
python tools/words.py --check    fail where a translation is missing, stale or torn
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import catalog as made_by
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from toc.model.schema import schema

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "toc"
LOCALES = SOURCE / "locale"
LANGUAGES = ("ro",)

PLACES = re.compile(r"\{\w*\}|%(?:\(\w+\))?[srd]")
"""Where a value goes in a template."""

HEADER = "# Translations of theory-of-change, under the licence of the project."

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "argument %(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "expected one argument",
    "expected at least one argument",
    "ambiguous option: %(option)s could match %(matches)s",
    "ignored explicit argument %r",
)
"""What Python's own argument parser says."""


def spoken(tree: ast.AST) -> Iterator[tuple[str, str | None]]:
    """Go through the templates in a module, with their plurals."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else name
        texts = [text.value for text in node.args if isinstance(text, ast.Constant)]
        if name != "Message" or not texts or not isinstance(texts[0], str):
            continue
        plurals = [word.value for word in node.keywords if word.arg == "plural"]
        plural = plurals[0].value if plurals and isinstance(plurals[0], ast.Constant) else None
        yield texts[0], plural if isinstance(plural, str) else None


def described(part: object) -> Iterator[str]:
    """Go through the descriptions in the JSON Schema of the strategy file."""
    if isinstance(part, dict):
        if isinstance(part.get("description"), str):
            yield part["description"]
        for inner in part.values():
            yield from described(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from described(inner)


def collected() -> Catalog:
    """Collect everything the package says."""
    catalog = Catalog(project="theory-of-change", fuzzy=False)
    for file in sorted(SOURCE.rglob("*.py")):
        place = file.relative_to(ROOT).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for text, plural in spoken(tree):
            catalog.add((text, plural) if plural else text, locations=[(place, None)])  # type: ignore[list-item]
    for text in described(schema()):
        catalog.add(text, locations=[("the JSON Schema", None)])  # type: ignore[list-item]
    for text in ARGPARSE:
        catalog.add(text, locations=[("argparse", None)])  # type: ignore[list-item]
    return catalog


def folder(language: str) -> Path:
    """Give the folder of a language's catalogue."""
    return LOCALES / language / "LC_MESSAGES"


def existing(language: str) -> Catalog:
    """Read a language's catalogue, or begin one."""
    file = folder(language) / "toc.po"
    if not file.is_file():
        return Catalog(locale=language, project="theory-of-change", fuzzy=False)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def updated(language: str) -> Catalog:
    """Bring a language's catalogue up to date; what nobody says any more is dropped."""
    catalog = existing(language)
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def written(catalog: Catalog) -> tuple[bytes, bytes]:
    """Give a catalogue as it is edited, and as it is read while the program runs."""
    # The day of writing, and who wrote, would make the bytes differ from day to day.
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    setattr(made_by, "VERSION", "2")  # noqa: B010 - Babel does not offer it
    catalog.header_comment = HEADER
    edited, compiled = io.BytesIO(), io.BytesIO()
    write_po(edited, catalog, width=100, sort_output=True, omit_header=False, include_lineno=False)
    write_mo(compiled, catalog)
    return edited.getvalue(), compiled.getvalue()


def faults(message: Message) -> Iterator[str]:
    """Find what is wrong with one translation."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    given = [message.string] if isinstance(message.string, str) else list(message.string or ())
    said = [form or "" for form in given]
    if message.fuzzy or not said or not all(said):
        yield "is not translated"
        return
    wanted = set(PLACES.findall(ids[-1]))
    yield from (
        f"names a value too many: {form}" for form in said if set(PLACES.findall(form)) - wanted
    )
    if not wanted <= set(PLACES.findall(" ".join(said))):
        yield f"leaves out a value: {said[-1]}"
    if any(re.search("[şţŞŢ]", form) for form in said):
        yield "has cedillas"


def check(language: str) -> list[str]:
    """Give what is wrong with a language's catalogue."""
    catalog = updated(language)
    told = [
        f"{language}: “{message.id}” {fault}"
        for message in catalog
        if message.id
        for fault in faults(message)
    ]
    for file, content in zip(("toc.po", "toc.mo"), written(catalog), strict=True):
        path = folder(language) / file
        if not path.is_file() or path.read_bytes() != content:
            told.append(f"{path.relative_to(ROOT)} is stale: run python tools/words.py")
    return told


def update(language: str) -> None:
    """Write a language's catalogue, as it is edited and as it is read."""
    place = folder(language)
    place.mkdir(parents=True, exist_ok=True)
    for file, content in zip(("toc.po", "toc.mo"), written(updated(language)), strict=True):
        (place / file).write_bytes(content)


def main() -> int:
    """Update the catalogues, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, and fail on a fault")
    if not parser.parse_args().check:
        for language in LANGUAGES:
            update(language)
    told = [fault for language in LANGUAGES for fault in check(language)]
    print("\n".join(told) if told else f"{len(collected())} messages, all translated")
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main())
