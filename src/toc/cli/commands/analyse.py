"""Ask what carries a strategy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toc import api
from toc.cli.asking.printing import format_argument, print_answers
from toc.cli.reading import is_there, read_kindly, refuse_own
from toc.cli.telling import tell
from toc.errors import InputError
from toc.parts import find_strategies
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from toc.model import Strategy

ABOUT = Message("ask what carries a strategy: the page that matters first, or one question")

_FIRST = "overview"


@dataclass(frozen=True)
class _Wish:
    """What is asked, of what, and where it is read."""

    question: str
    path: str
    thing: str = ""
    before: str = ""


def arguments(command: ArgumentParser, language: str) -> None:
    """Declare what the command takes."""
    command.formatter_class = RawDescriptionHelpFormatter
    command.epilog = _listed(language)
    command.add_argument(
        "words",
        nargs="*",
        metavar=Message("QUESTION|PATH").say(language),
        help=Message(
            "a question from the list below, the id of what it is about where it says so, "
            "and a strategy (this folder by default)"
        ).say(language),
    )
    command.add_argument(
        "--goal",
        action="append",
        default=[],
        metavar=Message("ID").say(language),
        help=Message("ask about this goal only; may be repeated").say(language),
    )
    command.add_argument(
        "--picture",
        metavar=Message("FILE").say(language),
        help=Message("draw the answers where they have a picture: .svg, .png, .pdf or .html").say(
            language
        ),
    )
    format_argument(command, language)


def _listed(language: str) -> str:
    """List the questions, each with what it is about."""
    wanted = {"": "", "thing": " " + Message("ID").say(language)}
    wanted["strategy"] = " " + Message("EARLIER").say(language)
    head = Message("questions:").say(language)
    lines = [
        f"  {name + wanted[one.wants]:<18} {one.about.say(language)}"
        for name, one in api.analyses().items()
    ]
    return "\n".join([head, *lines])


def run(options: Namespace) -> int:
    """Print the answers for every strategy there is."""
    wish = _wish(options.words)
    before = api.load(wish.before) if wish.before else None
    if options.picture:
        return _picture(options, wish, before)
    answers = [
        api.analyse(
            one.strategy,
            question=wish.question,
            goals=options.goal,
            thing=wish.thing,
            before=before,
        )
        for one in read_kindly(wish.path, options.language)
    ]
    print_answers(answers, options.language, options.format)
    return 0


def _picture(options: Namespace, wish: _Wish, before: Strategy | None) -> int:
    """Draw the answers for one strategy."""
    one, *others = read_kindly(wish.path, options.language)
    if others:
        raise InputError(Message("there are several strategies: name one of them"))
    refuse_own(options.picture, find_strategies(Path(one.path)))
    drawn = api.answers_picture(
        one.strategy,
        options.picture,
        question=wish.question,
        goals=options.goal,
        thing=wish.thing,
        before=before,
        language=options.language,
    )
    api.save(drawn, options.picture)
    tell(Message("wrote {path}", {"path": options.picture}).say(options.language))
    return 0


def _wish(words: Sequence[str]) -> _Wish:
    """Read what is asked; a first word that is no question is the strategy's path."""
    known = api.analyses()
    left = list(words)
    question = left.pop(0) if left and _is_question(left[0], known) else _FIRST
    wanted = known[question].wants if question in known else ""
    if wanted and not left:
        raise InputError(_missing(question, wanted))
    about = left.pop(0) if wanted else ""
    path = left.pop(0) if left else "."
    if left:
        values = {"words": left, "question": question}
        raise InputError(Message("too many words after “{question}”: {words}", values))
    is_thing = wanted == "thing"
    return _Wish(question, path, about if is_thing else "", "" if is_thing else about)


def _is_question(word: str, known: Collection[str]) -> bool:
    return word in known or not (is_there(word) or "." in word or "/" in word)


def _missing(question: str, wanted: str) -> Message:
    values = {"question": question}
    if wanted == "thing":
        return Message("say of what: toc analyse {question} ID", values)
    return Message("say with what: toc analyse {question} EARLIER [PATH]", values)
