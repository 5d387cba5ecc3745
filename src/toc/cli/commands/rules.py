"""List the rules."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.configuration import configuration
from toc.cli.telling import tell
from toc.words import Message

if TYPE_CHECKING:
    from toc.rulebook import Rule

ABOUT = Message("list the rules that strategies are checked by")


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.add_argument(
        "--format",
        choices=["plain", "json"],
        default="plain",
        help=Message("how to say it (plain by default)").say(language),
    )


def run(options: Namespace) -> int:
    """Print the list."""
    book = configuration(Path.cwd()).book()
    rules = sorted(
        api.list_rules(book=replace(book, select=(), ignore=())),
        key=lambda rule: (rule.chapter, rule.name),
    )
    if options.format == "json":
        listed = [_as_data(rule, options.language) for rule in rules]
        tell(json.dumps(listed, ensure_ascii=False, indent=2))
        return 0
    widest = max(len(rule.name) for rule in rules)
    for title, members in groupby(rules, key=lambda rule: rule.chapter_title(options.language)):
        tell(title)
        for rule in members:
            tell(f"  {rule.name:<{widest}}  {rule.summary(options.language)}")
    return 0


def _as_data(rule: Rule, language: str) -> dict[str, str]:
    return {
        "name": rule.name,
        "chapter": rule.chapter,
        "summary": rule.summary(language),
        "why": rule.why(language),
        "severity": rule.grade("draft").word,
        "since": rule.since,
        "sketch": rule.grade("sketch").word,
        "adopted": rule.grade("adopted").word,
    }
