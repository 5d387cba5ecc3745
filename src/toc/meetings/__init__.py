"""What a meeting needs: an agenda of what is open, who came, what was decided and changed.

Each answer is a frozen result that knows no picture and no paper.
"""

from toc.meetings.agenda import Agenda, agenda
from toc.meetings.attendance import Attendance, Presence, attendance
from toc.meetings.history import Happening, History, history
from toc.meetings.manual import Heard, Manual, Module, manual

__all__ = [
    "Agenda",
    "Attendance",
    "Happening",
    "Heard",
    "History",
    "Manual",
    "Module",
    "Presence",
    "agenda",
    "attendance",
    "history",
    "manual",
]
