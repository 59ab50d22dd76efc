"""Adapters read the published formats, traps included. The texts here are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.training.corpora import polnear, ptc
from scorer.training.corpora.babe import read_babe
from scorer.training.corpora.checkthat_checkworthiness import read_checkthat_checkworthiness
from scorer.training.corpora.checkthat_subjectivity import read_checkthat_subjectivity
from scorer.training.corpora.conll2010_weasel import read_conll2010_weasel
from scorer.training.corpora.hyperpartisan import TEXTS, TRUTH, read_hyperpartisan
from scorer.training.corpora.liar import read_liar
from scorer.training.corpora.read import unquote
from scorer.training.corpora.seed import read_seed
from scorer.training.corpora.semeval2023_task3 import read_semeval2023_task3
from scorer.training.corpora.wikipedia_bias import read_wikipedia_bias
from scorer.training.labels import HEADS, Labels


def put(folder: Path, **files: str) -> Path:
    """Write files; `__` in a name stands for a folder, `_dot_` for a dot, line ends stay."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".").replace("_dash_", "-")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


PTC = {
    "train__article1_dot_txt": "Head line\n\nTraitors 🙂 all!\nPlain.\n",
    "train__article1_dot_labels_dot_tsv": "1\tName_Calling\t11\t19\n1\tDoubt\t90\t99\n",
    "dev__article2_dot_txt": "One.\nTwo\x0c three.",
    "dev__article2_dot_labels_dot_tsv": "",
}


def test_ptc_labels_lines_that_a_span_touches(tmp_path: Path) -> None:
    table = ptc.read_ptc(put(tmp_path, **PTC))
    assert table.text == ("Head line", "Traitors 🙂 all!", "Plain.", "One.", "Two\x0c three.")
    assert table.label.tolist() == [0, 1, 0, 0, 0]
    assert table.article_id == ("1", "1", "1", "2", "2")
    assert table.split == ("train",) * 3 + ("dev",) * 2


def test_ptc_offsets_count_code_points_and_ends_are_open(tmp_path: Path) -> None:
    files = {**PTC, "train__article1_dot_labels_dot_tsv": "1\tDoubt\t20\t21\n1\tDoubt\t26\t27\n"}
    assert ptc.read_ptc(put(tmp_path, **files)).label.tolist()[:3] == [0, 1, 0]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1\tDoubt\t5\n", "line 1: 3 fields, expected 4"),
        ("2\tDoubt\t5\t9\n", "line 1: a span of another article"),
        ("1\tDoubt\t9\t5\n", "line 1: offsets '9', '5' are not a span"),
        ("1\tDoubt\tx\t5\n", "line 1: offsets 'x', '5' are not a span"),
    ],
)
def test_ptc_says_where_a_span_is_wrong(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        ptc.read_ptc(put(tmp_path, **{**PTC, "train__article1_dot_labels_dot_tsv": line}))


def test_semeval_leaves_out_articles_that_another_corpus_holds(tmp_path: Path) -> None:
    put(
        tmp_path,
        articles__article1_dot_txt="Title\n\nFoe!\n",
        articles__article2_dot_txt="Other",
        spans_dot_tsv="1\tName_Calling-Labeling\t7\t10\n",
    )
    assert read_semeval2023_task3(tmp_path).label.tolist() == [0, 1, 0]
    assert read_semeval2023_task3(tmp_path, without=frozenset("1")).text == ("Other",)
    put(tmp_path, spans_dot_tsv="9\tDoubt\t1\t2\n")
    with pytest.raises(InputError, match=r"spans\.tsv: line 1: no article '9'"):
        read_semeval2023_task3(tmp_path)


def test_babe_leaves_out_the_row_without_agreement(tmp_path: Path) -> None:
    put(
        tmp_path,
        final_labels_SG2_dot_csv="text;news_link;outlet;topic;type;label_bias;label_opinion;w\r\n"
        '"He said ""no""; twice.";http://a;Alpha;t;left;Biased;o;[]\r\n'
        "Fine.;;Beta;t;;Non-biased;o;[]\r\nHm.;;Beta;t;;No agreement;o;[]\r\n",
    )
    table = read_babe(tmp_path)
    assert table.text == ('He said "no"; twice.', "Fine.")
    assert table.label.tolist() == [1, 0]
    assert (table.article_id, table.outlet) == (("http://a", ""), ("Alpha", "Beta"))


def test_wikipedia_statements_keep_the_name_of_their_file(tmp_path: Path) -> None:
    put(
        tmp_path,
        statements_biased="Worst ever.\n",
        statements_neutral_cw_dash_hard="It is red.\r\n",
        statements_neutral_type_balanced="It is blue.\u2028Really.\n",
    )
    table = read_wikipedia_bias(tmp_path)
    assert table.label.tolist() == [1, 0, 0]
    assert table.text[2] == "It is blue.\u2028Really."
    assert table.split[1] == "statements_neutral_cw-hard"


def subjectivity(folder: Path, train: str) -> Labels:
    head = "sentence_id\tsentence\tlabel\tsolved_conflict\n"
    rest = dict.fromkeys(("dev_en_dot_tsv", "dev_test_en_dot_tsv"), head + "1\tA.\tOBJ\n")
    return read_checkthat_subjectivity(put(folder, train_en_dot_tsv=head + train, **rest))


def test_subjectivity_fields_are_unquoted_one_by_one(tmp_path: Path) -> None:
    train = '1\t"Or a doctor?"""\tOBJ\tFalse\n2\t"Great!\tSUBJ\n3\tOdd, "yes"\tSUBJ\tTrue\n'
    table = subjectivity(tmp_path, train)
    assert table.text[:3] == ('Or a doctor?"', '"Great!', 'Odd, "yes"')
    assert table.label.tolist() == [0, 1, 1, 0, 0]
    assert table.split[-2:] == ("dev", "dev_test")


def test_subjectivity_says_where_a_row_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"train_en\.tsv: line 2: label 'MAYBE' is not one of"):
        subjectivity(tmp_path, "1\tA.\tMAYBE\n")
    with pytest.raises(InputError, match="line 3: 2 fields, expected 3 or 4"):
        subjectivity(tmp_path, "1\tA.\tOBJ\n2\tB.\n")


def test_two_checkworthiness_records_on_a_line_are_told_apart(tmp_path: Path) -> None:
    head = "Sentence_id\tText\tclass_label\n"
    put(
        tmp_path,
        train_dot_tsv=head + "1\tWe grow.\tNo29286\tJobs, gone.\tNo\n2\tIn No29 we.\tYes",
        dev_dot_tsv=head.replace("\n", "\r\n") + '3\t"A ""b"", c."\tYes\r\n',
        dev_dash_test_dot_tsv=head + '4\t"He said, \\Good.\\"""""\tNo\n',
    )
    table = read_checkthat_checkworthiness(tmp_path)
    assert table.text == ("We grow.", "Jobs, gone.", "In No29 we.", 'A "b", c.', 'He said, "Good."')
    assert table.label.tolist() == [0, 0, 1, 1, 0]


def test_weasel_titles_are_marked(tmp_path: Path) -> None:
    put(tmp_path, uncertainty_dot_csv='1,Deafness\n-1,"Some say, it is."\n1,It is.\n')
    table = read_conll2010_weasel(tmp_path)
    assert table.label.tolist() == [0, 1, 0]
    assert table.split == ("title", "sentence", "sentence")


def test_polnear_reads_pieces_annotators_and_missing_sources(tmp_path: Path) -> None:
    notes = (
        "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 12;20 23\tyes\n\nand on\n"
        "T4\tAttribution 4 8\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
        "T5\tAttribution-no-source 4 8\tsaid\nE2\tAttribution-no-source:T5 Cue:T2 Content2:T3\n"
        "#1\tAnnotatorNotes T5\tunsure\n"
    )
    put(
        tmp_path,
        train__text__a_b_dot_txt="Ann said yes indeed, yes.",
        train__attributions__a_b_4b22_dot_ann=notes,
        train__attributions__a_b_6b86_dot_ann="",
    )
    (article,) = polnear.read_polnear(tmp_path)
    assert (article.article_id, article.annotators) == ("a_b", ("4b22", "6b86"))
    first, second = article.relations
    assert first == polnear.Relation("4b22", ((0, 3),), ((4, 8),), ((9, 12), (20, 23)))
    assert (second.source, second.content) == ((), ((9, 12), (20, 23)))


def test_polnear_refuses_spans_outside_the_text(tmp_path: Path) -> None:
    put(
        tmp_path,
        train__text__a_dot_txt="Short.",
        train__attributions__a_1_dot_ann="T1\tCue 2 99\tx\n",
    )
    with pytest.raises(InputError, match=r"a_1\.ann: line 1: span outside the text of 6"):
        polnear.read_polnear(tmp_path)


def test_hyperpartisan_joins_texts_and_labels(tmp_path: Path) -> None:
    (tmp_path / TEXTS).write_text(
        '<articles><article id="1" title="T &amp; U"><p>One <b>two</b>\n three.</p><p> </p>'
        "<p>Four.</p></article></articles>"
    )
    (tmp_path / TRUTH).write_text(
        '<articles><article id="1" hyperpartisan="true" url="http://www.x.org/a"/></articles>'
    )
    (article,) = read_hyperpartisan(tmp_path)
    assert (article.title, article.outlet, article.hyperpartisan) == ("T & U", "x.org", True)
    assert article.text == "One two three.\n\nFour."
    (tmp_path / TEXTS).write_text('<!DOCTYPE a [<!ENTITY b "c">]><articles/>')
    with pytest.raises(InputError, match="document type"):
        read_hyperpartisan(tmp_path)


def test_liar_reads_no_column_that_leaks_the_label(tmp_path: Path) -> None:
    row = "1.json\thalf-true\tTaxes fell.\tt\tann\tj\ts\tp\t1\t2\t3\t4\t5\tw\n"
    rows = read_liar(put(tmp_path, train_dot_tsv=row, valid_dot_tsv=row))
    assert [(r.text, r.grade, r.split) for r in rows] == [
        ("Taxes fell.", 3, "train"),
        ("Taxes fell.", 3, "valid"),
    ]


@pytest.mark.parametrize("head", HEADS)
def test_the_seed_statements_have_both_labels(head: str) -> None:
    table = read_seed(head)
    assert 0 < table.positive < len(table)
    assert all(table.article_id)


@pytest.mark.parametrize(
    "read",
    [
        ptc.read_ptc, read_babe, read_wikipedia_bias, read_checkthat_subjectivity,
        read_checkthat_checkworthiness, read_conll2010_weasel, read_semeval2023_task3,
        read_hyperpartisan, read_liar, polnear.read_polnear,
    ],
)  # fmt: skip
def test_a_missing_corpus_is_a_clear_error(read: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=str(tmp_path)):
        read(tmp_path)


def test_text_that_is_not_utf8_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "uncertainty.csv").write_bytes(b"1,caf\xe9\n")
    with pytest.raises(InputError, match=r"uncertainty\.csv: cannot be read as UTF-8"):
        read_conll2010_weasel(tmp_path)


@pytest.mark.parametrize(
    ("field", "wanted"),
    [('"a ""b"""', 'a "b"'), ('"open', '"open'), ('"a" and "b"', '"a" and "b"'), ('"', '"')],
)
def test_unquoting(field: str, wanted: str) -> None:
    assert unquote(field) == wanted
