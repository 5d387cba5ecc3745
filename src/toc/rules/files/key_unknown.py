"""A key that no section or entry has.

It is found on the way in; see `toc.text` and `toc.loading`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

key_unknown = Rule(Severity.ERROR)
