"""Assumptions, risks and external factors."""

from toc.words import Message

TITLE = Message("Assumptions, risks and external factors")
