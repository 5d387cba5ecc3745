"""A file that cannot be read as YAML, or not without losing something.

It is found on the way in; see `toc.text` and `toc.loading`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

yaml_unreadable = Rule(Severity.ERROR)
