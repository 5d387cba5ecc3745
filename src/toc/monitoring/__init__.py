"""How it is going: what is measured, held against what was to be reached by then.

One module, one question; each result is frozen and says itself, `.sentence(language)`,
and gives itself as plain data, `.as_data(language)`.  What is not known is never good,
never bad, and never a nought.
"""

from toc.monitoring.diagnosis import CAUSES, Diagnosis, Doubt, diagnoses
from toc.monitoring.due import Due, due_readings
from toc.monitoring.forecast import Forecast, forecast
from toc.monitoring.goals import GoalStatus, goal_statuses
from toc.monitoring.groups import Cell, Division, Groups, groups
from toc.monitoring.progress import Progress, Value, progress
from toc.monitoring.series import Observation, Series, series
from toc.monitoring.status import Status, status
from toc.monitoring.telling import SIGNS, STANDINGS, Standing

__all__ = [
    "CAUSES",
    "SIGNS",
    "STANDINGS",
    "Cell",
    "Diagnosis",
    "Division",
    "Doubt",
    "Due",
    "Forecast",
    "GoalStatus",
    "Groups",
    "Observation",
    "Progress",
    "Series",
    "Standing",
    "Status",
    "Value",
    "diagnoses",
    "due_readings",
    "forecast",
    "goal_statuses",
    "groups",
    "progress",
    "series",
    "status",
]
