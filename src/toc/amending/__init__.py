"""Any edit of a strategy's files, proposed and never written.

An edit is made only if the file, read again, says just what was wanted and of everything
else what it said before; comments, order, quotes, indentation and line ends stay as their
author has them.
"""

from toc.amending.amendment import APPEND, Amended, Amendment
from toc.amending.proposing import amend

__all__ = ["APPEND", "Amended", "Amendment", "amend"]
