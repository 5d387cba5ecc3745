"""How texts are worded: read by the lexicon, found by a positive match only."""

from toc.words import Message

TITLE = Message("Wording")
