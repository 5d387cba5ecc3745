"""What heads a statement, and which two statements stand in one."""

from __future__ import annotations

import pytest

from toc.lexicon import Lexicon, head_of, second_head

LEXICON = Lexicon()

HEADS = [
    ("ro", "Organizarea a 10 cursuri", "doing"),
    ("ro", "Organizare cursuri de limba română", "doing"),
    ("ro", "1.2 Elaborarea unui ghid", "doing"),
    ("ro", "OS 1: Promovarea diversității", "doing"),
    ("ro", "Activitatea 3. Derularea evaluărilor", "doing"),
    ("ro", "Se va implica în conceperea unei metodologii", "doing"),
    ("ro", "Va desemna persoane-resursă", "doing"),
    ("ro", "Se elaborează un plan", "doing"),
    ("ro", "Să organizeze întâlniri", "doing"),
    ("ro", "A instrui funcționarii", "doing"),
    ("ro", "Organizăm ateliere", "doing"),
    ("ro", "Organizarea a peste 20 de ateliere", "doing"),
    ("ro", "Organizarea de cursuri pentru migranții care lucrează", "doing"),
    ("ro", "Punerea în aplicare a strategiei", "doing"),
    ("ro", "Consolidarea capacităților funcționarilor", "doing"),
    ("ro", "Dezvoltarea unei platforme", "doing"),
    ("ro", "Facilitarea accesului la servicii", "doing"),
    ("ro", "Combaterea discriminării", "doing"),
    ("ro", "Conștientizarea discriminării", "doing"),
    ("ro", "Digitalizarea serviciilor", "doing"),
    ("ro", "Consolidarea parteneriatului", "change"),
    ("ro", "10 cursuri de limba română", "event"),
    ("ro", "O campanie de comunicare", "event"),
    ("ro", "Creșterea încrederii", "change"),
    ("ro", "Cres\u0326terea i\u0302ncrederii", "change"),
    ("ro", "Creşterea încrederii", "change"),
    ("ro", "OS 2 Îmbunătățirea accesului la servicii", "change"),
    ("ro", "Dezvoltarea competențelor interculturale", "change"),
    ("ro", "Consolidarea încrederii dintre vecini", "change"),
    ("ro", "Extinderea accesului la servicii", "change"),
    ("ro", "Mai multă încredere între vecini", "change"),
    ("ro", "Extinderea rețelei de mediatori", None),
    ("ro", "Mai multe cursuri de română", None),
    ("ro", "Consolidarea capacității instituționale", None),
    ("ro", "Creșterea copiilor mici", None),
    ("ro", "Dezvoltarea durabilă a județului", None),
    ("ro", "Întâlniri regulate între localnici și nou-veniți", None),
    ("ro", "Formarea profesională este accesibilă migranților", None),
    ("ro", "Evaluarea inițială arată ce lipsește", None),
    ("ro", "Consultarea locuitorilor devine regulă", None),
    ("ro", "Cursurile ajung la cei din ture", None),
    ("ro", "Migranții folosesc serviciile publice", None),
    ("ro", "Prefectura organizează întâlniri", None),
    ("ro", "Organizațiile locale vin la masă", None),
    ("ro", "Publicul află povești reale", None),
    ("ro", "Măsura 1 pentru tineri", None),
    ("ro", "150 de funcționari instruiți", None),
    ("ro", "Formatorii predau modulele", None),
    ("ro", "Realizările migranților sunt cunoscute", None),
    ("ro", "", None),
    ("ro", "12", None),
    ("ro", "un", None),
    ("en", "Organise ten courses", "doing"),
    ("en", "Organising ten courses", "doing"),
    ("en", "The organisation of ten courses", "doing"),
    ("en", "To deliver language courses", "doing"),
    ("en", "Activity 2: Recruiting mediators", "doing"),
    ("en", "We will set up a helpdesk", "doing"),
    ("en", "Training of county staff", "doing"),
    ("en", "Intercultural training for county staff", "doing"),
    ("en", "Train 150 officials", "doing"),
    ("en", "Capacity building for officials", "doing"),
    ("en", "Raising awareness of discrimination", "doing"),
    ("en", "Ten language courses", "event"),
    ("en", "A communication campaign", "event"),
    ("en", "Increase in trust", "change"),
    ("en", "Reducing discrimination at work", "change"),
    ("en", "Increased intercultural skills", "change"),
    ("en", "Improving access to services", "change"),
    ("en", "Strengthen partnerships", "change"),
    ("en", "Empower refugee women", "change"),
    ("en", "More trust between neighbours", "change"),
    ("en", "Better relations between neighbours", "change"),
    ("en", "Improving the signs at the counter", None),
    ("en", "More courses in the evening", None),
    ("en", "Training reaches the people who need it", None),
    ("en", "Training manual", None),
    ("en", "Campaign posters", None),
    ("en", "Training centres accept newcomers", None),
    ("en", "Monitoring report", None),
    ("en", "Support staff know the procedures", None),
    ("en", "Staff organise the shifts themselves", None),
    ("en", "Host communities accept newcomers", None),
    ("en", "Organisations of migrants take part in decisions", None),
    ("en", "Meetings between residents and newcomers", None),
    ("en", "Developing skills of officials", "change"),
    ("en", "Public services adapt their procedures", None),
    ("en", "Staff apply intercultural procedures", None),
    ("hu", "Képzések szervezése", None),
]


@pytest.mark.parametrize(("language", "statement", "kind"), HEADS)
def test_the_head_says_whether_a_statement_is_doing_or_change(
    language: str, statement: str, kind: str | None
) -> None:
    """What leads up to the head is passed over, and whoever acts first is no such head."""
    head = head_of(LEXICON, statement, language)
    assert (head.kind if head else None) == kind


TWO = [
    ("ro", "Conceperea și testarea unei metodologii", "testarea"),
    ("ro", "Se va implica în conceperea și testarea unei metodologii", "testarea"),
    ("ro", "Elaborarea, tipărirea și difuzarea ghidului", "tipărirea"),
    ("ro", "Creșterea încrederii, precum și reducerea discriminării", "reducerea"),
    ("ro", "Elaborarea ghidului; instruirea funcționarilor", "instruirea"),
    ("ro", "Se elaborează ghidul și se instruiesc funcționarii", None),
    ("ro", "Se elaborează ghidul și se tipărește", "tipărește"),
    ("ro", "Va elabora ghidul și va instrui funcționarii", "instrui"),
    ("ro", "Organizare de cursuri și elaborare de ghiduri", "elaborare"),
    ("ro", "Organizarea de cursuri și ateliere", None),
    ("ro", "Elaborarea unui plan de monitorizare și evaluare", None),
    ("ro", "Sprijinirea primăriilor în elaborarea și testarea planurilor", None),
    ("ro", "Sprijinirea primăriilor în elaborarea planurilor; evaluarea lor", "evaluarea"),
    ("ro", "Servicii de informare și consiliere", None),
    ("ro", "Organizarea de cursuri și creșterea încrederii", None),
    ("ro", "Migranții învață româna și găsesc de lucru", None),
    ("en", "Develop and test a method", "test a"),
    ("en", "Organise courses and recruit mediators", "recruit"),
    ("en", "Organising courses as well as recruiting mediators", "recruiting"),
    ("en", "Increased trust and reduced discrimination", "reduced"),
    ("en", "Improved and extended access", None),
    ("en", "Organise courses and workshops", None),
    ("en", "Organise courses to inform and recruit volunteers", None),
    ("en", "Organise workshops and develop a guide", "develop"),
    ("en", "Training and mentoring for staff", None),
    ("en", "Staff learn and apply the procedures", None),
]


@pytest.mark.parametrize(("language", "statement", "second"), TWO)
def test_a_second_head_of_the_same_kind_is_a_second_statement(
    language: str, statement: str, second: str | None
) -> None:
    """Lists of objects, and what is joined inside a phrase, are one statement."""
    heads = second_head(LEXICON, statement, language)
    assert (heads[1].text if heads else None) == second


def test_a_project_may_add_heads_and_take_them_away() -> None:
    """Its own words are heads, and its exceptions are none."""
    own = Lexicon({"en": {"doing": ["brewing", "!organising the harvest"]}})
    brewed = head_of(own, "Brewing tea", "en")
    assert brewed is not None
    assert brewed.kind == "doing"
    assert head_of(own, "Organising the harvest", "en") is None
    assert head_of(own, "Organising a party", "en") is not None


def test_a_language_may_be_all_a_project_s_own() -> None:
    """A project adds a language by adding its lists."""
    own = Lexicon({"hu": {"events": ["képzés*"], "leading": ["a"]}})
    head = head_of(own, "A képzések", "hu")
    assert head is not None
    assert head.text == "képzések"
