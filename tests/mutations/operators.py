"""What can go wrong with a theory of change, as changes of its plain data.

Each operator is written from the catalogue of rules and the first sentence of a rule's
page: what authors forget, turn round, mistype or claim.  None is written from the code of
a rule.  An edit is an operator at a place; `everywhere` gives every edit that there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from mutations.clean import Clean, Tree

__all__ = [
    "Edit",
    "add",
    "drop",
    "drop_links",
    "duplicate",
    "everywhere",
    "forget",
    "later",
    "move",
    "mutant",
    "put",
    "put_all",
    "read",
    "rename",
    "retarget",
    "reverse",
    "reword",
    "tabled",
    "typed",
    "untranslate",
]

Route: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Edit:
    """An operator at a place.

    Attributes:
        operator: what is done.
        route: where.
        act: does it, to a strategy of its own.
        note: what stands there afterwards.
    """

    operator: str
    route: Route
    act: Callable[[Clean], Clean]
    note: str = ""

    def __str__(self) -> str:
        """Say what is done, and where."""
        place = " / ".join(map(str, self.route))
        return f"{self.operator} {place}" + (f" → {self.note}" if self.note else "")


def mutant(of: Clean, edits: Iterable[Edit]) -> Clean:
    """Make some edits, one after the other; the clean strategy stays as it was."""
    made = of.with_tree(deepcopy(of.tree))
    for edit in edits:
        made = edit.act(made)
    return made


def _on_tree(operator: str, route: Route, change: Callable[[Tree], object], note: str = "") -> Edit:
    def act(one: Clean) -> Clean:
        change(one.tree)
        return one

    return Edit(operator, route, act, note)


def read(tree: Tree, route: Route) -> Any:
    """Give what stands at a place."""
    here: Any = tree
    for step in route:
        here = here[step]
    return here


def put(*route_and_value: Any) -> Edit:
    """Write another value at a place."""
    *steps, last, value = route_and_value

    def change(tree: Tree) -> None:
        read(tree, tuple(steps))[last] = deepcopy(value)

    return _on_tree("put", (*steps, last), change, str(value)[:60])


def put_all(section: str, field: str, value: Any) -> Edit:
    """Write the same value into a field of all entries of a section that have it."""

    def change(tree: Tree) -> None:
        for entry in tree[section].values():
            if field in entry:
                entry[field] = deepcopy(value)

    return _on_tree("put-all", (section, field), change, str(value)[:60])


def add(*route_and_value: Any) -> Edit:
    """Write an entry that was not there, at the end of its section."""
    return replace(put(*route_and_value), operator="add")


def drop(*route: str | int) -> Edit:
    """Leave a section, an entry, a field or an item of a list out."""
    return _on_tree("drop", route, lambda tree: read(tree, route[:-1]).pop(route[-1]))


def drop_links(*ids: str, into: bool = True, out: bool = True) -> Edit:
    """Leave out the links that lead into some nodes, out of them, or both."""

    def change(tree: Tree) -> None:
        for key in list(tree["links"]):
            causes, effect = _ends(key)
            if (into and effect in ids) or (out and not set(causes).isdisjoint(ids)):
                del tree["links"][key]

    return _on_tree("drop-links", ("links", *ids), change)


def forget(*route: str) -> Edit:
    """Leave a section or an entry out, and everything that names it: nothing is left dangling."""

    def change(tree: Tree) -> None:
        gone = read(tree, route)
        read(tree, route[:-1]).pop(route[-1])
        names = set(gone) if len(route) == 1 else {route[-1]}
        for section, content in list(tree.items()):
            tree[section] = _without(content, names)

    return _on_tree("forget", route, change)


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, dict):
        kept = {key: _without(one, names) for key, one in value.items() if not _names(key, names)}
        return {key: one for key, one in kept.items() if one is not None}
    if isinstance(value, list):
        return [
            _without(one, names) for one in value if not isinstance(one, str) or one not in names
        ]
    return None if isinstance(value, str) and value in names else value


def _names(key: str, names: set[str]) -> bool:
    return bool(names.intersection(re.split(r"\s*(?:->|,)\s*", key)))


def reverse(link: str) -> Edit:
    """Turn a link round."""
    causes, effect = _ends(link)
    return _relink("reverse", link, f"{effect} -> {causes[0]}")


def retarget(link: str, effect: str) -> Edit:
    """Let a link lead elsewhere."""
    return _relink("retarget", link, f"{link.partition(' -> ')[0]} -> {effect}")


def _relink(operator: str, link: str, new: str) -> Edit:
    def change(tree: Tree) -> None:
        tree["links"] = {(new if key == link else key): one for key, one in tree["links"].items()}

    return _on_tree(operator, ("links", link), change, new)


def _ends(link: str) -> tuple[list[str], str]:
    causes, _, effect = link.partition("->")
    return [cause.strip() for cause in causes.split(",")], effect.strip()


def duplicate(section: str, name: str, new: str, into: str = "") -> Edit:
    """Write an entry a second time, under an id of its own, or in another section."""

    def change(tree: Tree) -> None:
        tree[into or section][new] = deepcopy(tree[section][name])

    return _on_tree("duplicate", (section, name), change, f"{into or section} / {new}")


def move(section: str, name: str, into: str) -> Edit:
    """Write an entry into another section."""

    def change(tree: Tree) -> None:
        tree[into][name] = tree[section].pop(name)

    return _on_tree("move", (section, name), change, into)


def rename(section: str, name: str, new: str) -> Edit:
    """Give an entry another id, wherever it is named."""

    def change(tree: Tree) -> None:
        for content in list(tree):
            tree[content] = _renamed(tree[content], name, new)

    return _on_tree("rename", (section, name), change, new)


def _renamed(value: Any, name: str, new: str) -> Any:
    if isinstance(value, dict):
        return {
            _renamed_key(key, name, new): _renamed(one, name, new) for key, one in value.items()
        }
    if isinstance(value, list):
        return [_renamed(one, name, new) for one in value]
    return new if value == name else value


def _renamed_key(key: str, name: str, new: str) -> str:
    return (
        re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", new, key)
        if "->" in key
        else (new if key == name else key)
    )


def reword(*route_and_text: str | int) -> Edit:
    """Say something else at a place; where there are two languages, in the first."""
    *route, text = route_and_text

    def change(tree: Tree) -> None:
        before = read(tree, tuple(route))
        entry = read(tree, tuple(route[:-1]))
        entry[route[-1]] = (
            {**before, next(iter(before)): text} if isinstance(before, dict) else text
        )

    return _on_tree("reword", tuple(route), change, str(text)[:60])


def untranslate(*route: str | int) -> Edit:
    """Leave the second language out."""
    return replace(drop(*route, "en"), operator="untranslate")


def later(day: date) -> Edit:
    """Let time pass: the strategy is checked on another day."""
    return Edit("later", (), lambda one: replace(one, on=day), str(day))


def typed(old: str, new: str) -> Edit:
    """Type something else into the text of the file, where only a file can be wrong."""

    def type_it(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return Edit("type", (), lambda one: replace(one, typing=type_it), new.strip()[:40])


def tabled(old: str, new: str) -> Edit:
    """Write something else into the spreadsheet of readings."""

    def write_it(one: Clean) -> Clean:
        assert old in one.readings, old
        return replace(one, readings=one.readings.replace(old, new, 1))

    return Edit("table", (), write_it, new.strip()[:40])


# What follows gives every edit of a kind that a strategy has room for.


def everywhere(of: Clean) -> Iterator[Edit]:
    """Give every edit of every kind, at every place of a strategy."""
    for operators in (
        _leaving_out,
        _of_links,
        _of_ids,
        _of_words,
        _of_dates,
        _of_numbers,
        _of_choices,
    ):
        yield from operators(of.tree)


_HEAD = "strategy"
_UNTOLD = ("toc", _HEAD)


def _sections(tree: Tree) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for section, entries in tree.items():
        if section not in _UNTOLD:
            yield section, entries


def _entries(tree: Tree) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for section, entries in _sections(tree):
        for name, entry in entries.items():
            yield section, name, entry


def _fields(tree: Tree) -> Iterator[tuple[Route, Any]]:
    for field, value in tree[_HEAD].items():
        yield (_HEAD, field), value
    for section, name, entry in _entries(tree):
        for field, value in entry.items():
            yield (section, name, field), value


def _leaves(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, (*route, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _leaves(one, (*route, index))
    elif isinstance(value, str):
        yield route, value


def _named(operator: str, edit: Edit) -> Edit:
    return replace(edit, operator=operator)


def _leaving_out(tree: Tree) -> Iterator[Edit]:
    """Drop and forget: a section, an entry, a field, an item of a list, a language."""
    for section, _ in _sections(tree):
        yield _named("drop a section", drop(section))
        yield _named("forget a section", forget(section))
    for section, name, _ in _entries(tree):
        yield _named("drop an entry" if section != "links" else "drop a link", drop(section, name))
        if section != "links":
            yield _named("forget an entry", forget(section, name))
    for route, value in _fields(tree):
        yield _named("drop a field", drop(*route))
        if isinstance(value, list):
            for index in range(len(value)):
                yield _named("drop an item", drop(*route, index))
        if isinstance(value, dict) and "en" in value:
            yield _named("drop a language", untranslate(*route))


_CHAIN = ("needs", "assets", "inputs", "activities", "outputs", "outcomes", "goals", "factors")


def _nodes(tree: Tree) -> list[str]:
    return [name for section in _CHAIN for name in tree.get(section, ())]


def _of_links(tree: Tree) -> Iterator[Edit]:
    """Reverse, retarget and add links."""
    nodes = _nodes(tree)
    for place, link in enumerate(tree["links"]):
        yield _named("reverse a link", reverse(link))
        for step in (1, len(nodes) // 2):
            new = nodes[(place * 7 + step) % len(nodes)]
            yield _named("retarget a link", retarget(link, new))
    for place, cause in enumerate(nodes):
        effect = nodes[(place * 5 + 3) % len(nodes)]
        if f"{cause} -> {effect}" not in tree["links"]:
            yield _named("add a bare link", add("links", f"{cause} -> {effect}", {}))


def _ids(tree: Tree) -> dict[str, str]:
    return {
        name: section
        for section, name, _ in _entries(tree)
        if section not in ("links", "changelog")
    }


_NOT_NAMING = ("title", "text", "short", "because", "kind", "scale", "unit", "value")


def _references(tree: Tree) -> Iterator[tuple[Route, str]]:
    ids = _ids(tree)
    for route, value in _leaves(tree):
        if value in ids and not set(route).intersection(_NOT_NAMING):
            yield route, value


def _of_ids(tree: Tree) -> Iterator[Edit]:
    """Misspell ids, keys and references; name a thing of another kind; write things twice."""
    for section, name, _ in _entries(tree):
        if section not in ("links", "changelog"):
            yield _named("write an entry twice", duplicate(section, name, f"{name}_2"))
            other = "glossary" if section != "glossary" else "areas"
            yield _named("write an id twice", duplicate(section, name, name, other))
            yield _named("misspell an id", _misspelled(section, name))
        elif section == "links":
            yield _named("misspell a link", _relink("", name, f"{name}x"))
    for route, _ in _fields(tree):
        yield _named("misspell a key", _misspelled(*route))
    for route, value in _references(tree):
        yield _named("misspell a reference", put(*route, _mistyped(value)))
        yield _named("name a thing of another kind", put(*route, _of_other_kind(tree, value)))


def _mistyped(name: str) -> str:
    return name[:1] + name[2:] if len(name) > 3 else f"{name}x"


def _misspelled(*route: str | int) -> Edit:
    def change(tree: Tree) -> None:
        holder = read(tree, route[:-1])
        entries = {
            (_mistyped(key) if key == route[-1] else key): one for key, one in holder.items()
        }
        holder.clear()
        holder.update(entries)

    return _on_tree("misspell", route, change, _mistyped(str(route[-1])))


def _of_other_kind(tree: Tree, name: str) -> str:
    others: Tree = tree["areas"] if name in tree["glossary"] else tree["glossary"]
    return next(iter(others))


_WORDINGS: Mapping[str, Mapping[str, str]] = {
    # From the examples of the catalogue, and their English counterparts.
    "as doing": {"ro": "Organizarea a 10 cursuri", "en": "Organising ten courses"},
    "as change": {"ro": "Creșterea încrederii", "en": "Increased trust"},
    "vaguely": {"ro": "{} în mod adecvat", "en": "{} in an appropriate way"},
    "absolutely": {"ro": "Elimină discriminarea", "en": "Eliminate discrimination"},
    "as two": {"ro": "Conceperea și testarea metodologiei", "en": "Design and testing of the method"},
    "with its means": {"ro": "{} prin acțiuni artistice", "en": "{} through artistic activities"},
    "with its purpose": {"ro": "{} pentru a dinamiza implementarea", "en": "{} in order to speed up the work"},
    "loaded": {"ro": "Asimilarea imigranților ilegali", "en": "Assimilation of illegal immigrants"},
    "as a wish": {"ro": "Sperăm că va exista voință", "en": "We hope there will be good will"},
    "as a placeholder": {"ro": "de completat", "en": "to be completed"},
    "with an acronym": {"ro": "{}, RTTX", "en": "{}, RTTX"},
    "at length": {"ro": "{} " + "și așa mai departe cu fiecare an " * 5, "en": "{} " + "and so on from year to year " * 5},
    "with a direction": {"ro": "Creșterea cu 20 % a ponderii", "en": "Increase of the share by 20 %"},
    "as a count of outputs": {"ro": "Numărul de cursuri", "en": "Number of courses"},
    "with old letters": {"ro": "Migranţii şi localnicii", "en": "Migranţii şi localnicii"},
    "with a stray character": {"ro": "\uf0fc {}", "en": "\uf0fc {}"},
}  # fmt: skip
_WORDED = (*_CHAIN, "assumptions", "indicators", "risks", "pilots")
_DELIVERED = ("outputs", "outcomes", "goals")
_WHERE: Mapping[str, tuple[str, ...]] = {
    # Where the catalogue calls it a fault; everywhere where it does not say.
    "as doing": _DELIVERED,
    "as change": ("activities", "outputs"),
    "vaguely": ("activities", "assumptions", *_DELIVERED),
    "absolutely": ("outcomes", "goals"),
    "as two": ("activities", *_DELIVERED),
    "with its means": ("outcomes", "goals"),
    "with its purpose": ("activities",),
    "as a wish": ("assumptions",),
    "with an acronym": _CHAIN,
    "at length": _CHAIN,
    "with a direction": ("indicators",),
    "as a count of outputs": ("indicators",),
}


def _of_words(tree: Tree) -> Iterator[Edit]:
    """Say what is meant in each of the ways in which it should not be said."""
    for section in _WORDED:
        for name, entry in tree.get(section, {}).items():
            title = entry["title"]
            said = title["ro"] if isinstance(title, dict) else title
            language = "ro" if isinstance(title, dict) else "en"
            for way, by_language in _WORDINGS.items():
                if section in _WHERE.get(way, _WORDED):
                    text = by_language[language].format(said)
                    yield _named(f"reword {way}", reword(section, name, "title", text))
    for link, entry in tree["links"].items():
        because = entry.get("because")
        if because is not None:
            yield _named(
                "reword as its ends", reword("links", link, "because", _restated(tree, link))
            )
    yield from _copied_words(tree)


def _restated(tree: Tree, link: str) -> str:
    causes, effect = _ends(link)
    titles = {name: entry["title"] for section in _CHAIN for name, entry in tree[section].items()}
    said = [
        titles[name]["ro"] if isinstance(titles[name], dict) else titles[name]
        for name in (causes[0], effect)
    ]
    return " ".join(said)


def _copied_words(tree: Tree) -> Iterator[Edit]:
    for route, value in _fields(tree):
        if isinstance(value, dict) and set(value) == {"ro", "en"}:
            yield _named("copy into the other language", put(*route, "en", value["ro"]))


_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?|-Q\d)?\Z")
_INTERVAL = re.compile(r"(\d{4}[-\dQ]*)/(\d{4}[-\dQ]*)\Z")
_SHIFT = 12


def _of_dates(tree: Tree) -> Iterator[Edit]:
    """Swap the ends of a period; move a date far back, far on, or out of the calendar."""
    for route, value in _leaves(tree):
        if "changelog" not in route[-1:] and _is_code(route):
            continue
        if ends := _INTERVAL.match(value):
            yield _named("swap a period", put(*route, f"{ends[2]}/{ends[1]}"))
            yield _named("move a period far on", put(*route, "/".join(map(_on, ends.groups()))))
            yield _named("open a period", put(*route, f"{ends[1]}/.."))
        elif _DATE.match(value) and _is_date(route):
            yield _named("move a date far on", put(*route, _on(value)))
            yield _named("move a date far back", put(*route, _on(value, -_SHIFT)))
            yield _named("misdate", put(*route, "31.02.2026"))
    for route, value in _fields(tree):
        if isinstance(value, dict) and value and all(map(_DATE.match, value)):
            for day in value:
                yield _named("move a value far on", _redated(route, day, _SHIFT))
                yield _named("move a value far back", _redated(route, day, -_SHIFT))


_CODES = ("refs", "number", "version", "nuts")
_DATED = ("date", "due", "check_by", "until", "year", "next", "on")


def _is_code(route: Route) -> bool:
    return not set(route).isdisjoint(_CODES)


def _is_date(route: Route) -> bool:
    return route[-1] in _DATED


def _on(day: str, years: int = _SHIFT) -> str:
    return f"{int(day[:4]) + years}{day[4:]}"


def _redated(route: Route, day: str, years: int) -> Edit:
    def change(tree: Tree) -> None:
        holder = read(tree, route)
        holder[_on(day, years)] = holder.pop(day)

    return _on_tree("redate", (*route, day), change, _on(day, years))


_NUMBER = re.compile(r"\d+(\.\d+)?\Z")


def _of_numbers(tree: Tree) -> Iterator[Edit]:
    """Multiply, negate and zero numbers; write them the Romanian way, and as words."""
    for route, value in _leaves(tree):
        if not _NUMBER.match(value) or _is_date(route) or _is_code(route) or route[0] == "toc":
            continue
        yield _named("multiply a number", put(*route, f"{float(value) * 100 + 7:g}"))
        yield _named("negate a number", put(*route, f"-{value}"))
        yield _named("zero a number", put(*route, "0"))
        yield _named("write a decimal comma", put(*route, f"{value},5"))
        yield _named("write a number as a word", put(*route, "cinci"))


_CHOICES: Mapping[str, tuple[str, ...]] = {
    # From the table of fields of the format.
    "status": ("untested", "holding", "doubtful", "failed"),
    "importance": ("critical", "supporting", "context"),
    "evidence": ("strong", "moderate", "limited", "gap"),
    "role": ("contributes", "necessary", "sufficient", "enables", "hinders"),
    "horizon": ("short", "medium", "long"),
    "change": ("reach", "reaction", "capacity", "behaviour", "benefit", "condition", "policy"),
    "measure": ("number", "percentage", "ordinal", "qualitative"),
    "direction": ("up", "down", "supports", "contradicts"),
    "aggregate": ("sum", "mean", "distinct", "none"),
    "feedback": ("reinforcing", "balancing"),
    "ceiling": ("reach", "capacity", "behaviour", "condition"),
    "decision": ("keep", "change", "stop"),
    "likelihood": ("unlikely", "likely"),
    "kind": ("barrier", "enabler", "external", "unintended", "person", "organisation", "group"),
    "requires": ("all", "any", "9"),
}
_STATUSES = ("sketch", "draft", "consulted", "adopted", "running", "closed")


def _of_choices(tree: Tree) -> Iterator[Edit]:
    """Choose another word of a list, one that no list has, and leave values open."""
    for route, value in _fields(tree):
        field = str(route[-1])
        words = _STATUSES if route == (_HEAD, "status") else _CHOICES.get(field, ())
        if value in words:
            for word in words:
                if word != value:
                    yield _named("choose another word", put(*route, word))
            yield _named("choose a word that there is not", put(*route, "perhaps"))
        yield _named("leave a value open", put(*route, "tbd"))
        yield _named("write a list where a text belongs", put(*route, [["a"], ["b"]]))
