"""Sources of which it is not said how strong they are, or by what measure."""

from collections.abc import Iterator

from toc.findings import KEY, Related, Severity
from toc.model import Source, Text
from toc.rulebook import Case, Complaint, complaint, rule
from toc.words import Message


@rule(Severity.ADVICE, looks_at=("grade", "scale"))
def source_without_grade(case: Case) -> Iterator[Complaint]:
    """Find cited sources without a grade, and grades without a scale: each once, for all."""
    cited = _cited(case)
    sources = {
        name: source
        for name, source in case.strategy.sources.items()
        if name.lower() in cited and not _is_law(case, source)
    }
    bare = [name for name, source in sources.items() if source.grade is None]
    if bare:
        values = {"source": case.title(bare[0]), "count": len(bare)}
        message = Message(
            "the source “{source}” has no grade: nobody can weigh it",
            values,
            plural="{count} sources have no grade, such as “{source}”: nobody can weigh them",
        )
        yield _complaint(case, bare, message)
    loose = [name for name, source in sources.items() if source.grade is not None]
    loose = [name for name in loose if not sources[name].scale]
    if loose:
        values = {"source": case.title(loose[0]), "count": len(loose)}
        message = Message(
            "the grade of “{source}” does not say on which scale it was given",
            values,
            plural="{count} grades, such as that of “{source}”, "
            "do not say on which scale they were given",
        )
        yield _complaint(case, loose, message)


def _is_law(case: Case, source: Source) -> bool:
    # A law or a recommendation is an authority and no evidence: it has no strength to grade.
    kind = Text.of(source.kind or "")
    return any(case.expression(text, "legal-acts") for text in (source.title, kind))


def _complaint(case: Case, names: list[str], message: Message) -> Complaint:
    return complaint(
        ("sources", names[0], KEY),
        message,
        Message(
            "write the grade, and the scale on which it was given: {form}",
            {"form": "grade: 2, scale: …"},
        ),
        related=[
            Related(
                Message("so it is with “{source}”", {"source": case.title(name)}),
                ("sources", name, KEY),
            )
            for name in names[1:]
        ],
        question=Message(
            "How strong is “{source}”, and on which scale?", {"source": case.title(names[0])}
        ),
    )


def _cited(case: Case) -> set[str]:
    """Give the sources on which something rests, less those whose grade is still open."""
    links = (link.sources for link in case.strategy.links.values())
    assumptions = (one.sources for one in case.strategy.assumptions.values())
    cited = {name.lower() for names in (*links, *assumptions) for name in names}
    return cited - {
        str(route[1]).lower()
        for route in case.strategy.open_points
        if route[0] == "sources" and route[2:] in (("grade",), ("scale",))
    }
