"""Hostile text costs about what normal text of the same size does: nothing is quadratic."""

from __future__ import annotations

from functools import cache
from time import process_time

import pytest

from scorer.features.batch import make_batch
from scorer.features.quotes import find_quotes
from scorer.features.statements import find_statements

SIZE = 1_000_000
NORMAL = "The minister said that the talks had failed. “We shall go on,” he added on Monday.\n\n"
BOUND = 20.0

HOSTILE = {
    "curly marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "spaced marks": '" ',
    "both marks": "“”",
    "open quotations": "“a ",
    "guillemets": "«a",
    "TeX marks": "``a",
    "apostrophes": "'",
    "single marks": "‘",
    "open single marks": " 'a",
    "possessives": " 'as' b",
    "marks that open paragraphs": "“Aa\n",
    "single marks that open paragraphs": "'Aa\n\n",
    "initials": "U.S. ",
    "letters with stops": "A. ",
    "titles": "Gen. ",
    "clock times": "p.m. ",
    "stops": ".",
    "spaced stops": ". ",
    "stops without spaces": ".A",
    "question marks": "?! A",
    "speech tags": "!” Aa said. ",
    "capitals before a tag": "!” Aa Bb Cc Dd Ee Ff ",
    "ellipses": "… ",
    "line feeds": "\n",
    "carriage returns": "\r\n",
    "letters on lines": "a\n",
    "full lines": "a" * 60 + " b\n",
    "bullets": "• A\n",
    "one long word": "a",
    "one long word in capitals": "A",
    "capitals": "ABC ",
    "digits": "1",
    "numbers with stops": "1. ",
    "combining marks": "\u0301",
    "letters above the BMP": "𐐀",
    "open brackets": "(",
    "brackets": "(a) b. C ",
    "footnotes": ".[1] ",
    "spaces": " ",
    "mail addresses": "a@b.",
    "tweets": "(@a) March 1, 2019 A ",
    "web addresses": "http://",
    "bylines": "By Aa\n",
    "datelines": "MOSCOW, March 26 (AP",
    "copyright signs": "© ",
    "notices": "(c) 2018 A\n",
    "share lines": "Share this\n",
    "boilerplate without an end": "follow a ",
}


def seconds(text: str) -> float:
    start = process_time()
    batch = make_batch([text])
    find_quotes(batch, find_statements(batch))
    return process_time() - start


@cache
def normal_seconds() -> float:
    text = (NORMAL * (SIZE // len(NORMAL) + 1))[:SIZE]
    return min(seconds(text) for _ in range(3))


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_megabyte_takes_no_longer_than_it_may(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]
    assert seconds(text) < BOUND * normal_seconds()
