"""Bytes become the text that was meant, and its headline is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.readers.decode import decode
from scorer.readers.text import article
from scorer.readers.title import headline

TEXT = "“We won’t yield,” the minister said – adding that £3 was not enough for the café owner.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_encodings_of_english_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_other_encodings_are_found(encoding: str) -> None:
    text = "Президент заявил во вторник, что нападавшие пытались бежать в сторону границы."
    assert decode(text.encode(encoding)) == text


def test_latin_1_names_are_not_taken_for_another_alphabet() -> None:
    text = "The fiancée of the attaché left for Málaga, São Paulo and Zürich with El Niño."
    assert decode(text.encode("latin-1")) == text


def test_a_few_damaged_bytes_do_not_spoil_the_rest() -> None:
    assert decode(TEXT.encode() + b"\xe2\x80") == TEXT + "\ufffd"


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article(data: bytes) -> None:
    found = article("a", data)
    assert bool(found.text) == (found.status is None)
    assert (found.message is None) == (found.status is None)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t")))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff") and text.strip():
        assert article("a", text.encode()).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Port burns again\n\nTwo cranes burned.", "Port burns again"),
        ("\r\n\r\nPort burns again  \r\n \r\nTwo cranes burned.", "Port burns again"),
        ("# Port burns\n\nTwo cranes burned.", "Port burns"),
        ("Who burned the port?\n\nNobody knows.", "Who burned the port?"),
        ("Two cranes burned down.\n\nNobody was hurt.", None),
        ("He said “two cranes burned.”\n\nNobody was hurt.", None),
        ("Port burns again\nTwo cranes burned.", None),
        ("Port burns again\n\n", None),
        ("Port burns again", None),
        ("By Anna Smith\n\nTwo cranes burned.", None),
        ("* * *\n\nTwo cranes burned.", None),
        ("word " * 100 + "\n\nTwo cranes burned.", None),
        ("", None),
        (" " * 100_000, None),
    ],
)
def test_headlines(text: str, title: str | None) -> None:
    assert headline(text) == title
