"""What authors mean: a strategy and everything in it, as frozen pydantic models.

One noun, one class; one module for each group of nouns.  This room knows no YAML and no
places: a strategy that is built in Python obeys the same rules as one from a file.
"""

from toc.model.assessment import Assessment, Criterion, Source
from toc.model.assumptions import Assumption, Risk
from toc.model.base import Entry, Node, Noun
from toc.model.calendar import Decision, Event, Feedback, Review, ReviewPlan, Stage
from toc.model.clues import Clue
from toc.model.dates import Date, Duration, Interval
from toc.model.head import Head, Place
from toc.model.indicators import Indicator, Measurement, Reading
from toc.model.language import Text
from toc.model.learning import Change, Lesson, Publication, Term, View, Waiver
from toc.model.links import Arrow, Link, link_ends
from toc.model.monitoring import Monitoring
from toc.model.nodes import Activity, Asset, Factor, Goal, Input, Need, Outcome, Output
from toc.model.people import Area, Stakeholder
from toc.model.pilots import Choice, Pilot
from toc.model.questionnaire import Answer, Question
from toc.model.references import Reference, Refers, references
from toc.model.strategy import Strategy

__all__ = [
    "Activity",
    "Answer",
    "Area",
    "Arrow",
    "Assessment",
    "Asset",
    "Assumption",
    "Change",
    "Choice",
    "Clue",
    "Criterion",
    "Date",
    "Decision",
    "Duration",
    "Entry",
    "Event",
    "Factor",
    "Feedback",
    "Goal",
    "Head",
    "Indicator",
    "Input",
    "Interval",
    "Lesson",
    "Link",
    "Measurement",
    "Monitoring",
    "Need",
    "Node",
    "Noun",
    "Outcome",
    "Output",
    "Pilot",
    "Place",
    "Publication",
    "Question",
    "Reading",
    "Reference",
    "Refers",
    "Review",
    "ReviewPlan",
    "Risk",
    "Source",
    "Stage",
    "Stakeholder",
    "Strategy",
    "Term",
    "Text",
    "View",
    "Waiver",
    "link_ends",
    "references",
]
