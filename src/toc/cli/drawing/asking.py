"""What may be asked of `toc draw`, and what was asked of the strategy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from toc import api
from toc.words import Message

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _ArgumentGroup
    from collections.abc import Callable

__all__ = ["conditions", "declare"]


def declare(command: ArgumentParser, language: str) -> None:
    """Declare all options, in groups as people think of them."""

    def group(title: Message) -> _ArgumentGroup:
        return command.add_argument_group(title.say(language))

    _what(group(Message("what is shown")), language)
    _how(group(Message("how it is shown")), language)
    _laid_over(group(Message("what is laid over it")), language)
    _printed(group(Message("on paper and on slides")), language)
    _kept(group(Message("how pictures are kept")), language)


_FIELDS: Mapping[str, Message] = {
    "goal": Message("what leads to a goal"),
    "area": Message("what belongs to a policy area"),
    "stakeholder": Message("what a stakeholder has a part in"),
    "stage": Message("what happens in a stage"),
    "tag": Message("what has a tag"),
    "pilot": Message("a pilot, with the chains to its goals"),
    "upstream": Message("what leads to something, as far back as it goes"),
    "downstream": Message("what follows from something"),
    "fold": Message("make one box of a policy area"),
}
"""The conditions that take an id each time that they are given; several ids widen."""


def _what(group: _ArgumentGroup, language: str) -> None:
    say = _saying(language)
    group.add_argument(
        "--view",
        action="append",
        default=[],
        metavar=say(Message("NAME")),
        help=say(Message("a view of the strategy’s own “views:”, or “all” of them")),
    )
    for field, about in _FIELDS.items():
        group.add_argument(
            f"--{field}", action="append", default=[], metavar=say(Message("ID")), help=say(about)
        )
    group.add_argument(
        "--between",
        nargs=2,
        default=[],
        metavar=say(Message("ID")),
        help=say(Message("what lies between two things")),
    )
    group.add_argument(
        "--critical",
        nargs="?",
        action="append",
        const="all",
        default=[],
        metavar=say(Message("STATUS")),
        help=say(Message("only what rests on critical assumptions, of one status if it is named")),
    )


def _how(group: _ArgumentGroup, language: str) -> None:
    say = _saying(language)
    group.add_argument(
        "--texts",
        metavar=say(Message("LANGUAGE")),
        help=say(
            Message(
                "the language of the strategy’s texts, such as ro, en or uk "
                "(that of --language, else the strategy’s first)"
            )
        ),
    )
    group.add_argument(
        "--second",
        default="",
        metavar=say(Message("LANGUAGE")),
        help=say(Message("a second language, set smaller beneath")),
    )
    group.add_argument(
        "--font",
        action="append",
        default=[],
        metavar=say(Message("FILE")),
        help=say(Message("a font for letters that ours lacks: .ttf or .otf")),
    )
    _arranged(group, language)


def _arranged(group: _ArgumentGroup, language: str) -> None:
    say = _saying(language)
    group.add_argument(
        "--lanes",
        choices=["area", "stakeholder", "none"],
        help=say(Message("what the lanes are (policy areas by default)")),
    )
    group.add_argument(
        "--layout",
        "--engine",
        dest="engine",
        choices=api.engines(),
        help=say(
            Message(
                "grid: lanes and level columns (by default); pathway: bottom-up, upright; "
                "dot: placed by Graphviz"
            )
        ),
    )
    group.add_argument(
        "--widths",
        action="store_true",
        help=say(Message("draw links the wider the better they are supported")),
    )
    group.add_argument("--tints", action="store_true", help=say(Message("tint boxes by level")))


def _laid_over(group: _ArgumentGroup, language: str) -> None:
    say = _saying(language)
    group.add_argument(
        "--overlay",
        choices=api.overlays(),
        help=say(Message("one thing laid over the picture; nothing in it moves")),
    )
    group.add_argument(
        "--about",
        action="append",
        default=[],
        metavar=say(Message("ID")),
        help=say(Message("what the overlay is about: a pilot, a goal …")),
    )
    group.add_argument(
        "--on",
        metavar=say(Message("DATE")),
        help=say(Message("the day for which findings are asked (today by default)")),
    )


def _printed(group: _ArgumentGroup, language: str) -> None:
    say = _saying(language)
    group.add_argument(
        "--paper",
        choices=api.papers(),
        help=say(
            Message(
                "what a PDF is printed on, in as many pages as can be read (A3 by default); "
                "with it, SVG and PNG become a file for each page"
            )
        ),
    )
    group.add_argument(
        "--tiles",
        choices=api.papers(),
        default="",
        help=say(Message("the smaller paper on which a poster is printed in parts")),
    )
    group.add_argument(
        "--by",
        choices=["lane", "goal"],
        default="lane",
        help=say(Message("what each page is for, where there are several")),
    )
    group.add_argument(
        "--link",
        default="",
        metavar="URL",
        help=say(Message("where the strategy can be read: it stands on the sheet as a QR code")),
    )


def _kept(group: _ArgumentGroup, language: str) -> None:
    say = _saying(language)
    group.add_argument(
        "--all",
        action="store_true",
        help=say(Message("draw the set for a meeting into a folder, in every language")),
    )
    group.add_argument(
        "--check",
        action="store_true",
        help=say(Message("draw nothing, and fail where a picture that is there is stale")),
    )
    group.add_argument(
        "--watch",
        action="store_true",
        help=say(Message("draw again whenever a file is saved")),
    )


def _saying(language: str) -> Callable[[Message], str]:
    return lambda message: message.say(language)


def conditions(options: Namespace) -> Mapping[str, tuple[str, ...]]:
    """Give what was asked of the strategy, by the fields of a view."""
    fields = (*_FIELDS, "between", "critical")
    return {field: tuple(getattr(options, field)) for field in fields}
