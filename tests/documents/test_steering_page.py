"""One page on which a steering group sees what its strategy hangs on."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from documents.papers import DAY, PILOTS
from pypdf import PdfReader

from toc import load
from toc.documents.making import made
from toc.documents.paper import Bullets, Document, Heading, Numbered, Paragraph, Table
from toc.documents.subject import Subject
from toc.documents.writing import written
from toc.model import Strategy

STRATEGIES = Path(__file__).parents[2] / "strategies"


def page(language: str = "en", **sections: object) -> Document:
    """Make the page of the small strategy, with some sections otherwise."""
    strategy = Strategy.model_validate({**PILOTS, **sections})
    return made("steering-page", Subject(strategy, DAY, language))


@pytest.mark.parametrize("language", ["en", "ro"])
@pytest.mark.parametrize("name", ["timis", "arad.yaml"])
def test_it_fits_on_one_page(name: str, language: str) -> None:
    """The strategies that the project is for, in both languages."""
    document = made("steering-page", Subject(load(STRATEGIES / name), DAY, language))
    assert len(PdfReader(BytesIO(written(document, "pdf"))).pages) == 1


def test_it_answers_the_four_questions_in_order() -> None:
    """What it cannot do without, what to test first, which pilots, how firm the ranking is."""
    heads = [block.text for block in page().blocks if isinstance(block, Heading)]
    assert heads == [
        "What it cannot do without",
        "What to test first",
        "The pilot projects",
        "How much the ranking hangs on the weights",
    ]


def test_it_names_five_things_at_most_and_counts_the_others() -> None:
    """What brings most goals down stands first; the rest is counted."""
    named = next(block for block in page().blocks if isinstance(block, Numbered))
    assert len(named.items) == 5
    told = [block.text for block in page().blocks if isinstance(block, Paragraph)]
    assert told[0].startswith("Beside these, ")
    shared = page(
        links={
            "course -> apply": {"because": "They practise", "assuming": ["time"]},
            "apply -> access": "It fits",
            "apply -> belonging": "It fits too",
        }
    )
    first = next(block for block in shared.blocks if isinstance(block, Numbered)).items[0]
    assert "2 goals are out of reach: Equal access, Sense of belonging" in first


def test_it_names_the_first_assumption_and_the_pilot_that_tests_it() -> None:
    """A goal stands or falls with it, and a pilot tests it."""
    blocks = page().blocks
    at = blocks.index(Heading("What to test first"))
    first = blocks[at + 1]
    assert isinstance(first, Paragraph)
    assert "“Neighbours stay calm”" in first.text
    assert "in doubt" in first.text
    assert "“Mediators in two offices” tests it" in first.text


def test_without_pilots_and_assumptions_the_rest_is_still_said() -> None:
    """What is not there makes no empty heading."""
    bare = page(pilots={}, assumptions={}, links={"course -> access": "It helps"}, criteria={})
    assert [block.text for block in bare.blocks if isinstance(block, Heading)] == [
        "What it cannot do without"
    ]
    assert not [block for block in bare.blocks if isinstance(block, Table | Bullets)]
