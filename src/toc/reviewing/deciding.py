"""Decisions as people write them into a form, with what is wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.errors import UnknownNameError
from toc.reviewing.answers import Answers
from toc.reviewing.minutes import Resolution
from toc.reviewing.typed import choice_of, spelled
from toc.vocabulary import CHOICES
from toc.words import Message

if TYPE_CHECKING:
    from toc.findings import Route
    from toc.model import Strategy
    from toc.text.document import Document
    from toc.text.places import Tree

__all__ = ["Deciding"]


class Deciding(Answers):
    """The answers of a form in which things of a strategy are decided about.

    Args:
        document: the form as YAML.
        strategy: the strategy.
    """

    def __init__(self, document: Document, strategy: Strategy) -> None:
        """Read nothing yet."""
        super().__init__(document)
        self.strategy = strategy

    def about_of(self, route: Route, item: dict[str, Tree]) -> str | None:
        """Read what an item is about, as it is spelled where it stands."""
        name = self.text((*route, "about"), item.get("about"))
        if name:
            try:
                return spelled(self.strategy, name)
            except UnknownNameError as error:
                mend = Message("write the id of something in the strategy")
                self.refuse((*route, "about"), error.message, mend)
        elif any(item.values()):
            message = Message("this does not say what it is about")
            self.refuse(route, message, Message("write the id behind “about:”"))
        return None

    def resolution(self, route: Route, about: str, item: dict[str, Tree]) -> Resolution | None:
        """Read what was decided about a thing; None where nothing was, or it cannot be read."""
        word = self.text((*route, "decision"), item.get("decision"))
        because = self.text((*route, "because"), item.get("because"))
        by = self.texts((*route, "by"), item.get("by"))
        due = self.date((*route, "due"), item.get("due"))
        choice, values = choice_of(word), {"about": about, "words": [*CHOICES], "text": word}
        if not word:
            if because or by or due:
                message = Message("nothing is decided about “{about}”", values)
                self.refuse((*route, "decision"), message, Message("write one of {words}", values))
            return None
        if choice is None:
            message = Message("“{text}” is no decision", values)
            self.refuse((*route, "decision"), message, Message("write one of {words}", values))
            return None
        if not because and choice != "keep":
            message = Message("the decision about “{about}” has no reason", values)
            self.refuse((*route, "because"), message, Message("write why, behind “because:”"))
        return Resolution(about, choice, because, by, due)

    def is_new(self, route: Route, found: Resolution, others: list[Resolution]) -> bool:
        """Whether nothing was decided about the same thing before; else tell of it."""
        if all(one.about != found.about for one in others):
            return True
        message = Message("“{about}” is decided about twice", {"about": found.about})
        self.refuse((*route, "about"), message, Message("keep one of the two"))
        return False
