"""The command line answers, explains itself, and ends with the right code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from scorer import readers
from scorer.cli import app
from scorer.cli.score import Format
from scorer.exporters import formats
from scorer.features.markers import load_markers
from scorer.results import TABLES
from scorer.schemas import contract, page

ARTICLE = """Minister blames foreign agents for port fire

Two cranes burned down in the port on Monday night. “This was sabotage by foreign agents,” the
interior minister told the news agency TASS. He claimed without evidence that the opposition had
reportedly paid the attackers. Critics say that the government has lost control of the port.
"""
RUSSIAN = "Президент заявил во вторник, что нападавшие пытались бежать в сторону границы. " * 5
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, content: str | bytes = ARTICLE) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


class Shown(NamedTuple):
    """What a command printed, and how it ended."""

    exit_code: object
    stdout: str
    stderr: str


def run(*arguments: object, stdin: str = "", **env: str) -> Shown:
    """Run the command line here, with streams that are no terminal."""
    given, out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in "123")
    given.write(stdin)
    given.seek(0)
    environment = {"COLUMNS": "80", "NO_COLOR": "", **env}
    with (
        patch.dict(os.environ, environment),
        patch.multiple(sys, stdin=given, stdout=out, stderr=err),
        pytest.raises(SystemExit) as ended,
    ):
        app([str(argument) for argument in arguments], prog_name="scorer")
    return Shown(ended.value.code, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.mark.parametrize("verb", ["score", "markers", "sources", "schema"])
def test_every_verb_explains_itself(verb: str) -> None:
    assert verb in run("--help").stdout
    shown = run(verb, "--help")
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) > 5


def test_formats_and_limits_of_the_help_are_those_in_use() -> None:
    assert sorted(set(Format) - {Format.table}) == formats()
    assert f"[default: {readers.MAX_BYTES}]" in " ".join(run("score", "--help").stdout.split())


def test_version() -> None:
    assert re.fullmatch(r"scorer \d+\.\d+\S*\n", run("--version").stdout)


def test_score_shows_one_article_in_full(write: Write) -> None:
    shown = run("score", write("a.txt"))
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.startswith("Minister blames foreign agents for port fire\n")
    assert "[hearsay: reportedly]" in shown.stdout
    assert "They do not say what is true." in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert "\x1b" not in shown.stdout


def test_score_reads_standard_input() -> None:
    shown = run("score", "-", "--format", "json", stdin=ARTICLE.replace("\n", "\r\n"))
    article = json.loads(shown.stdout)["articles"][0]
    assert article["article_id"] == "-"
    assert article["n_chars"] == len(ARTICLE) + ARTICLE.count("\n")


def test_a_folder_gives_a_line_an_article(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("b/c.txt")
    shown = run("score", tmp_path)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("2 of 2 articles scored\n")
    assert sum(name in shown.stdout for name in ("a.txt", "b/c.txt")) == 2


def test_some_not_scored_is_exit_code_1(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("empty.txt", " \n")
    write("pdf.txt", "%PDF-1.4")
    write("large.txt", "x" * 2000)
    write("russian.txt", RUSSIAN)
    shown = run("score", tmp_path, "--max-bytes", 1500)
    assert shown.exit_code == 1
    told = dict(re.findall(r"  (\S+\.txt): ([a-z ]+):", shown.stdout))
    assert told == {
        "empty.txt": "empty",
        "pdf.txt": "unreadable",
        "large.txt": "too large",
        "russian.txt": "not english",
    }


def test_none_scored_is_exit_code_2(write: Write) -> None:
    shown = run("score", write("a.txt", ""))
    assert shown.exit_code == 2
    assert "Not scored, empty" in shown.stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_data_goes_out_whole_and_warnings_apart(write: Write, tmp_path: Path, form: str) -> None:
    write("a.txt")
    write("b.txt", "")
    shown = run("score", tmp_path, "--format", form)
    assert shown.exit_code == 1
    assert shown.stderr == "scorer: 1 of 2 articles not scored\n  b.txt: empty\n"
    if form == "json":
        assert [a["status"] for a in json.loads(shown.stdout)["articles"]] == ["scored", "empty"]
    elif form == "jsonl":
        assert [len(json.loads(line)) for line in shown.stdout.splitlines()] == [5, 5]
    else:
        rows = list(csv.DictReader(io.StringIO(shown.stdout, newline="")))
        assert {row["article_id"] for row in rows} == {"a.txt"}


@pytest.mark.parametrize("table", TABLES)
def test_csv_can_print_every_table(write: Write, table: str) -> None:
    shown = run("score", write("a.txt"), "--format", "csv", "--table", table)
    header = [column.name for column in TABLES[table].COLUMNS]
    assert shown.stdout.splitlines()[0] == ",".join(header)


def test_offsets_in_the_output_are_those_of_the_file(write: Write) -> None:
    text = "\ufeff" + ARTICLE.replace("\n", "\r\n")
    found = json.loads(run("score", write("a.txt", text), "--format", "json").stdout)
    for row in found["statements"] + found["markers"]:
        assert text[1:][row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("score", "gone.txt"), "'gone.txt': no such file or folder"),
        (("score", "{dir}"), "no .txt and .md files in this folder"),
        (("score", "{file}", "--format", "xml"), "xml"),
        (("score", "{file}", "--table", "markers"), "--table goes with --format csv"),
        (("score", "{file}", "--format", "csv", "--table", "x"), "no table 'x': choose one of"),
        (("score", "{file}", "--format", "json", "--table", "markers"), "json holds all tables"),
        (("score", "{file}", "--max-bytes", "0"), "give 1 or more"),
        (("score", "{file}", "--model", "no-such-model"), "no-such-model"),
        (("score", "{file}", "--registry", "gone.csv"), "gone.csv"),
        (("score",), "PATH"),
        (("markers", "nothing"), "no marker 'nothing'"),
        (("sources", "zzzqqq"), "nothing in the registry"),
        (("schema", "words"), "no table 'words'"),
        (("dance",), "dance"),
    ],
)
def test_mistakes_get_one_clear_message(
    write: Write, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "none").mkdir()
    places = {"file": write("a.txt"), "dir": tmp_path / "none"}
    shown = run(*(argument.format(**places) for argument in arguments))
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert told in shown.stderr
    assert "Traceback" not in shown.stderr


def test_escape_sequences_in_messages_are_made_harmless() -> None:
    shown = run("score", "\x1b[2Jgone.txt")
    assert "\x1b" not in shown.stderr
    assert r"\x1b[2Jgone.txt" in shown.stderr


def test_colour_is_asked_for_or_left_out(write: Write) -> None:
    path = write("a.txt")
    assert "\x1b[" in run("score", path, "--color").stdout
    assert "\x1b[" not in run("score", path, "--no-color").stdout
    assert "\x1b[" not in run("score", path, FORCE_COLOR="1").stdout


def test_markers_lists_the_catalogue_and_shows_one() -> None:
    listed = run("markers").stdout
    assert all(marker.id in listed for marker in load_markers())
    shown = run("markers", "hedge").stdout
    assert "Known false alarms" in shown
    assert "⟦alleged⟧" in shown


@pytest.mark.parametrize("name", ["TASS", "tass.com", "itar-tass", "https://tass.com/world/1"])
def test_sources_are_found_by_name_and_domain(name: str) -> None:
    shown = run("sources", name)
    assert shown.exit_code == 0
    assert re.search(r"ownership +state_controlled", shown.stdout)


def test_schema_prints_the_contracts() -> None:
    assert json.loads(run("schema").stdout)["required"] == list(TABLES)
    assert json.loads(run("schema", "markers").stdout)["title"] == "markers"
    assert run("schema", "labels").stdout == contract.to_json("labels")
    assert run("schema", "--format", "markdown").stdout == page.page()
    assert run("schema", "markers", "--format", "markdown").stdout == page.section("markers")
