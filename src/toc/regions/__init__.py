"""Several strategies side by side: what they share, and what nobody can compare.

Strategies stand in the order of the alphabet.  Nothing is added up over them, and none of
them is first.
"""

from toc.regions.areas import AreaRow, Mark
from toc.regions.assuming import Assumed, KindRow, Pair
from toc.regions.comparing import Comparison, compared
from toc.regions.indicators import Measure, SharedIndicator
from toc.regions.region import Region
from toc.regions.sessions import Schedule, Together

__all__ = [
    "AreaRow",
    "Assumed",
    "Comparison",
    "KindRow",
    "Mark",
    "Measure",
    "Pair",
    "Region",
    "Schedule",
    "SharedIndicator",
    "Together",
    "compared",
]
