"""Line breaks: which end a paragraph and which only wrap it."""

from __future__ import annotations

import textwrap

import pytest

from scorer.features.batch import make_batch
from scorer.features.lines import find_lines
from scorer.features.statements import find_statements

PARAGRAPHS = [
    "Talks on the border ended late on Tuesday without a result, said a spokesman for the ministry",
    "in Minsk. “We have seen no proof of it,” the spokesman told reporters, adding that Gen. Brown",
    "and the U.S. ambassador would be asked to explain what they had meant when they spoke of it.",
]
ARTICLE = [
    " ".join(PARAGRAPHS),
    "Nobody could say when they would meet again. The minister, who had left the room early, did "
    "not answer questions. His aides — two of them were there — said only that he was tired.",
    "The ambassador denied the claim, which had first been made by state television on Sunday, and "
    "called it an invention from beginning to end.",
]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of one article that hold text, as written."""
    lines = find_lines(make_batch([text]))
    bounds = zip(lines.start.tolist(), lines.end.tolist(), strict=True)
    return [text[a:b].strip() for a, b in bounds if text[a:b].strip()]


def flat(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def statements(text: str) -> list[str]:
    found = find_statements(make_batch([text]))
    return flat([text[a:b] for a, b in zip(found.start.tolist(), found.end.tolist(), strict=True)])


@pytest.mark.parametrize("width", [60, 65, 72, 78, 80, 90])
@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n\n\n"])
@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r"])
def test_wrapped_text_reads_like_unwrapped(width: int, gap: str, feed: str) -> None:
    wrapped = gap.join(textwrap.fill(p, width, break_on_hyphens=False) for p in ARTICLE)
    assert statements(wrapped.replace("\n", feed)) == statements("\n\n".join(ARTICLE))


def test_a_hanging_indent_and_quoted_spaces() -> None:
    text = textwrap.fill(ARTICLE[0], 72, subsequent_indent="    ")
    assert flat(paragraphs(text)) == [ARTICLE[0]]


def test_an_indented_first_line_opens_a_paragraph() -> None:
    filled = [textwrap.fill(p, 72, initial_indent="   ") for p in ARTICLE]
    assert flat(paragraphs("\n".join(filled))) == ARTICLE


def test_a_dash_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    text = (
        "The minister said on Tuesday that the talks, which had begun in Minsk\n"
        "— the capital — in the spring, would not go on before the end of the\n"
        "year, and that nobody had asked for it."
    )
    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A headline of about fifty characters stands here\nAnd here is the first paragraph of it.",
        "Talks in Minsk ended late on Tuesday without any result.\nthe ministry said nothing.",
        "The minister left the room early on Tuesday.\nHis aides did not.\nNobody could say why.",
        "short one\nshort two\nshort three",
        "He named the following three reasons for what he had done:\n• it was late\n• it was dark",
        "He named the following three reasons for what he had done:\n- it was late\n- it was dark",
        "See all of this at the following address on the Internet\nhttps://example.org/" + "a" * 40,
    ],
)
def test_one_paragraph_a_line_stays_so(text: str) -> None:
    assert paragraphs(text) == text.split("\n")


def test_long_lines_are_never_joined() -> None:
    text = "\n".join([ARTICLE[0], "and so on, in lower case", ARTICLE[1]])
    assert paragraphs(text) == text.split("\n")


@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_all_that_python_takes_for_a_line_end_is_one(feed: str) -> None:
    assert paragraphs(f"One{feed}Two{feed}{feed}Three{feed}") == ["One", "Two", "Three"]
    assert find_lines(make_batch([f"One{feed}Two"])).start.size == 2


def test_articles_are_never_joined() -> None:
    lines = textwrap.wrap(ARTICLE[0], 72)
    found = find_lines(make_batch(lines))
    assert found.wraps.size == 0
    assert found.start.size == len(lines)


def test_empty_articles_have_one_empty_paragraph() -> None:
    found = find_lines(make_batch(["", ""]))
    assert found.start.tolist() == found.end.tolist() == [0, 1]
    assert find_lines(make_batch([])).start.size == 0
