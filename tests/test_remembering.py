"""What is remembered comes back as it was, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from toc import remembering
from toc.remembering import Memory, digest, traces, user_folder

KEY = digest([b"a strategy"])
OTHER = digest([b"another strategy"])
DATA = {"findings": ["o acțiune fără rezultat", 3, None], "nested": {"deep": [[]]}}
DAY = 86_400


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """Be a memory that knows one thing."""
    memory = Memory(tmp_path / "memory")
    memory.remember(KEY, DATA)
    return memory


def file_of(memory: Memory, key: str = KEY) -> Path:
    """Give the file in which a memory keeps something."""
    return memory.folder / key[:2] / key[2:]


def files(folder: Path) -> list[str]:
    """Give the names of all files below a folder."""
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_what_was_remembered_comes_back(memory: Memory) -> None:
    """Another memory of the same folder, in another run, knows it too."""
    assert memory.recall(KEY) == DATA
    assert Memory(memory.folder).recall(KEY) == DATA


def test_what_was_never_remembered_is_not_known(memory: Memory) -> None:
    """An unknown key, or a folder that is not there, is no accident."""
    assert memory.recall(OTHER) is None
    assert Memory(memory.folder / "nowhere").recall(KEY) is None


def test_nothing_is_made_before_there_is_something_to_keep(tmp_path: Path) -> None:
    """To ask makes no folder."""
    Memory(tmp_path / "memory").recall(KEY)
    assert not (tmp_path / "memory").exists()


def test_the_last_word_counts(memory: Memory) -> None:
    """What is remembered again replaces what was, and leaves no other file behind."""
    memory.remember(KEY, "new")
    assert memory.recall(KEY) == "new"
    assert files(memory.folder) == [f"{KEY[:2]}/{KEY[2:]}"]


@given(
    some.recursive(
        some.none() | some.integers() | some.text(some.characters(codec=None)),
        lambda deeper: some.lists(deeper) | some.dictionaries(some.text(), deeper),
    )
)
def test_any_plain_data_comes_back(data: Any) -> None:
    """Whatever a verdict may hold, half characters too, is the same when it comes back."""
    memory = Memory(Path(os.environ["TOC_CACHE_DIR"]) / "any")
    memory.remember(KEY, data)
    assert memory.recall(KEY) == data


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "nothing left": lambda _: b"",
    "cut short": lambda content: content[: len(content) // 2],
    "only its seal": lambda content: content[:32],
    "one letter other": lambda content: content[:-5] + b"x" + content[-4:],
    "another seal": lambda content: b"0" * 32 + content[32:],
    "something added": lambda content: content + b" ",
    "zeros": lambda content: bytes(len(content)),
    "somebody else's": lambda _: b"\x89PNG\r\n\x1a\n not ours at all, and long enough for a seal",
    "not in UTF-8": lambda content: content[:32] + b"\xff\xfe\xff",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_forgotten(damage: Callable[[bytes], bytes], memory: Memory) -> None:
    """However a file was damaged, it is not known, and can be remembered anew."""
    file = file_of(memory)
    file.write_bytes(damage(file.read_bytes()))
    assert memory.recall(KEY) is None
    memory.remember(KEY, "anew")
    assert memory.recall(KEY) == "anew"


@given(some.integers(min_value=0), some.integers(min_value=0, max_value=255))
def test_no_byte_can_change_unnoticed(place: int, byte: int) -> None:
    """Whichever byte is another one, what was remembered is not known any more."""
    memory = Memory(Path(os.environ["TOC_CACHE_DIR"]) / "bytes")
    memory.remember(KEY, DATA)
    content = bytearray(file_of(memory).read_bytes())
    before, content[place % len(content)] = content[place % len(content)], byte
    file_of(memory).write_bytes(content)
    assert memory.recall(KEY) == (DATA if byte == before else None)


def test_sealed_nonsense_is_forgotten(memory: Memory) -> None:
    """Content with its right seal that is no JSON, or too deep a one, is not known."""
    for content in (b"{", b"\xff", b"[" * 100_000):
        seal = digest([KEY.encode(), content]).encode()
        file_of(memory).write_bytes(seal + content)
        assert memory.recall(KEY) is None


def test_what_belongs_to_another_key_is_forgotten(memory: Memory) -> None:
    """A file that was moved or copied to another name tells nothing there."""
    there = file_of(memory, OTHER)
    there.parent.mkdir(parents=True, exist_ok=True)
    there.write_bytes(file_of(memory).read_bytes())
    assert memory.recall(OTHER) is None


def test_what_is_too_large_is_neither_kept_nor_read(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file beyond all measure is nothing of ours, whatever seal it has."""
    monkeypatch.setattr(remembering, "_MOST", 64)
    memory.remember(OTHER, "x" * 64)
    assert memory.recall(OTHER) is None
    assert files(memory.folder) == [f"{KEY[:2]}/{KEY[2:]}"]
    assert memory.recall(KEY) is None


def test_a_folder_where_a_file_should_be_is_no_accident(tmp_path: Path) -> None:
    """A thing of another kind in the file's place is passed over, for reading and writing."""
    memory = Memory(tmp_path)
    file_of(memory).mkdir(parents=True)
    (file_of(memory) / "inside").touch()
    assert memory.recall(KEY) is None
    memory.remember(KEY, DATA)
    assert (file_of(memory) / "inside").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe to which nobody writes holds nobody up."""
    memory = Memory(tmp_path)
    file_of(memory).parent.mkdir()
    os.mkfifo(file_of(memory))
    asking = Thread(target=memory.recall, args=(KEY,), daemon=True)
    asking.start()
    asking.join(timeout=10)
    assert not asking.is_alive()


def test_a_file_where_the_folder_should_be_is_no_accident(tmp_path: Path) -> None:
    """Where no folder can be made, nothing is remembered and nothing fails."""
    (tmp_path / "memory").write_text("mine", encoding="utf-8")
    memory = Memory(tmp_path / "memory")
    memory.remember(KEY, DATA)
    assert memory.recall(KEY) is None
    assert (tmp_path / "memory").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("error", [PermissionError, OSError(28, "No space left on device")])
def test_a_folder_that_takes_nothing_is_tried_once(
    error: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full or read-only folder costs one attempt; what is in it is read all the same."""
    memory = Memory(tmp_path)
    memory.remember(KEY, DATA)
    tried: list[Path] = []

    def refuse(file: Path, content: bytes) -> int:
        tried.append(file)
        file.touch()
        raise error

    monkeypatch.setattr(Path, "write_bytes", refuse)
    for number in range(3):
        memory.remember(digest([bytes([number])]), DATA)
    assert len(tried) == 1
    assert memory.recall(KEY) == DATA
    assert files(tmp_path) == [f"{KEY[:2]}/{KEY[2:]}"]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="this system has no /proc")
def test_a_folder_that_nobody_may_write_to_is_no_accident() -> None:
    """Where the system forbids to make a folder, the work goes on."""
    memory = Memory(Path("/proc/toc"))
    memory.remember(KEY, DATA)
    assert memory.recall(KEY) is None
    memory.forget_old(0)


WRITER = """
import sys
from pathlib import Path
from toc.remembering import Memory, digest
memory = Memory(Path(sys.argv[1]))
for turn in range(150):
    key = digest([bytes([turn % 5])])
    memory.remember(key, [sys.argv[2] * 2000])
    known = memory.recall(key)
    assert known is not None and known[0] in ("a" * 2000, "b" * 2000), known
assert not memory._broken
"""


def test_two_processes_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Whoever reads while others write the same finds the one or the other, and all of it."""
    started = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in "ab"
    ]
    assert [one.wait(timeout=60) for one in started] == [0, 0]
    assert len(files(tmp_path)) == 5


def test_threads_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Threads of one process that remember the same thing do not take each other's file."""
    memory = Memory(tmp_path)

    def write_often() -> None:
        for _ in range(50):
            memory.remember(KEY, DATA)

    threads = [Thread(target=write_often) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert memory.recall(KEY) == DATA
    assert not memory._broken
    assert files(tmp_path) == [f"{KEY[:2]}/{KEY[2:]}"]


def test_what_is_old_is_forgotten_once_a_day(memory: Memory) -> None:
    """After a week a verdict goes; a folder is looked through once a day and not more."""
    now = file_of(memory).stat().st_mtime
    memory.forget_old(now + 6 * DAY)
    assert memory.recall(KEY) == DATA
    memory.forget_old(now + 6 * DAY + DAY // 2)
    assert memory.recall(KEY) == DATA
    memory.forget_old(now + 8 * DAY)
    assert memory.recall(KEY) is None


def test_only_what_is_ours_is_ever_removed(memory: Memory) -> None:
    """Who names a folder with other things in it as the cache keeps these, however old."""
    theirs = ["photos/1999.jpg", "ab/notes.txt", f"{KEY[:2]}/README", "thesis.tex"]
    for name in theirs:
        file = memory.folder / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
        os.utime(file, (0, 0))
    os.utime(file_of(memory), (0, 0))
    leftover = file_of(memory).with_name(f".{KEY[2:]}.{'0' * 16}")
    leftover.touch()
    os.utime(leftover, (0, 0))
    memory.forget_old(400 * DAY)
    assert files(memory.folder) == sorted([*theirs, "looked-through"])


@given(
    some.lists(some.binary(max_size=4), max_size=4), some.lists(some.binary(max_size=4), max_size=4)
)
def test_pieces_do_not_run_into_each_other(one: list[bytes], other: list[bytes]) -> None:
    """Two keys are the same exactly where all pieces are."""
    assert (digest(one) == digest(other)) is (one == other)


def test_traces_tell_every_change(tmp_path: Path) -> None:
    """A file's name, place and content, and one that comes or goes, make other traces."""
    told = []
    for change in (
        lambda: (tmp_path / "a.py").write_text("1", encoding="utf-8"),
        lambda: (tmp_path / "a.py").write_text("2", encoding="utf-8"),
        lambda: (tmp_path / "a.py").rename(tmp_path / "b.py"),
        (tmp_path / "deep").mkdir,
        lambda: (tmp_path / "b.py").rename(tmp_path / "deep" / "b.py"),
        (tmp_path / "deep" / "b.py").unlink,
    ):
        change()
        told.append(digest(traces(tmp_path)))
    assert told[3] == told[2]
    assert len({*told}) == 5
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "b.pyc").touch()
    assert digest(traces(tmp_path)) == told[-1]


def test_times_tell_without_reading(tmp_path: Path) -> None:
    """Where only size and time are asked for, a file that is written anew is another one."""
    file = tmp_path / "a.py"
    file.touch()
    before = digest(traces(tmp_path, with_content=False))
    os.utime(file, (1, 1))
    assert digest(traces(tmp_path, with_content=False)) != before


@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("linux", {}, "~/.cache/toc"),
        ("linux", {"XDG_CACHE_HOME": "/fast"}, "/fast/toc"),
        ("linux", {"XDG_CACHE_HOME": ""}, "~/.cache/toc"),
        ("darwin", {}, "~/Library/Caches/toc"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/toc/Cache"),
        ("win32", {}, "~/AppData/Local/toc/Cache"),
        ("win32", {"TOC_CACHE_DIR": "/own"}, "/own"),
        ("linux", {"TOC_CACHE_DIR": "/own", "XDG_CACHE_HOME": "/fast"}, "/own"),
        ("linux", {"TOC_CACHE_DIR": ""}, "~/.cache/toc"),
    ],
)
def test_the_cache_lies_where_the_system_keeps_caches(
    system: str, environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each system has its place, and `TOC_CACHE_DIR` names another."""
    for name in ("TOC_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    assert user_folder() == Path(folder).expanduser()
