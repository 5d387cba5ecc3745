"""What a meeting may ask of a strategy, and the page that matters first.

`analysis` and `pilots` answer; this room puts the answers together and words them.  Each
question is one module in the folder `questions`, found by its name.
"""

from toc.asking.asked import Asked, Told
from toc.asking.case import Case
from toc.asking.picturing import picture
from toc.asking.putting import QUESTIONS, Question, ask

__all__ = ["QUESTIONS", "Asked", "Case", "Question", "Told", "ask", "picture"]
