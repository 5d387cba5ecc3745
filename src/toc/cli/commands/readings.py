"""Say how the readings were understood, take deliveries in, and write empty tables."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.collecting import print_import, print_overview
from toc.cli.papers import day_argument, day_of
from toc.cli.reading import refuse_own
from toc.cli.telling import complain
from toc.errors import InputError, OutputError
from toc.words import Message, spoken

if TYPE_CHECKING:
    from toc.importing import Import

ABOUT = Message("say how the readings were understood, take deliveries in, write empty tables")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    file = Message("FILE").say(language)
    command.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar=Message("PATH").say(language),
        help=Message("a strategy: its file, or its folder (this folder by default)").say(language),
    )
    command.add_argument(
        "--import",
        dest="delivery",
        metavar=file,
        help=Message("take in the readings of this spreadsheet, .csv or .xlsx").say(language),
    )
    _how_to_import(command, language)
    command.add_argument(
        "--template",
        action="store_true",
        help=Message("write an empty table that asks for what is due").say(language),
    )
    day_argument(command, language)
    command.add_argument(
        "-o",
        "--output",
        metavar=file,
        help=Message("where to write the empty table: .csv or .xlsx").say(language),
    )


def _how_to_import(command: ArgumentParser, language: str) -> None:
    command.add_argument(
        "--sheet",
        default="",
        metavar=Message("NAME").say(language),
        help=Message("the sheet of the workbook (the first by default)").say(language),
    )
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=Message("NAME=INDICATOR").say(language),
        help=Message(
            "what a column or a row calls an indicator, and its id here; may be repeated"
        ).say(language),
    )
    command.add_argument(
        "--replace",
        action="store_true",
        help=Message(
            "let delivered values take the place of others; the old ones are kept in notes"
        ).say(language),
    )
    command.add_argument(
        "--refused",
        metavar=Message("FILE").say(language),
        help=Message("write the rows that were not taken to this file, to be mended").say(language),
    )
    command.add_argument(
        "--write",
        action="store_true",
        help=Message("write the readings (without it, the change is only shown)").say(language),
    )


def run(options: Namespace) -> int:
    """Tell, import or write a template; 1 when something of a delivery was not taken."""
    if options.template:
        return _write_template(options)
    if options.delivery:
        return _import(options)
    print_overview(api.readings(options.path), options.language)
    return 0


def _write_template(options: Namespace) -> int:
    if not options.output:
        raise InputError(Message("say where to write the empty table: -o readings.xlsx"))
    refuse_own(options.output, api.find([options.path]))
    rows = api.readings_template(options.path, on=day_of(options), language=options.language)
    api.save(api.as_table(rows, options.output, separator=_usual(options)), options.output)
    values = {"path": options.output, "count": len(rows) - 1}
    said = Message("{path} asks for {count} value", values, plural="{path} asks for {count} values")
    complain(said.say(options.language))
    return 0


def _import(options: Namespace) -> int:
    if options.refused:
        _refuse_delivery(options)
        refuse_own(options.refused, api.find([options.path]))
    result = api.import_readings(
        options.path,
        options.delivery,
        sheet=options.sheet,
        mapped=dict(map(_mapped, options.map)),
        replaces=options.replace,
    )
    if options.write and result.hindrance is not None:
        raise OutputError(result.hindrance)
    print_import(result, options.language, shows_change=not options.write)
    if options.refused and not result.is_whole:
        _write_refused(result, options)
    if options.write:
        _write(result)
    complain(_said(result, is_written=options.write).say(options.language))
    return int(not result.is_whole)


def _mapped(text: str) -> tuple[str, str]:
    name, _, indicator = text.rpartition("=")
    if not name or not indicator:
        raise InputError(Message("“{text}” maps nothing: write NAME=INDICATOR", {"text": text}))
    return name, indicator


def _refuse_delivery(options: Namespace) -> None:
    if os.path.realpath(options.refused) == os.path.realpath(options.delivery):
        values = {"path": options.refused}
        raise InputError(Message("{path} is the delivery itself: write somewhere else", values))


def _write_refused(result: Import, options: Namespace) -> None:
    rows = api.refused_rows(result, language=options.language)
    separator = result.delivery.sheet.separator or _usual(options)
    api.save(api.as_table(rows, options.refused, separator=separator), options.refused)


def _usual(options: Namespace) -> str:
    """Give what parts cells where people of this language open a CSV file."""
    return ";" if spoken(options.language) == "ro" else ","


def _write(result: Import) -> None:
    amended = result.amended
    if amended.after == amended.before:
        return
    path = Path(amended.path)
    now = path.read_bytes() if path.exists() else b""
    if now != amended.before:
        raise InputError(Message("{path} was changed meanwhile: run it again", {"path": str(path)}))
    api.save(amended.after, path)


def _said(result: Import, *, is_written: bool) -> Message:
    values = {"told": result.told, "path": str(result.amended.path)}
    if result.hindrance is not None:
        return Message("{told}; {why}", {**values, "why": result.hindrance})
    if result.amended.after == result.amended.before:
        return Message("{told}; {path} stays as it is", values)
    if is_written:
        return Message("{told}; {path} is written", values)
    return Message("{told}; nothing is written without --write", values)
