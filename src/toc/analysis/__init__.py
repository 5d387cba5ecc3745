"""Questions asked of the graph: one module, one question.

Each is a function with a frozen result: `.sentence(language)` for a meeting, `.as_data()`
for programs, `.assumed` for what was taken to be so.  What asks what must hold for a goal
stands on the `Logic` of a strategy; what counts combinations needs the extra `analysis`.

>>> from toc.model import Strategy
>>> strategy = Strategy(activities={"course": "A course"}, goals={"equal": "Equal access"},
...                     links={"course -> equal": "It helps"})
>>> robustness(Logic.of(strategy), "equal").sentence()
'It takes 1 thing to lose “Equal access”: “A course”.'
"""

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.assumptions_map import assumptions_map
from toc.analysis.causal_map import cited_flow
from toc.analysis.chance import chance
from toc.analysis.cheapest_way import cheapest_way
from toc.analysis.clues import Clue, update
from toc.analysis.comparing import compare
from toc.analysis.cut_sets import cut_sets
from toc.analysis.gap_map import evidence_gap_map
from toc.analysis.learning import Accuracy, learning
from toc.analysis.leverage import fussell_vesely, leverage
from toc.analysis.likelihoods import Interval
from toc.analysis.logic import Logic
from toc.analysis.money import Stakes, information, worth
from toc.analysis.reaches import reaches
from toc.analysis.robustness import robustness
from toc.analysis.role_changes import role_changes
from toc.analysis.roles import roles
from toc.analysis.scenario import Scenario
from toc.analysis.single_points import single_points
from toc.analysis.strength import strength
from toc.analysis.structure import structure
from toc.analysis.system import Package, Reading, Step, System
from toc.analysis.things import Thing
from toc.analysis.timing import timing
from toc.analysis.tracing import tracing
from toc.analysis.ways import ways
from toc.analysis.what_if import what_if

__all__ = [
    "Accuracy",
    "Answer",
    "Both",
    "Clue",
    "Interval",
    "Logic",
    "Method",
    "Package",
    "Reading",
    "Scenario",
    "Stakes",
    "Step",
    "System",
    "Thing",
    "assumptions_map",
    "chance",
    "cheapest_way",
    "cited_flow",
    "compare",
    "cut_sets",
    "evidence_gap_map",
    "fussell_vesely",
    "information",
    "learning",
    "leverage",
    "reaches",
    "robustness",
    "role_changes",
    "roles",
    "single_points",
    "strength",
    "structure",
    "timing",
    "tracing",
    "update",
    "ways",
    "what_if",
    "worth",
]
