"""Structure and reachability."""

from toc.words import Message

TITLE = Message("Structure and reachability")
