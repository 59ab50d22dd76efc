"""Results for people: one article as a page, several as a list. Needs rich, not pandas."""

from __future__ import annotations

from scorer.results import Results


def page(results: Results, *, colour: bool, columns: int | None = None) -> str:
    """The text to print, ending in a newline; the width is the terminal's unless given.

    One article is shown in full, several one a line, highest propaganda first. Text from outside
    is made harmless: no control character of it reaches the terminal.
    """
    from scorer.render import article, listing, screen

    alone = len(results.articles) == 1
    parts = article.parts(results, colour) if alone else listing.parts(results.articles)
    return screen.printed(parts, columns or screen.width(), colour)
