# ruff: noqa: E501 - a row of a table may be as long as it must
"""What other tools that read a model from text do with the same faults, each in its own format.

    python benchmarks/peers.py --install       make a virtual environment for each peer, once
    python benchmarks/peers.py                 seed, run, and print the table
    python benchmarks/peers.py --peers trlc    some of them
    python benchmarks/peers.py --show          print what they said as well

A peer is taken from its environment in the cache folder, else from PATH, else left out by
name.  Each fault stands alone in a fresh copy of a small model that the peer finds clean;
what is new in the output is what it says of the fault.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "toc-peers"
TIMEOUT, INSTALLING = 120, 900
NEAR = 3
_TROUBLE = re.compile("warn|error", re.IGNORECASE)
FAULTS = (
    "misspelled key",
    "dangling reference",
    "equal ids",
    "cycle",
    "orphan",
    "YAML syntax",
    "equal keys",
    "wrong kind",
)
_PLACE = re.compile(r"([\w./-]+\.\w+):(\d+)(?::(\d+))?|line (\d+)(?:, column (\d+))?")


@dataclass(frozen=True)
class Fault:
    """A fault, seeded into a file.

    Attributes:
        file: the file.
        old: what stood there.
        new: what stands there now.
        sign: what a message about it must mention, and the line it is on.
    """

    file: str
    old: str
    new: str
    sign: str


@dataclass(frozen=True)
class Peer:
    """A tool with a clean model in its own format, and the faults that the format can hold.

    Attributes:
        name: the tool.
        package: what pip knows it as.
        words: the command that checks.
        files: the clean model.
        faults: how each fault looks; one that its format cannot hold is not there.
        purpose: what it is for.
        version: the command that tells its version.
        prepare: a command that is run first.
    """

    name: str
    package: str
    words: tuple[str, ...]
    files: Mapping[str, str]
    faults: Mapping[str, Fault]
    purpose: str
    version: tuple[str, ...]
    prepare: tuple[str, ...] = ()


@dataclass
class Said:
    """What a tool answered.

    Attributes:
        code: its exit code.
        lines: what it printed.
        changed: whether it wrote to the model's files.
    """

    code: int
    lines: list[str] = field(default_factory=list)
    changed: bool = False


_TOC = {
    "s.yaml": """\
toc: 1
strategy: {id: t, title: A town, languages: [en], status: draft}
activities:
  course:
    title: A course
    cost: none
outputs:
  trained: 60 trained members of staff
outcomes:
  apply: Staff use what they learned
goals:
  equal: Newcomers use public services on equal terms
links:
  course -> trained: Three series
  trained -> apply: Whoever has practised recognises it
  apply -> equal: Procedures that fit remove barriers
indicators:
  served:
    title: Served
    of: [apply, equal]
"""
}
_TOC_FAULTS = {
    "misspelled key": Fault("s.yaml", "    title: A course", "    titel: A course", "titel"),
    "dangling reference": Fault("s.yaml", "apply -> equal:", "apply -> equality:", "equality"),
    "equal ids": Fault("s.yaml", "  apply: Staff", "  course: Twice\n  apply: Staff", "course: Twice"),
    "cycle": Fault("s.yaml", "indicators:", "  apply -> trained: Back\nindicators:", "trained"),
    "orphan": Fault("s.yaml", "goals:", "  alone: Unlinked\ngoals:", "alone: Unlinked"),
    "YAML syntax": Fault("s.yaml", "60 trained", "60: trained", "60: trained"),
    "equal keys": Fault("s.yaml", "    title: Served", "    title: Served\n    title: Twice", "title: Twice"),
    "wrong kind": Fault("s.yaml", "of: [apply, equal]", "of: [apply, equal, served]", "equal, served]"),
}  # fmt: skip
_YAML_ONLY = {name: _TOC_FAULTS[name] for name in _TOC_FAULTS}

_ITEM = "active: true\nderived: false\nheader: ''\nlevel: {}\nlinks: {}\nnormative: true\nref: ''\nreviewed: null\ntext: |\n  {}\n"
_DOORSTOP = {
    "goal/.doorstop.yml": "settings:\n  digits: 3\n  prefix: GOAL\n  sep: ''\n",
    "out/.doorstop.yml": "settings:\n  digits: 3\n  parent: GOAL\n  prefix: OUT\n  sep: ''\n",
    "goal/GOAL001.yml": _ITEM.format("1.0", "[]", "Equal access"),
    "goal/GOAL002.yml": _ITEM.format("1.1", "[]", "Good neighbours"),
    "out/OUT001.yml": _ITEM.format("1.0", "[GOAL001]", "Staff use what they learned"),
    "out/OUT002.yml": _ITEM.format("1.1", "[GOAL002]", "Neighbours meet"),
}
_DOORSTOP_FAULTS = {
    "misspelled key": Fault("out/OUT001.yml", "text: |", "txet: |", "txet"),
    "dangling reference": Fault("out/OUT001.yml", "[GOAL001]", "[GOAL999]", "GOAL999"),
    "cycle": Fault("goal/GOAL001.yml", "links: []", "links: [OUT001]", "OUT001"),
    "orphan": Fault("out/OUT002.yml", "[GOAL002]", "[]", "OUT002"),
    "YAML syntax": Fault("out/OUT001.yml", "ref: ''", "ref: 'a: b", "ref: 'a"),
    "equal keys": Fault(
        "out/OUT001.yml", "header: ''", "header: ''\nheader: Twice", "header: Twice"
    ),
    "wrong kind": Fault("out/OUT001.yml", "[GOAL001]", "[OUT002]", "OUT002"),
}

_SDOC = """\
[DOCUMENT]
TITLE: Town

[GRAMMAR]
ELEMENTS:
- TAG: REQUIREMENT
  FIELDS:
  - TITLE: UID
    TYPE: String
    REQUIRED: True
  - TITLE: STATEMENT
    TYPE: String
    REQUIRED: True
  RELATIONS:
  - TYPE: Parent

[REQUIREMENT]
UID: EQUAL
STATEMENT: Equal access

[REQUIREMENT]
UID: APPLY
STATEMENT: Staff use what they learned
RELATIONS:
- TYPE: Parent
  VALUE: EQUAL
"""
_SDOC_FAULTS = {
    "misspelled key": Fault("t.sdoc", "STATEMENT: Staff", "STATEMNT: Staff", "STATEMNT"),
    "dangling reference": Fault("t.sdoc", "  VALUE: EQUAL", "  VALUE: EQUALITY", "EQUALITY"),
    "equal ids": Fault("t.sdoc", "UID: APPLY", "UID: EQUAL", "EQUAL"),
    "cycle": Fault(
        "t.sdoc",
        "STATEMENT: Equal access\n",
        "STATEMENT: Equal access\nRELATIONS:\n- TYPE: Parent\n  VALUE: APPLY\n",
        "APPLY",
    ),
    "orphan": Fault("t.sdoc", "RELATIONS:\n- TYPE: Parent\n  VALUE: EQUAL\n", "", "APPLY"),
}

_RSL = """\
package town
type Goal { title String }
type Outcome { title String  leads_to optional Goal[1..*] }
"""
_TRLC = """\
package town
Goal equal { title = "Equal access" }
Outcome apply {
  title = "Staff use what they learned"
  leads_to = [equal]
}
Outcome meet {
  title = "Neighbours meet"
  leads_to = [equal]
}
"""
_TRLC_FAULTS = {
    "misspelled key": Fault("s.trlc", '  title = "Staff', '  titel = "Staff', "titel"),
    "dangling reference": Fault(
        "s.trlc", 'learned"\n  leads_to = [equal]', 'learned"\n  leads_to = [equality]', "equality"
    ),
    "equal ids": Fault("s.trlc", "Outcome meet", "Outcome apply", "apply"),
    "orphan": Fault("s.trlc", 'meet"\n  leads_to = [equal]\n', 'meet"\n', "meet"),
    "wrong kind": Fault(
        "s.trlc", 'meet"\n  leads_to = [equal]', 'meet"\n  leads_to = [apply]', "[apply]"
    ),
}

_NEEDS = {
    "conf.py": "extensions = ['sphinx_needs']\nneeds_types = [\n"
    " dict(directive='goal', title='Goal', prefix='G_', color='#fff', style='node'),\n"
    " dict(directive='outcome', title='Outcome', prefix='O_', color='#fff', style='node'),\n]\n",
    "index.rst": """\
Town
====

.. goal:: Equal access
   :id: EQUAL
   :status: open

.. outcome:: Staff use what they learned
   :id: APPLY
   :status: open
   :links: EQUAL
""",
}
_NEEDS_FAULTS = {
    "misspelled key": Fault("index.rst", "   :status: open\n   :links", "   :statsu: open\n   :links", "statsu"),
    "dangling reference": Fault("index.rst", ":links: EQUAL", ":links: EQUALITY", "EQUALITY"),
    "equal ids": Fault("index.rst", ":id: APPLY", ":id: EQUAL", "EQUAL"),
    "cycle": Fault("index.rst", ":id: EQUAL\n", ":id: EQUAL\n   :links: APPLY\n", "APPLY"),
    "orphan": Fault("index.rst", "   :links: EQUAL\n", "", "APPLY"),
}  # fmt: skip

PEERS = (
    Peer("toc", "theory-of-change", ("toc", "check", "s.yaml", "--select", "files", "--select", "structure", "--fail-on", "warning", "--no-cache"), _TOC,
         _TOC_FAULTS, "theories of change", ("toc", "--version")),
    Peer("doorstop", "doorstop", ("doorstop", "-v"), _DOORSTOP, _DOORSTOP_FAULTS,
         "requirements, one YAML file each", ("doorstop", "--version"), ("git", "init", "-q")),
    Peer("strictdoc", "strictdoc", ("strictdoc", "export", ".", "--output-dir", "o"), {"t.sdoc": _SDOC},
         _SDOC_FAULTS, "requirements documents in its own language", ("strictdoc", "version")),
    Peer("trlc", "trlc", ("trlc", "."), {"s.rsl": _RSL, "s.trlc": _TRLC}, _TRLC_FAULTS,
         "typed requirements in its own language", ("trlc", "--version")),
    Peer("sphinx-needs", "sphinx-needs", ("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", ".", "o"),
         _NEEDS, _NEEDS_FAULTS, "requirements inside Sphinx documents", ("sphinx-build", "--version")),
    Peer("check-jsonschema", "check-jsonschema", ("check-jsonschema", "--schemafile", "schema.json", "s.yaml"),
         _TOC, _YAML_ONLY, "any YAML or JSON against a schema, here that of `toc schema`",
         ("check-jsonschema", "--version")),
    Peer("yamllint", "yamllint", ("yamllint", "-f", "parsable", "-d", "relaxed", "s.yaml"), _TOC, _YAML_ONLY,
         "the style and syntax of any YAML", ("yamllint", "--version")),
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Install, or run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--install", action="store_true", help="make the environments first")
    parser.add_argument("--show", action="store_true", help="print what the tools said")
    parser.add_argument("--peers", default="", help="some of the peers, with commas")
    asked = parser.parse_args(arguments)
    chosen = [one for one in PEERS if not asked.peers or one.name in asked.peers.split(",")]
    if asked.install:
        _install(chosen)
    there = [one for one in chosen if _program(one) is not None]
    _missing([one for one in chosen if one not in there])
    print(*_table(there, show=asked.show), sep="\n")
    return 0


def _missing(peers: Iterable[Peer]) -> None:
    for peer in peers:
        print(f"{peer.name} is neither installed here nor on PATH: --install", file=sys.stderr)


def _install(peers: Iterable[Peer]) -> None:
    """Make an environment for each peer that has none."""
    for peer in peers:
        home = CACHE / peer.name
        if peer.name != "toc" and not (home / "bin" / peer.words[0]).exists():
            venv.create(home, with_pip=True, clear=True)
            words = [str(home / "bin" / "python"), "-m", "pip", "install", "-q", peer.package]
            subprocess.run(words, check=True, timeout=INSTALLING)


def _program(peer: Peer) -> str | None:
    """Find the tool: ours beside this Python, a peer in its environment, or on PATH."""
    home = Path(sys.executable).parent if peer.name == "toc" else CACHE / peer.name / "bin"
    own = home / peer.words[0]
    return str(own) if own.exists() else shutil.which(peer.words[0])


def _version(peer: Peer) -> str:
    said = _run((_program(peer) or "", *peer.version[1:]), ROOT)
    found = re.search(r"\d+(\.\d+)+", " ".join(said.lines))
    if peer.name != "sphinx-needs":
        return found[0] if found else "?"
    python = Path(_program(peer) or "").parent / "python"
    code = "from importlib.metadata import version; print(version('sphinx-needs'))"
    return _run((str(python), "-c", code), ROOT).lines[0]


def _run(words: Sequence[str], folder: Path) -> Said:
    plain = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "COLUMNS": "200", "LANGUAGE": "en"}
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=plain,
            capture_output=True,
            text=True,
            check=False,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        return Said(124, [f"took longer than {TIMEOUT} s"])
    return Said(done.returncode, (done.stdout + done.stderr).splitlines())


def _check(peer: Peer, fault: Fault | None) -> Said:
    """Write the model, with the fault or without, and let the tool look at it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in _written(peer, fault).items():
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
        if peer.name == "check-jsonschema":
            toc = Path(sys.executable).parent / "toc"
            _run((str(toc), "schema", "-o", "schema.json"), folder)
        if peer.prepare:
            _run(peer.prepare, folder)
        said = _run((_program(peer) or "", *peer.words[1:]), folder)
        now = {file: (folder / file).read_text(encoding="utf-8") for file in peer.files}
        said.changed = now != dict(_written(peer, fault))
        said.lines = [line.replace(str(folder), ".") for line in said.lines]
        return said


def _written(peer: Peer, fault: Fault | None) -> Mapping[str, str]:
    if fault is None:
        return peer.files
    assert fault.old in peer.files[fault.file], (peer.name, fault)
    return {**peer.files, fault.file: peer.files[fault.file].replace(fault.old, fault.new, 1)}


def _table(peers: Sequence[Peer], *, show: bool) -> Iterator[str]:
    yield "| fault | " + " | ".join(f"{one.name} {_version(one)}" for one in peers) + " |"
    yield "|---" * (len(peers) + 1) + "|"
    clean = {peer.name: _check(peer, None) for peer in peers}
    changed = {peer.name: clean[peer.name].changed for peer in peers}
    for name in FAULTS:
        cells = []
        for peer in peers:
            fault = peer.faults.get(name)
            said = None if fault is None else _check(peer, fault)
            if said is not None and show:
                _show(peer, name, said)
            changed[peer.name] |= said is not None and said.changed
            cells.append(_cell(clean[peer.name], said, fault, peer))
        yield f"| {name} | " + " | ".join(cells) + " |"
    yield "| a clean model | " + " | ".join(f"exit {clean[one.name].code}" for one in peers) + " |"
    yield (
        "| writes to the model | "
        + " | ".join("yes" if changed[one.name] else "no" for one in peers)
        + " |"
    )
    yield "| is for | " + " | ".join(one.purpose for one in peers) + " |"


def _show(peer: Peer, name: str, said: Said) -> None:
    print(f"--- {peer.name}, {name}: exit {said.code}", *said.lines, sep="\n", file=sys.stderr)


def _cell(clean: Said, said: Said | None, fault: Fault | None, peer: Peer) -> str:
    """Say whether the fault is found, with what place, and with what exit code."""
    if said is None or fault is None:
        return "–"
    new = [line for line in said.lines if line not in clean.lines]
    tells = said.code != clean.code or any(_mentions(line, fault) for line in new)
    if not tells:
        return f"no, exit {said.code}"
    return f"yes, {_best_place(new, fault, peer)}, exit {said.code}"


def _mentions(line: str, fault: Fault) -> bool:
    words = re.findall(r"\w{4,}", fault.sign)
    return bool(_TROUBLE.search(line)) and any(word in line for word in words)


def _best_place(lines: Sequence[str], fault: Fault, peer: Peer) -> str:
    """Say how exact the best place is that is told, and whether the fault is there."""
    text = _written(peer, fault)[fault.file].splitlines()
    meant = {number for number, line in enumerate(text, 1) if fault.sign.split("\n")[0] in line}
    found = [match for line in lines for match in _PLACE.finditer(line)]
    told = {(int(one[2] or one[4]), bool(one[3] or one[5])) for one in found}
    right = {exact for line, exact in told if line in meant}
    if right:
        return "line and column" if True in right else "line"
    if any(abs(line - one) <= NEAR for line, _ in told for one in meant):
        return "a line near it"
    return "another line" if told else "no place"


if __name__ == "__main__":
    sys.exit(main())
