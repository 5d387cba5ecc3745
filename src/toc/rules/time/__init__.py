"""When things happen, and what they cost."""

from toc.words import Message

TITLE = Message("Time and resources")
