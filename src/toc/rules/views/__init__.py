"""Named pictures."""

from toc.words import Message

TITLE = Message("Named pictures")

NEEDS = ("views",)
