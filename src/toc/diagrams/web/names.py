"""What things are called inside the page: ids by number, keys for the page's address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.diagrams.chart import Chart
    from toc.diagrams.scene import Scene

__all__ = ["Names", "names_of"]


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of one edition; they are numbered, so that no author's id is one.

    Attributes:
        edition: which language it is, by number.
        boxes: each box's place in causal order.
        arrows: each arrow's place in causal order.
        tokens: by box, the facets' values that pick it out, as "facet.value".
        manner: by arrow, "feedback" or "hinders" where it does not simply lead on.
    """

    edition: int
    boxes: Mapping[str, int]
    arrows: Mapping[str, int]
    tokens: Mapping[str, tuple[str, ...]]
    manner: Mapping[str, str]

    def own(self, name: str) -> str:
        """Give the id of something that each edition has once."""
        return f"e{self.edition}-{name}"

    def box(self, key: str) -> str:
        """Give the id of a box's row."""
        return self.own(f"b{self.boxes[key]}")

    def arrow(self, key: str) -> str:
        """Give the id of an arrow's row."""
        return self.own(f"a{self.arrows[key]}")

    def note(self, number: int) -> str:
        """Give the id of an assumption's row."""
        return self.own(f"n{number}")


def names_of(chart: Chart, scene: Scene, edition: int) -> Names:
    """Number the boxes and arrows of an edition in causal order."""
    tokens: dict[str, list[str]] = {}
    for at, facet in enumerate(chart.facets):
        for value, (_, boxes) in enumerate(facet.values):
            for box in boxes:
                tokens.setdefault(box, []).append(f"{at}.{value}")
    return Names(
        edition,
        {box.id: at for at, box in enumerate(scene.boxes)},
        {arrow.key: at for at, arrow in enumerate(scene.arrows)},
        {box: tuple(found) for box, found in tokens.items()},
        {
            arrow.key: "hinders" if arrow.hinders else "feedback"
            for arrow in chart.arrows
            if arrow.hinders or arrow.feedback
        },
    )
