"""What the intercultural approach asks for; asked where the profile does."""

from toc.words import Message

TITLE = Message("The intercultural index")
OPTIONAL = True
