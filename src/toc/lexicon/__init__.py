"""Lists of words by which texts are read: what is doing, what is change, what is vague.

A list is a file, `<language>/<list>.txt`, one expression a line; `#` begins a comment.
Letters are compared without accents and case.  In an expression

* a word that ends in `*` stands for all words that begin so, one that begins with `*` for
  all that end so, and a lone `*` for any word or mark;
* a word that begins with `=` must stand with just these accents: `=eficientă` is not
  “eficiența”;
* `<number>` stands for a number in digits;
* a line that begins with `!` is an exception: what it matches is no match;
* what follows ` = ` is what to write instead.

A project may add expressions of its own, and a list is added by adding its file.
"""

from toc.lexicon.heads import Head, head_of, second_head
from toc.lexicon.likeness import Likeness, alike
from toc.lexicon.reading import Found, Lexicon, Word, words_of

__all__ = [
    "Found",
    "Head",
    "Lexicon",
    "Likeness",
    "Word",
    "alike",
    "head_of",
    "second_head",
    "words_of",
]
