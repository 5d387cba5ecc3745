"""What every result of this room has: sentences for a meeting, and plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.words import Sayable

__all__ = ["Result"]


class Result:
    """What an assessment says."""

    __slots__ = ()

    @property
    def told(self) -> Sequence[Sayable]:
        """What is said in a meeting: sentences without a capital letter and a full stop."""
        raise NotImplementedError

    def plain(self, language: str) -> dict[str, object]:
        """Give it as plain data, with ids."""
        raise NotImplementedError

    def sentence(self, language: str = "en") -> str:
        """Give it in a few sentences.

        Args:
            language: a tag such as `ro`; English where there is no translation.
        """
        said = (" ".join(one.say(language).split()) for one in self.told)
        return " ".join(f"{one[:1].upper()}{one[1:]}." for one in said)

    def as_data(self, language: str = "en") -> dict[str, object]:
        """Give it as plain data for JSON, with its sentences in a language.

        Args:
            language: a tag such as `ro`.
        """
        return {"sentence": self.sentence(language), **self.plain(language)}
