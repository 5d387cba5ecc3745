"""How it is going: what is measured, held against what was to be reached by then.

One module, one question; each result is frozen and says itself, `.sentence(language)`,
and gives itself as plain data, `.as_data(language)`.  What is not known is never good,
never bad, and never a nought.
"""

from toc.monitoring.progress import Progress, Value, progress
from toc.monitoring.series import Observation, Series, series
from toc.monitoring.telling import SIGNS, STANDINGS, Standing

__all__ = [
    "SIGNS",
    "STANDINGS",
    "Observation",
    "Progress",
    "Series",
    "Standing",
    "Value",
    "progress",
    "series",
]
