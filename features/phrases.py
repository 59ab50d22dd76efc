"""Phrase templates of the lexicons: reading, inflecting, expanding.

A template is a row of tokens: `a|b` alternatives, a trailing `?` optional, `push~v` every form of
the verb, `claim~n` singular and plural.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from scorer.errors import InputError
from scorer.features.characters import fold
from scorer.seeds.files import folder

CONTEXT_COLUMNS = ("before", "after", "not_before", "not_after", "near", "not_near")
COLUMNS = ("phrase", "kind", "case", *CONTEXT_COLUMNS, "source")
CASES = ("", "lower", "title", "upper")
MAX_TOKENS = 8
MAX_EXPANSION = 4000
_VOWELS = "aeiou"


class PhraseRow(NamedTuple):
    """One row of a lexicon. `place` says where it stands, for messages."""

    phrase: str
    kind: str
    case: str
    before: str
    after: str
    not_before: str
    not_after: str
    near: str
    not_near: str
    source: str
    place: str


def read_lexicon(path: Path) -> list[PhraseRow]:
    """Rows of a lexicon file. Raises InputError naming file, row and column."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, None) or []
        if tuple(header) != COLUMNS:
            raise InputError(
                f"{path}: row 1: columns are {header}, expected {list(COLUMNS)}; mend the header"
            )
        return [_row(cells, f"{path}: row {n}") for n, cells in enumerate(reader, 2) if cells]


def _row(cells: list[str], place: str) -> PhraseRow:
    if len(cells) != len(COLUMNS):
        raise InputError(f"{place}: {len(cells)} cells, expected {len(COLUMNS)}")
    row = PhraseRow._make([*(cell.strip() for cell in cells), place])
    if row.case not in CASES:
        raise InputError(f"{place}: column case: {row.case!r} is none of {list(CASES)}")
    if not row.phrase or not row.source:
        raise InputError(f"{place}: columns phrase and source must not be empty")
    return row


def expand(row: PhraseRow) -> Iterator[tuple[str, ...]]:
    """Every phrase of a template as a tuple of folded tokens, each once."""
    slots = [_slot(part, row.place) for part in row.phrase.split()]
    size = 1
    for slot in slots:
        size *= len(slot)
    if size > MAX_EXPANSION:
        raise InputError(f"{row.place}: {row.phrase!r} expands to {size} phrases; split the row")
    phrases = {tuple(word for word in choice if word) for choice in product(*slots)}
    for phrase in sorted(phrases):
        if not 0 < len(phrase) <= MAX_TOKENS:
            raise InputError(f"{row.place}: {phrase} has not 1 to {MAX_TOKENS} tokens")
        yield phrase


def _slot(part: str, place: str) -> tuple[str, ...]:
    optional = part.endswith("?")
    words: list[str] = []
    for option in part.rstrip("?").split("|"):
        base, _, form = option.partition("~")
        base = fold(base)
        if not base.isalnum() or form not in ("", "v", "n"):
            raise InputError(f"{place}: cannot read {part!r} (letters and digits, ~v, ~n, |, ?)")
        words += _forms(base, form)
    return (*words, "") if optional else tuple(words)


def _forms(base: str, form: str) -> tuple[str, ...]:
    if form == "v":
        return verb_forms(base)
    return noun_forms(base) if form == "n" else (base,)


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    path = folder() / "irregular.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    return {row[0]: tuple(form for cell in row for form in cell.split("|") if form) for row in rows}


@cache
def verb_forms(base: str) -> tuple[str, ...]:
    """Base, -s, past, participle and -ing forms. Spelling variants may overgenerate.

    >>> verb_forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    if base in _irregular():
        return tuple(dict.fromkeys(_irregular()[base]))
    forms = [base, _with_s(base)]
    if base.endswith("e"):
        forms += [base + "d", (base[:-2] + "ying") if base.endswith("ie") else base[:-1] + "ing"]
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        forms += [base[:-1] + "ied", base + "ing"]
    else:
        stems = [base, base + base[-1]] if _may_double(base) else [base]
        forms += [stem + ending for stem in stems for ending in ("ed", "ing")]
    return tuple(forms)


@cache
def noun_forms(base: str) -> tuple[str, ...]:
    """Singular and plural.

    >>> noun_forms("allegation"), noun_forms("conspiracy")
    (('allegation', 'allegations'), ('conspiracy', 'conspiracies'))
    """
    irregular = {"man": "men", "woman": "women", "person": "people", "child": "children"}
    for single, plural in irregular.items():
        if base.endswith(single) and base != "human":
            return base, base[: -len(single)] + plural
    return base, _with_s(base)


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _may_double(base: str) -> bool:
    return (
        len(base) > 2
        and base[-1] not in _VOWELS + "wxy"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
    )


@cache
def word_sets() -> dict[str, tuple[str, ...]]:
    """The named word sets of `seeds/wordsets.csv`."""
    sets: dict[str, list[str]] = {}
    with (folder() / "wordsets.csv").open(encoding="utf-8", newline="") as stream:
        for name, word, _source in list(csv.reader(stream))[1:]:
            sets.setdefault(name, []).append(fold(word))
    return {name: tuple(words) for name, words in sets.items()}


def context_words(cell: str, place: str) -> tuple[str, ...]:
    """Words of a context column: `a|b|@set`. Raises InputError for an unknown set."""
    words: list[str] = []
    for option in filter(None, cell.split("|")):
        if option.startswith("@"):
            if option[1:] not in word_sets():
                raise InputError(f"{place}: no word set named {option!r} in seeds/wordsets.csv")
            words += word_sets()[option[1:]]
        else:
            words.append(fold(option))
    return tuple(words)
