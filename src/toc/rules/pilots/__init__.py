"""Pilots."""

from toc.words import Message

TITLE = Message("Pilots")

NEEDS = ("pilots",)
