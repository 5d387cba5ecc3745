"""How a value is refused: with what is so and what to write, both sayable.

Pydantic carries the refusal with the route to the value; its own wording never reaches
a user.
"""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from toc.words import Message

__all__ = ["REFUSAL", "Refusal", "refusal", "refusal_inside", "refusals_under"]

Refusal = PydanticCustomError
"""What a validator raises; its context holds the `message` and the `mend`."""

REFUSAL = "refused"


def refusal(message: Message, mend: Message) -> PydanticCustomError:
    """Make the error that a validator raises for a value that it cannot take."""
    context = {"text": f"{message.say()} ({mend.say()})", "message": message, "mend": mend}
    return PydanticCustomError(REFUSAL, "{text}", context)


def refusal_inside(
    steps: tuple[str | int, ...], value: object, message: Message, mend: Message
) -> ValidationError:
    """Make the error for something that stands deeper inside the value."""
    details = InitErrorDetails(type=refusal(message, mend), loc=steps, input=value)
    return ValidationError.from_exception_data("value", [details])


def refusals_under(step: str, error: ValidationError) -> list[InitErrorDetails]:
    """Give the refusals of something that stands one step deeper inside a value."""
    found: list[InitErrorDetails] = []
    for details in error.errors(include_url=False):
        context = details.get("ctx", {})
        kind = refusal(context["message"], context["mend"])
        place = (step, *details["loc"])
        found.append(InitErrorDetails(type=kind, loc=place, input=details["input"]))
    return found
