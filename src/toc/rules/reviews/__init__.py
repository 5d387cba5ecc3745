"""How a strategy is kept alive."""

from toc.words import Message

TITLE = Message("Reviews and versions")
