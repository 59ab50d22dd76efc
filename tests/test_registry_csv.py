"""The user's own registry rows: added, put in place of packaged ones, refused with all faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.seeds.registry import Registry
from scorer.seeds.registry_csv import COLUMNS, TABLES
from scorer.seeds.registry_rows import Country, Institution, Official, Outlet

HEAD = "table,id,name,aliases,domains,ownership,kind,state,ambiguous,score,source,confidence\n"


def load(tmp_path: Path, text: str) -> Registry:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    return Registry.load(path)


def faults(tmp_path: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        load(tmp_path, text)
    return str(caught.value)


def test_a_new_outlet_is_found_by_name_and_domain(tmp_path: Path) -> None:
    row = "outlet,bugle,The Daily Bugle,Bugle,bugle.example,state_controlled,,BY,,,me,high\n"
    registry = load(tmp_path, HEAD + row)
    outlet = registry.outlet_by_domain("https://bugle.example/1")
    assert isinstance(outlet, Outlet)
    assert (outlet.kind, outlet.state, outlet.source) == ("state_media", "BY", ("me",))
    assert registry.resolve("The Daily Bugle") == outlet
    assert registry.find("bugle") == [outlet]
    assert len(registry.outlets) == len(Registry.load().outlets) + 1


def test_an_override_keeps_empty_cells_and_clears_dashes(tmp_path: Path) -> None:
    row = "outlet,rt,,,-,commercial,,-,,,my paper,low\n"
    registry = load(tmp_path, HEAD + row)
    old, new = Registry.load().entity("rt"), registry.entity("rt")
    assert isinstance(old, Outlet)
    assert isinstance(new, Outlet)
    assert (new.name, new.aliases, new.languages) == (old.name, old.aliases, old.languages)
    assert (new.kind, new.state, new.domains) == ("commercial_media", None, ())
    again = load(tmp_path, HEAD + "outlet,associated_press,,,,,-,,,,me,high\n")
    agency = again.entity("associated_press")
    assert isinstance(agency, Outlet)
    assert agency.kind == "commercial_media", "cleared: follows the ownership, a non-profit"
    assert (new.source, new.confidence) == (("my paper",), "low")
    assert registry.outlet_by_domain("rt.com") is None
    assert [e.id for e in registry.outlets] == [e.id for e in Registry.load().outlets]


def test_the_package_is_not_touched(tmp_path: Path) -> None:
    before = Registry.load().entity("tass")
    load(tmp_path, HEAD + "outlet,tass,,,,commercial,,-,,,me,low\n")
    assert Registry.load().entity("tass") == before


def test_every_table_can_be_added_to(tmp_path: Path) -> None:
    text = (
        "table,id,name,aliases,role,kind,state,year_from,year_to,demonyms,score,source,confidence\n"
        "institution,guild,The Guild,,,ngo,,,,,,me,high\n"
        "official,jane_roe,Jane Roe,Roe,Mayor,government,GB,2020,2024,,,me,high\n"
        "role,role_harbour_master,harbour master,,,government,,,,,,me,high\n"
        "country,AQ,Antarctica,,,,,,,Antarctic,,me,high\n"
        "domain,bugle.example,,,,,,,,,0.25,me,medium\n"
        ",,,,,,,,,,,,\n"
    )
    registry = load(tmp_path, text)
    person, role = registry.entity("jane_roe"), registry.entity("role_harbour_master")
    assert isinstance(registry.entity("guild"), Institution)
    assert isinstance(person, Official)
    assert (person.entry, person.year_from, person.year_to) == ("person", 2020, 2024)
    assert isinstance(role, Official)
    assert registry.resolve("Harbour Master") == role
    assert isinstance(registry.resolve("Antarctic"), Country)
    score = registry.domain_score("www.bugle.example")
    assert score is not None
    assert (score.score, score.basis, score.confidence) == (0.25, "own", "medium")
    reuters = registry.domain_score("reuters.com")
    assert reuters is not None
    assert reuters.score == 1


def test_a_new_row_wins_a_shared_name_but_an_override_does_not(tmp_path: Path) -> None:
    added = load(tmp_path, HEAD + "outlet,my_ntv,My NTV,NTV,,commercial,,,,,me,high\n")
    found = added.resolve("NTV")
    assert found is not None
    assert found.id == "my_ntv"
    changed = load(tmp_path, HEAD + "outlet,ntv_turkey,,,,,,,,,me,high\n")
    assert changed.resolve("NTV") is None


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    message = faults(
        tmp_path,
        HEAD
        + "outlet,a_one,One,,https://x.example,private,press,Russia,,,,sure\n"
        + "journal,b_two,Two,,,,,,,,me,high\n"
        + "outlet,Bad Id,,,,,,,,,me,high\n"
        + "outlet,fsb,FSB,,,commercial,,,,,me,high\n"
        + "institution,c_three,Three,,x.example,,ngo,,,,me,high\n"
        + "domain,d.example,,,,,,,,1.5,me,high\n"
        + "outlet,e_five,Five,,rt.com,commercial,,,Six,,me,high\n"
        + "outlet,e_five,Five,,,commercial,,,,,me,high\n"
        + "outlet,f_six,Six\n"
        + "outlet,rt,-,,,,,,,,me,high\n",
    )
    for expected in (
        "own.csv: 18 fault(s), nothing was loaded",
        "row 2, column domains: 'https://x.example'",
        "row 2, column ownership: 'private' is no ownership; use one of state_controlled",
        "row 2, column kind: 'press' is no kind of source; use one of government",
        "row 2, column state: 'Russia' is no ISO 3166-1",
        "row 2, column source: '' must not be empty; fill it",
        "row 2, column confidence: 'sure'",
        "row 3, column table: 'journal' is no table; use one of outlet",
        "row 4, column id: 'Bad Id'",
        "row 4, column name: must not be empty",
        "row 4, column ownership: must not be empty",
        "row 5, column id: 'fsb' is of table institution",
        "row 6, column domains: not used in table institution",
        "row 7, column score: '1.5' is no number from 0 to 1",
        "row 8, column domains: 'rt.com' is of 'rt' too",
        "row 8, column ambiguous: 'Six' is none of the row's names",
        "row 9, column id: 'e_five' is in row 8 too",
        "row 10, column -: 3 cells, the header has 12",
        "row 11, column name: must not be empty",
    ):
        assert expected in message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "row 1, column table: the column is missing"),
        ("table;id;source;confidence\n", "row 1, column id: the column is missing"),
        ("table,id,source,confidence,colour\n", "column colour: no such column"),
        ("table,id,source,confidence,id\n", "column id: the column is there twice"),
        ('table,id,source,confidence\n"x', "cannot be read as CSV"),
        (
            "table,id,name,kind,year_from,year_to,source,confidence\n"
            "official,x_y,X Y,government,2020,2010,me,high\n",
            "row 2, column year_to: 2010 is before 2020",
        ),
    ],
)
def test_a_file_of_the_wrong_shape(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in faults(tmp_path, text)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        Registry.load(tmp_path / "missing.csv")
    with pytest.raises(InputError, match="cannot be read"):
        Registry.load(tmp_path)
    (tmp_path / "latin.csv").write_bytes("table,id\noutlet,é\n".encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8 at byte"):
        Registry.load(tmp_path / "latin.csv")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    row = "outlet,bugle,Bugle Daily,,,commercial,,,,,me,high\n"
    assert load(tmp_path, "\ufeff" + HEAD + row).entity("bugle") is not None


CELL = st.sampled_from(
    ["", "-", "rt", "RU", "outlet", "official", "high", "0.5", "x.example", "ö;"]
)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.lists(CELL | st.text(max_size=5), min_size=5, max_size=len(COLUMNS)), max_size=3)
)
def test_a_file_is_loaded_or_refused_never_broken(tmp_path: Path, rows: list[list[str]]) -> None:
    lines = [",".join(COLUMNS)] + [
        ",".join((row + [""] * len(COLUMNS))[: len(COLUMNS)]) for row in rows
    ]
    try:
        registry = load(tmp_path, "\n".join(lines))
    except (InputError, UnicodeEncodeError):  # the latter: the test could not write the file
        return
    assert registry.names


def test_every_column_is_of_some_table() -> None:
    assert set(COLUMNS[2:]) == {c for columns in TABLES.values() for c in columns.split()}
