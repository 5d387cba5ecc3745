"""The tables: every box, link and assumption with all that is said of it, without a script.

Each row carries its key and what filters pick it by; the script makes its cards of rows.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from toc.diagrams.labels import clean
from toc.diagrams.markup import block, element
from toc.diagrams.telling import box_named
from toc.diagrams.web.drawing import badge_drawn
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.diagrams.chart import Arrow, Box, Chart, Fact, Note
    from toc.diagrams.scene import Scene
    from toc.diagrams.web.names import Names
    from toc.words import Sayable

__all__ = ["Tables"]


class Tables:
    """Writes the tables of one edition.

    Args:
        chart: what is shown, in the edition's language.
        scene: where it stands, for the order of rows.
        names: the ids of this edition.
    """

    def __init__(self, chart: Chart, scene: Scene, names: Names) -> None:
        """Look up what rows need of each other."""
        self.chart = chart
        self.names = names
        content = {box.id: box for box in chart.boxes}
        self.boxes = [content[box.id] for box in scene.boxes]
        self.label = {box.id: clean(box.label) for box in chart.boxes}
        self.told = {box.id: box.told for box in scene.boxes}
        links = {arrow.key: arrow for arrow in chart.arrows}
        self.arrows = [links[arrow.key] for arrow in scene.arrows]
        self.notes = {note.number: note for note in chart.notes}
        self.into: dict[str, list[Arrow]] = {box.id: [] for box in chart.boxes}
        self.out: dict[str, list[Arrow]] = {box.id: [] for box in chart.boxes}
        for arrow in self.arrows:
            self.into[arrow.effect].append(arrow)
            self.out[arrow.cause].append(arrow)

    def written(self) -> str:
        """Write the tables that are not empty."""
        return "".join(
            self._table(name, title, heads, bodies)
            for name, title, heads, bodies in (
                ("things", _THINGS, _OF_THINGS, list(self._levels())),
                ("links", _LINKS, _OF_LINKS, self._body(map(self._link, self.arrows))),
                ("assumptions", _NOTES, _OF_NOTES, self._body(map(self._note, self.chart.notes))),
            )
            if bodies
        )

    def _table(
        self, name: str, title: Message, heads: Sequence[Message], bodies: Sequence[str]
    ) -> str:
        caption = self.names.own(name)
        row = "".join(element("th", self._say(head), scope="col") for head in heads)
        return block(
            "section",
            element("h2", self._say(title), id=caption),
            block(
                "table",
                block("thead", block("tr", row)),
                *bodies,
                class_=name,
                aria_labelledby=caption,
            ),
        )

    @staticmethod
    def _body(rows: Iterable[str]) -> list[str]:
        written = "".join(rows)
        return [block("tbody", written)] if written else []

    def _levels(self) -> Iterator[str]:
        """Write the boxes level by level, in causal order."""
        for at, boxes in groupby(self.boxes, key=lambda box: box.column):
            column = self.chart.columns[at]
            title = block(
                "th",
                element("b", clean(column.title)),
                element("span", clean(column.definition)),
                scope="rowgroup",
                colspan=len(_OF_THINGS),
                dir="auto",
            )
            level = block("tr", title, class_="level", data_level=column.level)
            yield block("tbody", level, *map(self._thing, boxes))

    def _thing(self, box: Box) -> str:
        row = self.names.box(box.id)
        arrows = [*self.into[box.id], *self.out[box.id]]
        lane = clean(self.chart.lanes[box.lane].title) if self.chart.lanes else ""
        return block(
            "tr",
            block(
                "th",
                self._anchor(f"{row}-drawn", self.label[box.id]),
                _aside(clean(box.second)),
                _aside(lane),
                _aside(self._marks(box)),
                scope="row",
            ),
            self._cell(_CAUSES, self._ends(self.into[box.id], causes=True)),
            self._cell(_EFFECTS, self._ends(self.out[box.id], causes=False)),
            self._cell(_ASSUMPTIONS, self._conditions(self.into[box.id])),
            self._cell(_MORE, self._facts(box.facts)),
            id=row,
            data_key=f"b:{box.id}",
            data_in=" ".join((*self.names.tokens.get(box.id, ()), *self._states(arrows))),
        )

    def _link(self, arrow: Arrow) -> str:
        row = self.names.arrow(arrow.key)
        shared = set(self.names.tokens.get(arrow.cause, ()))
        tokens = (one for one in self.names.tokens.get(arrow.effect, ()) if one in shared)
        return block(
            "tr",
            block(
                "th",
                self._anchor(f"{row}-drawn", self.label[arrow.cause]),
                element("span", f" {self._verb(arrow)} ", class_="verb"),
                self._anchor(self.names.box(arrow.effect), self.label[arrow.effect]),
                scope="row",
            ),
            self._cell(_REASON, _lines(arrow.because, "because")),
            self._cell(_ASSUMPTIONS, self._conditions([arrow])),
            self._cell(_MORE, self._facts(arrow.facts)),
            id=row,
            data_key=f"a:{arrow.key}",
            data_in=" ".join((*tokens, *self._states([arrow]))),
        )

    def _note(self, note: Note) -> str:
        row = self.names.note(note.number)
        arrows = [arrow for arrow in self.arrows if note.number in arrow.assuming]
        said = {token for arrow in arrows for token in self.names.tokens.get(arrow.cause, ())}
        return block(
            "tr",
            block(
                "th",
                badge_drawn(note),
                element("span", clean(note.statement), class_="statement", dir="auto"),
                scope="row",
            ),
            self._cell(_STATE, element("p", self._say(STATES[note.state]), class_="state")),
            self._cell(_WHERE, _list(self._way(arrow) for arrow in arrows)),
            self._cell(_MORE, self._facts(note.facts)),
            id=row,
            data_key=f"n:{note.number}",
            data_in=" ".join((*sorted(said), f"s.{note.state}")),
        )

    def _way(self, arrow: Arrow) -> str:
        ends = f"{self.label[arrow.cause]} {self._verb(arrow)} {self.label[arrow.effect]}"
        return self._anchor(self.names.arrow(arrow.key), ends)

    def _states(self, arrows: Iterable[Arrow]) -> list[str]:
        numbers = {number for arrow in arrows for number in arrow.assuming}
        return sorted({f"s.{self.notes[one].state}" for one in numbers if one in self.notes})

    def _marks(self, box: Box) -> str:
        """Say what stands on a box's edges, and what is laid over it."""
        named = self._say(box_named(self.chart, box))
        return self.told[box.id].removeprefix(named).lstrip("; ")

    def _ends(self, arrows: Sequence[Arrow], *, causes: bool) -> str:
        """List the causes or the effects of a box, each a link to its row."""
        items = []
        for arrow in arrows:
            other = arrow.cause if causes else arrow.effect
            remark = self._say(_remark(arrow)) if _remark(arrow) else ""
            items.append(
                self._anchor(self.names.box(other), self.label[other], self.names.arrow(arrow.key))
                + _aside(remark)
            )
        return _list(items)

    def _conditions(self, arrows: Iterable[Arrow]) -> str:
        """List what must be true for some arrows to hold."""
        numbers = sorted({number for arrow in arrows for number in arrow.assuming})
        return _list(
            badge_drawn(self.notes[number])
            + self._anchor(self.names.note(number), clean(self.notes[number].statement))
            + _aside(self._say(STATES[self.notes[number].state]))
            for number in numbers
            if number in self.notes
        )

    def _facts(self, facts: Iterable[Fact]) -> str:
        """Fold what else is known; it is open on paper."""
        said = "".join(
            block(
                "div",
                element("dt", clean(fact.name)),
                *(_lines(one, "", "dd") for one in fact.said),
            )
            for fact in facts
        )
        if not said:
            return ""
        return block("details", element("summary", self._say(_MORE)), block("dl", said))

    def _anchor(self, target: str, text: str, arrow: str = "") -> str:
        return element("a", text, href=f"#{target}", dir="auto", data_by=arrow or None)

    def _verb(self, arrow: Arrow) -> str:
        return self._say(_HINDERS if arrow.hinders else _FEEDS_BACK if arrow.feedback else _LEADS)

    def _cell(self, head: Message, content: str) -> str:
        return block("td", content, data_head=self._say(head))

    def _say(self, message: Sayable | None) -> str:
        return "" if message is None else message.say(self.chart.language)


def _remark(arrow: Arrow) -> Message | None:
    if arrow.hinders:
        return Message("hinders")
    return Message("feeds back") if arrow.feedback else None


def _list(items: Iterable[str]) -> str:
    written = "".join(block("li", item) for item in items)
    return block("ul", written) if written else ""


def _aside(text: str) -> str:
    return element("small", text, dir="auto") if text else ""


def _lines(text: str, name: str, tag: str = "p") -> str:
    """Write a text with the line breaks that its author gave it."""
    said = "\n".join(clean(line) for line in text.splitlines()).strip()
    return element(tag, said, class_=name or None, dir="auto") if said else ""


_THINGS = Message("Everything in this picture")
_LINKS = Message("Every link, and why it should hold")
_NOTES = Message("Assumptions: what must be true for the arrows to hold")
_CAUSES = Message("Causes")
_EFFECTS = Message("Effects")
_ASSUMPTIONS = Message("Provided that")
_MORE = Message("More")
_REASON = Message("Because")
_STATE = Message("State")
_WHERE = Message("On which links")
_LEADS = Message("leads to")
_HINDERS = Message("stands in the way of")
_FEEDS_BACK = Message("feeds back to")
_OF_THINGS = (Message("What"), _CAUSES, _EFFECTS, _ASSUMPTIONS, _MORE)
_OF_LINKS = (Message("Link"), _REASON, _ASSUMPTIONS, _MORE)
_OF_NOTES = (Message("Assumption"), _STATE, _WHERE, _MORE)
