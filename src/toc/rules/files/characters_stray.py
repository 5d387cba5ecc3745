"""An invisible, private or loose character.

It is found on the way in; see `toc.text` and `toc.loading`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

characters_stray = Rule(Severity.WARNING)
