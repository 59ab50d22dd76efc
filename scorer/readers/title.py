"""The headline of a plain text, where the first line looks like one."""

from __future__ import annotations

import re

LONGEST = 150  # characters; longer first lines are paragraphs
HEAD = re.compile(r"\s*(?P<line>[^\r\n]+)(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*\S")
HASHES = re.compile(r"#{1,6}\s+")
BYLINE = re.compile(r"by\s", re.IGNORECASE)
ENDS = re.compile(r"[.,;:][\"'”’)\]]*$")


def headline(text: str) -> str | None:
    """The first line if it is short, ends no sentence, and a blank line and more text follow it.

    A line that begins with "By" names the author and is no headline. A leading `#` of Markdown is
    left out. The line stays part of the text.
    """
    found = HEAD.match(text[: 10 * LONGEST])
    if found is None:
        return None
    line = HASHES.sub("", found["line"].strip(), count=1)
    is_short = len(line) <= LONGEST and any(map(str.isalpha, line))
    return None if not is_short or ENDS.search(line) or BYLINE.match(line) else line
