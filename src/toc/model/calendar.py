"""When things happen: stages, events, what was said there, reviews."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from toc.model.base import Entry, Noun
from toc.model.dates import DateField, DurationField, IntervalField
from toc.model.language import Text, TextField
from toc.model.nodes import Groups
from toc.model.reads import as_list
from toc.model.references import AnyRefs, Refers
from toc.model.values import Flag, Label, Labels, Number, entries, field

__all__ = ["Decision", "Event", "Feedback", "Review", "ReviewPlan", "Stage"]

Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
StageRef = Annotated[Label | None, Refers(("stages",))]


class ReviewPlan(Noun):
    """How often progress is reviewed."""

    every: DurationField = field("The time between two reviews.")
    joint: Flag | None = field("Whether several regions review in a common session.")


class Stage(Entry):
    """A stage of the roadmap."""

    period: IntervalField = field("From when to when.")
    duration: DurationField = field("How long it lasts, as the document says it.")
    review: ReviewPlan | None = field("How often progress is reviewed in it.")
    overlap: TextField = field("Why it may overlap with another stage.")


class Decision(Noun):
    """What a meeting or a review decided about one thing."""

    about: AnyRefs = field("What it is about.", default=())
    decision: Literal["keep", "change", "stop"] | None = field("What was decided.")
    because: TextField = field("Why.")
    by: Labels = field("Who carries it out.", default=())
    due: DateField = field("By when.")
    done: DateField = field("When it was carried out.")
    changed: AnyRefs = field("What was changed because of it.", default=())


class Event(Entry):
    """A workshop, a session, a meeting, an interview, a launch."""

    kind: Label | None = field("What it is.")
    date: IntervalField = field("When it takes place.")
    time: Label | None = field("At what hour, such as `10:00–13:00`.")
    place: TextField = field("Where it takes place.")
    stage: StageRef = field("The stage of the roadmap.")
    audience: Groups = field("Who is invited.", default=())
    facilitators: Groups = field("Who leads it.", default=())
    mode: Literal["online", "onsite", "hybrid"] | None = field("How people take part.")
    objective: TextField = field("What it is for.")
    agenda: Texts = field("Its own points, before those that are open.", default=())
    about: AnyRefs = field("What it is about.", default=())
    decided: Texts = field("What was decided, in a sentence each.", default=())
    decisions: tuple[Decision, ...] = field(
        "What was decided about what: to keep, change or stop it.", default=()
    )
    attended: Annotated[dict[str, Number], Refers(("stakeholders",), keys=True)] = entries(
        "How many came, by stakeholder."
    )


class Feedback(Entry):
    """What a participant said."""

    from_: Annotated[Label | None, Refers(("events",))] = field(
        "The event where it was said.", alias="from"
    )
    by: Labels = field("Who said it.", default=())
    about: AnyRefs = field("What it is about.", default=())
    changed: AnyRefs = field("What was changed because of it.", default=())


class Review(Entry):
    """A review of progress."""

    date: DateField = field("When it was held.")
    stage: StageRef = field("The stage of the roadmap.")
    by: Labels = field("Who took part.", default=())
    decisions: tuple[Decision, ...] = field("What was decided.", default=())
    next: DateField = field("When the next one is.")
