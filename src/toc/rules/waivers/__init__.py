"""What was accepted, by whom, and until when."""

from toc.words import Message

TITLE = Message("Waivers")

NEEDS = ("waivers",)
