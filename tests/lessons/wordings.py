"""Pairs of statements, judged by hand before there was anything to measure them with.

Alike are two wordings of which somebody who reads both says: we assume the same, what the
others learned about theirs is worth reading for ours.  Apart are two that share words, or a
kind, and of which one teaches nothing about the other.
"""

from __future__ import annotations

__all__ = ["ALIKE", "APART"]

ALIKE: dict[str, tuple[tuple[str, str], ...]] = {
    "ro": (
        (
            "Conducerea lasă personalului timp să aplice procedurile",
            "Conducerea îi dă personalului timp ca să aplice procedura",
        ),
        (
            "Migranții au încredere într-un mediator din altă comunitate",
            "Mediatorul are încrederea migranților din toate comunitățile",
        ),
        (
            "Funcționarii au timp să deschidă manualul când apare cazul",
            "Manualul este deschis de funcționari când au un caz",
        ),
        (
            "Lucrătorii pot învăța în timpul programului, chiar și cei din ture",
            "Cei care lucrează în ture pot învăța în timpul programului",
        ),
        (
            "Angajatorii văd un câștig în încadrarea potrivit calificării",
            "Încadrarea după calificare îi aduce angajatorului un câștig",
        ),
        (
            "La întâlniri vin și localnici care nu cunosc niciun migrant",
            "La întâlnire vine și cine nu cunoaște niciun migrant",
        ),
        (
            "Avizul de angajare și permisul unic se obțin în cel mult 60 de zile",
            "Permisul unic se obține în 60 de zile",
        ),
        (
            "Paginile instituțiilor ajung și la cei care nu le urmăresc",
            "Pagina instituției ajunge la oamenii care nu o urmăresc",
        ),
        (
            "Primăria răspunde în scris la propuneri",
            "Consiliul județean răspunde în scris la fiecare propunere",
        ),
        (
            "Formularele se pot completa fără ajutor",
            "Oamenii pot completa singuri formularul, fără ajutor",
        ),
        (
            "Persoanele-resursă rămân în rol cel puțin doi ani",
            "Persoana-resursă rămâne în rolul ei doi ani",
        ),
        (
            "Direcțiile răspund sincer la evaluare",
            "Școlile răspund sincer la chestionarul de evaluare",
        ),
        (
            "Presa locală scrie despre ce propune Primăria cât se mai poate schimba ceva",
            "Presa locală scrie la timp despre propunerile Primăriei",
        ),
        (
            "Migranții se simt liberi să spună ce gândesc în fața instituțiilor",
            "În fața instituției, migranții spun liber ce gândesc",
        ),
    ),
    "en": (
        (
            "Managers leave staff the time to apply the procedures",
            "Staff have time from their managers to apply a procedure",
        ),
        (
            "Migrants trust a mediator from another community",
            "The mediator is trusted by migrants of every community",
        ),
        (
            "Employers see a gain in employing people by their qualification",
            "An employer gains by recognising the qualification",
        ),
        (
            "Workers can learn during working hours, those on shifts too",
            "Learning is possible in working hours for workers on shifts",
        ),
        (
            "The institutions' pages reach people who do not follow them",
            "An institution's page reaches those who do not follow it",
        ),
        (
            "Forms can be filled in without help",
            "Residents fill in the form without anybody's help",
        ),
        (
            "The City Hall answers proposals in writing",
            "Each proposal is answered in writing by the county",
        ),
        (
            "Schools let teachers attend every module",
            "Teachers attend all modules, and their school lets them",
        ),
    ),
}
"""Worth reading beside each other."""

APART: dict[str, tuple[tuple[str, str], ...]] = {
    "ro": (
        (
            "Conducerea lasă personalului timp să aplice procedurile",
            "Conducerile instituțiilor țin integrarea printre priorități și după alegeri",
        ),
        (
            "Migranții au încredere într-un mediator din altă comunitate",
            "Migranții primesc la timp serviciile la care au dreptul",
        ),
        (
            "Angajatorii văd un câștig în încadrarea potrivit calificării",
            "Angajații văd ce program are ghișeul",
        ),
        (
            "Locuitorii aud de portal și de platformă din surse pe care le urmăresc",
            "Locuitorii primesc mai repede răspuns la cereri",
        ),
        (
            "Consiliul Local ține la consultare și după proiect",
            "Consiliul Local aprobă bugetul la termen",
        ),
        (
            "Cererile online nu se mai tipăresc în interior",
            "Locuitorii își rezolvă online cererile de rutină",
        ),
        (
            "Presa locală scrie despre ce propune Primăria cât se mai poate schimba ceva",
            "Organizațiile locale vin constant la masa proiectului",
        ),
        (
            "Avizul de angajare și permisul unic se obțin în cel mult 60 de zile",
            "Cursul se încheie în cel mult 60 de zile",
        ),
        (
            "Oamenii se întâlnesc de la egal la egal, cu un rost comun",
            "Oamenii de legătură se întâlnesc o dată pe an",
        ),
        (
            "Instituțiile își lasă oamenii la toate modulele",
            "Toate modulele sunt traduse în limbile oamenilor",
        ),
        (
            "Întâlnirile se pot ține față în față",
            "Migranții se simt liberi să spună ce gândesc în fața instituțiilor",
        ),
        (
            "Ce merge în Timișoara merge și în comunele cu puțini migranți",
            "Migranții din comune merg la școală în Timișoara",
        ),
        (
            "Echipa are mandat să schimbe planul între două revizuiri",
            "Echipa de proiect are trei oameni",
        ),
        (
            "Factorii de decizie socotesc corecte scorurile din raport",
            "Factorii de decizie citesc raportul în limba lor",
        ),
    ),
    "en": (
        (
            "Managers leave staff the time to apply the procedures",
            "Staff leave after a year",
        ),
        (
            "Migrants trust a mediator from another community",
            "Migrants find a flat in another part of town",
        ),
        (
            "Employers see a gain in employing people by their qualification",
            "People see the employment office as a last resort",
        ),
        (
            "Forms can be filled in without help",
            "Vacant posts can be filled within the year",
        ),
        (
            "The City Hall answers proposals in writing",
            "The City Hall opens on Saturdays",
        ),
        (
            "Schools let teachers attend every module",
            "Every school has a room for the module",
        ),
        (
            "The local media report in time",
            "The report is finished in time",
        ),
        (
            "Residents hear of the portal from sources they follow",
            "Residents follow the rules of the portal",
        ),
    ),
}
"""Words in common, and nothing to learn from each other."""
