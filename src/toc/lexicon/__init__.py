"""Lists of words by which texts are read: what is doing, what is change, what is vague.

A list is a file, `<language>/<list>.txt`, one expression a line.  A word that ends in
`*` stands for all words that begin so; letters are compared without accents and case.
A project may add expressions of its own, and a list is added by adding its file.
"""

from toc.lexicon.reading import Found, Lexicon, Word, words_of

__all__ = ["Found", "Lexicon", "Word", "words_of"]
