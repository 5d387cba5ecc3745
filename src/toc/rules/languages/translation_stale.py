"""A translation of a wording that has changed since.

It is found on the way in; see `toc.loading.translations`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

translation_stale = Rule(Severity.WARNING)
