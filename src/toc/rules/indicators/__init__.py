"""Indicators and data."""

from toc.words import Message

TITLE = Message("Indicators and data")
