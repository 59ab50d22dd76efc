"""Statements of articles: sentences, quotations, abbreviations, datelines, lists."""

from __future__ import annotations

import pytest

from scorer.features.batch import make_batch
from scorer.features.statements import find_statements, whole_texts


def statements(text: str) -> list[str]:
    """The statements of one article as written."""
    found = find_statements(make_batch([text]))
    return [text[a:b] for a, b in zip(found.start.tolist(), found.end.tolist(), strict=True)]


# Sentences as they should come out; they go in joined by a space.
SENTENCES = {
    "plain": ["The minister left.", "Then he came back!", "Why?", "Nobody knows."],
    "told me": ["She told me.", "Smith never called me.", "I was ill.", "May was cold."],
    "no": ["He said no.", "Kyiv said no.", "Version No. 2 is better than No. 10."],
    "titles": ["Gen. Smith and Sens. Jones met Amb. Brown.", "Msgr. Roche and Atty. Lee came."],
    "chained titles": ["Lt. Col. Brown wrote to the Rev. Dr. King."],
    "after initials": ["He lives in the U.S.", "The firm left.", "Ask the U.K.", "I was there."],
    "initials go on": ["The U.S. Army met the U.N. Security Council and the D.C. Circuit."],
    "initials of names": ["John B. Smith and J.K. Rowling met George H.W. Bush."],
    "clock": [
        "He left at 5 p.m. Monday.",
        "She left at 6 a.m. GMT.",
        "It began at 7 p.m.",
        "He ate.",
    ],
    "latin": ["Papers, e.g. The Times, i.e. The London one, were there, cf. Smith."],
    "months": ["It was on Sept. 11 and Jan. 6.", "In May.", "Note that."],
    "companies": ["Acme Inc. Chairman Jones left.", "He joined Acme Corp.", "The firm closed."],
    "questions": ["Is it true?", "No!", "It is not.", "Really?!", "Yes."],
    "ellipsis": ["They waited…", "Then it rained.", "He left...", "She stayed."],
    "footnotes": ["It is so.[1]", "The rest is known.[12]", "He left. [3]", "She stayed."],
    "figures": ["It cost 5.6 million, or $3.5 a head.", "That is 0.5 percent."],
    "addresses": ["He writes for Hill.TV and example.com.", "See www.example.org for more of it."],
    "camel case": ["He bought a phone.", "iPhone sales rose."],
    "brackets": ["(He denied it.)", "The court was told. (It was late.)", "She left."],
    "numbers": ["He named two reasons.", "It was late."],
    "stops after marks": [
        'It has an "excellent name".',
        "It named no 'source'.",
        "She “left”.",
        "So.",
    ],
}


@pytest.mark.parametrize("sentences", SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences_come_apart_again(sentences: list[str]) -> None:
    expected = [part for line in sentences for part in line.replace(" (It", "|(It").split("|")]
    assert statements(" ".join(sentences)) == expected


QUOTED = ["“It is false.", "We deny it,” he said.", "“Nobody asked us.”", "She left."]
MARKS = {
    "curly": "“”",
    "straight": '""',
    "guillemets": "«»",
    "german": "„“",
    "german guillemets": "»«",
    "single": "‘’",
    "straight single": "''",
    "swedish": "””",
}


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS.keys())
def test_a_quotation_of_several_sentences_gives_several_statements(marks: str) -> None:
    table = {ord("“"): marks[0], ord("”"): marks[1]}
    quoted = [sentence.translate(table) for sentence in QUOTED]
    assert statements(" ".join(quoted)) == quoted


def test_marks_with_spaces_stay_on_their_side() -> None:
    assert statements("« Oui. » Il part. « Non. »") == ["« Oui. »", "Il part.", "« Non. »"]
    assert statements('He said " Yes. " Then " No. " Smith left.') == [
        'He said " Yes. "',
        'Then " No. "',
        "Smith left.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Stop!” Smith said.",
        "“Why now?” Prime Minister Jane Smith quickly asked on Monday.",
        "“Is it?” he asked.",
        "The so-called “experts.” at the ministry left.",
        "Jude declares, “... Sodom and Gomorrah” were warned.",
        "The “U.S. Army” of old was small.",
    ],
)
def test_a_sentence_with_a_quotation_in_it_stays_one(sentence: str) -> None:
    assert statements(f"It began. {sentence} It ended.") == ["It began.", sentence, "It ended."]


def test_a_speech_tag_with_its_own_clause_is_a_sentence() -> None:
    text = "“Why not talk to him?” Grassley said his staff had called. “No.” He left."
    assert statements(text) == [
        "“Why not talk to him?”",
        "Grassley said his staff had called.",
        "“No.”",
        "He left.",
    ]


def test_unbalanced_marks_do_no_harm() -> None:
    text = 'He said “no. Then he left. "Why? Nobody knows) at all. It [rained. The end.'
    assert statements(text) == [
        "He said “no.",
        "Then he left.",
        '"Why?',
        "Nobody knows) at all.",
        "It [rained.",
        "The end.",
    ]


def test_the_signature_of_a_tweet_ends_a_statement() -> None:
    text = "So great — Al Moe (@almoe) March 26, 2019 The tweet was deleted."
    assert statements(text) == [
        "So great — Al Moe (@almoe) March 26, 2019",
        "The tweet was deleted.",
    ]


def test_a_missing_space_between_sentences() -> None:
    text = "It was reported.Awan had left.He said so. But a.Smith and x.Y.Z stay."
    assert statements(text)[:3] == ["It was reported.", "Awan had left.", "He said so."]
    assert statements("See http://example.com/about.The and mail me@example.Net now.") == [
        "See http://example.com/about.The and mail me@example.Net now."
    ]


BODY = "President Lukashenko denied the claim on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "MOSCOW, March 26 (Reuters) — ",
        "MOSCOW, March 26. /TASS/. ",
        "MOSCOW. March 26. INTERFAX - ",
        "MINSK, 12 January (BelTA) – ",
        "NEW YORK (AP) -- ",
        "WASHINGTON — ",
        "WASHINGTON ― ",
        "ST. LOUIS - ",
        "CONCORD, N.H. — ",
        "CHICO, Calif. - ",
        "BRATISLAVA, Slovakia, February 13, 2018 (LifeSiteNews) —",
        "JERUSALEM/GAZA, Jan 3 (Reuters) - ",
        "TEHRAN, Jan. 12 (MNA) – ",
        "Kabul, Afghanistan (CNN) -- ",
        "Moscow (AFP) - ",
        "(CNN) ",
        "(Reuters) - ",
    ],
)
def test_datelines_are_left_out(dateline: str) -> None:
    assert statements(f"Headline here\n\n{dateline}{BODY} More of it.") == [
        "Headline here",
        BODY,
        "More of it.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO — the alliance — denied it on Monday.",
        "TRUMP SLAMS NATO – AGAIN",
        "COVID-19 cases rose again on Monday.",
        "The U.S. — and its allies — denied it.",
        "A man (Smith) left the town on Monday.",
        "U.S.-backed forces took the town on Monday.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(sentence: str) -> None:
    assert statements(f"{sentence}\nIt was late.") == [sentence, "It was late."]


def test_lists() -> None:
    text = (
        "He promised:\n• Lower taxes.\n• Second item. With two.\n- Third one\n1. Fourth one.\n"
        "2) Fifth. It goes on.\n(3) Sixth\na) Seventh\n[8] Eighth\n"
    )
    assert statements(text) == [
        "He promised:",
        "Lower taxes.",
        "Second item.",
        "With two.",
        "Third one",
        "Fourth one.",
        "Fifth.",
        "It goes on.",
        "Sixth",
        "Seventh",
        "Eighth",
    ]


def test_numbered_items_on_one_line() -> None:
    text = "There are reasons. 1. It is late. 2. It rains. 10. Nobody came."
    assert statements(text) == ["There are reasons.", "It is late.", "It rains.", "Nobody came."]


def test_headlines_and_paragraphs() -> None:
    assert statements("A headline without a stop\n\nFirst one. Second one.\nThird one") == [
        "A headline without a stop",
        "First one.",
        "Second one.",
        "Third one",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "* * *", "—", "2019", "1.\n2.\n3.", "“”"])
def test_text_without_a_word_has_none(text: str) -> None:
    assert statements(text) == []


def test_what_shows_nothing_is_trimmed() -> None:
    text = (
        "\ufeffHe left.\u200b She\u200d stayed.\u202e \ufeff\n\u200e\ufeff\n\u2060It rained.\ufeff"
    )
    assert statements(text) == ["He left.", "She\u200d stayed.", "It rained."]


def test_articles_and_lines_of_statements() -> None:
    found = find_statements(make_batch(["One. Two.\nThree.", "", "Four."]))
    assert found.article.tolist() == [0, 0, 0, 2]
    assert found.line.tolist() == [0, 0, 1, 3]
    assert found.line_start.size == found.line_end.size == 4


def test_no_articles() -> None:
    found = find_statements(make_batch([]))
    assert found.start.size == found.line_start.size == 0


def test_whole_texts_are_not_cut() -> None:
    found = whole_texts(make_batch(["One. Two.", "", "Three.\nFour."]))
    assert found.start.tolist() == [0, 10, 11]
    assert found.end.tolist() == [9, 10, 23]
