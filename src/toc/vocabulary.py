"""The field's words for what a strategy is made of, sayable in each language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from toc.words import Message

__all__ = [
    "ASSUMED",
    "CHANGES",
    "CHOICES",
    "FIELDS",
    "KEYS_IN_ROMANIAN",
    "KINDS",
    "STATES",
    "STATUSES",
    "endonym",
]

KINDS: Mapping[str, Message] = MappingProxyType(
    {
        "needs": Message("need"),
        "assets": Message("strength"),
        "inputs": Message("input"),
        "activities": Message("activity"),
        "outputs": Message("output"),
        "outcomes": Message("outcome"),
        "goals": Message("goal"),
        "factors": Message("factor"),
    }
)
"""What one node of a section is called."""

CHANGES: Mapping[str, Message] = MappingProxyType(
    {
        "reach": Message("people are reached"),
        "reaction": Message("a reaction"),
        "capacity": Message("a new capacity"),
        "behaviour": Message("a new behaviour"),
        "benefit": Message("a benefit"),
        "condition": Message("better conditions"),
        "policy": Message("a policy"),
    }
)
"""What kind of change an outcome is."""

ASSUMED: Mapping[str, Message] = MappingProxyType(
    {
        "causal": Message("cause and effect"),
        "reach": Message("being reached"),
        "capability": Message("being able"),
        "opportunity": Message("having the occasion"),
        "motivation": Message("wanting to"),
        "context": Message("the world around"),
        "values": Message("values"),
        "implementation": Message("carrying it out"),
        "rationale": Message("the idea as a whole"),
    }
)
"""What kind of thing an assumption is about."""

STATES: Mapping[str, Message] = MappingProxyType(
    {
        "untested": Message("untested"),
        "holding": Message("holding"),
        "doubtful": Message("doubtful"),
        "failed": Message("failed"),
    }
)
"""What is known of an assumption today."""

CHOICES: Mapping[str, Message] = MappingProxyType(
    {
        "keep": Message("keep"),
        "change": Message("change"),
        "stop": Message("stop"),
    }
)
"""What a meeting or a review may decide about a thing."""

STATUSES: Mapping[str, Message] = MappingProxyType(
    {
        "sketch": Message("sketch"),
        "draft": Message("draft"),
        "consulted": Message("consulted"),
        "adopted": Message("adopted"),
        "running": Message("running"),
        "closed": Message("closed"),
    }
)
"""How far a strategy is."""

FIELDS: Mapping[str, Message] = MappingProxyType(
    {
        "accountable": Message("the one who answers for it"),
        "actual": Message("the value measured"),
        "amount": Message("the amount"),
        "assuming": Message("what it assumes"),
        "baseline": Message("the baseline"),
        "because": Message("the reason"),
        "budget": Message("the budget"),
        "check_by": Message("the date of the next look"),
        "cost": Message("the cost"),
        "date": Message("the date"),
        "due": Message("the due date"),
        "for": Message("the target group"),
        "frequency": Message("the frequency of measuring"),
        "funding": Message("the funding"),
        "horizon": Message("the time horizon"),
        "owner": Message("the one who keeps an eye on it"),
        "period": Message("the period"),
        "responsible": Message("the ones who do it"),
        "response": Message("the response"),
        "scores": Message("the scores"),
        "size": Message("the size"),
        "source": Message("the source"),
        "status": Message("the status"),
        "target": Message("the target"),
        "title": Message("the title"),
        "unit": Message("the unit"),
        "weight": Message("the weight"),
    }
)
"""What people call a field, for those that are left open most often."""

KEYS_IN_ROMANIAN: Mapping[str, str] = MappingProxyType(
    {
        "strategie": "strategy",
        "domenii": "areas",
        "evaluari": "assessments",
        "nevoi": "needs",
        "atuuri": "assets",
        "parti_interesate": "stakeholders",
        "actori": "stakeholders",
        "etape": "stages",
        "resurse": "inputs",
        "intrari": "inputs",
        "activitati": "activities",
        "masuri": "activities",
        "realizari": "outputs",
        "rezultate": "outcomes",
        "obiective": "goals",
        "scopuri": "goals",
        "factori": "factors",
        "ipoteze": "assumptions",
        "riscuri": "risks",
        "legaturi": "links",
        "indicatori": "indicators",
        "surse": "sources",
        "criterii": "criteria",
        "piloti": "pilots",
        "proiecte_pilot": "pilots",
        "evenimente": "events",
        "revizuiri": "reviews",
        "lectii": "lessons",
        "mesaje": "messages",
        "glosar": "glossary",
        "derogari": "waivers",
        "titlu": "title",
        "motiv": "because",
        "pentru_ca": "because",
        "ipoteza": "assuming",
        "dovezi": "evidence",
        "domeniu": "area",
        "etapa": "stage",
        "perioada": "period",
        "tinta": "target",
        "unitate": "unit",
        "sursa": "source",
        "stadiu": "status",
        "limbi": "languages",
    }
)
"""What somebody types in Romanian, without accents, for a key of the format."""

_ENDONYMS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "العربية",
        "bg": "български",
        "de": "Deutsch",
        "el": "ελληνικά",
        "en": "English",
        "es": "español",
        "fa": "فارسی",
        "fr": "français",
        "he": "עברית",
        "hi": "हिन्दी",
        "hu": "magyar",
        "it": "italiano",
        "ro": "română",
        "sr": "srpski",
        "tr": "Türkçe",
        "uk": "українська",
        "ur": "اردو",
    }
)


def endonym(language: str) -> str:
    """Give a language's own name, its tag where we do not know it.

    >>> endonym("ro-MD"), endonym("mt")
    ('română', 'mt')
    """
    return _ENDONYMS.get(language.split("-", maxsplit=1)[0].lower(), language)
