"""The packaged registry: every row valid, the well-known ones right, look-ups safe."""

from __future__ import annotations

import csv
import os
import re
import time
from pathlib import Path

import pytest

from scorer.seeds.build_registry import TABLES, build
from scorer.seeds.files import folder
from scorer.seeds.registry import Registry
from scorer.seeds.registry_csv import DOMAIN, SLUG
from scorer.seeds.registry_rows import (
    CONFIDENCES,
    ISO_CODES,
    MEDIA_KINDS,
    SOURCE_KINDS,
    DisinfoDomain,
    DomainScore,
    Entity,
    read_table,
)

FACTS = Path(
    os.environ.get("SCORER_REGISTRY_FACTS", Path(__file__).parents[2] / "shared" / "registry")
)
REGISTRY = Registry.load()
ENTITIES: list[Entity] = [
    *REGISTRY.outlets,
    *REGISTRY.institutions,
    *REGISTRY.officials,
    *REGISTRY.countries,
]


def test_ids_are_unique_and_well_formed() -> None:
    ids = [entity.id for entity in ENTITIES]
    assert len(ids) == len(set(ids))
    for entity in ENTITIES:
        assert SLUG.fullmatch(entity.id) or entity.id in ISO_CODES


def test_every_row_has_valid_codes_a_source_and_a_confidence() -> None:
    bad = [
        entity.id
        for entity in ENTITIES
        if entity.kind not in SOURCE_KINDS
        or entity.confidence not in CONFIDENCES
        or not entity.source
        or not entity.name.strip()
        or not {entity.state, getattr(entity, "country", None)} <= ISO_CODES | {None}
        or len(set(entity.aliases)) != len(entity.aliases)
    ]
    assert bad == []


def test_countries_have_iso_ids_and_cover_every_country_of_the_other_tables() -> None:
    codes = {country.id for country in REGISTRY.countries}
    assert codes <= ISO_CODES
    used = {getattr(entity, "country", None) for entity in ENTITIES} - {None}
    assert used <= codes


def test_outlets_agree_with_themselves() -> None:
    domains = [domain for outlet in REGISTRY.outlets for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    assert all(DOMAIN.fullmatch(domain) for domain in domains)
    for outlet in REGISTRY.outlets:
        assert outlet.ownership in MEDIA_KINDS, outlet.id
        if outlet.kind == "state_media":
            assert outlet.state_control, outlet.id
        if outlet.ownership in ("commercial", "nonprofit", "wire_agency_commercial"):
            assert outlet.state is None, outlet.id


def test_ambiguous_names_are_names_of_their_row() -> None:
    for entity in ENTITIES:
        more = (getattr(entity, column, ()) for column in ("demonyms", "capitals"))
        names = {entity.name, *entity.aliases, *(name for names in more for name in names)}
        assert set(entity.ambiguous) <= names, entity.id


def test_officials_have_years_in_order() -> None:
    for official in REGISTRY.officials:
        assert official.entry in ("person", "role")
        assert (official.entry == "person") == (official.year_from is not None)
        assert (official.year_to or 9999) >= (official.year_from or 0)


def test_domain_tables_are_valid() -> None:
    scores = read_table(DomainScore, folder() / "domains.csv")
    assert len(scores) > 20_000
    assert (folder() / "domains.csv").stat().st_size <= 1_000_000
    assert len({row.domain for row in scores}) == len(scores)
    assert all(0 <= row.score <= 1 and row.basis in ("lin", "idiap") for row in scores)
    disinfo = read_table(DisinfoDomain, folder() / "disinfo_domains.csv")
    assert len({row.domain for row in disinfo}) == len(disinfo)
    for row in disinfo:
        assert all((row.operations, row.reported_by, row.source))
        assert row.state in ISO_CODES
    found = {row.confidence for row in scores} | {row.confidence for row in disinfo}
    assert found <= set(CONFIDENCES)


def test_the_tables_are_as_large_as_the_licence_file_says() -> None:
    text = (folder() / "LICENCES.md").read_text(encoding="utf-8")
    for name, count in re.findall(r"\| `(\w+\.csv)` \| ([\d,]+) \|", text):
        with (folder() / name).open(encoding="utf-8", newline="") as stream:
            assert sum(1 for _ in csv.reader(stream)) - 1 == int(count.replace(",", "")), name


def test_the_licence_file_explains_every_source_code() -> None:
    text = (folder() / "LICENCES.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", text))
    assert {code for entity in ENTITIES for code in entity.source} <= explained
    assert {tag for o in REGISTRY.outlets for tag in o.tags if "closed" not in tag} <= explained


def test_loading_is_quick() -> None:
    """About 15 ms; the limit leaves room for a busy machine."""
    times: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        Registry.load()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1


@pytest.mark.skipif(
    not FACTS.is_dir(), reason=f"no compiled facts at {FACTS}; set SCORER_REGISTRY_FACTS"
)
def test_the_build_reproduces_the_tables_byte_for_byte(tmp_path: Path) -> None:
    build(FACTS, tmp_path)
    for name in TABLES:
        assert (tmp_path / f"{name}.csv").read_bytes() == (folder() / f"{name}.csv").read_bytes()
