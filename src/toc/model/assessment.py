"""What is known and by what it is judged: questionnaires, sources, criteria."""

from __future__ import annotations

from typing import Annotated, Literal

from toc.model.base import Entry
from toc.model.dates import DateField
from toc.model.language import TextField
from toc.model.questionnaire import Answer, FileName, Scale
from toc.model.references import Refers
from toc.model.values import Flag, Label, Labels, Number, Percent, Threshold, entries, field

__all__ = ["Assessment", "Criterion", "Source"]

ByArea = Annotated[dict[str, Percent], Refers(("areas",), keys=True)]


class Assessment(Entry):
    """The regional questionnaire as it was answered once."""

    method: TextField = field("The questionnaire that was used.")
    date: DateField = field("When it was answered.")
    source: TextField = field("Where the report is.")
    version: Label | None = field("The version of the questionnaire.")
    areas: Annotated[Labels, Refers(("areas",))] = field(
        "The policy areas that it asked about; without one, all of them.", default=()
    )
    scores: ByArea = entries("The score of each policy area, 0 to 100.")
    peers: ByArea = entries("The mean of the sample for each policy area, 0 to 100.")
    answers: FileName | None = field(
        "The name of the file with the answers: CSV, XLSX or YAML, in the strategy's folder."
    )
    answered: Annotated[dict[str, Answer], Refers(("questions",), keys=True)] = entries(
        "The answers themselves, by question, where they are few."
    )


class Source(Entry):
    """Evidence that can be cited."""

    url: Label | None = field("Where it can be read.")
    year: DateField = field("When it appeared.")
    kind: Label | None = field("What it is: study, evaluation, report, statistics …")
    grade: Number | None = field("How strong it is on its scale.")
    scale: Label | None = field("The scale of the grade, with its version.")
    direction: Literal["supports", "mixed", "contradicts"] | None = field("Which way it points.")
    place: TextField = field("Where it was found.")


class Criterion(Entry):
    """What pilots are judged by."""

    weight: Number | None = field("How much it counts.")
    scale: Scale | None = field("The lowest and the highest score.")
    direction: Literal["up", "down"] | None = field("Whether more is better, or less.")
    computed: Label | None = field(
        "What is computed from the graph instead of being scored, such as goals reached."
    )
    knock_out: Threshold | None = field(
        "Whether failing it rules a pilot out, or the least score that is let through."
    )
    optional: Flag | None = field("Whether a pilot may go without a score.")
