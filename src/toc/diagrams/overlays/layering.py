"""Which way the map reads: arrows that run against it, fit least, or leave out a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.analysis.layering import layering
from toc.analysis.leaps import leaps
from toc.diagrams.readings import Reading, overlay_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.laying import Case
    from toc.diagrams.overlay import Overlay

ABOUT = Message("which arrows run against the way the map reads, and which leave out a level")


def lay(case: Case) -> Overlay:
    """Dress the arrows that do not fit; their ends stay as they are."""
    found = _found(case)
    ends = {end for key in found for end in case.links[key].ends}
    title = Message("Which way the map reads")
    return overlay_of("layering", title, case.carried(found), case.chart, case.boxes_of(ends))


def _found(case: Case) -> Mapping[str, Reading]:
    """Give the arrows by what is worst about them, the worst first."""
    layers = layering(case.strategy)
    worst = {(one.cause, one.effect) for one in layers.worst}
    links = {key: one.ends for key, one in case.links.items() if not one.feeds_back}
    leaping = {(one.arrow, one.key) for one in leaps(case.strategy).leaps}
    against = [
        key
        for key, (cause, effect) in links.items()
        if layers.levels[effect] < layers.levels[cause]
    ]
    misfit = [key for key, ends in links.items() if ends in worst and key not in against]
    leap = [key for key, one in case.links.items() if (one.name, one.key) in leaping]
    return {
        **dict.fromkeys(against, Reading("against")),
        **{key: _misfit(leaps=key in leap) for key in misfit},
        **{key: Reading("leap") for key in leap if key not in {*against, *misfit}},
    }


def _misfit(*, leaps: bool) -> Reading:
    return Reading("misfit", words=Message("leaves out a level") if leaps else "")
