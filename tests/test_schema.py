"""The JSON Schema: it takes what the loader takes, and refuses a misspelled key anywhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli.running import toc, write
from hypothesis import given
from jsonschema import Draft202012Validator
from theories import as_yaml, strategies

from toc import Strategy, new, schema
from toc.loading import find_strategies, load_parts
from toc.model.strategy import SECTIONS
from toc.text.document import read_document
from toc.text.source import Source

ROOT = Path(__file__).parents[1]
PARTS = [ROOT / "strategies" / "arad.yaml", *sorted((ROOT / "strategies" / "timis").glob("*.yaml"))]
FORMAT_PAGE = ROOT.parent / "shared" / "design" / "format.md"

EXAMPLE = """\
toc: 1
strategy:
  id: timis
  title: {ro: Strategia județului, en: The county's strategy}
  languages: [ro, en]
  status: draft
  version: 0.2
  period: 2026-01/2028-12
  place: {name: Timiș, nuts: RO424}
  led_by: prefectura
  ceiling: behaviour
  budget: none
areas:
  servicii: Servicii publice
questions:
  ghiseu: {title: "Există un ghișeu unic?", area: servicii, points: {nu: 0, da: 100}, weight: 2, kind: input}
  limbi: {title: "În câte limbi?", area: servicii, scale: [0, 8], direction: up, version: 2025, optional: true}
assessments:
  initiala:
    title: Evaluarea
    date: 2025-11
    version: 2025
    scores: {servicii: 41}
    peers: {servicii: 52.5}
    answers: raspunsuri.csv
    answered: {ghiseu: nu, limbi: {value: 2, evidence: Lista, note: La telefon, example: Mediatorii}}
needs:
  acces_greu: {title: Serviciile se obțin greu, area: servicii}
assets:
  traditie: O lungă tradiție de conviețuire
stakeholders:
  prefectura: {title: Instituția Prefectului, kind: organisation}
  functionari: {title: Funcționari publici, kind: group, size: 1200}
stages:
  pregatire: {title: Pregătire, period: 2026-01/.., review: {every: P5M, joint: true}}
inputs:
  bani: {title: Fonduri, amount: 45000, unit: EUR, from: prefectura}
activities:
  academii: {title: Academii, accountable: prefectura, for: [functionari], cost: tbd, new: false}
outputs:
  absolventi: {title: 150 de absolvenți, due: 2026-12, requires: all}
outcomes:
  servicii_adaptate: {title: Personalul aplică, horizon: medium, change: behaviour, requires: 2}
goals:
  acces_egal: {title: Acces egal, refs: {sdg: "10.7"}, x-note: {anything: [1, true]}}
factors:
  plecari: {title: Personalul pleacă, kind: barrier, watch: functionari}
assumptions:
  timp: {title: Este timp, kind: opportunity, importance: critical, confidence: 60 %}
risks:
  fluctuatie: {title: Pleacă cei formați, likelihood: roughly even, of: timp}
links:
  academii -> absolventi: Modulele au loc în trei serii
  bani, absolventi -> servicii_adaptate: {because: Exersează, assuming: [timp], lag: P5M}
  servicii_adaptate → acces_egal: tbd
indicators:
  servicii_care_aplica:
    of: servicii_adaptate
    title: Servicii care aplică o procedură
    baseline: {2025: 3}
    milestones: {2026-Q2: 6, 2026-12-31: {value: 8, source: Chestionar, by: {urban: 6}}}
    target: {2028: 20}
    frequency: P1Y
sources:
  studiu: {title: Un studiu, year: 2024, direction: mixed}
criteria:
  cost: {title: Cost, weight: 0.3, scale: [1, 5], direction: down, knock_out: 2}
pilots:
  mediatori:
    title: Mediatori
    of: [academii]
    tests:
      - timp
      - academii -> absolventi
    scores: {cost: {ana: 3, ion: 4}}
    chosen: {on: 2026-04-15, by: [comitet], because: A avut cele mai bune note}
events:
  lansare: {title: Lansare, date: 2026-02-01, mode: hybrid, attended: {functionari: 40}}
feedback:
  cazuri: {title: Mai multe cazuri, from: lansare, changed: [academii]}
reviews:
  prima: {title: Prima revizuire, date: 2026-06, decisions: [{about: academii, decision: keep}]}
lessons:
  lectie: {title: Cazurile țin sala trează, from: prima, for: [prefectura]}
messages:
  anunt: {title: Ce facem, for: [functionari], date: 2026-02}
glossary:
  ong: Organizație neguvernamentală
waivers:
  w: {rule: node-without-links, at: plecari, because: Se urmărește separat, until: 2026-12}
views:
  scurt: {title: Pe scurt, goal: acces_egal, between: [academii, acces_egal]}
changelog:
  "0.2": {date: 2026-03, approved: HCJ 12/2026}
  "0.1": Prima schiță
x-own: {anything: at all}
"""
"""Every section, every kind of value, short and long forms: what format.md describes."""


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Give a validator of the schema."""
    return Draft202012Validator(schema())


def as_text(text: str) -> Any:
    """Read YAML as this package does: every value as text."""
    return read_document(Source("x.yaml", text)).data


def as_typed(text: str) -> Any:
    """Read YAML as most tools do: numbers, dates and flags, and keys that JSON can have."""
    return json_like(yaml.safe_load(text))


def json_like(value: Any) -> Any:
    """Turn what a YAML reader made into what JSON can hold."""
    if isinstance(value, dict):
        return {named(key): json_like(item) for key, item in value.items()}
    if isinstance(value, list):
        return [json_like(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def named(key: object) -> str:
    """Give a key as it was typed: PyYAML takes the key `on` for true, newer readers do not."""
    return "on" if key is True else str(key)


def refusals(validator: Draft202012Validator, tree: Any) -> list[str]:
    """Give what the schema says against a tree."""
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(tree)]


def test_it_is_a_schema_of_the_draft_that_it_names() -> None:
    """The schema itself is valid JSON Schema, draft 2020-12."""
    made = schema()
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(made)


READERS = pytest.mark.parametrize("read", [as_text, as_typed])


@READERS
@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_the_real_strategies_are_taken(
    path: Path, read: Any, validator: Draft202012Validator
) -> None:
    """Both strategies pass as they stand, each part, read as text and with types."""
    assert refusals(validator, read(path.read_text(encoding="utf-8"))) == []


@READERS
@pytest.mark.parametrize("language", ["en", "ro"])
def test_the_first_strategy_is_taken(
    language: str, read: Any, validator: Draft202012Validator
) -> None:
    """What `toc new` writes passes in either language."""
    assert refusals(validator, read(new(language=language))) == []


@READERS
def test_an_example_of_everything_is_taken(read: Any, validator: Draft202012Validator) -> None:
    """Every section, the short and the long forms, `tbd`, and keys of one's own pass."""
    assert refusals(validator, read(EXAMPLE)) == []
    assert set(SECTIONS) <= set(read(EXAMPLE))


def test_the_example_loads(tmp_path: Path) -> None:
    """The example is one that the loader has nothing to say of."""
    write(tmp_path / "raspunsuri.csv", "question,answer\nlimbi,2\n")
    (parts,) = find_strategies(write(tmp_path / "x.yaml", EXAMPLE))
    assert load_parts(parts).findings == ()


@READERS
def test_the_example_of_the_format_page_is_taken(
    read: Any, validator: Draft202012Validator
) -> None:
    """The example on the page that fixes the format passes as it stands there."""
    if not FORMAT_PAGE.is_file():
        pytest.skip(f"{FORMAT_PAGE} is not on this machine")
    page = FORMAT_PAGE.read_text(encoding="utf-8")
    (example,) = re.findall(r"(?ms)^```yaml\n(.*?)^```", page)
    assert example.startswith("toc: 1\n")
    assert refusals(validator, read(example)) == []


@given(strategies())
def test_what_loads_without_a_word_is_taken(strategy: Strategy) -> None:
    """Whatever the loader reads without a finding passes, read as text and with types."""
    text = as_yaml(strategy)
    validator = Draft202012Validator(VALID)
    assert refusals(validator, as_text(text)) == []
    assert refusals(validator, as_typed(text)) == []


VALID = schema()

MISSPELLED = [
    {"outcome": {"a": "A"}},
    {"Goals": {"a": "A"}},
    {"strategy": {"titel": "A"}},
    {"strategy": {"place": {"nutz": "RO424"}}},
    {"strategy": {"title": {"romanian language": "A"}}},
    {"stages": {"a": {"review": {"evry": "P5M"}}}},
    {"indicators": {"a": {"target": {"2028": {"valeu": 1}}}}},
    {"indicators": {"a": {"baseline": {"2028": {"value": 1, "nota": "A"}}}}},
    {"pilots": {"a": {"chosen": {"becuase": "A"}}}},
    {"reviews": {"a": {"decisions": [{"abuot": "b"}]}}},
    {"links": {"a -> b": {"becuase": "A"}}},
    *({section: {"a -> b" if section == "links" else "a": {"titel": "A"}}} for section in SECTIONS),
]


@pytest.mark.parametrize("tree", MISSPELLED, ids=json.dumps)
def test_a_misspelled_key_is_refused(
    tree: Any, validator: Draft202012Validator, tmp_path: Path
) -> None:
    """At every level a key that is not known is refused, by the schema as by the loader."""
    assert refusals(validator, tree) != []
    (parts,) = find_strategies(write(tmp_path / "x.yaml", json.dumps(tree)))
    rules = {finding.rule for finding in load_parts(parts).findings}
    assert rules & {"key-unknown", "value-malformed"}


OWN = [
    {"x-goals": {"a": "A"}},
    {"goals": {"x-a": ["A"]}},
    {"strategy": {"x-title": "A"}},
    {"strategy": {"place": {"x-nuts": "RO424"}}},
    {"stages": {"a": {"review": {"x-every": 5}}}},
    {"indicators": {"a": {"target": {"2028": {"x-value": True}}}}},
    {"pilots": {"a": {"chosen": {"x-because": None}}}},
    {"reviews": {"a": {"decisions": [{"x-about": {"b": []}}]}}},
    {"links": {"a -> b": {"x-because": "A"}, "x-c": 1}},
    *({section: {"a -> b" if section == "links" else "a": {"x-": "A"}}} for section in SECTIONS),
]


@pytest.mark.parametrize("tree", OWN, ids=json.dumps)
def test_a_key_of_ones_own_is_taken(
    tree: Any, validator: Draft202012Validator, tmp_path: Path
) -> None:
    """At every level whatever stands under a key with `x-` passes, here and in the loader."""
    assert refusals(validator, tree) == []
    (parts,) = find_strategies(write(tmp_path / "x.yaml", json.dumps(tree)))
    rules = {finding.rule for finding in load_parts(parts).findings}
    assert rules <= {"entry-without-title"}


@pytest.mark.parametrize(
    "tree",
    [
        {"toc": 2},
        {"goals": ["equal"]},
        {"goals": {"2nd": "A"}},
        {"goals": {"acces egal": "A"}},
        {"goals": {"a": ["A"]}},
        {"goals": {"a": {"title": ["A"]}}},
        {"links": {"a": "A"}},
        {"links": {"a => b": "A"}},
        {"links": {"a -> b, c": "A"}},
        {"strategy": {"status": "dratf"}},
        {"strategy": {"period": "03.2026"}},
        {"strategy": {"period": "2026-2028"}},
        {"strategy": {"id": "two words"}},
        {"outputs": {"a": {"due": "2026-13"}}},
        {"outputs": {"a": {"due": "2026-Q5"}}},
        {"outputs": {"a": {"amount": "12,5"}}},
        {"outputs": {"a": {"amount": "many"}}},
        {"outputs": {"a": {"requires": "some"}}},
        {"activities": {"a": {"quick_win": "yes"}}},
        {"activities": {"a": {"cost": "free"}}},
        {"activities": {"a": {"accountable": ["b", "c"]}}},
        {"assumptions": {"a": {"confidence": 120}}},
        {"assumptions": {"a": {"confidence": "high"}}},
        {"risks": {"a": {"likelihood": "maybe"}}},
        {"criteria": {"a": {"scale": [1]}}},
        {"stages": {"a": {"review": {"every": "5 months"}}}},
        {"reviews": {"a": {"decisions": {"about": "b"}}}},
    ],
    ids=json.dumps,
)
def test_a_value_that_does_not_fit_is_refused(
    tree: Any, validator: Draft202012Validator, tmp_path: Path
) -> None:
    """Values outside their field's notation are refused by the schema as by the loader."""
    assert refusals(validator, tree) != []
    (parts,) = find_strategies(write(tmp_path / "x.yaml", json.dumps(tree)))
    assert "value-malformed" in {finding.rule for finding in load_parts(parts).findings}


def described(made: dict[str, Any]) -> dict[str, str]:
    """Give what a schema says of each key that an author may type, by noun and key."""
    nouns = {"": made} | made["$defs"]
    found: dict[str, str] = {}
    for noun, part in nouns.items():
        shape: dict[str, Any] = next(
            (one for one in part.get("anyOf", [part]) if "properties" in one), {}
        )
        for key, value in shape.get("properties", {}).items():
            target = value["anyOf"][0].get("$ref", "").rpartition("/")[2]
            found[f"{noun}.{key}"] = value.get("description") or nouns[target].get(
                "description", ""
            )
    return found


@pytest.mark.parametrize("language", ["en", "ro"])
def test_every_key_is_described(language: str) -> None:
    """An editor can say of each key what it holds."""
    keys = described(schema(language=language))
    assert len(keys) > 200
    assert [path for path, said in keys.items() if not said] == []


def test_descriptions_are_translated() -> None:
    """In Romanian every description is Romanian, and nothing else of the schema differs."""
    english, romanian = (described(schema(language=one)) for one in ("en", "ro"))
    assert english.keys() == romanian.keys()
    assert [path for path, said in english.items() if said == romanian[path]] == []
    assert without_words(schema()) == without_words(schema(language="ro"))


def without_words(part: Any) -> Any:
    """Give a schema without its titles and descriptions."""
    if isinstance(part, dict):
        said = {key for key in ("title", "description") if isinstance(part.get(key), str)}
        return {key: without_words(value) for key, value in part.items() if key not in said}
    return [without_words(item) for item in part] if isinstance(part, list) else part


class TestTheCommand:
    """`toc schema`."""

    @pytest.mark.parametrize("language", ["en", "ro"])
    def test_it_prints_the_schema(self, language: str) -> None:
        """What is printed is the schema as JSON, in the language asked for."""
        ran = toc("schema", "--language", language)
        assert (ran.code, ran.err) == (0, "")
        assert json.loads(ran.out) == schema(language=language)

    def test_it_writes_the_schema(self, tmp_path: Path) -> None:
        """With `-o` the same is written to a file."""
        ran = toc("schema", "-o", tmp_path / "deep" / "toc.json")
        assert (ran.code, ran.out) == (0, f"wrote {tmp_path}/deep/toc.json\n")
        assert (tmp_path / "deep" / "toc.json").read_text("utf-8") == toc("schema").out

    def test_other_peoples_tools_take_it(self, tmp_path: Path) -> None:
        """check-jsonschema passes both strategies with it, and stops at a misspelled key."""
        toc("schema", "-o", tmp_path / "toc.json")
        faulty = write(tmp_path / "faulty.yaml", EXAMPLE.replace("horizon:", "horizont:"))
        made = tmp_path / "toc.json"
        check = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(made)]
        passed = subprocess.run(
            [*check, *map(str, PARTS)], capture_output=True, text=True, check=False
        )
        refused = subprocess.run([*check, str(faulty)], capture_output=True, text=True, check=False)
        assert (passed.returncode, passed.stderr) == (0, "")
        assert refused.returncode == 1
        assert "horizont" in refused.stdout
