"""A value that its field cannot take.

It is found on the way in; see `toc.text` and `toc.loading`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

value_malformed = Rule(Severity.ERROR)
