"""A source that nobody can look up."""

import re
from collections.abc import Iterator

from toc.findings import KEY, Severity
from toc.model import Source, Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message

_YEAR = re.compile(r"(?<!\d)(1[89]|20)\d\d(?!\d)")


@rule(Severity.WARNING, adopted=Severity.ERROR, looks_at=("title", "url", "year", "text", "refs"))
def source_untraceable(case: Case) -> Iterator[Complaint]:
    """Find sources with no year, no address and nothing else by which they could be found."""
    for name, source in case.strategy.sources.items():
        if _can_be_found(source):
            continue
        values = {"source": case.title(name)}
        yield complaint(
            ("sources", name, KEY),
            Message(
                "nobody can look up the source “{source}”: it has neither a year nor an address",
                values,
            ),
            Message("write its “year:”, and its “url:” where it has one"),
            question=Message("When did “{source}” appear, and where can it be read?", values),
        )


def _can_be_found(source: Source) -> bool:
    return bool(source.url or source.year or source.text or source.refs) or _cites(source.title)


def _cites(title: Text | None) -> bool:
    """Whether a title has its year in it, as that of a law often has."""
    wordings = () if title is None else title.wordings.values()
    return any(_YEAR.search(wording) for wording in wordings)
