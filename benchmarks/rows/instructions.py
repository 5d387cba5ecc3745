"""Instructions, which repeat to the digit where seconds do not; valgrind counts them."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.bench import ON, Bench
from benchmarks.counting import count_instructions
from benchmarks.measuring import Command
from benchmarks.tables import Goal, Table

__all__ = ["measure"]

_PEERS_AT = 45


def measure(bench: Bench) -> Iterator[Table]:
    """Count the instructions of start-up, of checks and of peers."""
    found = bench.program("valgrind")
    header = ("process", "million instructions", "of `python -c pass`")
    if found is None:
        remark = "valgrind is not installed: nothing counted"
        yield Table("instructions", header, [], remarks=[remark])
        return
    words = {**_start_up(bench), **_checks(bench), **_peers(bench)}
    counted = {name: count_instructions(found, one) for name, one in words.items()}
    floor = counted["python -c pass"]
    lines = [
        (name, f"{count / 1e6:,.0f}", f"{count / floor:.1f} ×") for name, count in counted.items()
    ]
    ours = counted[_name("toc check")]
    goals = [Goal("of `import pydantic, yaml`", ours / counted["import pydantic, yaml"], 2)]
    if _name("yamllint") in counted:
        goals.append(Goal("of yamllint, 45 nodes", ours / counted[_name("yamllint")], 1))
    remark = "the same on a busy machine; the system's part and waiting for memory are left out"
    yield Table("instructions", header, lines, goals, [remark])


def _name(what: str, nodes: int = _PEERS_AT) -> str:
    return f"{what}, {nodes:,} nodes"


def _start_up(bench: Bench) -> dict[str, tuple[str, ...]]:
    python = sys.executable
    return {
        "python -c pass": (python, "-c", "pass"),
        "import pydantic, yaml": (python, "-c", "from pydantic import BaseModel; import yaml"),
        "import toc": (python, "-c", "import toc"),
        "toc --help": (python, *bench.toc("--help")),
    }


def _checks(bench: Bench) -> dict[str, tuple[str, ...]]:
    sizes = (_PEERS_AT, 500) if bench.quick else (_PEERS_AT, 500, 5_000)
    return {
        _name("toc check", nodes): (
            sys.executable,
            *bench.toc("check", str(bench.strategy(nodes)), "--on", ON, "--no-cache"),
        )
        for nodes in sizes
    }


def _peers(bench: Bench) -> dict[str, tuple[str, ...]]:
    small, schema = bench.strategy(_PEERS_AT), bench.folder / "schema.json"
    Command("schema", (bench.toc("schema", "-o", str(schema)),), lambda one: one.code == 0).run()
    commands = [*bench.yamllint(small), *bench.jsonschema(small, schema)]
    return {_name(command.name): (sys.executable, *command.words[0]) for command in commands}
