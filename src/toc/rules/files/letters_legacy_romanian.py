"""A Romanian word with cedillas instead of commas below.

It is found on the way in; see `toc.text` and `toc.loading`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

letters_legacy_romanian = Rule(Severity.WARNING)
