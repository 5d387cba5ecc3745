"""What was learned, tied to what it is about, and found again where others do alike."""

from toc.lessons.closeness import Closeness, Reason
from toc.lessons.elsewhere import FoundOut, found_out
from toc.lessons.learned import Learned, learned
from toc.lessons.recurring import Place, Recurrence, found_again

__all__ = [
    "Closeness",
    "FoundOut",
    "Learned",
    "Place",
    "Reason",
    "Recurrence",
    "found_again",
    "found_out",
    "learned",
]
