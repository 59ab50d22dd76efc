"""Tokens: bounds, folding and hashes."""

from __future__ import annotations

from unicodedata import category

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.features.batch import code_points, make_batch
from scorer.features.characters import fold, fold_character, fold_codes, is_lower, is_upper, is_word
from scorer.features.tokens import chain, contains, distinct, hash_words, tokenise

WORDS = st.text(st.characters(categories=["L", "N", "M"]), min_size=1, max_size=8)


def words(text: str) -> list[str]:
    tokens = tokenise(code_points(text))
    return [text[a:b] for a, b in zip(tokens.start.tolist(), tokens.end.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The so-called “experts”.", ["The", "so", "called", "experts"]),
        ("don't don’t", ["don", "t", "don", "t"]),
        ("U.S.-backed, 3.5%", ["U", "S", "backed", "3", "5"]),
        ("naïve Čapek Ünal", ["naïve", "Čapek", "Ünal"]),
        ("cafe\u0301 x\u200dy", ["cafe\u0301", "x", "y"]),
        ("𝐀𝐁 😀 𐐀", ["𝐀𝐁", "𐐀"]),
        ("a\x00b\ud800c", ["a", "b", "c"]),
        ("", []),
        ("…", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_bounds_in_a_batch_are_offsets_into_all_of_it() -> None:
    batch = make_batch(["Ab cd", "", "ef"])
    spans = zip(batch.tokens.start.tolist(), batch.tokens.end.tolist(), strict=True)
    assert [batch.text[a:b] for a, b in spans] == ["Ab", "cd", "ef"]
    assert batch.article_start.tolist() == [0, 6, 7, 10]
    assert batch.ids == ("0", "1", "2")


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_hashes_are_equal_where_folded_words_are(sample: list[str]) -> None:
    hashes = hash_words(sample).tolist()
    folded = [fold(word) for word in sample]
    for i, one in enumerate(folded):
        for j, other in enumerate(folded):
            assert (one == other) == (hashes[i] == hashes[j])


@given(st.lists(WORDS, min_size=1, max_size=12), st.integers(0, 50))
def test_a_hash_does_not_depend_on_the_place(sample: list[str], shift: int) -> None:
    text = "." * shift + " ".join(sample)
    assert tokenise(code_points(text)).hash.tolist() == hash_words(sample).tolist()


@given(WORDS, WORDS)
def test_ends_of_words_have_hashes_of_their_own(one: str, other: str) -> None:
    tokens = tokenise(code_points(f"{one} {other}"))
    prefix, suffix = tokens.prefix4.tolist(), tokens.suffix3.tolist()
    assert (fold(one)[:4] == fold(other)[:4]) == (prefix[0] == prefix[1])
    assert (fold(one)[-3:] == fold(other)[-3:]) == (suffix[0] == suffix[1])
    assert not {*prefix, *suffix} & {*tokens.hash.tolist()}
    assert not {*prefix} & {*suffix}


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded == "".join(map(fold_character, text))
    assert fold_codes(code_points(text)).tolist() == [ord(c) for c in folded]
    assert fold(folded) == folded


@given(st.text(min_size=1))
def test_classes_of_characters(text: str) -> None:
    codes = code_points(text)
    assert is_upper(codes).tolist() == [c.isupper() or c.istitle() for c in text]
    assert is_lower(codes).tolist() == [c.islower() for c in text]
    assert is_word(codes).tolist() == [c.isalnum() or category(c)[0] == "M" for c in text]


@pytest.mark.parametrize(
    ("one", "other"), [("Don’t", "don't"), ("ÄRGER", "ärger"), ("𐐀", "𐐨"), ("ǅ", "ǆ")]
)
def test_what_folds_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert tokenise(code_points(one)).hash.tolist() == tokenise(code_points(other)).hash.tolist()


def test_letters_that_have_no_single_lower_case_stay() -> None:
    assert fold("İSTANBUL") == "İstanbul"
    assert fold("ẞ") == "ß"


def test_a_chain_depends_on_the_order() -> None:
    one, two = hash_words(["one"]), hash_words(["two"])
    assert chain(one, two).tolist() == chain(one, two).tolist()
    assert chain(one, two).tolist() != chain(two, one).tolist()


@given(st.lists(st.integers(0, 30)), st.lists(st.integers(0, 30)))
def test_sorted_tables(table: list[int], values: list[int]) -> None:
    ordered = np.sort(np.array(table, dtype=np.uint64))
    found = contains(ordered, np.array(values, dtype=np.uint64))
    assert found.tolist() == [value in table for value in values]
    assert distinct(np.array(values, dtype=np.int64)).tolist() == sorted(set(values))


def test_a_text_longer_than_the_cached_powers() -> None:
    text = "word " * 500_000
    tokens = tokenise(code_points(text))
    assert set(tokens.hash.tolist()) == set(hash_words(["word"]).tolist())
