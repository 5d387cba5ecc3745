"""What is known, and from where."""

from toc.words import Message

TITLE = Message("Evidence")
