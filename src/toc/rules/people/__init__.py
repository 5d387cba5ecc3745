"""Who does it, for whom, and who was asked."""

from toc.words import Message

TITLE = Message("People, reach and equity")
