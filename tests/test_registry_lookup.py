"""Looking up: well-known names, ambiguous and shared ones, addresses however they are dressed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.seeds.domains import host_of
from scorer.seeds.files import folder
from scorer.seeds.registry import Registry
from scorer.seeds.registry_rows import Entity, Official, Outlet, SharedName, read_table

REGISTRY = Registry.load()
ENTITIES: list[Entity] = [
    *REGISTRY.outlets,
    *REGISTRY.institutions,
    *REGISTRY.officials,
    *REGISTRY.countries,
]
NAMES = {(row.alias, row.table): row for row in REGISTRY.names}

WELL_KNOWN: dict[tuple[str, str | None], str] = {  # kind and state: names
    ("state_media", "RU"): "TASS|RIA Novosti|RT|Sputnik|Channel One Russia|TV Zvezda|Izvestia",
    ("wire_agency", None): "Interfax|AFP|AP|Reuters|dpa|Kyodo",
    ("commercial_media", None): "Kommersant|Meduza|New York Times|The Hill",
    ("state_media", "BY"): "BELTA",
    ("state_media", "CN"): "Xinhua|Global Times|CGTN|People's Daily",
    ("state_media", "IR"): "Press TV|IRNA|Fars News Agency|Tasnim",
    ("state_media", "KP"): "KCNA",
    ("state_media", "SY"): "SANA",
    ("state_media", "TR"): "Anadolu Agency|TRT",
    ("state_media", "CU"): "Granma",
    ("state_media", "VE"): "teleSUR",
    ("state_media", "QA"): "Al Jazeera",
    ("state_media", "UA"): "Ukrinform",
    ("public_media", "US"): "Voice of America|RFE/RL",
    ("public_media", None): "BBC|Deutsche Welle|NPR",
    ("militant_group", None): "Amaq|Islamic State",
    ("government", "RU"): "the Kremlin|Kremlin|Putin|Moscow",
    ("security_service", "RU"): "FSB|Federal Security Service|Alexander Bortnikov",
    ("military", "RU"): "Russian Defense Ministry",
    ("government", "US"): "U.S. Embassy|White House",
    ("international_org", None): "UN|Stoltenberg",
    ("ngo", None): "Amnesty International",
    ("government", "BY"): "Lukashenko",
    ("government", "UA"): "Ukrainian",
    ("state_media", None): "state media",
    ("government", None): "Foreign Ministry",
}


@pytest.mark.parametrize(("kind", "state"), WELL_KNOWN)
def test_well_known_names(kind: str, state: str | None) -> None:
    for name in WELL_KNOWN[kind, state].split("|"):
        entity = REGISTRY.resolve(name)
        assert entity is not None, name
        assert (entity.kind, entity.state) == (kind, state), name


def test_spellings_of_one_agency_are_one_outlet() -> None:
    found = {REGISTRY.resolve(name) for name in ("Belta", "BelTA", "BELTA")}
    assert [e.id for e in found if e] == ["belta"]
    assert [e.id for e in REGISTRY.find("  belta ")] == ["belta"]


def test_names_occur_once_among_entities_and_once_a_country_table() -> None:
    rows = [
        (row.alias, row.table if row.table in ("country", "demonym", "capital") else "entity")
        for row in REGISTRY.names
    ]
    assert len(rows) == len(set(rows))
    known = {row.alias for row in REGISTRY.names}
    for entity in ENTITIES:
        assert {entity.name, *entity.aliases} <= known


@pytest.mark.parametrize(
    "name", ["RT", "Zvezda", "Today", "Time", "The Sun", "Metro", "ABC", "The Star", "The Guardian"]
)
def test_short_and_common_names_are_ambiguous(name: str) -> None:
    assert NAMES[name, "outlet"].ambiguous


@pytest.mark.parametrize("name", ["Izvestia", "RIA Novosti", "Reuters", "Russia Today", "Xinhua"])
def test_telling_names_are_not_ambiguous(name: str) -> None:
    assert not NAMES[name, "outlet"].ambiguous


def test_short_names_of_countries_are_not_ambiguous_but_listed_ones_are() -> None:
    assert not NAMES["Iran", "country"].ambiguous
    assert NAMES["Georgia", "country"].ambiguous
    assert {("US", "country"), ("US", "demonym")} <= NAMES.keys()


def test_shared_names_need_context_or_have_a_default() -> None:
    row = NAMES["NTV", "outlet"]
    assert row.entity_id is None
    assert set(row.candidates) == {"ntv_russia", "ntv_turkey"}
    assert REGISTRY.resolve("NTV") is None
    near = REGISTRY.resolve("NTV", frozenset({"TR", "DE"}))
    assert near is not None
    assert near.id == "ntv_turkey"
    assert REGISTRY.resolve("NTV", frozenset({"TR", "RU"})) is None
    assert NAMES["The Guardian", "outlet"].entity_id == "the_guardian"


def test_every_default_is_one_of_the_candidates() -> None:
    for row in read_table(SharedName, folder() / "names.csv"):
        assert len(row.candidates) > 1
        assert row.default_id is None or row.default_id in row.candidates
        assert all(REGISTRY.entity(candidate) for candidate in row.candidates)


def test_names_at_the_start_of_a_sentence_and_roles_as_titles() -> None:
    assert NAMES["The Kremlin", "institution"].entity_id == "kremlin"
    assert NAMES["von der Leyen", "official"] == NAMES["Von der Leyen", "official"]._replace(
        alias="von der Leyen"
    )
    assert NAMES["Foreign Minister", "role"].entity_id == "role_foreign_minister"
    assert ("IStories", "outlet") not in NAMES


def test_find_looks_at_names_ids_domains_and_parts() -> None:
    assert [e.id for e in REGISTRY.find("hurriyet")] == ["hurriyet"]
    assert [e.id for e in REGISTRY.find("https://www.reuters.com/world/")] == ["reuters"]
    assert [e.id for e in REGISTRY.find("MOSCOW")] == ["RU"]
    assert "novaya_gazeta" in {e.id for e in REGISTRY.find("gazet")}
    assert {e.id for e in REGISTRY.find("ntv")} == {"ntv_russia", "ntv_turkey"}
    assert REGISTRY.find("no such source") == []
    assert REGISTRY.find("") == []


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://www.rt.com/x", "rt"),
        ("RT.COM:443", "rt"),
        ("http://user:secret@news.bbc.co.uk./x?y#z", "bbc"),
        ("//tass.ru", "tass"),
        ("https:\\\\tass.ru\\x", "tass"),
        ("россиясегодня.рф", "rossiya_segodnya"),
        ("economictimes.indiatimes.com", "economic_times"),
        ("example.org/https://rt.com", None),
        ("notrt.com", None),
        ("rt.com.evil.example", None),
        ("co.uk", None),
        ("http://[::1]/", None),
        ("rt..com", None),
        ("", None),
        ("\ud800.com", None),
        ("é" * 300 + ".com", None),
    ],
)
def test_outlet_by_domain(address: str, outlet: str | None) -> None:
    found = REGISTRY.outlet_by_domain(address)
    assert (found.id if found else None) == outlet


@given(st.text() | st.from_regex(r"\A(https?:)?//?[^ ]*\Z"))
def test_no_address_breaks_the_look_ups(address: str) -> None:
    host = host_of(address)
    assert host is None or (host.isascii() and host == host.lower() and "/" not in host)
    found = REGISTRY.outlet_by_domain(address)
    assert found is None or isinstance(found, Outlet)
    REGISTRY.find(address)


@given(
    st.sampled_from([domain for outlet in REGISTRY.outlets for domain in outlet.domains]),
    st.sampled_from(["https://", "http://www.", "", "//m.", "HTTPS://u:p@"]),
    st.sampled_from(["", "/", ":8080/a/b?c=d#e", "?q", "./"]),
)
def test_every_domain_is_found_however_it_is_dressed(domain: str, head: str, tail: str) -> None:
    found = REGISTRY.outlet_by_domain(head + domain.upper() + tail)
    assert found is not None
    assert domain in found.domains


def test_domain_scores() -> None:
    good = REGISTRY.domain_score("https://www.reuters.com/x")
    poor = REGISTRY.domain_score("infowars.com")
    assert good is not None
    assert poor is not None
    assert (good.domain, good.basis, good.confidence) == ("reuters.com", "lin", "medium")
    assert poor.score < 0.2
    assert good.score > 0.8
    assert REGISTRY.domain_score("somebody.wordpress.com") is None
    assert REGISTRY.domain_score("no address at all") is None


def test_disinfo_domains() -> None:
    row = REGISTRY.disinfo_domain("https://bild.llc/artikel")
    assert row is not None
    assert row.operations == ("Doppelganger", "RRN")
    assert row.state == "RU"
    assert REGISTRY.disinfo_domain("bild.de") is None


def test_roles_and_persons_are_told_apart() -> None:
    roles = [o for o in REGISTRY.officials if o.entry == "role"]
    assert all(o.id.startswith("role_") for o in roles)
    assert isinstance(REGISTRY.entity("vladimir_putin"), Official)
    assert REGISTRY.entity("nobody") is None
