"""Two nodes of one kind that say the same."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from toc.findings import KEY, Related, Severity
from toc.lexicon import words_of
from toc.model import Node
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.spelling import Speller
from toc.words import Message

_ALIKE = 0.905
"""So near that a slip or an ending makes the difference: not employees and employers."""

_COMPARISONS = 10_000
_LONGEST_WORD = 40


@dataclass(frozen=True)
class _Said:
    """A node with the words of its title, folded."""

    name: str
    node: Node
    words: tuple[str, ...]


@rule(Severity.ADVICE, looks_at=("title", "area", "for"), yields_to=("text-placeholder",))
def node_duplicate(case: Case) -> Iterator[Complaint]:
    """Find titles that differ by slips and endings of words at most.

    Only titles whose words begin alike are compared, and only so many of those as a
    meeting could have written.
    """
    left = _COMPARISONS
    for section in NODE_SECTIONS:
        for block in _blocks(case, section):
            different: list[_Said] = []
            for said in block:
                near = different[: max(left, 0)]
                left -= len(near)
                same = next((one for one in near if _is_same(one, said)), None)
                if same is None:
                    different.append(said)
                else:
                    yield _complaint(case, section, said.name, same.name)


def _blocks(case: Case, section: str) -> list[list[_Said]]:
    found: defaultdict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for name, node in getattr(case.strategy, section).items():
        words = [word.folded for word in words_of(str(node.title or ""))]
        said = _Said(name, node, tuple(word for word in words if word[:1].isalnum()))
        if said.words:
            found[tuple(map(_beginning, said.words))].append(said)
    # Whoever sorts a file is told the same.
    return [sorted(block, key=lambda said: said.name) for block in found.values()]


def _beginning(word: str) -> str:
    """Give a word's first letter; a number counts whole, for another number says more."""
    return word if any(letter.isdigit() for letter in word) else word[0]


def _is_same(one: _Said, other: _Said) -> bool:
    pairs = zip(one.words, other.words, strict=True)
    return all(_is_same_word(*pair) for pair in pairs) and not _are_set_apart(one, other)


def _is_same_word(one: str, other: str) -> bool:
    if one == other or max(len(one), len(other)) > _LONGEST_WORD:
        return one == other
    return Speller((one,), alike=_ALIKE).nearest(other) is not None


def _are_set_apart(one: _Said, other: _Said) -> bool:
    """Whether both name their area or their group, and not the same."""
    first, second = _belongings(one.node), _belongings(other.node)
    return any(a and b and a != b for a, b in zip(first, second, strict=True))


def _belongings(node: Node) -> tuple[set[str], set[str]]:
    groups: tuple[str, ...] = getattr(node, "for_", ())
    return {(node.area or "").lower()} - {""}, {group.lower() for group in groups}


def _complaint(case: Case, section: str, name: str, same: str) -> Complaint:
    values = {"one": case.title(same), "other": case.title(name)}
    return complaint(
        (section, name, KEY),
        Message("“{other}” says the same as “{one}”", values),
        Message(
            "keep one of the two, lead the links of both to it and write “was: [{id}]” under it; "
            "if they differ, say in what",
            {"id": name},
        ),
        related=[Related(Message("it stands here already"), (section, same, KEY))],
        question=Message("Are “{one}” and “{other}” the same thing?", values),
    )
