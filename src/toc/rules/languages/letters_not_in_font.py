"""Letters and signs of a label that the fonts of the pictures have not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from toc.findings import Related, Route, Severity
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, rule
from toc.text.characters import STRAY
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TITLED = (*NODE_SECTIONS, "assumptions", "indicators", "pilots", "stakeholders", "areas", "stages")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "strategy": ("title", "name"),
    "links": ("because",),
    **dict.fromkeys(_TITLED, ("title", "short")),
}
_SHOWN = 3
_EASY = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u024f\u0400-\u045f–—‘’“”„…\s]*")
"""Texts of these letters need no look into the fonts: the bundled one has them all."""

_OURS = frozenset({"LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER", "MATHEMATICAL"})
"""Writing of which the bundled font lacks only single signs."""

_SCRIPTS = {
    "ARABIC": Message("Arabic"),
    "ARMENIAN": Message("Armenian"),
    "BENGALI": Message("Bengali"),
    "CJK": Message("Chinese"),
    "DEVANAGARI": Message("Devanagari"),
    "ETHIOPIC": Message("Ethiopic"),
    "GEORGIAN": Message("Georgian"),
    "GURMUKHI": Message("Gurmukhi"),
    "HANGUL": Message("Korean"),
    "HEBREW": Message("Hebrew"),
    "HIRAGANA": Message("Japanese"),
    "KATAKANA": Message("Japanese"),
    "SINHALA": Message("Sinhala"),
    "TAMIL": Message("Tamil"),
    "THAI": Message("Thai"),
}

_Places = list[tuple[Route, str, str]]


# The first place of a script is told: where a part is torn, that place may be in the hole.
@rule(Severity.WARNING, relies_on=("strategy", "links", *_TITLED))
def letters_not_in_font(case: Case) -> Iterator[Complaint]:
    """Find, for each script and each sign, the labels that no font of the pictures can draw."""
    found: dict[str, _Places] = {}
    for route, wording in _labels(case):
        lacking = _lacking(case, wording)
        for kind, char in {_kind(char): char for char in reversed(lacking)}.items():
            found.setdefault(kind, []).append((route, wording, char))
    for kind, places in found.items():
        yield _complaint(kind, places)


def _labels(case: Case) -> Iterator[tuple[Route, str]]:
    """Go through the wordings that pictures show, each with the route to it."""
    for route, text in case.texts:
        if route[-1] in _FIELDS.get(str(route[0]), ()):
            for tag, wording in text.wordings.items():
                yield ((*route, tag) if tag else route), wording


def _lacking(case: Case, wording: str) -> Sequence[str]:
    if _EASY.fullmatch(wording):
        return ()
    from toc.typeface import missing  # noqa: PLC0415 - most strategies need no look

    # A stray character has a finding of its own.
    composed = unicodedata.normalize("NFC", STRAY.sub("", wording))
    return missing(composed, case.fonts)


def _kind(char: str) -> str:
    """Give the script of a letter, by its first word in Unicode; a sign is its own kind."""
    script = unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
    is_letter = unicodedata.category(char)[0] in "LM"
    return script if is_letter and script and script not in _OURS else char


def _complaint(kind: str, places: _Places) -> Complaint:
    # Whoever sorts a file finds the same.
    (route, wording, char), *others = sorted(places, key=lambda place: [*map(str, place[0])])
    values = {"count": len(places), "text": wording, "char": char, "name": _name(char)}
    if len(kind) > 1:
        values["script"] = _SCRIPTS.get(kind) or kind.title()
        message = Message(
            "“{text}” has {script} letters, such as {char} ({name}): no font of the pictures "
            "has them",
            values,
            plural="{count} texts, among them “{text}”, have {script} letters, such as {char} "
            "({name}): no font of the pictures has them",
        )
        mend = Message(
            "name a font that has them: “fonts” in toc.toml, or --font where you draw; "
            "a Noto font for every script is free"
        )
    else:
        message = Message(
            "“{text}” has the sign {char} ({name}), which no font of the pictures has",
            values,
            plural="{count} texts, among them “{text}”, have the sign {char} ({name}), which no "
            "font of the pictures has",
        )
        mend = Message(
            "write it in words or leave it out; or name a font that has it: “fonts” in "
            "toc.toml, or --font where you draw"
        )
    also = [
        Related(Message("“{text}” too", {"text": another}), there)
        for there, another, _ in others[:_SHOWN]
    ]
    return complaint(route, message, mend, related=also)


def _name(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{code} {unicodedata.name(char, '')}".strip()
