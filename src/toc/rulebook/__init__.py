"""What a rule is, how the folder of rules is read, and how a strategy is examined.

A rule is a function over a `Case` that yields complaints about routes.  Its module's
name is its name; beside the module stands its page, which is its manual and its test.
"""

from toc.rulebook.book import Asked, Rulebook
from toc.rulebook.case import Case, Complaint, complaint, link_route
from toc.rulebook.custom import custom_shelves
from toc.rulebook.examining import Examination, ask, examine
from toc.rulebook.gaps import Gaps
from toc.rulebook.pages import Page
from toc.rulebook.profiles import PROFILES, Profile, profile_of
from toc.rulebook.rule import RULES, Rule, find_rule, rule
from toc.rulebook.weighing import Weights

__all__ = [
    "PROFILES",
    "RULES",
    "Asked",
    "Case",
    "Complaint",
    "Examination",
    "Gaps",
    "Page",
    "Profile",
    "Rule",
    "Rulebook",
    "Weights",
    "ask",
    "complaint",
    "custom_shelves",
    "examine",
    "find_rule",
    "link_route",
    "profile_of",
    "rule",
]
