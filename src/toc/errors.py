"""Wrong calls, as opposed to wrong strategies (those are findings).

```text
TocError                    everything that this package raises on purpose
├── StrategyError           `load` met findings: they travel in `.findings`
├── InputError              there is nothing to read, or it cannot be read
├── OutputError             what was asked for cannot be written there
├── UnknownNameError        no rule, format, layout, language … of that name
├── NothingToDrawError      what is asked to be shown is empty
└── MissingExtraError       an optional part of the package is not installed
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.findings import Finding
    from toc.words import Message

__all__ = [
    "InputError",
    "MissingExtraError",
    "NothingToDrawError",
    "OutputError",
    "StrategyError",
    "TocError",
    "UnknownNameError",
]


class TocError(Exception):
    """The root of what the package raises on purpose.

    Attributes:
        message: what is wrong, sayable in any of the package's languages.
    """

    def __init__(self, message: Message) -> None:
        """Keep the message; its English wording is the exception's text."""
        super().__init__(message.say("en"))
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes whole: with the message and not with its wording."""
        return type(self), (self.message,)


class InputError(TocError):
    """There is nothing to read at that path, or it cannot be read."""


class OutputError(TocError):
    """What was asked for cannot be written to that path."""


class UnknownNameError(TocError):
    """No rule, format, engine or language has that name."""


class NothingToDrawError(TocError):
    """Nothing of the strategy is what was asked to be shown."""


class MissingExtraError(TocError):
    """An optional part of the package is needed and not installed."""


class StrategyError(TocError):
    """A strategy was to be loaded and has faults that stand in the way.

    Attributes:
        findings: every fault that was found, each with its place.
    """

    def __init__(self, message: Message, findings: Sequence[Finding]) -> None:
        """Keep the findings beside the message."""
        super().__init__(message)
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes with the findings."""
        return type(self), (self.message, self.findings)
