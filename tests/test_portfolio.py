"""Many strategies at once: whoever works and whatever is remembered, the verdicts are the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cli.running import BROKEN, CLEAN, WARNED, process, toc, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from toc import InputError, Report, api, portfolio
from toc.remembering import Memory
from toc.reporters import REPORTERS
from toc.rulebook import Rulebook

ON = date(2027, 6, 30)
KINDS = {
    "clean": CLEAN,
    "warned": WARNED,
    "broken": BROKEN,
    "torn": "toc: 1\nstrategy: {id: town}\ngoals: [a\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Be a collection of twelve strategies of four kinds."""
    for number in range(3):
        for name, text in KINDS.items():
            write(tmp_path / "all" / f"{number}-{name}.yaml", text.replace("town", f"t{number}"))
    return tmp_path / "all"


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """Be a memory that knows nothing yet."""
    return Memory(tmp_path / "memory")


def told(report: Report, language: str = "en") -> list[str]:
    """Say a report in every format."""
    return [REPORTERS[name].render(report, language=language) for name in REPORTERS]


def paths(report: Report) -> list[str]:
    """Give the files that a report is about."""
    return [verdict.path for verdict in report.verdicts]


class Backwards(Executor):
    """Does everything at once when the last thing was asked for, the last thing first."""

    def __init__(self, expected: int) -> None:
        self.expected = expected
        self.asked: list[tuple[Future[Any], Any, Any]] = []

    def submit(self, function: Any, /, *given: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.asked.append((future, function, given))
        if len(self.asked) == self.expected:
            for waiting, work, what in reversed(self.asked):
                waiting.set_result(work(*what))
        return future


class Counting(ThreadPoolExecutor):
    """Knows how many strategies each call was about."""

    def __init__(self) -> None:
        super().__init__(2)
        self.sizes: list[int] = []

    def submit(self, function: Any, /, *given: Any, **named: Any) -> Future[Any]:
        self.sizes.append(len(given[0]))
        return super().submit(function, *given, **named)


@pytest.fixture(params=["nobody", "threads", "processes", "fresh processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor | None]:
    """Be each of those who may do the work."""
    if request.param == "nobody":
        yield None
    elif request.param == "threads":
        with ThreadPoolExecutor(3) as threads:
            yield threads
    else:
        way = "spawn" if request.param == "fresh processes" else None
        with ProcessPoolExecutor(2, mp_context=get_context(way)) as processes:
            yield processes


@pytest.mark.parametrize("language", ["en", "ro"])
def test_whoever_works_says_the_same(executor: Executor, folder: Path, language: str) -> None:
    """In every format and language a report of many is that of `check_all`, in its order."""
    report = api.check_many([folder], on=ON, executor=executor, chunk=5, language=language)
    alone = api.check_all([folder], on=ON)
    assert paths(report) == paths(alone)
    assert told(report, language) == told(alone, language)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=some.lists(some.sampled_from([*KINDS]), min_size=1, max_size=8),
    chunk=some.integers(1, 9),
    workers=some.sampled_from([0, 1, 3]),
    turns=some.integers(1, 3),
)
def test_chunks_workers_and_memory_change_nothing(
    kinds: list[str], chunk: int, workers: int, turns: int, tmp_path: Path
) -> None:
    """However many there are, sent in whatever pieces and remembered or not: the same words."""
    files = [
        write(tmp_path / "any" / f"{place}.yaml", KINDS[kind].replace("A town", f"Town {place}"))
        for place, kind in enumerate(kinds)
    ]
    memory = Memory(tmp_path / "any-memory")
    alone = told(api.check_all(files, on=ON))
    for _ in range(turns):
        if workers:
            with ThreadPoolExecutor(workers) as threads:
                many = api.check_many(files, on=ON, executor=threads, chunk=chunk, memory=memory)
        else:
            many = api.check_many(files, on=ON, chunk=chunk, memory=memory)
        assert told(many) == alone


def test_the_order_is_that_of_the_paths_and_not_of_the_work(folder: Path) -> None:
    """Where the last is done first, it is still told last."""
    files = sorted(folder.iterdir(), reverse=True)
    report = api.check_many(files, executor=Backwards(4), chunk=3)
    assert paths(report) == [str(file) for file in files]


@pytest.mark.parametrize(
    ("chunk", "sizes"), [(1, [1] * 12), (5, [2, 5, 5]), (12, [12]), (99, [12])]
)
def test_strategies_are_sent_in_chunks(chunk: int, sizes: list[int], folder: Path) -> None:
    """`chunk` strategies go at a time, and the rest at last."""
    with Counting() as executor:
        api.check_many([folder], executor=executor, chunk=chunk)
    assert sorted(executor.sizes) == sizes


@pytest.mark.parametrize("chunk", [0, -1])
def test_a_chunk_of_nothing_is_a_wrong_call(chunk: int, folder: Path) -> None:
    """It must not pass for a portfolio without findings."""
    with pytest.raises(ValueError, match=str(chunk)):
        api.check_many([folder], chunk=chunk)


def test_progress_goes_from_what_is_remembered_to_all(folder: Path, memory: Memory) -> None:
    """Who waits is told how many are done, of how many, and never fewer than before."""
    api.check_many(sorted(folder.iterdir())[:4], memory=memory)
    seen: list[tuple[int, int]] = []
    api.check_many([folder], memory=memory, chunk=3, progress=lambda *done: seen.append(done))
    assert seen == [(4, 12), (7, 12), (10, 12), (12, 12)]


def test_what_fails_elsewhere_is_raised_here(executor: Executor, folder: Path) -> None:
    """A file that is gone when it is its turn is named, whoever was to read it."""
    parts = api.find([folder])
    (folder / "1-clean.yaml").unlink()
    with pytest.raises(InputError, match=r"there is no file or folder .*1-clean\.yaml"):
        api.check_many(parts, executor=executor, chunk=2)


class Failing(Executor):
    """Fails at once with the first thing, and never comes to the others."""

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []

    def submit(self, function: Any, /, *given: Any, **_: Any) -> Future[Any]:
        self.futures.append(Future())
        if len(self.futures) == 1:
            self.futures[0].set_exception(RuntimeError("the cluster is gone"))
        return self.futures[-1]


def test_after_a_failure_the_rest_is_not_waited_for(folder: Path) -> None:
    """What a worker fails with is raised as it is, and what still waits is called off."""
    executor = Failing()
    with pytest.raises(RuntimeError, match="the cluster is gone"):
        api.check_many([folder], executor=executor, chunk=1)
    assert all(future.cancelled() for future in executor.futures[1:])
    assert len(executor.futures) == 12


def test_a_book_that_was_used_can_still_be_sent(executor: Executor, folder: Path) -> None:
    """The rules travel as they were asked for, also after they were asked here."""
    book = Rulebook(select=("links",), severity={"cycle-undeclared": "note"})
    alone = api.check_all([folder], on=ON, book=book)
    many = api.check_many([folder], on=ON, book=book, executor=executor)
    assert told(many) == told(alone)
    assert many.rules == alone.rules


def test_a_book_is_made_once_and_only_when_needed(folder: Path, memory: Memory) -> None:
    """Rules are made for what is not remembered, once for all chunks."""
    made: list[Rulebook] = []

    def make() -> Rulebook:
        made.append(Rulebook())
        return made[-1]

    for _ in range(2):
        api.check_many([folder], book=make, memory=memory, stamp=b"usual", chunk=2)
    assert len(made) == 1


@pytest.mark.skipif(find_spec("distributed") is None, reason="distributed is not installed")
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_says_the_same(folder: Path) -> None:
    """A local Dask cluster takes the work as it stands, by its own executor."""
    from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra

    alone = api.check_all([folder], on=ON)
    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        many = api.check_many([folder], on=ON, executor=client.get_executor(), chunk=3)
    assert told(many) == told(alone)


class Judging:
    """Counts how many strategies are checked, and not only remembered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        judge = portfolio.Errand.judge

        def counted(errand: portfolio.Errand, parts: Sequence[Any]) -> list[dict[str, Any]]:
            self.count += len(parts)
            return judge(errand, parts)

        monkeypatch.setattr(portfolio.Errand, "judge", counted)

    def during(self, **asked: Any) -> int:
        """Give how many strategies a call checks."""
        before = self.count
        api.check_many(**asked)
        return self.count - before


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> Judging:
    """Be the count of what is really checked."""
    return Judging(monkeypatch)


def test_what_is_unchanged_is_not_checked_again(
    folder: Path, memory: Memory, judging: Judging
) -> None:
    """The second time nothing is checked; after a change, that file alone."""
    asked: dict[str, Any] = {"paths": [folder], "on": ON, "memory": memory}
    assert judging.during(**asked) == 12
    assert judging.during(**asked) == 0
    write(folder / "2-clean.yaml", CLEAN + "# a comment\n")
    assert judging.during(**asked) == 1
    assert judging.during(**asked) == 0


@pytest.mark.parametrize(
    "other",
    [
        {"on": date(2027, 7, 1)},
        {"on": None},
        {"language": "ro"},
        {"stamp": b"other"},
        {"book": Rulebook(ignore=("structure",))},
        {"book": Rulebook(limits={"label-too-long": 3})},
        {"book": Rulebook(words={"en": {"vague": ["town"]}})},
    ],
    ids="-".join,
)
def test_whatever_a_verdict_depends_on_is_in_its_key(
    other: dict[str, Any], folder: Path, memory: Memory, judging: Judging
) -> None:
    """Another day, language, stamp or book is checked anew, and the first is still known."""
    asked: dict[str, Any] = {"paths": [folder / "0-clean.yaml"], "on": ON, "memory": memory}
    assert judging.during(**asked) == 1
    assert judging.during(**{**asked, **other}) == 1
    assert judging.during(**asked) == 0
    assert judging.during(**{**asked, **other}) == 0


def test_another_tool_checks_anew(
    folder: Path, memory: Memory, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the package said is not taken for ours."""
    asked: dict[str, Any] = {"paths": [folder / "0-clean.yaml"], "memory": memory}
    judging.during(**asked)
    monkeypatch.setattr(portfolio, "_tool", lambda: b"a later one")
    assert judging.during(**asked) == 1


@pytest.mark.parametrize(
    "name", ["0-clean.i18n/ro.yaml", "0-clean.readings.csv"], ids=["translation", "readings"]
)
def test_each_file_of_a_strategy_is_in_its_key(
    name: str, folder: Path, memory: Memory, judging: Judging
) -> None:
    """A translation or a spreadsheet that comes, changes or goes is noticed."""
    asked: dict[str, Any] = {"paths": [folder / "0-clean.yaml"], "memory": memory}
    judging.during(**asked)
    write(folder / name, "a: b\n")
    assert judging.during(**asked) == 1
    write(folder / name, "a: c\n")
    assert judging.during(**asked) == 1
    assert judging.during(**asked) == 0
    (folder / name).unlink()
    assert judging.during(**asked) == 0


def test_the_same_content_elsewhere_is_another_strategy(
    folder: Path, memory: Memory, judging: Judging
) -> None:
    """A copy is told of under its own name."""
    copy = write(folder / "copy.yaml", (folder / "0-broken.yaml").read_text(encoding="utf-8"))
    judging.during(paths=[folder / "0-broken.yaml"], memory=memory)
    report = api.check_many([copy], memory=memory)
    assert judging.count == 2
    assert {found.span.path for found in report.findings if found.span} == {str(copy)}


def test_what_changes_while_it_is_checked_is_not_remembered(
    folder: Path, memory: Memory, judging: Judging, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verdict on other content than that of its key would stay wrong for ever."""
    file = folder / "0-clean.yaml"
    judge = portfolio.Errand.judge

    def disturbed(errand: portfolio.Errand, parts: Sequence[Any]) -> list[dict[str, Any]]:
        write(file, BROKEN)
        return judge(errand, parts)

    with monkeypatch.context() as patch:
        patch.setattr(portfolio.Errand, "judge", disturbed)
        api.check_many([file], memory=memory)
    write(file, CLEAN)
    assert told(api.check_many([file], memory=memory)) == told(api.check_all([file]))


@pytest.mark.parametrize("content", [[], {}, {"subject": 3}, {"subject": [1, 2, 3, 4, 5]}, "x", 7])
def test_a_memory_that_speaks_otherwise_is_not_believed(
    content: Any, folder: Path, memory: Memory
) -> None:
    """Something else under a verdict's key is passed over, and replaced."""
    remembered = portfolio.Remembered(memory)
    (parts,) = api.find([folder / "0-broken.yaml"])
    memory.remember(remembered.key(parts), content)
    assert remembered.recall(remembered.key(parts)) is None


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode here")
def test_a_name_that_is_no_text_can_be_remembered(tmp_path: Path, memory: Memory) -> None:
    """A file's name in another encoding is a name like any other."""
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xfe.yaml"))
    try:
        file.write_text(BROKEN, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    first, second = (api.check_many([file], memory=memory) for _ in range(2))
    assert first.verdicts == second.verdicts
    assert first.findings


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_read_once_and_not_remembered(tmp_path: Path, memory: Memory) -> None:
    """What can be read only once is, and its lines are still there to be shown."""
    os.mkfifo(tmp_path / "pipe")
    writing = Thread(target=(tmp_path / "pipe").write_text, args=(BROKEN,), daemon=True)
    writing.start()
    report = api.check_many([tmp_path / "pipe"], memory=memory)
    writing.join(timeout=10)
    assert "apply -> equality" in REPORTERS["plain"].render(report)
    assert not memory.folder.exists()


def test_a_memory_that_takes_nothing_changes_no_word(folder: Path, tmp_path: Path) -> None:
    """Where nothing can be remembered, everything is checked, and said as always."""
    (tmp_path / "no-folder").touch()
    report = api.check_many([folder], on=ON, memory=Memory(tmp_path / "no-folder"))
    assert told(report) == told(api.check_all([folder], on=ON))


def test_the_command_works_on_all_cores_as_it_does_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above some fifty strategies processes share the work; not a letter is another one."""
    monkeypatch.chdir(tmp_path)
    for number in range(60):
        write(tmp_path / f"{number:02}.yaml", [CLEAN, BROKEN][number % 2])
    call = ("check", "--no-cache", "--on", "2027-06-30", "--format", "json")
    many = process(*call, cwd=tmp_path)
    monkeypatch.setattr("toc.cli.portfolio._MANY", 1000)
    alone = toc(*call)
    assert (many.code, many.out, many.err) == (alone.code, alone.out, alone.err)
    assert alone.code == 1


LOOK = """
import sys
from toc.cli import main
code = main(["check", "x.yaml", "--on", "2027-06-30", *sys.argv[1:]])
heavy = ("pydantic", "yaml", "networkx", "toc.model", "toc.rulebook", "toc.rules", "toc.loading", "toc.graph", "toc.checking")
print([name for name in heavy if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("text", [CLEAN, BROKEN], ids=["clean", "broken"])
def test_an_unchanged_file_costs_no_model(
    text: str, tmp_path: Path, folder_of_memories: Path
) -> None:
    """What is remembered is told in the same words, without a parser, a model or a rule."""
    write(tmp_path / "x.yaml", text)
    ran = [
        subprocess.run(
            [sys.executable, "-c", LOOK, *more], cwd=tmp_path, capture_output=True, check=False
        )
        for more in ([], [], ["--no-cache"])
    ]
    assert "toc.model" in ran[0].stderr.decode()
    assert ran[1].stderr.decode() == "[]\n"
    assert "toc.model" in ran[2].stderr.decode()
    assert len({(one.returncode, one.stdout) for one in ran}) == 1
