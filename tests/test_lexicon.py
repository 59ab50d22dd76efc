"""Lexicons: the look-up finds what a regular expression finds, and nothing across statements."""

from __future__ import annotations

import re
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.features.batch import make_batch
from scorer.features.characters import fold
from scorer.features.lexicon import compile_lexicon, compile_phrases
from scorer.features.phrases import MAX_TOKENS, PhraseRow, expand, noun_forms, verb_forms
from scorer.features.reading import Reading, read
from scorer.features.view import token_view

Phrases = list[tuple[str, ...]]
WORDS = ["no", "proof", "of", "it", "state", "media", "u", "s", "é", "𐐨"]
GAPS = [
    " ",
    " ",
    " ",
    "-",
    "’",
    "'",
    "  ",
    ", ",
    ". ",
    "? ",
    " — ",
    "\n",
    "\n\n",
    ".",
    " “",
    "” ",
    "    ",
]
JOINER = "[ \t\r\n\u00a0\u202f\\-‐‑'’ʼ]"


def found(reading: Reading, phrases: Phrases) -> set[tuple[int, int, int]]:
    """(start, end, phrase) of every hit."""
    hits = compile_phrases(phrases).find(token_view(reading))
    start, end = reading.token_start[hits.first], reading.token_end[hits.last - 1]
    return set(zip(start.tolist(), end.tolist(), hits.row.tolist(), strict=True))


def expected(reading: Reading, phrases: Phrases) -> set[tuple[int, int, int]]:
    """The same, by a regular expression over each statement."""
    out: set[tuple[int, int, int]] = set()
    bounds = zip(reading.statement_start.tolist(), reading.statement_end.tolist(), strict=True)
    for begin, stop in bounds:
        for number, phrase in enumerate(phrases):
            for match in pattern(phrase).finditer(fold(reading.text[begin:stop])):
                out.add((begin + match.start(1), begin + match.end(1), number))
    return out


def pattern(phrase: tuple[str, ...]) -> re.Pattern[str]:
    """The words of a phrase with up to three joiners between; "U.S. media" is joined too."""
    gaps = [
        rf"(?:\.{JOINER}{{0,2}}|{JOINER}{{1,3}})" if len(w) == 1 else rf"{JOINER}{{1,3}}"
        for w in phrase
    ]
    spelled = "".join(word + gap for word, gap in zip(phrase, [*gaps[:-1], ""], strict=True))
    return re.compile(rf"(?=(?<!\w)({spelled})(?!\w))")


@st.composite
def samples(draw: st.DrawFn) -> tuple[list[str], Phrases]:
    """Texts, and phrases of which many stand in them."""
    words = st.tuples(st.sampled_from(WORDS), st.booleans(), st.sampled_from(GAPS))
    articles = draw(st.lists(st.lists(words, max_size=25), min_size=1, max_size=3))
    texts = ["".join((w.upper() if up else w) + gap for w, up, gap in parts) for parts in articles]
    spelled = [word for parts in articles for word, _, _ in parts]
    picks = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 4)), max_size=10))
    slices = [tuple(spelled[at : at + size]) for at, size in picks]
    return texts, list(dict.fromkeys(phrase for phrase in slices if phrase))


@settings(max_examples=150)
@given(samples())
def test_hits_are_those_of_a_regular_expression(sample: tuple[list[str], Phrases]) -> None:
    texts, phrases = sample
    reading = read(make_batch(texts))
    assert found(reading, phrases) == expected(reading, phrases)


@given(samples())
def test_starting_tokens_only_narrow_the_hits(sample: tuple[list[str], Phrases]) -> None:
    texts, phrases = sample
    view = token_view(read(make_batch(texts)))
    lexicon = compile_phrases(phrases)
    every = lexicon.find(view)
    starts = np.arange(view.hash.size) % 2 == 0
    some = lexicon.find(view, starts)
    rows = list(zip(*(column.tolist() for column in every), strict=True))
    assert list(zip(*(column.tolist() for column in some), strict=True)) == [
        row for row in rows if row[0] % 2 == 0
    ]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("It is clearly not true.", True),
        ("It is quite clearly not true.", True),
        ("It is very quite clearly not true.", False),
        ("It is, clearly, not true.", False),
        ("It is a not true story.", False),
    ],
)
def test_up_to_two_adverbs_may_stand_in_a_phrase(text: str, hit: bool) -> None:
    view = token_view(read(make_batch([text])))
    hits = compile_phrases([("is", "not", "true")]).find(view)
    assert bool(hits.first.size) == hit
    assert all(0 < skipped <= 2 for skipped in hits.skipped.tolist())


def test_never_across_statements_lines_or_articles() -> None:
    reading = read(make_batch(["No. Proof of it", "No\nproof", "no", "proof"]))
    assert found(reading, [("no", "proof")]) == set()


def test_outside_statements_nothing_is_found() -> None:
    reading = read(make_batch(["All rights reserved.\nHe left."]))
    assert {row for *_, row in found(reading, [("rights",), ("left",)])} == {1}


def test_the_text_decides_and_not_the_hash() -> None:
    """Two words that share a hash by force are still told apart."""
    reading = read(make_batch(["no proof"]))
    view = token_view(reading)
    forged = view._replace(hash=np.full_like(view.hash, view.hash[0]))
    hits = compile_phrases([("no",)]).find(forged)
    assert hits.first.tolist() == [0]


def test_hits_are_sorted_and_rows_may_share_a_phrase() -> None:
    hits = compile_phrases([("of", "it"), ("it",), ("of",), ("it",)]).find(
        token_view(read(make_batch(["of it of it"])))
    )
    rows = list(zip(hits.first.tolist(), hits.last.tolist(), hits.row.tolist(), strict=True))
    assert rows == sorted(rows)
    assert [row for *_, row in rows] == [2, 0, 1, 3] * 2


def test_the_longest_phrase() -> None:
    phrase = tuple(f"w{k}" for k in range(MAX_TOKENS))
    reading = read(make_batch([" ".join(phrase)]))
    assert found(reading, [phrase, phrase[:-1]]) == {(0, 23, 0), (0, 20, 1)}


def test_no_phrases_and_no_tokens() -> None:
    reading = read(make_batch(["He left."]))
    assert compile_phrases([]).find(token_view(reading)).first.size == 0
    empty = read(make_batch([""]))
    assert compile_phrases([("he",)]).find(token_view(empty)).first.size == 0
    assert compile_phrases([]).size == 0


def row(phrase: str) -> PhraseRow:
    blank = [""] * (len(PhraseRow._fields) - 2)
    return PhraseRow._make([phrase, *blank, "lexicon.csv: row 2"])


def test_templates_expand_to_all_their_phrases() -> None:
    verbs, nouns = verb_forms("make"), noun_forms("claim")
    wanted = {tuple(filter(None, p)) for p in product(verbs, ("a", "the"), ("false", ""), nouns)}
    assert set(expand(row("make~v a|the false? claim~n"))) == wanted
    assert compile_lexicon([row("make~v a|the false? claim~n")]).size == len(wanted)


@pytest.mark.parametrize(
    "phrase",
    ["so-called", "a~x", "", "a? b?", " ".join("abcdefghi"), " ".join(["a|b|c|d|e|f"] * 7)],
)
def test_a_template_that_cannot_be_read_names_its_row(phrase: str) -> None:
    with pytest.raises(InputError, match=r"lexicon\.csv: row 2"):
        list(expand(row(phrase)))


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("claim", "claim claims claimed claiming"),
        ("deny", "deny denies denied denying"),
        ("allege", "allege alleges alleged alleging"),
        ("tie", "tie ties tied tying"),
        ("push", "push pushes pushed pushing"),
        ("stop", "stop stops stopped stopping"),
    ],
)
def test_verbs(base: str, forms: str) -> None:
    assert set(forms.split()) <= set(verb_forms(base))


@pytest.mark.parametrize(
    ("base", "plural"),
    [("ally", "allies"), ("day", "days"), ("spokesman", "spokesmen"), ("human", "humans")],
)
def test_nouns(base: str, plural: str) -> None:
    assert noun_forms(base) == (base, plural)
