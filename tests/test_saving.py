"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import resource
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier

import pytest

from toc.errors import OutputError
from toc.saving import save

OLD, NEW = "what was there\n", "what is written\n" * 1_000
NOBODY = 65_534
STEPS = ["open", "chmod", "replace"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is there already, alone in its folder."""
    path = tmp_path / "picture.svg"
    path.write_text(OLD, encoding="utf-8")
    return path


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def without_powers() -> Iterator[None]:
    """Be somebody who may not write everywhere."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def failing(error: BaseException) -> Callable[..., None]:
    """Give a method that fails."""

    def fail(*_args: object, **_named: object) -> None:
        raise error

    return fail


def names(folder: Path) -> list[str]:
    """Give the names of everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("content", "data"),
    [
        ("", b""),
        ("Timiș\n", "Timiș\n".encode()),
        ("two\r\nlines\n", b"two\r\nlines\n"),
        (b"\x89PNG\r\n\x00", b"\x89PNG\r\n\x00"),
    ],
)
def test_what_is_given_is_what_is_written(
    content: str | bytes, data: bytes, tmp_path: Path
) -> None:
    """Text is UTF-8 with its own line ends, bytes are bytes; nothing else is left behind."""
    path = tmp_path / "new"
    assert save(content, str(path)) == path
    assert path.read_bytes() == data
    assert names(tmp_path) == ["new"]


def test_what_was_there_is_replaced(file: Path) -> None:
    """Nothing of the old content is left, even where the new one is shorter."""
    save("new", file)
    assert file.read_text(encoding="utf-8") == "new"
    assert names(file.parent) == [file.name]


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    """Whoever names a folder that is not there gets it."""
    path = save(NEW, tmp_path / "pictures" / "2027" / "map.svg")
    assert path.read_text(encoding="utf-8") == NEW


def test_a_name_alone_is_a_file_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path without a folder means the folder that one is in."""
    monkeypatch.chdir(tmp_path)
    assert save(NEW, "map.svg") == Path("map.svg")
    assert names(tmp_path) == ["map.svg"]


def test_a_disk_that_is_full_costs_nothing(file: Path) -> None:
    """Where writing stops midway, the old file is whole and no half of the new one is left."""
    with room_for(len(NEW) // 2), pytest.raises(OutputError, match="File too large"):
        save(NEW, file)
    assert file.read_text(encoding="utf-8") == OLD
    assert names(file.parent) == [file.name]


@pytest.mark.parametrize(
    ("name", "step"),
    [("picture.svg", step) for step in STEPS] + [("new.svg", "open"), ("new.svg", "replace")],
)
def test_a_failure_leaves_everything_as_it_was(
    name: str, step: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step fails, the old file is intact, and no new one is there by half."""
    monkeypatch.setattr(Path, step, failing(OSError(errno.EIO, "the disk is broken")))
    with pytest.raises(OutputError, match="the disk is broken"):
        save(NEW, file.with_name(name))
    monkeypatch.undo()
    assert names(file.parent) == [file.name]
    assert file.read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize("step", STEPS)
def test_whoever_interrupts_leaves_nothing_behind(
    step: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interruption is no error of writing: it goes on upwards, and leaves the old file."""
    monkeypatch.setattr(Path, step, failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        save(NEW, file)
    monkeypatch.undo()
    assert names(file.parent) == [file.name]
    assert file.read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o755])
def test_permissions_are_kept(mode: int, file: Path) -> None:
    """Whoever may read a file may read its next version, and nobody else."""
    file.chmod(mode)
    save(NEW, file)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_new_file_has_the_permissions_of_any_new_file(
    mask: int, mode: int, tmp_path: Path
) -> None:
    """The process says who may read what it makes, and says the same afterwards."""
    before = os.umask(mask)
    try:
        path = save(NEW, tmp_path / "new")
    finally:
        after = os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert after == mask


def test_a_link_keeps_its_target(file: Path, tmp_path: Path) -> None:
    """The file behind a link is written, the link stays, and its folder holds no more."""
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "latest.svg"
    link.symlink_to(Path("..", file.name))
    assert save(NEW, link) == link
    assert link.readlink() == Path("..", file.name)
    assert file.read_text(encoding="utf-8") == NEW
    assert names(folder) == ["latest.svg"]


def test_a_link_to_nothing_gets_its_target(tmp_path: Path) -> None:
    """Where the file behind a link is not there yet, it is made."""
    link = tmp_path / "latest.svg"
    link.symlink_to("first.svg")
    save(NEW, link)
    assert link.is_symlink()
    assert (tmp_path / "first.svg").read_text(encoding="utf-8") == NEW


@pytest.mark.parametrize("through_link", [False, True])
def test_a_pipe_is_written_to(tmp_path: Path, *, through_link: bool) -> None:
    """What is no file is not replaced by one: whoever reads from it gets the content."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    path = tmp_path / "link" if through_link else pipe
    if through_link:
        path.symlink_to(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        save(NEW, path)
        assert read.result(timeout=10) == NEW.encode()
    assert pipe.is_fifo()


def test_two_who_save_at_once_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written side by side in one folder, the same file included."""
    meeting, replace = Barrier(3), Path.replace

    def wait(path: Path, target: Path) -> None:
        meeting.wait(timeout=5)
        replace(path, target)

    monkeypatch.setattr(Path, "replace", wait)
    with ThreadPoolExecutor() as pool:
        list(pool.map(save, ["a", "b", "b"], [tmp_path / name for name in "abb"]))
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in names(tmp_path)] == ["a", "b"]


def test_a_folder_that_may_not_be_written_in_is_told_of() -> None:
    """Whoever may not write there learns where that is and why."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        path = Path(folder, "picture.svg")
        with without_powers(), pytest.raises(OutputError) as refused:
            save(NEW, path)
        assert str(refused.value) == f"{path} cannot be written: Permission denied"
        assert refused.value.message.say("ro").startswith(f"{path} nu ")
        assert names(Path(folder)) == []


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("", "Is a directory"),
        ("picture.svg/deeper.svg", "File exists"),
        ("picture.svg/deeper/deepest.svg", "Not a directory"),
        ("long" * 100, "File name too long"),
    ],
)
def test_a_path_that_no_file_can_have_is_told_of(inside: str, reason: str, file: Path) -> None:
    """A folder, what stands under a file, and too long a name: each with the system's reason."""
    path = file.parent / inside
    with pytest.raises(OutputError) as refused:
        save(NEW, path)
    assert str(refused.value) == f"{path} cannot be written: {reason}"
    assert isinstance(refused.value.__cause__, OSError)
    assert names(file.parent) == [file.name]
