"""In a script: build a strategy in code, ask about it, draw it, write it as YAML.

python examples/from_python.py [folder for what it writes, build by default]
"""

from __future__ import annotations

import sys
from pathlib import Path

from toc import (
    Activity,
    Assumption,
    Goal,
    Link,
    Outcome,
    Stakeholder,
    Strategy,
    TheoryGraph,
    check,
    draw,
    save,
    write,
)
from toc.model import Head, Place


def strategy() -> Strategy:
    """Build a small strategy; ids are the keys, texts may be in several languages."""
    return Strategy(
        strategy=Head(title="Equal access in Lunca", status="draft", place=Place(name="Lunca")),
        stakeholders={"town_hall": "Town hall", "staff": Stakeholder(title="Staff", size=120)},
        inputs={"trainers": "Trainers from the university"},
        activities={
            "academy": Activity(
                title="Academy for front-desk staff",
                accountable="town_hall",
                responsible=["town_hall"],
                for_=["staff"],
                cost=20000,
                quick_win=True,
            )
        },
        outputs={"graduates": "60 members of staff have completed it"},
        outcomes={
            "staff_apply": Outcome(
                title="Staff use what they learned", horizon="short", for_=["staff"]
            )
        },
        goals={"equal": Goal(title={"en": "Equal access", "ro": "Acces egal"})},
        assumptions={"time": Assumption(title="Managers leave time for it", status="untested")},
        links={
            "trainers -> academy": "They teach three modules",
            "academy -> graduates": "Each department sends two people",
            "graduates -> staff_apply": Link(
                because="Whoever has practised recognises the situation", assuming=["time"]
            ),
            "staff_apply -> equal": "Procedures that fit remove barriers",
        },
    )


def main() -> None:
    """Ask, draw and write."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    theory = strategy()
    for finding in check(theory).findings:
        print(f"{finding.severity.word}: {finding.message.say('en')}")

    graph = TheoryGraph(theory)
    print("the chain:", " -> ".join(graph.chain("academy", "equal") or ()))
    print("what the goal rests on:", ", ".join(sorted(graph.leading_to(["equal"]))))
    print("for networkx:", graph.digraph)

    print("drew", save(draw(theory, language="ro").render("svg"), folder / "small.svg"))
    print("wrote", save(write(theory), folder / "small.yaml"))


if __name__ == "__main__":
    main()
