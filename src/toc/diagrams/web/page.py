"""The whole page: its policy, its style and script, every language one after the other."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from toc.diagrams import palette
from toc.diagrams.labels import clean
from toc.diagrams.markup import attributes, element
from toc.diagrams.vector import faces_of, families
from toc.diagrams.web.edition import edition

if TYPE_CHECKING:
    from toc.diagrams.picture import Picture

__all__ = ["page"]

_SCRIPTS = ("asking.js", "showing.js", "doing.js")


def page(picture: Picture) -> str:
    """Write a picture as a page that stands alone and asks for nothing.

    Args:
        picture: what is shown; each of its languages becomes an edition, laid out alike.
    """
    family = picture.chart.family
    languages = tuple(chart.language for chart in family)
    body = "".join(
        edition(
            picture.chart.spoken(chart.language), picture.scene_in(chart.language), at, languages
        )
        for at, chart in enumerate(family)
    )
    said = "".join(sorted(set(body)))
    fonts = "".join(faces_of(said, said))
    style, script = _colours() + _part("page.css"), "".join(map(_part, _SCRIPTS))
    policy = attributes(
        http_equiv="Content-Security-Policy", content=_policy([fonts, style], script)
    )
    head = (
        '<meta charset="utf-8">',
        f"<meta {policy}>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("title", clean(picture.chart.title) or "·"),
        f"<style>{fonts}</style>",
        f"<style>{style}</style>",
    )
    start = f"<!DOCTYPE html>\n<html {attributes(lang=picture.chart.language)}>"
    content = f"<main>{body}</main><script>{script}</script>"
    return f"{start}<head>{''.join(head)}</head><body>{content}</body></html>\n"


def _policy(styles: list[str], script: str) -> str:
    """Let in what stands in this file, by its hash, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {' '.join(map(_hash, styles))}",
            f"script-src {_hash(script)}",
            "font-src data:",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _colours() -> str:
    """Give the style sheet the palette's colours by name."""
    named = {
        "ink": palette.INK,
        "secondary": palette.SECONDARY,
        "band": palette.BAND,
        "paper": palette.PAPER,
        "rule": palette.RULE,
        "hindrance": palette.HINDRANCE,
        **{f"level-{level}": colour for level, colour in palette.TINTS.items()},
    }
    said = ";".join(f"--{name}:{colour}" for name, colour in named.items())
    return f":root{{{said};--family:{families()}}}\n"


@cache
def _part(name: str) -> str:
    return (files("toc.diagrams.web") / name).read_text(encoding="utf-8")
