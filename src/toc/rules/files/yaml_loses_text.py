"""A text of which YAML drops a part in silence.

It is found on the way in; see `toc.text` and `toc.loading`.
"""

from toc.findings import Severity
from toc.rulebook import Rule

yaml_loses_text = Rule(Severity.ERROR)
