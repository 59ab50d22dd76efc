"""What holds for every text: no crash, exact offsets, articles that do not touch each other."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scorer.features.batch import Batch, make_batch
from scorer.features.characters import is_one_of, is_word
from scorer.features.quotes import Quotes, find_quotes
from scorer.features.reading import read
from scorer.features.sentences import segment
from scorer.features.statements import Statements, find_statements, whole_texts

# Anything at all, lone surrogates among it; and what the code has rules for, thrown together.
CHARACTERS = st.text(st.characters(codec=None), max_size=60)
SIGNS = "“”\"„‟«»‘’'‚‹›`()[]{}.!?…,;:—–-•*@©#/_"
WHITE = " \t\n\r\v\f\x00\u00a0\u2028\u200b\u202e\u0301\ufeff\ud800"
KNOWN = """
...| — |``|''|𐐀b|😀|é|İ|Σς|中文。|1|2019|12:30|The|he|I|said|Smith|U.S.|Gen.|no.|me.|p.m.|Monday
e.g.|Inc.|MOSCOW|March 26, 2019|(Reuters) —|/TASS/|(AP)|[1]|1.|a)|https://x.y/Z|(@al)|By
Share this|© 2019|Read more:|contributed to this report|click here|Photo:|“Stop!”|word word
""".strip().replace("\n", "|")
PIECES = st.sampled_from([*SIGNS, *WHITE, *KNOWN.split("|"), "\r\n", "\n\n", "Word word. " * 5])
TEXTS = CHARACTERS | st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES).map(" ".join)
ARTICLES = st.lists(TEXTS, max_size=4)


def parts(batch: Batch) -> tuple[Statements, Quotes]:
    statements = find_statements(batch)
    return statements, find_quotes(batch, statements)


@settings(max_examples=300)
@given(ARTICLES)
def test_statements_are_sorted_disjoint_and_trimmed(texts: list[str]) -> None:
    batch = make_batch(texts)
    found = find_statements(batch)
    assert (found.start < found.end).all()
    assert (found.end[:-1] <= found.start[1:]).all()
    spoken = is_word(batch.codes) & ~is_one_of(batch.codes, "0123456789")
    for k in range(found.start.size):
        start, end, article = int(found.start[k]), int(found.end[k]), int(found.article[k])
        assert batch.text[start:end] == batch.text[start:end].strip()
        assert spoken[start:end].any()
        first = int(batch.article_start[article])
        assert first <= start < end <= first + len(texts[article])
        assert texts[article][start - first : end - first] == batch.text[start:end]
        line = int(found.line[k])
        assert found.line_start[line] <= start < end <= found.line_end[line]


@settings(max_examples=300)
@given(ARTICLES)
def test_lines_cover_every_article(texts: list[str]) -> None:
    batch = make_batch(texts)
    found = find_statements(batch)
    assert (
        found.line_start.tolist()
        == [0, *(found.line_end[:-1] + 1).tolist()][: len(found.line_start)]
    )
    assert set((batch.article_start[1:] - 1).tolist()) <= set(found.line_end.tolist())


@settings(max_examples=300)
@given(ARTICLES)
def test_quotations_stay_in_their_articles(texts: list[str]) -> None:
    batch = make_batch(texts)
    for statements in (find_statements(batch), whole_texts(batch)):
        found = find_quotes(batch, statements)
        assert (found.outer_start < found.start).all()
        assert (found.start < found.end).all()
        assert (found.end <= found.outer_end).all()
        assert (found.start[:-1] <= found.start[1:]).all()
        article = np.searchsorted(batch.article_start, found.outer_start, "right")
        assert (found.outer_end < batch.article_start[article]).all()
        assert (found.closed == (found.outer_end > found.end)).all()
        assert not (found.closed & found.goes_on).any()


@settings(max_examples=300)
@given(TEXTS, st.lists(TEXTS, max_size=2), st.lists(TEXTS, max_size=2))
@example("March 26, 2019 Word word.", ["See (@al)"], [])
@example("“Stop!” Smith", [], ["said."])
@example("m. Monday was cold.", ["It was 5 p"], [])
@example("yes'' and ``no", ["``never"], ["''"])
@example("He named the reasons for all that he had done", [], ["to them in the year before that"])
def test_an_article_reads_the_same_alone_and_in_company(
    text: str, before: list[str], after: list[str]
) -> None:
    alone, company = make_batch([text]), make_batch([*before, text, *after])
    shift = int(company.article_start[len(before)])
    end = shift + len(text)
    for mine, theirs in zip(bounds(alone), bounds(company), strict=True):
        inside = (theirs[0] >= shift) & (theirs[0] < end)
        for one, other in zip(mine, theirs, strict=True):
            assert one.tolist() == (other[inside] - shift).tolist()


def bounds(batch: Batch) -> list[tuple[np.ndarray, ...]]:
    """Offsets of tokens, statements and quotations."""
    statements, quotes = parts(batch)
    return [
        (batch.tokens.start, batch.tokens.end),
        (statements.start, statements.end),
        (quotes.start, quotes.end, quotes.outer_start, quotes.outer_end),
    ]


@given(TEXTS, TEXTS)
def test_hashes_do_not_depend_on_the_company(text: str, before: str) -> None:
    alone, company = make_batch([text]), make_batch([before, text])
    count = alone.tokens.hash.size
    if count:
        assert company.tokens.hash[-count:].tolist() == alone.tokens.hash.tolist()
        assert company.tokens.prefix4[-count:].tolist() == alone.tokens.prefix4.tolist()
        assert company.tokens.suffix3[-count:].tolist() == alone.tokens.suffix3.tolist()


@given(ARTICLES)
def test_reading_never_fails(texts: list[str]) -> None:
    batch = make_batch(texts)
    for as_statements in (False, True):
        reading = read(batch, as_statements=as_statements)
        owner = reading.token_statement
        inside = owner >= 0
        assert (reading.token_start[inside] >= reading.statement_start[owner[inside]]).all()
        assert (reading.token_end[inside] <= reading.statement_end[owner[inside]]).all()


@given(TEXTS.map(lambda text: re.sub("[\ud800-\udfff\0]", "\ufffd", text)))
def test_sentencex_leaves_nothing_out(text: str) -> None:
    """The bounds of sentencex are taken from the lengths of its sentences."""
    plain = re.sub(r"\r", " ", text)
    assert "".join(segment(plain)) == plain
