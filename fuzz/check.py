# ruff: noqa: INP001, PLC0415, T201 - a script; what it imports late is instrumented first
"""Look for files on which checking fails, with a fuzzer that is led by coverage.

    python -m pip install atheris
    python fuzz/check.py fuzz/corpus tests/text/traps -max_total_time=600 -artifact_prefix=fuzz/

Each input is a strategy's file.  The oracle: checking with every rule ends without an
exception and without a rule that fails, every finding has a place in the file, and what
has no finding is read as libyaml reads it, so that nothing is silently accepted.
What libFuzzer can be told is told after the folders; `fuzz/corpus` collects what it finds.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

_NO_ATHERIS = """\
fuzz/check.py needs atheris, which is not installed here: python -m pip install atheris
It has wheels for Linux and CPython 3.11 to 3.13; no test needs it."""
_ON = date(2026, 7, 1)


def check(content: bytes, folder: Path) -> None:
    """Hold one file against the oracle.

    Raises:
        AssertionError: when a rule fails, a finding has no place, or a text is lost in silence.
    """
    from toc.checking import judge_loaded
    from toc.loading import find_strategies, load_parts
    from toc.rulebook import Rulebook

    file = folder / "strategy.yaml"
    file.write_bytes(content)
    loaded = load_parts(find_strategies(file)[0])
    verdict = judge_loaded(loaded, on=_ON, book=Rulebook(select=Rulebook().names))
    assert not verdict.failures, verdict.failures
    assert all(finding.span is not None for finding in verdict.findings), verdict.findings
    _nothing_is_lost(file)


def _nothing_is_lost(file: Path) -> None:
    from toc.text.document import read_document
    from toc.text.source import read_source

    source, refused = read_source(file, file.name)
    document = read_document(source)
    if refused or document.findings or document.duplicates:
        return
    read = yaml.load(source.text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only
    assert _texts(document.data) == (read or {}), "read otherwise, and nothing is told"


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return "" if value is None else value


def main() -> int:
    """Fuzz until the time is up, or an input breaks the oracle."""
    try:
        import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        print(_NO_ATHERIS, file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["toc", "yaml"]):
        import toc.api
        import toc.checking
        import toc.loading  # noqa: F401 - imported here so that their branches are counted
    Path("fuzz/corpus").mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        atheris.Setup(sys.argv, lambda content: check(content, Path(folder)))
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
