"""How close two wordings are, measured on pairs that were judged by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lessons.wordings import ALIKE, APART
from theories import texts

from toc.lexicon import alike

LANGUAGES = ("ro", "en")

CASES = [
    ("Pagina instituției", "Paginile instituțiilor", "ro", ("Pagina", "instituției")),
    ("Migranții au încredere", "Încrederea migranților", "ro", ("Migranții", "încredere")),
    ("Comunicare", "Comunitate", "ro", ()),
    ("Angajatorii", "Angajații", "ro", ()),
    ("Se poate și fără noi", "Noi putem, și fără ei", "ro", ()),
    ("Forms are filled in", "Fill in the form", "en", ("Forms", "filled")),
    ("Trust", "TRUST!", "en", ("Trust",)),
    ("A trustee", "A truster", "hu", ("A",)),
    ("", "Trust", "en", ()),
]


@pytest.mark.parametrize(("one", "other", "language", "shared"), CASES)
def test_words_are_shared_bent_or_not(
    one: str, other: str, language: str, shared: tuple[str, ...]
) -> None:
    """A word counts once, without its ending, and only if it says something."""
    assert alike(one, other, language).shared == shared


def found(pairs: dict[str, tuple[tuple[str, str], ...]]) -> tuple[int, int]:
    """Count the pairs that are close, and all of them."""
    judged = [alike(*pair, language).is_close for language in LANGUAGES for pair in pairs[language]]
    return sum(judged), len(judged)


def test_what_is_alike_is_found_and_little_else() -> None:
    """The threshold is as good as its documentation says, no better and no worse."""
    assert (found(ALIKE), found(APART)) == ((20, 22), (2, 22))


@given(one=texts(), other=texts(), language=st.sampled_from(["ro", "en", "hu", "ar", "sr-Cyrl"]))
def test_likeness_has_no_direction(one: str, other: str, language: str) -> None:
    """Whoever is asked first, as many words are shared, and never more than there are."""
    forth, back = alike(one, other, language), alike(other, one, language)
    assert len(forth.shared) == len(back.shared) <= forth.words == back.words
    assert all(word in one for word in forth.shared)


@given(one=texts(), language=st.sampled_from(["ro", "en", "hu"]))
def test_a_wording_is_like_itself(one: str, language: str) -> None:
    """Every word that says something is shared."""
    found = alike(one, one, language)
    assert len(found.shared) == found.words
