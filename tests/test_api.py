"""What the package does, asked from Python."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import pytest
from cli.running import BROKEN, CLEAN, WARNED, write
from hypothesis import given
from theories import strategies, yaml_texts

import toc
from toc import InputError, OutputError, StrategyError, UnknownNameError
from toc.reporters import REPORTERS
from toc.rulebook import RULES
from toc.words import LANGUAGES

UNREADABLE = CLEAN.replace("title: Staff use what they learned", "title: [Staff, use, it]")
"""A strategy of which one entry cannot be understood."""


class TestLoading:
    """`load` and `load_all` give what can be trusted, or raise with all that is wrong."""

    def test_a_file_is_a_strategy(self, tmp_path: Path) -> None:
        """What the file says is what the strategy says."""
        strategy = toc.load(write(tmp_path / "x.yaml", CLEAN))
        assert str(strategy.title) == "A town for all"
        assert next(arrow.name for arrow in strategy.arrows) == "course -> trained"

    @pytest.mark.parametrize("kind", [str, Path])
    def test_a_path_may_be_a_text(self, kind: Callable[[Path], Any], tmp_path: Path) -> None:
        """Paths are taken as text and as `Path`."""
        path = kind(write(tmp_path / "x.yaml", CLEAN))
        assert toc.load(path) == toc.load_all(path)[0]
        assert toc.check(path).findings == ()

    def test_rules_do_not_stand_in_the_way(self, tmp_path: Path) -> None:
        """A strategy that is understood loads, whatever the rules say of it."""
        assert toc.load(write(tmp_path / "x.yaml", BROKEN)).links

    def test_what_is_not_understood_stands_in_the_way(self, tmp_path: Path) -> None:
        """A strategy that would lose something does not load; the findings travel along."""
        path = write(tmp_path / "x.yaml", UNREADABLE.replace("status:", "statsu:"))
        with pytest.raises(StrategyError, match=r"x\.yaml has 2 faults, the first: ") as raised:
            toc.load(path)
        assert {finding.rule for finding in raised.value.findings} == {
            "key-unknown",
            "value-malformed",
        }
        assert all(finding.span is not None for finding in raised.value.findings)

    @pytest.mark.parametrize("ask", [toc.load, toc.load_all, toc.check, toc.draw, toc.outline])
    def test_what_is_not_there_is_a_wrong_call(self, ask: Callable[[Any], Any]) -> None:
        """A path to nothing raises, with the path in the message."""
        with pytest.raises(InputError, match=r"there is no file or folder nowhere\.yaml"):
            ask("nowhere.yaml")

    @pytest.mark.parametrize("ask", [toc.load, toc.draw, toc.outline])
    def test_several_strategies_are_not_one(
        self, ask: Callable[[Any], Any], tmp_path: Path
    ) -> None:
        """Who asks for one strategy and names a collection is told how many there are."""
        write(tmp_path / "a.yaml", CLEAN)
        write(tmp_path / "b.yaml", WARNED)
        assert len(toc.load_all(tmp_path)) == 2
        with pytest.raises(InputError, match="holds 2 strategies: name one of them"):
            ask(tmp_path)


class TestChecking:
    """`check` never raises on what a strategy says."""

    @given(strategies())
    def test_any_strategy_can_be_checked(self, strategy: toc.Strategy) -> None:
        """Whatever was built is judged: findings with rule, gravity, message and mend."""
        report = toc.check(strategy, on=date(2027, 6, 30))
        for finding in report.findings:
            assert finding.rule in report.rules
            assert finding.message.say()
            assert finding.mend.say("ro")
            assert finding.span is None

    def test_a_strategy_from_a_file_and_one_from_python_are_judged_alike(
        self, tmp_path: Path
    ) -> None:
        """The same strategy has the same findings; only from a file they have places."""
        path = write(tmp_path / "x.yaml", BROKEN)
        from_file, built = toc.check(path), toc.check(toc.load(path))
        told = [
            {(one.rule, one.route, one.message.say()) for one in report.findings}
            for report in (from_file, built)
        ]
        assert told[0] == told[1]
        assert all(one.span is not None for one in from_file.findings)
        assert all(one.span is None for one in built.findings)

    @pytest.mark.parametrize(
        "text", ["", "[", "a: b: c", "- list", "toc: 2", "goals: 3", "\x00", "x-own: 1", UNREADABLE]
    )
    def test_no_content_makes_it_raise(self, text: str, tmp_path: Path) -> None:
        """What a file holds is told as findings, however odd it is."""
        report = toc.check(write(tmp_path / "x.yaml", text))
        assert report.findings
        assert all(one.span is not None for one in report.findings)

    @given(yaml_texts())
    def test_whatever_is_in_a_file_can_be_told(self, text: str) -> None:
        """Any text at all is judged, and the verdict printed in every format and language."""
        with TemporaryDirectory() as folder:
            file = Path(folder) / "x.yaml"
            file.write_bytes(text.encode("utf-8", "surrogatepass"))
            report = toc.check(file, on=date(2027, 6, 30))
        told = [
            reporter.render(report, language=language, colour=True)
            for reporter in REPORTERS.values()
            for language in LANGUAGES
        ]
        assert all(text.endswith("\n") for text in told)
        assert all(one.span is not None for one in report.findings)

    def test_several_paths_are_one_report(self, tmp_path: Path) -> None:
        """`check_all` keeps the order of the call and checks each strategy once."""
        one, two = (write(tmp_path / f"{name}.yaml", CLEAN) for name in "ab")
        report = toc.check_all([two, one, str(two), tmp_path])
        assert [verdict.path for verdict in report.verdicts] == [str(two), str(one)]

    @pytest.mark.parametrize(
        "wrong",
        [
            pytest.param(lambda names: toc.check(toc.Strategy(), select=names), id="select"),
            pytest.param(lambda names: toc.check(toc.Strategy(), ignore=names), id="ignore"),
        ],
    )
    def test_a_rule_that_is_not_there_is_a_wrong_call(self, wrong: Callable[[Any], Any]) -> None:
        """A misspelled rule raises, with the nearest one in the message."""
        with pytest.raises(UnknownNameError, match="did you mean “id-duplicate”"):
            wrong(["id-duplicat"])

    def test_selecting_nothing_asks_the_usual(self) -> None:
        """Where no rule is named, all are asked that no chapter keeps for those who want it."""
        usual = toc.check(toc.Strategy(goals={"g": "G"})).rules
        assert toc.check(toc.Strategy(goals={"g": "G"}), select=[]).rules == usual
        chapters = {RULES.chapter(name) for name in set(RULES) - set(usual)}
        assert {RULES.chapter(name) for name in usual}.isdisjoint(chapters)
        assert chapters == {"intercultural"}

    @pytest.mark.parametrize("kind", ["select", "ignore"])
    def test_a_chapter_stands_for_its_rules(self, kind: str) -> None:
        """Rules are chosen one by one, or by the chapter."""
        structure = {name for name in RULES if RULES.chapter(name) == "structure"}
        usual = set(toc.check(toc.Strategy()).rules)
        chosen: dict[str, Any] = {kind: ["structure", "id-duplicate"]}
        asked = set(toc.check(toc.Strategy(), **chosen).rules)
        named = structure | {"id-duplicate"}
        assert asked == (named if kind == "select" else usual - named)

    def test_rules_can_be_given_by_any_iterable(self) -> None:
        """A generator is gone through once and still means all of its names."""
        names = ("id-duplicate", "key-unknown")
        report = toc.check(toc.Strategy(), select=iter(names), ignore=iter(names[:1]))
        assert report.rules == ("key-unknown",)


class TestRules:
    """`list_rules` and `explain`."""

    def test_rules_come_in_the_order_of_their_names(self) -> None:
        """Selected or not, each rule comes once and sorted."""
        names = [rule.name for rule in toc.list_rules()]
        assert names == sorted(set(names))
        assert [rule.name for rule in toc.list_rules(select=[names[3], names[1], names[3]])] == [
            names[1],
            names[3],
        ]
        assert [rule.name for rule in toc.list_rules(ignore=names[1:])] == names[:1]

    def test_they_can_be_listed_after_a_check(self) -> None:
        """No function of the front is replaced by a room of the house once that was entered."""
        toc.check(toc.Strategy())
        assert all(callable(getattr(toc, name)) for name in toc.__all__ if name.islower())

    def test_a_page_is_in_the_language_asked_for(self) -> None:
        """Pages are English unless asked for otherwise, or where there is no translation."""
        english = toc.explain("id-duplicate")
        assert toc.explain("id-duplicate", language="hu") == english
        assert toc.explain("id-duplicate", language="ro_RO.UTF-8") != english

    def test_an_unknown_rule_is_a_wrong_call(self) -> None:
        """A misspelled rule raises, with the nearest one in the message."""
        with pytest.raises(UnknownNameError, match="did you mean “id-duplicate”"):
            toc.explain("id-duplicat")


class TestShowing:
    """`draw`, `outline` and `new`."""

    def test_a_picture_shows_itself(self, tmp_path: Path) -> None:
        """A picture is SVG in a notebook, without another word."""
        picture = toc.draw(write(tmp_path / "x.yaml", CLEAN))
        assert picture._repr_svg_().encode() == picture.render("svg")
        assert picture._repr_svg_().startswith("<svg")
        assert "A town for all" in picture._repr_svg_()

    def test_the_language_is_the_originals_unless_asked(self) -> None:
        """Without a language, pictures and outlines speak as the strategy does."""
        strategy = toc.Strategy.model_validate(
            {
                "strategy": {"title": {"ro": "Orașul", "en": "The town"}, "languages": "ro"},
                "goals": {"g": {"title": {"ro": "Țelul", "en": "The goal"}}},
            }
        )
        assert "Țelul" in toc.draw(strategy)._repr_svg_()
        assert "The goal" in toc.draw(strategy, language="en")._repr_svg_()
        assert toc.outline(strategy).startswith("Orașul\n")
        assert toc.outline(strategy, language="en").startswith("The town\n")

    def test_an_engine_that_is_not_there_is_a_wrong_call(self) -> None:
        """Who asks for an unknown engine is told which there are."""
        with pytest.raises(UnknownNameError, match="grid"):
            toc.draw(toc.Strategy(goals={"g": "G"}), engine="gird").render()

    @pytest.mark.parametrize("language", ["en", "ro", "en-GB", "ro-MD"])
    def test_a_first_strategy_is_there_in_our_languages(self, language: str) -> None:
        """A variant of a language is that language."""
        assert toc.new(language=language) == toc.new(language=language[:2])

    @pytest.mark.parametrize("language", ["hu", "", "rom", "english"])
    def test_a_first_strategy_in_another_language_is_a_wrong_call(self, language: str) -> None:
        """Nobody is given English who asked for Hungarian."""
        with pytest.raises(UnknownNameError, match="no first strategy in the language"):
            toc.new(language=language)


class TestSaving:
    """`save` writes a file whole, or not at all."""

    @pytest.mark.parametrize("content", ["Țară\n", "Țară\n".encode()])
    def test_text_is_written_as_utf_8(self, content: str | bytes, tmp_path: Path) -> None:
        """Text and bytes are written as they are, and the path is given back."""
        path = tmp_path / "x.yaml"
        assert toc.save(content, str(path)) == path
        assert path.read_bytes() == "Țară\n".encode()

    def test_folders_on_the_way_are_made(self, tmp_path: Path) -> None:
        """A file may be saved where there is no folder yet."""
        assert toc.save("x", tmp_path / "a" / "b" / "c.txt").read_text() == "x"

    def test_an_existing_file_is_replaced_whole(self, tmp_path: Path) -> None:
        """Nothing of a longer file stays behind the shorter one."""
        path = write(tmp_path / "x.txt", "long" * 1000)
        toc.save("short", path)
        assert path.read_text() == "short"
        assert [file.name for file in tmp_path.iterdir()] == ["x.txt"]

    @pytest.mark.parametrize("step", ["replace", "chmod"])
    @pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
    def test_a_failure_leaves_the_old_file_and_nothing_else(
        self, step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whatever fails midway, even Ctrl-C: the file is intact and no other is left."""

        def fail(*_: object) -> None:
            raise error

        path = write(tmp_path / "x.txt", "old")
        monkeypatch.setattr(Path, step, fail)
        with pytest.raises((OutputError, KeyboardInterrupt)):
            toc.save("new", path)
        monkeypatch.undo()
        assert path.read_text() == "old"
        assert [file.name for file in tmp_path.iterdir()] == ["x.txt"]

    def test_the_reason_of_a_failure_is_the_systems(self, tmp_path: Path) -> None:
        """A folder where a file should be, a file where a folder should be: said with the path."""
        (tmp_path / "folder").mkdir()
        write(tmp_path / "file", "")
        with pytest.raises(OutputError, match="folder cannot be written: Is a directory"):
            toc.save("x", tmp_path / "folder")
        with pytest.raises(OutputError, match="file/x cannot be written: "):
            toc.save("x", tmp_path / "file" / "x")

    @pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
    def test_a_new_file_has_the_permissions_that_files_have(
        self, mask: int, tmp_path: Path
    ) -> None:
        """The umask decides, as for any file."""
        before = os.umask(mask)
        try:
            path = toc.save("x", tmp_path / "x.txt")
        finally:
            os.umask(before)
        assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
    def test_an_old_file_keeps_its_permissions(self, mode: int, tmp_path: Path) -> None:
        """What was not for everybody to read does not become so."""
        path = write(tmp_path / "x.txt", "old")
        path.chmod(mode)
        toc.save("new", path)
        assert stat.S_IMODE(path.stat().st_mode) == mode

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        """What a link leads to is written, in its own folder."""
        target = write(tmp_path / "far" / "x.txt", "old")
        link = tmp_path / "link.txt"
        link.symlink_to(target)
        toc.save("new", link)
        assert link.is_symlink()
        assert target.read_text() == "new"
        assert [file.name for file in (tmp_path / "far").iterdir()] == ["x.txt"]

    def test_a_pipe_is_written_to_and_not_replaced(self, tmp_path: Path) -> None:
        """`-o /dev/stdout`, a pipe or `/dev/null` get the content and stay what they are."""
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        got: list[str] = []
        reading = Thread(target=lambda: got.append(pipe.read_text()), daemon=True)
        reading.start()
        toc.save("x" * 100_000, pipe)
        reading.join(timeout=10)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert got == ["x" * 100_000]

    def test_a_long_name_is_a_name(self, tmp_path: Path) -> None:
        """A file may have the longest name that the system allows."""
        path = tmp_path / ("x" * 255)
        assert toc.save("x", path).read_text() == "x"
