"""Markers stand where they belong, and no text is lost or does harm."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from scorer.render.marked import Span, marked
from scorer.render.safe import harmless, line, printable


def plain(text: str, *spans: Span) -> str:
    return marked(text, spans, colour=False).plain


def span(start: int, end: int, name: str = "hedge") -> Span:
    return Span(start, end, (name,), "hedging")


def test_markers_stand_in_brackets() -> None:
    assert plain("the alleged thief", span(4, 11)) == "the [hedge: alleged] thief"


def test_markers_on_the_same_words_share_brackets() -> None:
    both = plain("so it seems", span(6, 11), span(6, 11, "hearsay"))
    assert both == "so it [hedge, hearsay: seems]"


def test_markers_inside_each_other_are_nested() -> None:
    assert plain("abcdef", span(0, 6, "a"), span(0, 3, "b"), span(1, 2, "c")) == (
        "[a: [b: a[c: b]c]def]"
    )


def test_of_crossing_markers_the_second_is_shown_in_two_parts() -> None:
    assert plain("abcdef", span(0, 4, "a"), span(2, 6, "b")) == "[a: ab[b: cd]][b: ef]"
    assert plain("ab cd ef", span(0, 5, "a"), span(3, 8, "b")) == "[a: ab [b: cd]] [b: ef]"


def test_spans_beyond_the_text_are_cut() -> None:
    assert plain("abc", span(-2, 1), span(2, 9), span(5, 9), span(1, 1)) == "[hedge: a]b[hedge: c]"
    assert plain("") == ""


@given(st.data(), st.text("ab c", max_size=30))
def test_no_text_is_lost_or_doubled(data: st.DataObject, text: str) -> None:
    place = st.integers(0, len(text))
    bounds = data.draw(st.lists(st.tuples(place, place), max_size=6))
    spans = [span(start, end, "M") for start, end in bounds]
    shown = plain(text, *spans)
    assert shown.count("[") == shown.count("]")
    bare = re.sub(r"\[[M, ]+: |\]", "", shown)
    assert bare.replace(" ", "") == text.replace(" ", "")
    assert marked(text, spans, colour=True).plain.replace(" ", "") == text.replace(" ", "")


def test_many_markers_on_one_long_statement_take_no_long_time() -> None:
    spans = [span(start, start + 20, f"m{start % 7}") for start in range(0, 40_000, 2)]
    assert len(plain("a" * 40_010, *spans)) > 40_010


def test_white_space_becomes_one_space() -> None:
    assert line("a\r\n\tb\u2028c\u3000d") == "a b c d"


def test_line_feeds_of_messages_stay() -> None:
    assert harmless("a\n\x1b[1mb") == "a\n\\x1b[1mb"


def test_terminals_without_our_signs_get_plain_ones() -> None:
    assert printable("█░ 0.1–0.2 “x” é 外", "ascii") == '#. 0.1-0.2 "x" ? ?'
    assert printable("█░ “x” 外", "utf-8") == "█░ “x” 外"
    assert printable("\ud800", "utf-8") == "?"
