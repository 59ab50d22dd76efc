"""What is said: content before and after a cue, with quotations kept whole."""

from __future__ import annotations

import numpy as np

from scorer.features import syntax as sx
from scorer.features.phrase_bounds import next_true
from scorer.features.quotes import Quotes
from scorer.features.relations import DIRECT, INDIRECT, MIXED
from scorer.features.syntax import Syntax
from scorer.features.tokens import Offsets
from scorer.features.wordtable import Mask

_ADJUNCT = 10  # tokens that "on Tuesday" or "in a statement" may take between cue and content
_CLAIM = 6  # tokens between a cue and the noun in "doubled down on Putin’s claim that"
Span = tuple[Offsets, Offsets]


class Contents:
    """Content bounds of one reading. `tags`, `claims`: tables made by `prepare`."""

    def __init__(self, syntax: Syntax, quotes: Quotes) -> None:
        """Index the outermost quotations."""
        top = quotes.level == 0
        self.syntax = syntax
        self.quote_start = quotes.outer_start[top]
        self.quote_end = quotes.outer_end[top]
        self._chain_start, self._chain_end = self._chains(quotes.goes_on[top])
        reading = syntax.reading
        self.begin, self.stop = reading.statement_start, reading.statement_end
        inside = quotes.inside(reading.token_start)
        self.quoted = np.concatenate([np.zeros(1, np.int64), np.cumsum(inside)])
        adjunct = syntax.one_of(sx.THAT, sx.THERE) | syntax.has(sx.QUOTE | sx.COLON)
        time = syntax.kind == sx.TIME
        adjunct[1:] |= time[:-1] & ~time[1:]
        self._after_adjunct = next_true(adjunct)
        self._tag = self._after_adjunct
        self._claim = self._after_adjunct

    def _chains(self, goes_on: Mask) -> Span:
        """Where the quotation of several paragraphs that each one belongs to starts and ends."""
        start, end, token = self.quote_start, self.quote_end, self.syntax.start
        articles = self.syntax.reading.batch.article_start
        opens = np.ones(goes_on.size, dtype=np.bool_)
        between = np.searchsorted(token, start[1:]) - np.searchsorted(token, end[:-1])
        same = np.searchsorted(articles, start[1:], "right")
        same -= np.searchsorted(articles, start[:-1], "right")
        opens[1:] = ~goes_on[:-1] | (between > 0) | (same > 0)
        closes = np.append(opens[1:], np.True_)[: opens.size]
        number = np.cumsum(opens) - 1
        return start[opens][number], end[closes][number]

    def prepare(self, tags: Mask, claims: Offsets) -> None:
        """`tags`: bool (T+1,), tokens that start another attribution after a comma. `claims`:
        int64 (T+1,), for each noun cue with "that" behind it the token of "that", else -1.
        """
        relative = self.syntax.kind == sx.WH
        self._tag = next_true(self.syntax.has(sx.COMMA) & (tags | relative))
        self._claim = next_true(claims >= 0)
        self._claim_that = claims

    def _quote_at(self, offset: Offsets) -> Offsets:
        """The quotation that holds each offset, or -1."""
        if not self.quote_start.size:
            return np.full(offset.shape, -1, dtype=np.int64)
        at = np.searchsorted(self.quote_start, offset, "right") - 1
        holds = (at >= 0) & (self.quote_end[np.maximum(at, 0)] > offset)
        return np.where(holds, at, -1)

    def opened_earlier(self, offset: Offsets) -> Offsets:
        """The start of the quotation that is open at each offset, else the offset."""
        at = self._quote_at(offset)
        return np.where(at >= 0, self._start_of(at), offset)

    # A quotation of several paragraphs has a mark at the start of each: it is one content.
    def _start_of(self, quote: Offsets) -> Offsets:
        return self._chain_start[np.maximum(quote, 0)] if self.quote_start.size else quote

    def _end_of(self, quote: Offsets) -> Offsets:
        return self._chain_end[np.maximum(quote, 0)] if self.quote_end.size else quote

    def quote_before(self, token: Offsets) -> Offsets:
        """The quotation that closes between each token and the one before it, or -1.

        It must stand in the same paragraph: what an earlier one ends with is another sentence's.
        """
        if not self.quote_end.size:
            return np.full(token.shape, -1, dtype=np.int64)
        at = np.searchsorted(self.quote_end, self.syntax.start[token], "right") - 1
        previous = np.where(token > 0, self.syntax.end[np.maximum(token - 1, 0)], 0)
        closes = (at >= 0) & (self.quote_end[np.maximum(at, 0)] >= previous)
        closes &= self.quote_start[np.maximum(at, 0)] >= self._line_start(token)
        return np.where(closes, at, -1)

    def _line_start(self, token: Offsets) -> Offsets:
        """Where the paragraph of each token begins."""
        where = self.syntax.reading.statements
        return where.line_start[where.line[self.syntax.statement[token]]]

    def left(self, statement: Offsets, edge: Offsets) -> Span:
        """Content before a source or cue at token `edge`; (-1, -1) where there is none."""
        syntax = self.syntax
        open_gap = syntax.has_at(edge, sx.COMMA | sx.QUOTE | sx.STOP | sx.DASH)
        begin = self.begin[statement]
        quote = self.quote_before(edge)
        start, end = self._start_of(quote), self._end_of(quote)
        words = np.searchsorted(syntax.start, start) - syntax.first[edge]
        after_comma = syntax.has_at(np.searchsorted(syntax.start, start), sx.COMMA | sx.COLON)
        mixed = (start > begin) & (words > 0) & ~after_comma
        quoted = (np.where(mixed, begin, start), end)
        plain_end = syntax.end[np.maximum(edge - 1, 0)]
        plain = (self.opened_earlier(begin), plain_end)
        has_plain = open_gap & (quote < 0) & (edge > syntax.first[edge])
        has_quote = open_gap & (quote >= 0)
        return (
            np.where(has_quote, quoted[0], np.where(has_plain, plain[0], -1)),
            np.where(has_quote, quoted[1], np.where(has_plain, plain[1], -1)),
        )

    def skip_adjunct(self, at: Offsets, last: Offsets) -> Offsets:
        """Skip "on Tuesday" and "in a statement" before "that", a quotation or a clause."""
        starts = self.syntax.is_at(at, sx.PREP, sx.TIME, sx.CLOSING_PREP) & (at < last)
        after = self._after_adjunct[np.minimum(at + 1, self._after_adjunct.size - 1)]
        near = (after <= at + _ADJUNCT) & (after < last)
        return np.where(starts & near, after, at)

    def clause(self, at: Offsets, statement: Offsets) -> Span:
        """Content from token `at` to the end of its clause; an opening quotation is kept whole."""
        syntax = self.syntax
        last = syntax.last[at]
        stop = self.stop[statement]
        start = syntax.start[at]
        quote = self._quote_at(start)
        opens = (quote >= 0) & syntax.has_at(at, sx.QUOTE)
        q_start, q_end = self._start_of(quote), self._end_of(quote)
        after = np.searchsorted(syntax.start, q_end)
        ended = (after >= last) | syntax.has_at(after, sx.COMMA | sx.STOP | sx.COLON | sx.DASH)
        whole = opens & (ended | (q_end > stop))
        start = np.where(opens, q_start, start)
        claim = self._claim[at]
        claimed = (claim < at + _CLAIM) & (claim < last)
        that = self._claim_that[np.minimum(claim, syntax.kind.size - 1)]
        start = np.where(claimed, syntax.start[np.maximum(that, 0)], start)
        tag = self._tag[np.minimum(at + 1, syntax.kind.size - 1)]
        end = np.where(tag < last, syntax.end[np.maximum(tag - 1, 0)], stop)
        open_end = self._quote_at(np.maximum(end - 1, 0))
        runs_on = (tag >= last) & (open_end >= 0) & (self._start_of(open_end) >= start)
        end = np.where(runs_on, np.maximum(end, self._end_of(open_end)), end)
        return np.where(whole, q_start, start), np.where(whole, q_end, end)

    def next_quote(self, statement: Offsets) -> Span:
        """“…” that opens right after a statement that ends in a colon, else (-1, -1)."""
        end = self.stop[statement]
        none = np.full(end.shape, -1, dtype=np.int64)
        if not self.quote_start.size:
            return none, none
        codes = self.syntax.reading.codes
        colon = codes[np.maximum(end - 1, 0)] == 0x3A
        at = np.minimum(np.searchsorted(self.quote_start, end), self.quote_start.size - 1)
        reading = self.syntax.reading
        limit = reading.batch.article_start[reading.statements.article[statement] + 1]
        near = (self.quote_start[at] >= end) & (self.quote_start[at] < limit)
        near &= self.quote_start[at] - end <= 4
        good = colon & near
        return np.where(good, self.quote_start[at], -1), np.where(good, self._chain_end[at], -1)

    def is_tag(self, token: Offsets) -> Mask:
        """Whether another attribution starts at each token, after a comma."""
        mask: Mask = self._tag[token] == token
        return mask

    def clip(self, cue: Offsets, content: Span) -> Span:
        """What is said inside a quotation stays inside it."""
        quote = self._quote_at(cue)
        q_start, q_end = self._start_of(quote), self._end_of(quote)
        inside = (quote >= 0) & (content[1] > q_start) & (content[0] < q_end)
        return (
            np.where(inside, np.maximum(content[0], q_start + 1), content[0]),
            np.where(inside, np.minimum(content[1], q_end), content[1]),
        )

    def words(self, content: Span) -> tuple[Offsets, Offsets]:
        """Words, and quoted words, of each content."""
        first, last = (np.searchsorted(self.syntax.start[:-1], x) for x in content)
        return np.maximum(last - first, 0), np.maximum(self.quoted[last] - self.quoted[first], 0)

    def type(self, content: Span) -> Offsets:
        """DIRECT where all words are quoted, INDIRECT where none is, else MIXED."""
        words, quoted = self.words(content)
        return np.where(quoted == 0, INDIRECT, np.where(quoted >= words, DIRECT, MIXED))
