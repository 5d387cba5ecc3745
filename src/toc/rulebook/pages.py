"""A rule's page: its manual in Markdown, beside its module, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from toc.words import ORIGINAL, spoken

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """The manual of one rule.

    Attributes:
        module: the file of the rule's module; the pages stand beside it.
    """

    module: Path

    def text(self, language: str = ORIGINAL) -> str:
        """Give all of it in a language, in English where it is not translated.

        A rule of somebody's own may have no page; then it is empty.
        """
        translated = self.module.with_suffix(f".{spoken(language)}.md")
        page = translated if translated.is_file() else self.module.with_suffix(".md")
        return page.read_text(encoding="utf-8") if page.is_file() else ""

    def summary(self, language: str = ORIGINAL) -> str:
        """Give the sentence that says what is looked for."""
        return self._paragraph(1, language)

    def why(self, language: str = ORIGINAL) -> str:
        """Give the paragraph that says why it matters."""
        return self._paragraph(3, language)

    def _paragraph(self, number: int, language: str) -> str:
        parts = [" ".join(part.split()) for part in self.text(language).split("\n\n")]
        written = list(filter(None, parts))
        return written[number] if number < len(written) else ""
