"""What a check gives back, as it shows itself in a notebook and in an interactive shell.

>>> from toc import Strategy, check
>>> report = check(Strategy(goals={"equal": "Equal access"}), select=["structure"])
>>> report._repr_html_().splitlines()[0]
'<section class="toc-report" lang="en">'
>>> report.spoken("ro")._repr_html_().splitlines()[0]
'<section class="toc-report" lang="ro">'
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from toc.verdicts import Report
from toc.words import ORIGINAL

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["ShownReport"]


class _Printer(Protocol):
    """What an interactive shell gives, to be written into."""

    def text(self, text: str, /) -> None: ...


@dataclass(frozen=True, eq=False)
class ShownReport(Report):
    """A report that shows itself: as HTML in a notebook, as lines in an interactive shell.

    It is equal to a plain report of the same.

    Attributes:
        language: in which it speaks; that of the first strategy when empty.  Where it is
            none of ours, our words are English and the strategy's stay its own.
    """

    language: str = field(default="", repr=False)

    def spoken(self, language: str) -> ShownReport:
        """Give the same report, to be shown in another language.

        Args:
            language: a BCP 47 tag; English where we do not speak it.
        """
        return replace(self, language=language)

    def __eq__(self, other: object) -> bool:
        """Whether another report tells the same, in whichever language."""
        if not isinstance(other, Report):
            return NotImplemented
        mine, others = ((one.verdicts, one.on, one.known) for one in (self, other))
        return mine == others

    __hash__ = Report.__hash__

    def _told(self, form: str) -> str:
        from toc.reporters import REPORTERS  # noqa: PLC0415 - only who looks at it pays

        reporter: ModuleType = REPORTERS[form]
        told: str = reporter.render(self, language=self.language or _first(self))
        return told

    def _repr_html_(self) -> str:
        return self._told("html")

    def _repr_pretty_(self, printer: _Printer, cycle: bool) -> None:  # noqa: ARG002, FBT001 - the shell calls it so
        printer.text(self._told("plain").rstrip("\n"))


def _first(report: Report) -> str:
    """Give the language of the first strategy that is still whole."""
    strategies = (verdict.strategy for verdict in report.verdicts)
    languages = (tag for one in strategies if one is not None for tag in one.languages[:1])
    return next(languages, ORIGINAL)
