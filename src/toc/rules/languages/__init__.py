"""Texts in several languages."""

from toc.words import Message

TITLE = Message("Languages")
