"""A title that is too long for its box."""

from collections.abc import Iterator

from toc.findings import Severity
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, limit=110, looks_at=("title", "short"))
def label_too_long(case: Case) -> Iterator[Complaint]:
    """Find nodes with a long title and no `short:`."""
    limit = case.limit(label_too_long)
    for node in case.graph.nodes:
        entry = case.graph.entry(node)
        if entry.title is None or entry.short:
            continue
        length = max(map(len, entry.title.wordings.values()), default=0)
        if length <= limit:
            continue
        yield complaint(
            (case.graph.section_of(node), node, "title"),
            Message(
                "the title of “{name}” has {count} character, "
                "which nobody can read in a box on a printed sheet",
                {"name": node, "count": length},
                plural="the title of “{name}” has {count} characters, "
                "which nobody can read in a box on a printed sheet",
            ),
            Message("add “short:” with a label of a few words; the title may stay as it is"),
            question=Message(
                "How would you say “{node}” in six words?", {"node": case.title(node)}
            ),
        )
