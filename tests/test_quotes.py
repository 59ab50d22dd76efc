"""Quotations: all marks, balanced or not, over sentences and paragraphs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from scorer.features.batch import make_batch
from scorer.features.quotes import Quotes, find_quotes
from scorer.features.statements import find_statements, whole_texts


class Found(NamedTuple):
    """A quotation as written, with its marks."""

    text: str
    level: int = 0
    closed: bool = True
    goes_on: bool = False


def find(*texts: str) -> Quotes:
    batch = make_batch(texts)
    return find_quotes(batch, find_statements(batch))


def quotations(text: str) -> list[Found]:
    found = find(text)
    columns = (found.outer_start, found.outer_end, found.level, found.closed, found.goes_on)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [Found(text[a:b], *rest) for a, b, *rest in rows]


def written(text: str) -> list[str]:
    return [quotation.text for quotation in quotations(text)]


@pytest.mark.parametrize(
    "marks",
    ["“ ”", '" "', "‘ ’", "' '", "« »", "» «", "„ “", "„ ”", "” ”", "‚ ‘", "‹ ›", "`` ''", "「 」"],
)
def test_every_kind_of_mark(marks: str) -> None:
    left, right = marks.split()
    first = f"{left}It isn’t true,{right}"
    second = f"{left}The U.S. didn't do it. Nobody did.{right}"
    assert written(f"{first} he said. {second} He left.") == [first, second]


def test_words_inside_the_marks() -> None:
    found = find("He said ``yes'' and “no”.")
    assert found.start.tolist() == [10, 21]
    assert found.end.tolist() == [13, 23]
    assert found.single.tolist() == [False, False]
    assert find("He said ‘yes’.").single.tolist() == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 5\" long and 6'2\" wide. He said \"yes\".", ['"yes"']),
        ("The workers' rights, James' book, rock 'n' roll, the '90s, 'em and 'tis.", []),
        ("It's his wife's and the voters' choice.", []),
        ("The U.S. 'considers' Russia's 'threat' real.", ["'considers'", "'threat'"]),
        ("The soldiers' 'mission' is over.", ["'mission'"]),
        ("'I don't know the soldiers' names,' he said.", ["'I don't know the soldiers' names,'"]),
        ("(“One”) [“Two”] —“Three”", ["“One”", "“Two”", "“Three”"]),
        ('He asked, "Why?" "Because," she said.', ['"Why?"', '"Because,"']),
        ("He said “one\" and then “two”.", ['“one"', "“two”"]),
        ("A stray closing mark” here. Then “two”.", ["“two”"]),
        ("« Oui », dit-il. « Non. » Il part.", ["« Oui »", "« Non. »"]),
        ("“” and \"\" and ‘’ and “ ” hold nothing", []),
        ('""" and more of it', []),
    ],
)  # fmt: skip
def test_marks_that_quote_and_marks_that_do_not(text: str, expected: list[str]) -> None:
    assert written(text) == expected


def test_quotations_inside_quotations() -> None:
    assert quotations("“The ‘deep state’ said “no” to us,” he said. ‘He said “yes”.’") == [
        Found("“The ‘deep state’ said “no” to us,”"),
        Found("‘deep state’", level=1),
        Found("“no”", level=1),
        Found("‘He said “yes”.’"),
        Found("“yes”", level=1),
    ]
    assert quotations("“He said «yes» to us.”") == [
        Found("“He said «yes» to us.”"),
        Found("«yes»", level=1),
    ]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "‘’", "''"])
def test_a_quotation_over_paragraphs(marks: str) -> None:
    text = "He said: “One. Two.\n\n“Three.\r\n\n“Four,” he said. “Five.”"
    text = text.replace("“", marks[0]).replace("”", marks[1])
    left, right = marks[0], marks[1]
    assert quotations(text) == [
        Found(f"{left}One. Two.", closed=False, goes_on=True),
        Found(f"{left}Three.\r", closed=False, goes_on=True),
        Found(f"{left}Four,{right}"),
        Found(f"{left}Five.{right}"),
    ]


def test_a_directed_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quotations("“One. Two.\n\nThree “four” five.") == [
        Found("“One. Two.", closed=False),
        Found("“four”"),
    ]


def test_a_straight_mark_that_is_never_closed_ends_with_its_statement() -> None:
    assert quotations('"One. Two.\n\nThree "four" five.') == [
        Found('"One.', closed=False),
        Found('"four"'),
    ]


def test_an_open_quotation_ends_where_the_next_one_opens() -> None:
    assert quotations("He said “one and then “two” and left.") == [
        Found("“one and then ", closed=False),
        Found("“two”"),
    ]


def test_quotations_never_leave_their_article() -> None:
    found = find("He said: “One.", "“Two,” he said. ‘Three", "‘Four.’")
    assert found.goes_on.tolist() == [False, False, False]
    assert found.outer_end.tolist() == [14, 21, 45]


def test_a_wrapped_paragraph_is_one() -> None:
    text = (
        "The minister said on Tuesday that “nobody has ever seen any proof of\n"
        "that, and nobody ever will see any proof of it in all the years that\n"
        "are to come” and left the room."
    )
    assert [q.closed for q in quotations(text)] == [True]


def test_whole_texts() -> None:
    batch = make_batch(["“One. Two.” He left.", "She said “no"])
    found = find_quotes(batch, whole_texts(batch))
    assert found.outer_start.tolist() == [0, 30]
    assert found.outer_end.tolist() == [11, 33]


def test_inside() -> None:
    found = find("He said “yes, ‘sir’ now” twice.")
    offsets = np.array([0, 8, 10, 16, 21, 23, 24, 30])
    assert found.inside(offsets).tolist() == [False, True, True, True, True, True, False, False]
    assert find("No marks here.").inside(offsets).tolist() == [False] * 8


def test_no_marks() -> None:
    for texts in [(), ("",), ("No marks here.",)]:
        found = find(*texts)
        assert found.start.size == found.level.size == 0
