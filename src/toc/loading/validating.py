"""From a tree of text to the model; what does not fit becomes findings.

This is where pydantic's complaints end: each is told in the words of the format, and
what it is about is dropped, so that the rest can be read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from toc.findings import KEY, Finding, Route
from toc.model.anatomy import keys_of, noun_at, sections_with
from toc.model.refusals import REFUSAL
from toc.model.strategy import SECTIONS, SHORT_FORMS, Strategy
from toc.spelling import Speller, folded, nearest
from toc.vocabulary import KEYS_IN_ROMANIAN
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from toc.loading.joined import Joined

__all__ = ["validate"]

_ATTEMPTS = 4
_ONE_VALUE = (
    Message("a single value is expected here"),
    Message("write it in the same line, without brackets"),
)
_FIELD = 3
_ANY_ARROW = re.compile(r"[=–—-]+>|[→⇒➔➜]")


def validate(joined: Joined) -> tuple[Strategy, list[Finding], list[Route]]:
    """Build the strategy, dropping what cannot be part of one.

    Returns:
        The strategy, what there is to tell, and the routes of what was dropped.
    """
    faults = _Faults(joined)
    for attempt in range(_ATTEMPTS):
        try:
            strategy = Strategy.model_validate(joined.data, by_alias=True, by_name=False)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                faults.tell(details, whole_entry=attempt == _ATTEMPTS - 2)
            faults.drop()
        else:
            return strategy, faults.findings, faults.dropped
    return Strategy(), faults.findings, [*faults.dropped, ()]


class _Faults:
    """What pydantic complains about, told in the words of the format and dropped."""

    def __init__(self, joined: Joined) -> None:
        self.joined = joined
        self.findings: list[Finding] = []
        self.dropped: list[Route] = []
        self.losing: list[Route] = []
        self.spellers: dict[type[BaseModel], Speller] = {}

    def tell(self, details: ErrorDetails, *, whole_entry: bool) -> None:
        if _is_wording_without_field(details):
            self._tell_of_wording(details["loc"])
            return
        finding = self._finding(details)
        # Placed now, before a list closes its gaps.
        self.findings.append(replace(finding, span=self.joined.locate(finding.route)))
        route: Route = details["loc"]
        written = self.joined.reach(route[:-1] if route and route[-1] == KEY else route)
        lost = written[:2] if whole_entry else written
        near = self._near_key(lost) if finding.rule == "key-unknown" else None
        # A key that is written as well was not the one that was meant.
        is_meant = near is not None and not self.joined.holds((*lost[:-1], near))
        self.dropped.append((*lost[:-1], str(near)) if is_meant else lost)
        self.losing.append(lost)

    def _tell_of_wording(self, route: Route) -> None:
        """Tell once of an entry whose languages stand right below its id."""
        title = (*route[:2], "title")
        if title not in self.dropped:
            section, key = str(route[0]), str(route[1])
            field = SHORT_FORMS[section]
            finding = Finding(
                "key-unknown",
                Message("the languages of “{id}” stand below no field", {"id": key}),
                Message("put them below “{field}:”", {"field": field})
                if section == "links"
                else Message("write {form}", {"form": f"{key}: {{{field}: {{ro: …, en: …}}}}"}),
                (*route, KEY),
            )
            self.findings.append(replace(finding, span=self.joined.locate(finding.route)))
        self.dropped += [title, (*route[:2], SHORT_FORMS[str(route[0])])]
        self.losing.append(route)

    def drop(self) -> None:
        """Take out all that was told of, at once: dropping one moves no other."""
        if () in self.losing:
            self.joined.data.clear()
        self.joined.drop(*filter(None, self.losing))
        self.losing.clear()

    def _finding(self, details: ErrorDetails) -> Finding:
        route, kind, context = details["loc"], details["type"], details.get("ctx", {})
        is_block = isinstance(details["input"], dict | list)
        if is_block and (kind == "literal_error" or _repeats_value(context)):
            return Finding("value-malformed", *_ONE_VALUE, route)
        if kind == REFUSAL:
            return Finding("value-malformed", context["message"], context["mend"], route)
        if kind == "extra_forbidden":
            return self._unknown_key(route)
        if kind == "literal_error":
            return _not_one_of(str(details["input"]), context, route)
        if kind == "string_pattern_mismatch" or route[-1:] == (KEY,):
            return _bad_key(str(details["input"]), route)
        return _wrong_shape(kind, route)

    def _near_key(self, route: Route) -> str | None:
        """Give the key of the format that an unknown one was meant to be."""
        noun = noun_at(route[:-1])
        if noun is None:
            return None
        key = str(route[-1])
        translated = KEYS_IN_ROMANIAN.get(folded(key))
        if translated in keys_of(noun):
            return translated
        speller = self.spellers.setdefault(noun, Speller(keys_of(noun)))
        return speller.nearest(key)

    def _unknown_key(self, route: Route) -> Finding:
        key = str(route[-1])
        if len(route) == 1:
            message = Message("“{key}” is no section of a strategy", {"key": key})
        else:
            names = [step for step in route[:-1] if isinstance(step, str)]
            owner = route[0] if len(route) == _FIELD else names[-1:][0]
            values = {"key": key, "owner": str(owner)}
            message = Message("“{key}” is no field in “{owner}”", values)
        return Finding("key-unknown", message, self._right_key(route), (*route, KEY))

    def _right_key(self, route: Route) -> Message:
        if route[0] == "reviews" and route[-1] in _DECISIONS:
            return Message("write {form}", {"form": f"decision: {route[-1]}"})
        near, elsewhere = self._near_key(route), sections_with(str(route[-1]))
        if near is not None:
            return Message("did you mean “{key}”?", {"key": near})
        if elsewhere and len(route) > 1:
            return Message(
                "it is a field of {sections}; keys of your own begin with x-",
                {"sections": elsewhere[:3]},
            )
        noun = noun_at(route[:-1])
        known = () if noun is None else keys_of(noun)
        return Message("the keys here are {keys}; keys of your own begin with x-", {"keys": known})


def _is_wording_without_field(details: ErrorDetails) -> bool:
    """Whether a language tag stands where a field of an entry should."""
    route = details["loc"]
    return (
        details["type"] == "extra_forbidden"
        and len(route) == _FIELD
        and route[0] in SHORT_FORMS
        and str(route[2]).split("-")[0] in _TONGUES
        and isinstance(details["input"], str)
    )


def _repeats_value(context: Mapping[str, Any]) -> bool:
    return "message" in context and bool(context["message"].values)


def _bad_key(key: str, route: Route) -> Finding:
    if route[:1] == ("links",) and route[2:] == (KEY,):
        return Finding("value-malformed", *_no_link(key), route)
    return Finding(
        "value-malformed",
        Message("“{key}” is no id", {"key": key}),
        Message(
            "begin with a plain letter, then plain letters, digits, _ and -: {id}",
            {"id": _as_id(key)},
        ),
        route,
    )


def _as_id(text: str) -> str:
    """Give the id that a text would be with plain letters and no blanks."""
    name = re.sub(r"[^A-Za-z0-9_-]+", "_", folded(text)).strip("_-")
    return name if name[:1].isalpha() else f"n{name}"


def _no_link(key: str) -> tuple[Message, Message]:
    cause, *effects = (end.strip() for end in _ANY_ARROW.split(key))
    if len(effects) > 1 and all(effects):
        mend = Message("write one link for each arrow")
    elif "," in "".join(effects):
        mend = Message("write one link for each effect")
    elif cause and any(effects):
        causes = ", ".join(_as_id(name) for name in cause.split(",") if name.strip())
        mend = Message("write {link}", {"link": f"{causes} -> {_as_id(effects[0])}"})
    else:
        mend = Message("write “cause -> effect” with the ids of two nodes")
    return Message("“{key}” is no link", {"key": key}), mend


def _not_one_of(value: str, context: Mapping[str, Any], route: Route) -> Finding:
    allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
    near = nearest(value, allowed)
    if near is None:
        mend = Message("write one of {values}", {"values": allowed})
    else:
        mend = Message(
            "did you mean “{value}”? It can be {values}", {"value": near, "values": allowed}
        )
    return Finding(
        "value-malformed",
        Message(
            "“{value}” is not among the values of “{field}”",
            {"value": value, "field": str(route[-1])},
        ),
        mend,
        route,
    )


_DECISIONS = ("keep", "change", "stop")
_TONGUES = frozenset(
    (
        "ar",
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "fi",
        "fr",
        "hr",
        "hu",
        "it",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "tr",
        "uk",
    )
)
"""Languages that authors put right below an id; a longer list would catch plain typos."""

_DATED = ("baseline", "milestones", "target", "actual")


def _wrong_shape(kind: str, route: Route) -> Finding:
    if kind in ("tuple_type", "list_type"):
        message = Message("a list is expected here")
        mend = Message("write it in brackets: [one, two]")
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        message = Message("fields are expected here")
        mend = _form_of(route)
    else:
        message = Message("a short text is expected here")
        mend = Message(
            "write the text; if it holds a colon or begins with a dash, put it in quotes"
        )
    return Finding("value-malformed", message, mend, route)


def _form_of(route: Route) -> Message:
    """Say how fields are written in this place."""
    if route == ("links",):
        form = "cause -> effect: …"
    elif len(route) == 1 and route[0] in SECTIONS:
        form = "id: …"
    elif route[-1:] and route[-1] in _DATED:
        form = "{2029: 80}"
    else:
        return Message("write each as “name: value” on a line of its own, indented")
    return Message("write {form}", {"form": form})
