"""Assessments: what the answers of the regional questionnaire say, and since the last time.

One module, one question; each result has `.sentence(language)` for a meeting and
`.as_data(language)` for programs.  No region is ranked among others.
"""

from toc.assessing.again import AnswerChange, AreaChange, Reassessed, reassessed
from toc.assessing.following import (
    AreaReading,
    Reason,
    in_order,
    last_scores,
    latest,
    needs_of,
    readings_of,
    reasons_of,
    with_scores,
)
from toc.assessing.replies import Reply, replies
from toc.assessing.scores import SURE, AreaScore, rounded
from toc.assessing.whole import Assessed, Total, assessed

__all__ = [
    "SURE",
    "AnswerChange",
    "AreaChange",
    "AreaReading",
    "AreaScore",
    "Assessed",
    "Reason",
    "Reassessed",
    "Reply",
    "Total",
    "assessed",
    "in_order",
    "last_scores",
    "latest",
    "needs_of",
    "readings_of",
    "reasons_of",
    "reassessed",
    "replies",
    "rounded",
    "with_scores",
]
