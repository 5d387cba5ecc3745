"""What a rule is, how the folder of rules is read, and how a strategy is examined.

A rule is a function over a `Case` that yields complaints about routes.  Its module's
name is its name; beside the module stands its page, which is its manual and its test.
"""

from toc.rulebook.case import Case, Complaint, complaint, link_route
from toc.rulebook.examining import examine
from toc.rulebook.gaps import Gaps
from toc.rulebook.rule import RULES, Rule, find_rule, rule

__all__ = [
    "RULES",
    "Case",
    "Complaint",
    "Gaps",
    "Rule",
    "complaint",
    "examine",
    "find_rule",
    "link_route",
    "rule",
]
