"""Questions asked of the graph: one module, one question.

What asks what must hold for a goal stands on the `Logic` of a strategy:

>>> from toc.model import Strategy
>>> strategy = Strategy(activities={"course": "A course"}, goals={"equal": "Equal access"},
...                     links={"course -> equal": "It helps"})
>>> single_points(Logic.of(strategy), "equal").sentence()
'“Equal access” falls with any one of 2 things, whatever else works: “A course”, \
“A course → Equal access”.'

Each answer is frozen, and has a sentence for a meeting, plain data for programs, and what
it assumed.  What counts combinations needs the extra `analysis`.
"""

from toc.analysis.answers import Answer, Both, Method
from toc.analysis.assumptions_map import assumptions_map
from toc.analysis.chance import chance
from toc.analysis.cheapest_way import cheapest_way
from toc.analysis.cut_sets import cut_sets
from toc.analysis.learning import Accuracy, learning
from toc.analysis.leverage import fussell_vesely, leverage
from toc.analysis.likelihoods import Interval
from toc.analysis.logic import Logic
from toc.analysis.reaches import reaches
from toc.analysis.robustness import robustness
from toc.analysis.roles import roles
from toc.analysis.single_points import single_points
from toc.analysis.strength import strength
from toc.analysis.system import Package, Reading, Step, System
from toc.analysis.things import Thing
from toc.analysis.ways import ways
from toc.analysis.what_if import Scenario, what_if

__all__ = [
    "Accuracy",
    "Answer",
    "Both",
    "Interval",
    "Logic",
    "Method",
    "Package",
    "Reading",
    "Scenario",
    "Step",
    "System",
    "Thing",
    "assumptions_map",
    "chance",
    "cheapest_way",
    "cut_sets",
    "fussell_vesely",
    "learning",
    "leverage",
    "reaches",
    "robustness",
    "roles",
    "single_points",
    "strength",
    "ways",
    "what_if",
]
