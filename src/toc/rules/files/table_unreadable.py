"""A spreadsheet that cannot be read as a table.

It is found on the way in; see `toc.tables`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

table_unreadable = Rule(Severity.ERROR)
