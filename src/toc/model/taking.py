"""What a field takes from whoever writes it in Python, and what it gives back.

A title may be written as a plain string and reads as a `Text`.  Pydantic converts it;
this tells type checkers, through the descriptors of PEP 681.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from typing import Any, overload

__all__ = ["Takes"]

Given_co = TypeVar("Given_co", covariant=True)
Taken_contra = TypeVar("Taken_contra", contravariant=True)


class Takes(Generic[Given_co, Taken_contra]):
    """For type checkers only: a field that reads as one type and accepts another."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, noun: None, owner: type) -> Takes[Given_co, Taken_contra]: ...
        @overload
        def __get__(self, noun: object, owner: type) -> Given_co: ...
        def __get__(self, noun: object | None, owner: type) -> Any: ...
        def __set__(self, noun: object, value: Taken_contra) -> None: ...
