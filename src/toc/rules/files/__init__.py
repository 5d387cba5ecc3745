"""Files and identity."""

from toc.words import Message

TITLE = Message("Files and identity")
