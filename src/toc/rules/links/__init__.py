"""Links and mechanisms."""

from toc.words import Message

TITLE = Message("Links and mechanisms")
