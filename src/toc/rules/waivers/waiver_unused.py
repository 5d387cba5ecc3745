"""A waiver that holds and accepts nothing.

It is found when all rules have spoken; see `toc.waiving`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

waiver_unused = Rule(Severity.WARNING)
