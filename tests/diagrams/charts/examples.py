"""Charts to be looked at: what is usual, and what is hard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from toc.diagrams.charts import (
    Bullet,
    Names,
    Panel,
    Point,
    Score,
    bars,
    bullets,
    multiples,
    radar,
)
from toc.diagrams.charts.quadrants import Spot, quadrants
from toc.diagrams.charts.ranked import Ranks, ranked
from toc.diagrams.charts.tornado import Lesson, Storm, Swing, tornado
from toc.diagrams.plate import Plate

__all__ = ["CHARTS"]

_TITLE = "Evaluarea interculturală a județului"
_FACTS = "Strategia de integrare · versiunea 0.3 · 2026-11-30"
_NAMES = Names("acum, noiembrie 2026", "prima evaluare, martie 2025", "media orașelor comparabile")
_AREAS = (
    Score("Educație și limbă", 61, 48, 52),
    Score(
        "Conviețuire, spațiu public și participarea locuitorilor la viața comunității",
        100,
        33,
        44,
        "7 din 9 întrebări cu răspuns",
    ),
    Score("Servicii publice", None, 36, 47, "nimeni nu a răspuns încă"),
    Score("Guvernanță și date", 0, 12, None),
    Score("Munca și recunoașterea calificărilor", 47.25, 47.25, 47),
    Score("Sănătate", 8, None, 60),
    Score("Mediere", 33.3, 60, 20),
)
_ROWS = (
    Bullet("Absolvenți ai tuturor modulelor", "persoane", 0, 120, 143, 600, "on-track", "de ajuns"),
    Bullet("Ponderea cazurilor rezolvate corect la testul", "%", 38, 60, 52, 80, "behind"),
    Bullet("Zile până la primul serviciu", "zile", 41, 30, 45, 10, "far-behind", "mai mult"),
    Bullet("Locuri", "locuri", 0, 50, 220, 100, "achieved"),
    Bullet("Încredere", "%", 35, None, None, 60, "no-data", "sondajul se face în martie 2027"),
    Bullet("Se simt acasă", "%", 70, 70, 71, 70, "on-track", "de păstrat"),
    Bullet("Fără punct de plecare", "lei", None, None, 1234567.5, 2e6, "not-comparable"),
    Bullet("Uriaș", "lei", -1.5e12, 2e11, 3e11, 9.87654e14, "stale"),
    Bullet("Minuscul", "", 0.00001, 0.00005, 0.00003, 0.0001, "behind"),
)
_SPOTS = (
    Spot(1, "holding", "Oamenii vin", "nimeni nu o testează", "alone", doubt=None),
    Spot(2, "untested", "Conducerea lasă personalului timp", "", "may-carry", doubt=None),
    Spot(12, "doubtful", "Avizul și permisul se obțin în 60 de zile", "", "carries", doubt=True),
    Spot(13, "failed", "Paginile ajung și la cei care nu le urmăresc", "", "carries", doubt=True),
    *(Spot(at, "untested", f"Ipoteza {at}", "", "may-carry", doubt=True) for at in range(20, 31)),
    Spot(104, "holding", "Cu număr lung", "o testează un pilot", "carries", doubt=False),
)
_RANKS = (
    Ranks("Mediatori interculturali în două servicii", (39, 48, 13, 0, 0, 0)),
    Ranks("Întâlniri între vecini în două cartiere", (36, 1, 2, 20, 20, 21)),
    Ranks("Cel mai slab, la orice ponderi", (0, 0, 0, 0, 0, 100)),
)
_STORMS = (
    Storm(
        "Migranții folosesc serviciile în condiții egale",
        0.2,
        (
            Swing("„Conducerea lasă personalului timp să aplice procedurile”", 0.0, 0.4, "cel mai"),
            Swing("„Universitatea parteneră”", 0.15, 0.25, "cam un sfert din cât mișcă primul"),
            Swing("„Care nu mai poate lipsi”", 0.1, 0.2, "cam jumătate"),
        ),
        (Lesson("Mediatori", 0.3, "cam o treime"), Lesson("Întâlniri", 0.0, "nimic")),
    ),
    Storm("Oamenii se întâlnesc", 0.5, (Swing("„Piața”", 0.0, 1.0, "îl mișcă cel mai mult"),)),
)
_PANEL = Panel(
    "Absolvenți ai tuturor modulelor",
    "persoane",
    (Point(date(2026, 7, 1), 58), Point(date(2026, 10, 1), 143)),
    (Point(date(2026, 12, 31), 150), Point(date(2027, 12, 31), 400)),
    Point(date(2026, 1, 1), 0),
    Point(date(2028, 12, 31), 600),
    "on-track",
    "",
    date(2026, 11, 30),
)
_SERIES = (
    Point(date(2024, 6, 1), 51),
    Point(date(2025, 6, 1), 55),
    Point(date(2026, 6, 1), 38, "b"),
    Point(date(2026, 10, 1), 44, "p"),
)
_PANELS = (
    _PANEL,
    replace(
        _PANEL,
        label="Ponderea cazurilor rezolvate corect la testul de ieșire din academie",
        unit="%",
        points=_SERIES,
        baseline=_SERIES[2],
        milestones=(Point(date(2027, 6, 1), 60),),
        target=Point(date(2028, 6, 1), 80),
        standing="behind",
        words="definiția s-a schimbat în 2026",
    ),
    replace(_PANEL, label="Încredere", points=(), standing="no-data", words="în martie 2027"),
    replace(
        _PANEL,
        label="Zile până la primul serviciu",
        unit="zile",
        points=(Point(date(2026, 6, 1), 44), Point(date(2026, 10, 1), 45)),
        milestones=(),
        baseline=Point(date(2026, 1, 1), 41),
        target=Point(date(2028, 12, 1), 10),
        standing="far-behind",
    ),
    replace(
        _PANEL,
        label="Uriaș",
        points=(Point(date(2026, 3, 1), -4.1e14), Point(date(2026, 6, 1), 4.4e14)),
        baseline=None,
        milestones=(),
        target=None,
        standing="not-comparable",
    ),
)
_ARABIC = (
    Score("التعليم واللغة", 61, 48),
    Score("الخدمات العامة", None, 36, note="لم يجب أحد بعد"),
    Score("الحوكمة", 12, 30),
    Score("UNHCR", 80, 75),
)


def _full() -> tuple[Score, ...]:
    return tuple(replace(area, value=area.value or 70) for area in _AREAS)


CHARTS: Mapping[str, Callable[[], Plate]] = {
    "chart-bars": lambda: Plate(bars(_TITLE, _FACTS, _AREAS, language="ro", names=_NAMES)),
    "chart-bars-arabic": lambda: Plate(
        bars("تقييم المدينة", "2026", _ARABIC, language="ar", names=Names("الآن", "من قبل"))
    ),
    "chart-bullets": lambda: Plate(bullets("Indicatori", _FACTS, _ROWS, language="ro")),
    "chart-bullets-arabic": lambda: Plate(
        bullets(
            "المؤشرات",
            "2026",
            [replace(row, label="عدد الخريجين") for row in _ROWS[:3]],
            language="ar",
        )
    ),
    "chart-multiples": lambda: Plate(multiples("În timp", _FACTS, _PANELS, language="ro")),
    "chart-multiples-arabic": lambda: Plate(
        multiples(
            "مع مرور الوقت", "", [replace(_PANEL, label="الخريجون", unit="شخص")], language="ar"
        )
    ),
    "chart-quadrants": lambda: Plate(
        quadrants("Ipoteze", _FACTS, _SPOTS, language="ro", said="Două sunt îndoielnice.")
    ),
    "chart-quadrants-arabic": lambda: Plate(quadrants("ما نفترضه", "", _SPOTS, language="ar")),
    "chart-ranked": lambda: Plate(
        ranked("Locuri", _FACTS, _RANKS, language="ro", said="La toate ponderările.")
    ),
    "chart-ranked-arabic": lambda: Plate(ranked("المراتب", "", _RANKS, language="ar")),
    "chart-tornado": lambda: Plate(tornado("Ce mișcă", _FACTS, _STORMS, language="ro")),
    "chart-tornado-arabic": lambda: Plate(tornado("ما يغير", "", _STORMS, language="ar")),
    "chart-radar": lambda: Plate(radar(_TITLE, _FACTS, _full(), language="ro", names=_NAMES)),
    "chart-radar-broken": lambda: Plate(radar(_TITLE, "", _AREAS, language="ro", names=_NAMES)),
}
"""Each by the name of its golden plate."""
