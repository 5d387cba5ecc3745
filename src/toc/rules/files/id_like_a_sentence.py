"""An id that is as long as what it stands for."""

import re
from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model.strategy import ID_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_MOST_WORDS = 6
_BETWEEN = re.compile(r"[_-]+|(?<=[a-z0-9])(?=[A-Z])")


@rule(Severity.ADVICE, limit=40)
def id_like_a_sentence(case: Case) -> Iterator[Complaint]:
    """Find ids of too many letters or words."""
    most = case.limit(id_like_a_sentence)
    for section in ID_SECTIONS:
        for name in getattr(case.strategy, section):
            if len(name) > most or len(_words(name)) > _MOST_WORDS:
                yield complaint(
                    (section, name, KEY),
                    Message("the id “{id}” is a whole sentence", {"id": name}),
                    Message(
                        "take a word or two that can stay when the wording changes, "
                        "use them wherever it is named, and write “was: [{id}]” under it",
                        {"id": name},
                    ),
                )


def _words(name: str) -> list[str]:
    return [word for word in _BETWEEN.split(name) if word]
