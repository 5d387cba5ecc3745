"""Charts to draw in tests: one like Timiș's strategy, and random ones of any size."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from toc.diagrams.chart import Arrow, Box, Chart, Column, Feedback, Kind, Lane, Note, State

COLUMNS = (
    Column("input", "Resurse", "ce punem la dispoziție: oameni, bani, spații, date"),
    Column("activity", "Activități", "ce face cineva cu aceste resurse"),
    Column("output", "Realizări", "ce se livrează direct prin activități"),
    Column("short", "Rezultate pe termen scurt", "ce se schimbă întâi, și la cine"),
    Column("medium", "Rezultate pe termen mediu", "ce fac oamenii și instituțiile altfel"),
    Column("long", "Rezultate pe termen lung", "ce se schimbă în viața oamenilor"),
    Column("goal", "Obiective", "la ce se angajează strategia"),
)

LANES = (
    Lane("servicii", "Servicii publice"),
    Lane("munca", "Muncă și competențe"),
    Lane("educatie", "Educație și limbă"),
    Lane("convietuire", "Conviețuire și participare"),
    Lane("guvernanta", "Guvernanță și date"),
)

_IN, _ACT, _OUT, _SHORT, _MED, _LONG, _GOAL = range(7)
_SERV, _MUN, _EDU, _CONV, _GUV = range(5)

_BOXES: tuple[tuple[str, Kind, str, int, int], ...] = (
    ("i_persoane", "input", "Persoane-resursă desemnate de instituții", _IN, _SERV),
    ("i_mediatori", "input", "Fond pentru mediatori interculturali", _IN, _SERV),
    ("i_angajatori", "input", "Rețea de 40 de angajatori", _IN, _MUN),
    ("i_formatori", "input", "Formatori de limba română ca limbă străină", _IN, _EDU),
    ("i_spatii", "input", "Spații puse la dispoziție de biblioteci și case de cultură", _IN, _CONV),
    ("i_date", "input", "Chestionarul de integrare regională", _IN, _GUV),
    ("a_academii", "activity", "Academii regionale multi-actanți pentru funcționari", _ACT, _SERV),
    ("a_ghiseu", "activity", "Mediere interculturală la ghișeu", _ACT, _SERV),
    ("a_ghid", "activity", "Elaborarea ghidului de proceduri în limbi accesibile", _ACT, _SERV),
    ("a_recunoastere", "activity", "Punct unic pentru recunoașterea calificărilor", _ACT, _MUN),
    ("a_targ", "activity", "Târguri de locuri de muncă interculturale", _ACT, _MUN),
    (
        "a_cursuri",
        "activity",
        "Cursuri de română pe module scurte, cu program flexibil",
        _ACT,
        _EDU,
    ),
    ("a_scoli", "activity", "Formarea cadrelor didactice în educație interculturală", _ACT, _EDU),
    ("a_vecini", "activity", "Întâlniri de cartier între localnici și nou-veniți", _ACT, _CONV),
    ("a_campanie", "activity", "Campanie de comunicare cu povești pozitive", _ACT, _CONV),
    ("a_codesign", "activity", "Întâlniri de co-proiectare a strategiei", _ACT, _GUV),
    ("o_absolventi", "output", "150 de decidenți și funcționari absolvenți", _OUT, _SERV),
    ("o_ghid", "output", "Ghid publicat în șase limbi", _OUT, _SERV),
    ("o_insotiri", "output", "2.000 de însoțiri la ghișeu pe an", _OUT, _SERV),
    ("o_dosare", "output", "300 de dosare de recunoaștere depuse", _OUT, _MUN),
    ("o_intalniri", "output", "600 de interviuri de angajare", _OUT, _MUN),
    ("o_cursanti", "output", "800 de cursanți care termină cel puțin un modul", _OUT, _EDU),
    ("o_profesori", "output", "120 de cadre didactice formate", _OUT, _EDU),
    ("o_evenimente", "output", "48 de întâlniri de cartier", _OUT, _CONV),
    ("o_comitet", "output", "Comitet consultativ cu reprezentanți ai migranților", _OUT, _GUV),
    (
        "s_proceduri",
        "outcome",
        "Funcționarii recunosc situațiile interculturale și știu ce procedură se aplică",
        _SHORT,
        _SERV,
    ),
    (
        "s_informati",
        "outcome",
        "Migranții știu ce servicii li se cuvin și unde se adresează",
        _SHORT,
        _SERV,
    ),
    ("s_calificari", "outcome", "Migranții au calificări recunoscute", _SHORT, _MUN),
    ("s_limba", "outcome", "Adulții se descurcă în română în situații de zi cu zi", _SHORT, _EDU),
    ("s_clase", "outcome", "Profesorii lucrează încrezător cu clase mixte", _SHORT, _EDU),
    ("s_contact", "outcome", "Localnicii și nou-veniții se cunosc pe nume", _SHORT, _CONV),
    ("s_voce", "outcome", "Reprezentanții migranților sunt consultați la timp", _SHORT, _GUV),
    ("f_criza", "barrier", "Criza de locuințe din Timișoara", _SHORT, _CONV),
    ("m_aplica", "outcome", "Personalul aplică proceduri interculturale la ghișeu", _MED, _SERV),
    ("m_angajati", "outcome", "Migranții lucrează potrivit calificării lor", _MED, _MUN),
    ("m_elevi", "outcome", "Elevii migranți rămân la școală și promovează", _MED, _EDU),
    ("m_incredere", "outcome", "Oamenii din cartier au încredere unii în alții", _MED, _CONV),
    ("m_decizii", "outcome", "Consiliul local ține cont de propunerile comitetului", _MED, _GUV),
    ("l_acces", "outcome", "Serviciile răspund la fel de bine tuturor locuitorilor", _LONG, _SERV),
    ("l_venit", "outcome", "Gospodăriile de migranți au venituri stabile", _LONG, _MUN),
    (
        "l_apartenenta",
        "outcome",
        "Oamenii se simt acasă în Timiș, oricare le-ar fi originea",
        _LONG,
        _CONV,
    ),
    (
        "l_politici",
        "outcome",
        "Politicile județului se fac pe bază de date și cu cei vizați",
        _LONG,
        _GUV,
    ),
    ("u_concurenta", "unintended", "Localnicii se tem de concurență pe piața muncii", _LONG, _MUN),
    (
        "g_egal",
        "goal",
        "Migranții din Timiș folosesc serviciile publice în condiții egale",
        _GOAL,
        _SERV,
    ),
    (
        "g_munca",
        "goal",
        "Migranții contribuie la economia județului pe măsura competențelor",
        _GOAL,
        _MUN,
    ),
    ("g_coeziune", "goal", "Timișul este un județ în care diversitatea unește", _GOAL, _CONV),
)

_ARROWS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("i_persoane", "a_academii", ()),
    ("i_persoane", "a_codesign", ()),
    ("i_mediatori", "a_ghiseu", ()),
    ("i_angajatori", "a_targ", (5,)),
    ("i_angajatori", "a_recunoastere", ()),
    ("i_formatori", "a_cursuri", ()),
    ("i_formatori", "a_scoli", ()),
    ("i_spatii", "a_vecini", ()),
    ("i_spatii", "a_cursuri", ()),
    ("i_date", "a_codesign", ()),
    ("i_date", "o_comitet", ()),
    ("a_academii", "a_ghid", ()),
    ("a_academii", "o_absolventi", (1,)),
    ("a_ghid", "o_ghid", ()),
    ("a_ghiseu", "o_insotiri", ()),
    ("a_recunoastere", "o_dosare", ()),
    ("a_targ", "o_intalniri", ()),
    ("a_cursuri", "o_cursanti", (6, 7)),
    ("a_scoli", "o_profesori", ()),
    ("a_vecini", "o_evenimente", ()),
    ("a_campanie", "s_contact", (10,)),
    ("a_campanie", "s_informati", ()),
    ("a_codesign", "o_comitet", ()),
    ("o_absolventi", "s_proceduri", (2,)),
    ("o_ghid", "s_proceduri", ()),
    ("o_ghid", "s_informati", ()),
    ("o_insotiri", "s_informati", (4,)),
    ("o_insotiri", "s_proceduri", ()),
    ("o_dosare", "s_calificari", ()),
    ("o_intalniri", "m_angajati", (5,)),
    ("o_cursanti", "s_limba", ()),
    ("o_profesori", "s_clase", ()),
    ("o_evenimente", "s_contact", (9,)),
    ("o_evenimente", "s_voce", ()),
    ("o_comitet", "s_voce", (12,)),
    ("s_proceduri", "m_aplica", (2, 3)),
    ("s_informati", "l_acces", ()),
    ("s_informati", "m_angajati", ()),
    ("s_calificari", "m_angajati", (8,)),
    ("s_limba", "m_angajati", ()),
    ("s_limba", "m_incredere", ()),
    ("s_limba", "m_elevi", ()),
    ("s_clase", "m_elevi", ()),
    ("s_contact", "m_incredere", (11,)),
    ("s_contact", "s_limba", ()),
    ("s_voce", "m_decizii", (13,)),
    ("f_criza", "m_incredere", ()),
    ("m_aplica", "l_acces", (3,)),
    ("m_angajati", "l_venit", ()),
    ("m_angajati", "u_concurenta", ()),
    ("m_elevi", "l_apartenenta", ()),
    ("m_elevi", "l_venit", ()),
    ("m_incredere", "l_apartenenta", ()),
    ("m_incredere", "s_contact", ()),
    ("m_decizii", "l_politici", (14,)),
    ("m_decizii", "l_acces", ()),
    ("l_acces", "g_egal", ()),
    ("l_acces", "l_apartenenta", ()),
    ("l_venit", "g_munca", ()),
    ("l_apartenenta", "g_coeziune", ()),
    ("l_politici", "g_egal", ()),
    ("l_politici", "g_coeziune", ()),
    ("u_concurenta", "g_coeziune", ()),
    ("l_politici", "i_date", ()),
    ("s_calificari", "g_munca", ()),
)

_NOTES: tuple[tuple[State, str], ...] = (
    ("holding", "Instituțiile îi lasă pe funcționari să participe în timpul programului"),
    ("untested", "Cine a exersat pe cazuri reale recunoaște situația la ghișeu"),
    ("doubtful", "Conducerea lasă personalului timp să aplice procedurile"),
    ("holding", "Migranții au încredere în mediatori și se întorc la ei"),
    ("untested", "Angajatorii sunt dispuși să primească dosare fără experiență în România"),
    ("failed", "Adulții care lucrează în schimburi pot veni la cursuri seara"),
    ("untested", "Există grădiniță sau supraveghere pentru copii pe durata cursurilor"),
    ("doubtful", "Ordinele profesionale răspund în cel mult șase luni"),
    ("holding", "La întâlniri vin și localnici, nu doar nou-veniți"),
    ("untested", "Presa locală preia poveștile fără să le deformeze"),
    ("untested", "Contactul repetat scade prejudecățile atunci când statutul este egal"),
    ("holding", "Comunitățile își aleg reprezentanți în care au încredere"),
    ("doubtful", "Propunerile ajung pe ordinea de zi înainte de votul bugetului"),
    ("untested", "Majoritatea politică se păstrează după alegerile din 2028"),
)

_HINDERING = {("f_criza", "m_incredere"), ("u_concurenta", "g_coeziune")}
_FEEDING_BACK: dict[tuple[str, str], Feedback] = {
    ("m_incredere", "s_contact"): "reinforcing",
    ("l_politici", "i_date"): "balancing",
}


def timis_chart(*, lanes: bool = True) -> Chart:
    """Write a chart of 46 boxes, 65 arrows, five lanes and 14 assumptions, in Romanian."""
    gates = {"m_angajati": 2, "o_comitet": "all", "g_egal": "any"}
    titles = {key: title for key, _, title, _, _ in _BOXES}
    seat: dict[int, str] = {}
    for cause, effect, numbers in _ARROWS:
        for number in numbers:
            seat.setdefault(number, f"{titles[cause]} › {titles[effect]}")
    return Chart(
        title="Strategia de integrare interculturală a județului Timiș",
        subtitle="Teoria schimbării · Timiș (RO424) · 2026–2028",
        footer=(
            "Versiunea 0.3",
            "ciornă",
            "21 noiembrie 2026",
            "română, tradus integral și în engleză",
        ),
        columns=COLUMNS,
        lanes=LANES if lanes else (),
        boxes=tuple(
            Box(key, kind, title, column, lane, gates.get(key))  # type: ignore[arg-type]
            for key, kind, title, column, lane in _BOXES
        ),
        arrows=tuple(
            Arrow(
                f"{cause} -> {effect}",
                cause,
                effect,
                "așa arată experiența din județ",
                numbers,
                (cause, effect) in _HINDERING,
                _FEEDING_BACK.get((cause, effect), ""),
            )
            for cause, effect, numbers in _ARROWS
        ),
        notes=tuple(
            Note(number, state, statement, seat.get(number, ""))
            for number, (state, statement) in enumerate(_NOTES, start=1)
        ),
        language="ro",
    )


def random_chart(seed: int, count: int, *, lanes: int = 5) -> Chart:
    """Make up a chart whose arrows mostly lead one column on, within a lane or near it."""
    random = Random(seed)
    words = [
        "migranții",
        "serviciile",
        "încredere",
        "cursuri",
        "aplică",
        "locuitorilor",
        "și",
        "la",
        "ghișeu",
        "județului",
    ]
    boxes = tuple(
        Box(
            f"n{random.randrange(10**9):09d}",
            "outcome",
            " ".join(random.choice(words) for _ in range(random.randint(2, 9))),
            at * len(COLUMNS) // count,
            random.randrange(lanes) if lanes else 0,
        )
        for at in range(count)
    )
    arrows: dict[str, Arrow] = {}
    for box in boxes:
        for _ in range(random.choice((1, 1, 1, 2, 2))):
            far = [
                other
                for other in boxes
                if 0 < other.column - box.column <= random.choice((1, 1, 1, 1, 2, 3))
            ]
            near = (
                [other for other in far if other.lane == box.lane] if random.random() < 0.7 else far
            )
            if near or far:
                effect = random.choice(near or far)
                key = f"{box.id} -> {effect.id}"
                arrows[key] = Arrow(key, box.id, effect.id)
    return Chart(
        title="Random",
        columns=COLUMNS,
        boxes=boxes,
        arrows=tuple(arrows.values()),
        lanes=tuple(Lane(str(at), f"Lane {at}") for at in range(lanes)),
    )


@pytest.fixture(scope="session")
def timis() -> Chart:
    """A chart like Timiș's, with lanes."""
    return timis_chart()


@pytest.fixture(scope="session")
def any_chart() -> Callable[..., Chart]:
    """Makes up a chart from a seed and a number of boxes."""
    return random_chart
