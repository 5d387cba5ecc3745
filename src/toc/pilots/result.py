"""What every result of this room has: a sentence for a meeting, and plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toc.words import Sayable

__all__ = ["Result"]


class Result:
    """What one question about pilots found."""

    __slots__ = ()

    @property
    def told(self) -> Sayable:
        """What is said in a meeting, without a capital letter and a full stop."""
        raise NotImplementedError

    def plain(self) -> dict[str, object]:
        """Give it as plain data, with ids."""
        raise NotImplementedError

    def sentence(self, language: str = "en") -> str:
        """Give it as a sentence for a meeting.

        Args:
            language: a tag such as `ro`; English where there is no translation.
        """
        said = self.told.say(language)
        return f"{said[:1].upper()}{said[1:]}."

    def as_data(self, language: str = "en") -> dict[str, object]:
        """Give it as plain data for JSON, with its sentence in a language.

        Args:
            language: a tag such as `ro`.
        """
        return {"sentence": self.sentence(language), **self.plain()}
