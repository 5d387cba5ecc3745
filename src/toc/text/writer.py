"""Plain data as YAML: one line for a short entry, quotes only where they are needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from toc.text.places import Tree

__all__ = ["write_tree"]

_WIDTH = 100
_TEXT = "tag:yaml.org,2002:str"
_NOTHING = "tag:yaml.org,2002:null"
_KEPT = (
    "tag:yaml.org,2002:bool",
    "tag:yaml.org,2002:null",
    "tag:yaml.org,2002:merge",
    "tag:yaml.org,2002:value",
)
# In brackets a comma could belong to a link, so links are listed line by line.
_LONG = re.compile(r"\s|->|→")
# PyYAML would fold these as line ends, which they are not to whoever reads them back; and a
# no-break space at the beginning is read as the indentation that it looks like.
_ON = "on"
# Lines that end in a word and begin at the margin: they are read back as they stand.
_PARAGRAPHS = re.compile(r"[^\s](?:[^\n\t\r]*[^\s])?(?:\n{1,2}[^\s](?:[^\n\t\r]*[^\s])?)+\n?\Z")
_IN_QUOTES = re.compile("[\x85\u2028\u2029]|^\u00a0")


def _words_only() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Give the resolvers of words (`no`, `null`): numbers and dates are text here."""
    return {
        first: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }


class _TextDumper(yaml.SafeDumper):
    """Writes numbers and dates as they were typed, without quotes around them."""

    yaml_implicit_resolvers = _words_only()

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Write everything out: a strategy knows no aliases."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indent lists under their key."""
        return super().increase_indent(flow, indentless=False)


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    short = all(isinstance(item, str) and not _LONG.search(item) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if _IN_QUOTES.search(text) else "|" if _PARAGRAPHS.match(text) else None
    return dumper.represent_scalar(_TEXT, text, style=style)


def _mapping(dumper: yaml.SafeDumper, pairs: dict[str, Any]) -> yaml.Node:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", pairs)
    for key, _ in node.value:
        if key.value == _ON:
            # YAML's “on” is text here, and authors write it bare.
            key.tag = "tag:yaml.org,2002:bool"
    return node


def _nothing(dumper: yaml.SafeDumper, _nothing: None) -> yaml.Node:
    return dumper.represent_scalar(_NOTHING, "")


_TextDumper.add_representer(dict, _mapping)
_TextDumper.add_representer(list, _list)
_TextDumper.add_representer(str, _text)
_TextDumper.add_representer(type(None), _nothing)


def write_tree(tree: dict[str, Tree]) -> str:
    """Write sections as YAML that the reader of this package reads back as they were.

    >>> print(write_tree({"toc": "1", "goals": {"equal": "Equal access"}}), end="")
    toc: 1
    <BLANKLINE>
    goals:
      equal: Equal access
    """
    parts = [
        yaml.dump(
            {key: value}, Dumper=_TextDumper, allow_unicode=True, sort_keys=False, width=_WIDTH
        )
        for key, value in tree.items()
    ]
    return "\n".join(parts)
