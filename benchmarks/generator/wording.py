"""Romanian-like texts for strategies that nobody wrote, put together from lists of words.

Outcomes and goals read as somebody doing something, activities as something done, outputs
as something counted, so that rules about wording meet what they would meet in a real file.
"""

from __future__ import annotations

from random import Random

__all__ = [
    "AREAS",
    "KINDS_OF_FACTOR",
    "Wording",
]

AREAS = (
    "Guvernanță",
    "Servicii publice",
    "Educație",
    "Piața muncii",
    "Sănătate",
    "Locuire",
    "Cultură",
    "Spațiu public",
    "Comunicare",
    "Siguranță",
)

KINDS_OF_FACTOR = ("barrier", "enabler", "external", "unintended")

_BEGINNINGS = (
    "Bere",
    "Cur",
    "Dum",
    "Făge",
    "Gher",
    "Hârti",
    "Izvo",
    "Jim",
    "Lipo",
    "Măcri",
    "Nădla",
    "Ocna",
    "Pecica",
    "Răcăș",
    "Săla",
    "Ște",
    "Țigmă",
    "Urse",
    "Văli",
    "Zăbra",
    "Alio",
    "Bocșa",
    "Chișo",
    "Deta",
)
_ENDINGS = ("eni", "ești", "oara", "ița", "ava", "ău", "uța", "oiu", "iș", "anca", "ețu", "ina")

_PEOPLE = (
    "Funcționarii",
    "Mediatorii",
    "Profesorii",
    "Medicii de familie",
    "Angajatorii",
    "Părinții",
    "Tinerii veniți de curând",
    "Femeile migrante",
    "Lucrătorii sezonieri",
    "Asistenții sociali",
    "Bibliotecarii",
    "Consilierii locali",
    "Voluntarii",
    "Vecinii",
    "Studenții străini",
    "Polițiștii locali",
    "Jurnaliștii",
    "Proprietarii de locuințe",
    "Antrenorii",
    "Vârstnicii",
)
_AT_HOME = ("Angajatorii", "Părinții", "Voluntarii", "Vecinii", "Antrenorii", "Vârstnicii")
_DEEDS = {
    "reach": (
        "află de la ghișeu despre cursul de seară",
        "vin la întâlnirile lunare de la casa de cultură",
        "primesc pe telefon programul de audiențe",
        "ajung la punctul de consiliere în prima lună",
        "intră în grupele deschise la bibliotecă",
    ),
    "capacity": (
        "știu cum se completează dosarul de ședere",
        "înțeleg pașii recunoașterii diplomelor",
        "pot purta o discuție scurtă în limba celuilalt",
        "recunosc cazurile de discriminare de la ghișeu",
        "cunosc drepturile lucrătorilor fără contract",
    ),
    "behaviour": (
        "folosesc fișa comună la primirea cererilor",
        "cheamă un mediator de la prima vizită",
        "își invită vecinii la sărbătorile cartierului",
        "verifică diplomele străine înainte de angajare",
        "răspund la sesizări în limba celui care întreabă",
    ),
    "benefit": (
        "lucrează pe măsura pregătirii lor",
        "primesc la timp serviciile la care au dreptul",
        "își țin copiii la școală până la absolvire",
        "locuiesc cu contract înregistrat",
        "au un medic de familie aproape de casă",
    ),
    "condition": (
        "au încredere în instituțiile din cartier",
        "se simt acasă pe strada lor",
        "își sar unii altora în ajutor",
        "se recunosc în povestea orașului",
        "trăiesc fără teamă de respingere",
    ),
    "goal": (
        "folosesc serviciile publice în condiții egale",
        "participă la hotărârile comunității",
        "muncesc la nivelul calificării lor",
        "trăiesc împreună în cartiere deschise",
        "învață în școli primitoare",
    ),
    "assumption": (
        "au timp de curs după program",
        "primesc sprijinul conducerii",
        "cred că schimbarea le este de folos",
        "rămân în rol cel puțin doi ani",
        "spun deschis ce îi nemulțumește",
        "au drum plătit până la sală",
    ),
    "barrier": ("se schimbă des din funcție", "așteaptă luni întregi un aviz"),
    "enabler": ("caută oameni calificați", "cer programe comune cu vecinii"),
    "external": ("depind de bugetul anului următor", "urmează o lege aflată în schimbare"),
    "unintended": ("ajung la ghișee separate", "pleacă spre orașe mai mari"),
}
_MEASURES = (
    "Curs de română",
    "Atelier de orientare",
    "Caravană de informare",
    "Târg al locurilor de muncă",
    "Program de mentorat",
    "Sesiune de instruire",
    "Punct de consiliere",
    "Campanie de afișe",
    "Cerc de conversație",
    "Serviciu de mediere",
    "Laborator de idei",
    "Școală de vară",
)
_VENUES = (
    "biblioteca",
    "primăria",
    "casa de cultură",
    "școala generală",
    "parcul industrial",
    "policlinica",
    "piața",
    "gara",
    "căminul cultural",
    "sala de sport",
)
_THINGS = (
    "întâlniri ținute",
    "ghiduri tipărite",
    "absolvenți înscriși",
    "dosare pregătite",
    "fișe publicate",
    "ore de mediere oferite",
    "grupe încheiate",
    "povești înregistrate",
    "vizite făcute",
)
_BEGUN = (
    "Cine a exersat pe cazuri adevărate",
    "Cine primește un răspuns în limba lui",
    "O regulă scrisă pe o singură pagină",
    "Un om de încredere aflat la ghișeu",
    "Cine și-a rezolvat repede treaba",
    "O poveste auzită de la un vecin",
    "Programul ținut după orele de lucru",
    "Cine a fost întrebat înainte",
    "Banii prinși din timp în buget",
    "O sală aflată aproape de casă",
    "Cine vede rezultatul la colegul de birou",
    "O listă comună de cazuri",
)
_FOLLOWED = (
    "aduce și prietenii data viitoare",
    "scade stânjeneala primului salut",
    "recunoaște situația când o întâlnește",
    "face ca dosarul să nu se mai întoarcă",
    "lasă timp de întrebări",
    "schimbă ordinea în care se lucrează",
    "arată ce mai lipsește",
    "ține grupa laolaltă până la capăt",
    "deschide ușa celor care ezitau",
    "îi dă fiecăruia un rol",
    "coboară costul primei încercări",
    "leagă instituțiile între ele",
)
_LOST = (
    "Ce s-a învățat rămâne nefolosit",
    "Grupele se golesc după prima lună",
    "Oamenii vin tot cu rude care traduc",
    "Planul rămâne pe hârtie până la următorul mandat",
    "Discuția se mută la cine a greșit",
)
_ORGANISATIONS = (
    "Primăria",
    "Biblioteca",
    "Școala de meserii",
    "Asociația de părinți",
    "Fundația de integrare",
    "Casa de cultură",
    "Agenția de ocupare",
)


class Wording:
    """A source of texts that repeats itself for the same numbers and never by chance.

    Args:
        rng: where chance comes from.
    """

    def __init__(self, rng: Random) -> None:
        """Begin with the first place."""
        self.rng = rng
        self._places = 0

    def place(self) -> str:
        """Give the next name of a place; all are used before one comes back."""
        number, self._places = self._places, self._places + 1
        count = len(_BEGINNINGS) * len(_ENDINGS)
        turn, at = divmod(number * 7 % count + number // count * count, count)
        first, second = divmod(at, len(_ENDINGS))
        name = f"{_BEGINNINGS[first]}{_ENDINGS[second]}"
        return name if turn == 0 else f"{name} {turn + 1}"

    def people(self) -> str:
        """Give a group of people from somewhere."""
        return f"{self.rng.choice(_PEOPLE)} din {self.place()}"

    def neighbours(self) -> str:
        """Give a group of people who were there before."""
        return f"{self.rng.choice(_AT_HOME)} din {self.place()}"

    def deed(self, kind: str) -> str:
        """Give what people do: of a kind of change, an assumption or a factor."""
        return self.rng.choice(_DEEDS[kind])

    def somebody(self, kind: str) -> str:
        """Give a whole statement about people."""
        return f"{self.people()} {self.deed(kind)}"

    def measure(self) -> str:
        """Give the title of an activity."""
        return f"{self.rng.choice(_MEASURES)} la {self.rng.choice(_VENUES)} din {self.place()}"

    def delivered(self, amount: int) -> str:
        """Give the title of an output."""
        things, venue = self.rng.choice(_THINGS), self.rng.choice(_VENUES)
        return f"{amount} de {things} la {venue} din {self.place()}"

    def reason(self) -> str:
        """Give why one thing leads to another."""
        return f"{self.rng.choice(_BEGUN)} {self.rng.choice(_FOLLOWED)}"

    def loss(self) -> str:
        """Give what follows when something does not hold."""
        return self.rng.choice(_LOST)

    def organisation(self) -> str:
        """Give the name of an organisation."""
        return f"{self.rng.choice(_ORGANISATIONS)} din {self.place()}"
