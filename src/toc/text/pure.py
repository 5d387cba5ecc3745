"""The YAML parser that is written in Python, in line with libyaml where the two differ.

PyYAML's own scanner refuses a tab between two tokens, ends a text in brackets at a
question mark, and is laxer with directives and with `key:` before a bracket.  A strategy
must not read otherwise where libyaml is missing, so here libyaml's ways are followed.
"""

from __future__ import annotations

import re
from typing import Any

from yaml import parser, reader, scanner
from yaml.error import Mark
from yaml.tokens import ScalarToken

__all__ = ["PureParser"]

_BLANKS = re.compile(r"[ \t\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"(?:[^ \t\r\n\0:]+|:(?![ \t\r\n\0]))+")
_WORD_IN_BRACKETS = re.compile(r"(?:[^ \t\r\n\0:,\[\]{}]+|:(?![ \t\r\n\0,?\[\]{}]))+")
_CUT_COLON = re.compile(r":[,?\[\]{}]")
_HEADER = re.compile(r"([+-]?[1-9]?|[1-9][+-])[ \t]*(?:#[^\r\n\0]*)?(?=[\r\n\0])")
_HALF = re.compile(r"\\u[dD][89a-fA-F]|\\U0000[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEEPS_LINE_ENDS = {"+": True, "-": False}


class PureParser(reader.Reader, scanner.Scanner, parser.Parser):
    """PyYAML's parser over a text whose line ends are line feeds, returns or both."""

    def __init__(self, text: str) -> None:
        """Begin before the first event."""
        reader.Reader.__init__(self, text)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks and comments; a tab is a blank wherever no key can begin."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain(self) -> ScalarToken:
        """Take a text without quotes, tabs and question marks included."""
        start = end = self.get_mark()
        said: list[str] = []
        between = ""
        while self.peek() != "#" and not self._is_marker():
            word = self._word(start)
            if not word:
                break
            self.forward(len(word))
            end = self.get_mark()
            said += between, word
            between = self._blanks(start)
            if not between or (not self.flow_level and self.column <= self.indent):
                break
        return ScalarToken("".join(said), plain=True, start_mark=start, end_mark=end)

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Take a text in quotes; half a character, written as an escape, is no text."""
        start, at = self.get_mark(), self.pointer
        token: ScalarToken = super().scan_flow_scalar(style)
        half = _HALF.search(self.buffer, at, self.pointer) if style == '"' else None
        if half is not None and _SURROGATE.search(token.value):
            before = _LINE_END.split(self.buffer[at : half.start()])
            begun = len(before[-1]) + (0 if len(before) > 1 else start.column)
            place = Mark(start.name, start.index, start.line + len(before) - 1, begun + 2, None, 0)
            problem = "found invalid Unicode character escape code"
            raise scanner.ScannerError("while parsing a quoted scalar", start, problem, place)
        return token

    def _is_marker(self) -> bool:
        return bool(self.check_document_start() or self.check_document_end())

    def _word(self, start: Any) -> str:
        word = _WORD_IN_BRACKETS if self.flow_level else _WORD
        found = word.match(self.buffer, self.pointer)
        end = found.end() if found else self.pointer
        if self.flow_level and _CUT_COLON.match(self.buffer, end):
            raise self._trouble("a plain scalar", start, "found unexpected ':'")
        return found[0] if found else ""

    def _blanks(self, start: Any) -> str:
        blanks = _BLANKS.match(self.buffer, self.pointer)
        assert blanks is not None
        tab = re.search(rf"[\r\n] {{0,{self.indent}}}\t", blanks[0]) if self.indent >= 0 else None
        if tab is not None:
            self.forward(tab.end() - 1)
            raise self._trouble("a plain scalar", start, "found character '\\t'")
        first, *lines = _LINE_END.split(blanks[0])
        self.forward(len(blanks[0]))
        self.allow_simple_key = bool(lines)
        return ("\n" * (len(lines) - 1) or " ") if lines else first

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        """Read what follows `|` or `>` in its line: blanks of any kind, and a comment."""
        header = _HEADER.match(self.buffer, self.pointer)
        if header is None:
            raise self._trouble("a block scalar", start_mark, "did not find expected line break")
        self.forward(len(header[0]))
        return _KEEPS_LINE_ENDS.get(header[1].strip("123456789")), int(
            header[1].strip("+-") or 0
        ) or None

    def scan_block_scalar_indentation(self) -> Any:
        """Find how far a text with `|` or `>` is indented; only spaces indent."""
        found = super().scan_block_scalar_indentation()
        self._refuse_tab(self.column + 1)
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Skip the indentation of the next line and the empty lines before it."""
        found = super().scan_block_scalar_breaks(indent)
        self._refuse_tab(indent)
        return found

    def process_empty_scalar(self, mark: Any) -> Any:
        """Say where nothing stands: in a bracketed mapping, before what comes next."""
        if self.state == self.parse_flow_mapping_key:
            mark = self.peek_token().start_mark
        return super().process_empty_scalar(mark)

    def scan_directive_name(self, start_mark: Any) -> str:
        """Take a directive's name; YAML has two of them."""
        name = str(super().scan_directive_name(start_mark))
        if name not in {"YAML", "TAG"}:
            raise self._trouble("a directive", start_mark, "found unknown directive name")
        return name

    def _refuse_tab(self, indent: int) -> None:
        if self.column < indent and self.peek() == "\t":
            raise self._trouble("a block scalar", self.get_mark(), "found character '\\t'")

    def _trouble(self, what: str, start: Any, problem: str) -> scanner.ScannerError:
        return scanner.ScannerError(f"while scanning {what}", start, problem, self.get_mark())
