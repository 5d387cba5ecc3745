"""A spreadsheet that can be read in two ways, and how it was read.

It is found on the way in; see `toc.tables`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

table_ambiguous = Rule(Severity.WARNING)
