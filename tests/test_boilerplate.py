"""Boilerplate: what is thrown away, and above all what is not."""

from __future__ import annotations

import csv

import pytest

from scorer.features.batch import make_batch
from scorer.features.statements import find_statements
from scorer.seeds.files import folder

BEFORE, AFTER = "The minister denied the claim.", "Nobody else was asked."

BOILERPLATE = """
© 2024 The Example Times. All rights reserved.
Copyright 2024 Example News, Inc. All rights reserved. This material may not be published or sold.
COPYRIGHT 2018 EXAMPLE.COM
(C) 2017 EXAMPLE CONTENT AGENCY, LLC.
All rights reserved.
By Jane Smith
BY JANE SMITH AND PETER VAN DYKE
By Jane Smith, Staff Writer
By T.A. Frank; Vanity Fair:
Written by Jane Smith | March 26, 2019
Posted by Jane Smith
(Reporting by Jane Smith and Lee Chyen Yee in Minsk; Editing by Paul Brown)
Additional reporting by Jane Smith
Associated Press writers Jane Smith in Minsk and Paul Brown in Kyiv contributed to this report.
The Associated Press contributed to this report.
Jane Smith contributed reporting.
Share this:
Share this story!
Share on Facebook
Tweet this
Subscribe
Subscribe to our newsletter
Sign up for our free weekly newsletter and get the news every morning.
Follow Jane Smith on Twitter @janesmith.
Follow us on Facebook
Follow @janesmith.
Like us on Facebook here.
Contact us at editors@example.com.
jane.smith@example.com
Click here to read more about it.
Read more: Minister denies claim
READ MORE
Read the full story here.
Related: Minister denies claim
See also: Minister denies claim
Watch the full interview below:
More from Example News
Tags: minsk, talks, ministry
Filed under: World
Advertisement
Story continues below advertisement
https://www.example.com/news/2019/03/26/minister-denies-claim.html
www.example.com
pic.twitter.com/abcDEF123
https://t.co/abcDEF123 — Jane Smith (@janesmith) March 26, 2019
— Jane Smith (@janesmith) March 26, 2019
Photo: Jane Smith/Example Images
Photo by Jane Smith
Image via Example Images
Source: Example Institute
March 26, 2019
Published March 26, 2019
Tue, March 26, 2019 at 3:09 PM
Published 12:04 PM ET Tue, 26 March 2018
Updated 2:45 p.m. ET
3:15 p.m.
This article was originally published by Jane Smith at The Example Times
This story has been updated to include comments from the ministry.
Reprinted with permission from The Example Times.
The views expressed in this article are the author's own and not necessarily those of the Times.
You may opt out at any time.
Privacy Policy | Terms of Use
If you would like to learn more about it, click here.
""".strip().split("\n")

# Statements of the story that resemble the lines above.
STORY = """
By Monday Trump had resigned.
By contrast, the minister was silent
By Friday Russia Will Leave The Town
By the end of the day it was over
Share prices fell by three percent on Monday.
Share of the vote: 40 percent went to the minister.
Follow the money, the minister said on Monday.
Following the talks, the minister left on Facebook's plane.
Read the statement carefully and make your own judgment.
Read my lips: no new taxes, said the minister.
See why the minister left the room.
Watch out for the minister, said one of his aides.
Subscribers left the paper in large numbers.
Sign up to fight for your country, the minister told them.
Contact with the embassy was lost on Monday.
More from habit than from fear, he stayed.
More than 40 people were at the talks.
Tag lines like these are common.
Photos showed mourners over the bodies.
Photo: Elections staff load ballots into a machine in the county.
Image: The ministry recalled its staff from the capital after the talks.
Video of the talks was shown on Monday.
Source close to the talks said they had failed.
Source: Minister to resign over talks with Minsk
Sources say the talks have failed.
Via a spokesman, the ministry denied the claim:
Copyright law was the subject of the talks.
Related talks were held in Minsk.
This article of the treaty was never signed.
This report was published by the ministry in March.
This story is not true, the minister said.
This post will be filled in May.
This report must not be ignored by the ministry.
Reporting by The Times showed that the minister had lied.
Writing by hand is slow.
Follow-up talks were held on Telegram.
Donate to the army now, the minister told them.
“Subscribe to our newsletter,” the minister urged them.
The views of the minister are his own business, the paper wrote.
All rights of the workers were suspended.
Published in 2017, the book sold 3 million copies.
Posted in Minsk since 2016, the ambassador knows the minister.
Updated figures show that 3 of 10 left.
March 26 was the day of the talks.
In 2018 the talks failed
© AP The bishop was greeted by angry protesters at his ordination
Comments made by the minister were denied.
Advertisements were banned by the ministry.
The report was written by those who contributed to this report of the bank in 2019.
WATCH | @Minister: “I have suffered this every day, year after year.”
""".strip().split("\n")


def statements(text: str) -> list[str]:
    found = find_statements(make_batch([text]))
    return [text[a:b] for a, b in zip(found.start.tolist(), found.end.tolist(), strict=True)]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate_gives_no_statement(line: str) -> None:
    assert statements(f"{BEFORE}\n\n{line}\n\n{AFTER}") == [BEFORE, AFTER]


@pytest.mark.parametrize("line", STORY)
def test_what_reads_like_the_story_stays(line: str) -> None:
    assert statements(f"{BEFORE}\n\n{line}\n\n{AFTER}") == [BEFORE, line, AFTER]


@pytest.mark.parametrize(
    "line", ["Share this story!", "Advertisement.", "Read more here.", "Click here to read it."]
)
def test_a_sentence_of_boilerplate_in_a_paragraph_goes_alone(line: str) -> None:
    assert statements(f"{BEFORE} {line} {AFTER}") == [BEFORE, AFTER]


def test_a_copyright_notice_takes_the_rest_of_its_line() -> None:
    notice = "© 2019 Example. Example and its logo are marks of Example."
    assert statements(f"{BEFORE} {notice}\n{AFTER}") == [BEFORE, AFTER]


def test_a_notice_in_an_article_on_one_line_takes_its_sentence() -> None:
    text = f"{BEFORE} © 2019 Example. {' '.join([AFTER] * 20)}"
    assert statements(text) == [BEFORE, *[AFTER] * 20]


def test_an_end_phrase_does_not_take_the_whole_paragraph() -> None:
    text = "Read my lips, he said. Nobody else was asked. Jane Smith contributed to this report."
    assert statements(text) == ["Read my lips, he said.", AFTER]


@pytest.mark.parametrize("width", [1, 8])
def test_length_does_not_matter(width: int) -> None:
    long = " ".join([BEFORE] * width)
    assert statements(long) == [BEFORE] * width


def phrases() -> list[tuple[str, str]]:
    with (folder() / "boilerplate.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["phrase", "match", "source"]
    return [(row[0], row[1]) for row in rows[1:]]


@pytest.mark.parametrize(
    ("phrase", "match"), [row for row in phrases() if row[1] in ("whole", "start", "end")]
)
def test_set_phrases_match_as_they_say(phrase: str, match: str) -> None:
    written = phrase.capitalize()
    if match == "start":
        written = f"{written} something else"
    if match == "end":
        written = f"Jane Smith {phrase}"
    assert statements(f"{BEFORE}\n{written}.\n{AFTER}") == [BEFORE, AFTER]


def test_the_table_is_tidy() -> None:
    rows = phrases()
    assert len(set(rows)) == len(rows)
    assert {match for _, match in rows} == {"whole", "start", "end", "first", "date"}
    for phrase, match in rows:
        words = phrase.split()
        assert all(word.isalnum() and word == word.lower() for word in words)
        assert len(words) >= 2 or match != "end"
