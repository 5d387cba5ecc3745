"""The front hall: what the package does, by what a call is for.

Reading, writing, checking, telling, drawing, analysing: the command line and every other
face of the package call nothing else for work, so that they cannot drift apart.  Each
imports what it needs when it is called: whoever draws does not pay for checking, and an
unchanged file is told of without a model.
"""

from __future__ import annotations

from toc.api.analysing import (
    afford_pilots,
    after_pilot,
    analyse,
    analyses,
    answers_picture,
    weigh_pilots,
    what_if,
    what_if_scenarios,
)
from toc.api.assessing import answers_template, assess, assessment_picture
from toc.api.checking import check, check_all, check_many, explain, list_rules, report_schema
from toc.api.choosing import accept, choose, decision_sheet, pilots_matrix, pilots_ranks
from toc.api.collecting import (
    as_table,
    import_readings,
    readings,
    readings_template,
    refused_rows,
)
from toc.api.documents import document, document_kinds, files_of, usual_template, written
from toc.api.drawing import draw, engines, meeting_set, overlays, papers, picture_endings, view_of
from toc.api.meeting import (
    amend_by_meeting,
    amend_by_review,
    event_named,
    meeting_form,
    meeting_text,
    meetings_text,
    next_review,
    read_meeting_form,
    read_review_form,
    review,
    review_form,
    review_text,
    typed_minutes,
)
from toc.api.monitoring import status
from toc.api.reading import find, load, load_all, read
from toc.api.roadmap import calendar_of, raci_picture, roadmap, roadmap_picture
from toc.api.sharing import compared, found_again, found_out, learned
from toc.api.telling import outline, questions
from toc.api.writing import fmt, new, schema, write
from toc.saving import save

__all__ = [
    "accept",
    "afford_pilots",
    "after_pilot",
    "amend_by_meeting",
    "amend_by_review",
    "analyse",
    "analyses",
    "answers_picture",
    "answers_template",
    "as_table",
    "assess",
    "assessment_picture",
    "calendar_of",
    "check",
    "check_all",
    "check_many",
    "choose",
    "compared",
    "decision_sheet",
    "document",
    "document_kinds",
    "draw",
    "engines",
    "event_named",
    "explain",
    "files_of",
    "find",
    "fmt",
    "found_again",
    "found_out",
    "import_readings",
    "learned",
    "list_rules",
    "load",
    "load_all",
    "meeting_form",
    "meeting_set",
    "meeting_text",
    "meetings_text",
    "new",
    "next_review",
    "outline",
    "overlays",
    "papers",
    "picture_endings",
    "pilots_matrix",
    "pilots_ranks",
    "questions",
    "raci_picture",
    "read",
    "read_meeting_form",
    "read_review_form",
    "readings",
    "readings_template",
    "refused_rows",
    "report_schema",
    "review",
    "review_form",
    "review_text",
    "roadmap",
    "roadmap_picture",
    "save",
    "schema",
    "status",
    "typed_minutes",
    "usual_template",
    "view_of",
    "weigh_pilots",
    "what_if",
    "what_if_scenarios",
    "write",
    "written",
]
