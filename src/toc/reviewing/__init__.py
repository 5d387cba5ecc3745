"""A review of progress: the pack that it is held with, and the edit that it ends in."""

from toc.reviewing.calendar import next_review, next_version
from toc.reviewing.form import form
from toc.reviewing.minutes import Minutes, Resolution, Settled, amendments
from toc.reviewing.pack import ReviewPack, review_pack
from toc.reviewing.reading import Filled, read_form
from toc.reviewing.record import Record, Remark, record_amendments
from toc.reviewing.record_form import record_form
from toc.reviewing.record_reading import Recorded, read_record
from toc.reviewing.typed import resolution_of, settled_of

__all__ = [
    "Filled",
    "Minutes",
    "Record",
    "Recorded",
    "Remark",
    "Resolution",
    "ReviewPack",
    "Settled",
    "amendments",
    "form",
    "next_review",
    "next_version",
    "read_form",
    "read_record",
    "record_amendments",
    "record_form",
    "resolution_of",
    "review_pack",
    "settled_of",
]
