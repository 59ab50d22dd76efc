"""A batch as it has been read so far: tokens, statements and quotations, for markers to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.features.batch import Batch
from scorer.features.characters import fold_codes
from scorer.features.quotes import Quotes, find_quotes
from scorer.features.spoken import Attributions
from scorer.features.statements import Statements, find_statements, whole_texts
from scorer.features.tokens import Offsets


class Hit(NamedTuple):
    """One lexicon hit: tokens `first` to `last` (half-open) of the reading.

    `kind` is the `kind` column of the phrase that was found.
    """

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Lists:
    """The same as plain Python values: markers ask for single words, many times."""

    text: str
    folded: str
    start: list[int]
    end: list[int]
    statement: list[int]


@dataclass(slots=True)
class Reading:
    """What is known of a batch. Offsets are code points into `text`; token numbers are int."""

    batch: Batch
    statements: Statements
    quotes: Quotes
    first_token: Offsets  # (S,) first token of each statement
    last_token: Offsets  # (S,) one past its last token
    token_statement: Offsets  # (T,) statement of each token, -1 outside
    _lists: _Lists
    _attributions: Attributions | None = None

    @property
    def attributions(self) -> Attributions:
        """All attributions; they must have been found (see `Extractor.prepare`)."""
        assert self._attributions is not None
        return self._attributions

    @attributions.setter
    def attributions(self, found: Attributions) -> None:
        self._attributions = found

    @property
    def text(self) -> str:
        """The texts of the batch, joined."""
        return self.batch.text

    @property
    def codes(self) -> NDArray[np.uint32]:
        """Code points of `text`, (N,)."""
        return self.batch.codes

    @property
    def token_start(self) -> Offsets:
        """First code point of each token, (T,)."""
        return self.batch.tokens.start

    @property
    def token_end(self) -> Offsets:
        """One past the last code point of each token, (T,)."""
        return self.batch.tokens.end

    @property
    def statement_start(self) -> Offsets:
        """First code point of each statement, (S,)."""
        return self.statements.start

    @property
    def statement_end(self) -> Offsets:
        """One past the last code point of each statement, (S,)."""
        return self.statements.end

    @property
    def token_lists(self) -> tuple[list[int], list[int]]:
        """`token_start` and `token_end` as lists."""
        return self._lists.start, self._lists.end

    def raw(self, token: int) -> str:
        """A token as written; "" outside the text."""
        lists = self._lists
        if 0 <= token < len(lists.start):
            return lists.text[lists.start[token] : lists.end[token]]
        return ""

    def word(self, token: int) -> str:
        """A token, folded; "" outside the text."""
        lists = self._lists
        if 0 <= token < len(lists.start):
            return lists.folded[lists.start[token] : lists.end[token]]
        return ""

    def before(self, hit: Hit, k: int = 1) -> str:
        """The folded word `k` tokens before a hit in its statement, else ""."""
        token, statement = hit.first - k, self._lists.statement
        inside = token >= 0 and statement[token] == statement[hit.first]
        return self.word(token) if inside else ""

    def after(self, hit: Hit, k: int = 1) -> str:
        """The folded word `k` tokens after a hit in its statement, else ""."""
        token, statement = hit.last + k - 1, self._lists.statement
        inside = token < len(statement) and statement[token] == statement[hit.first]
        return self.word(token) if inside else ""

    def statement_of(self, hit: Hit) -> int:
        """The statement of a hit."""
        return int(self.token_statement[hit.first])

    def token_range(self, statement: int) -> tuple[int, int]:
        """First token of a statement and one past its last."""
        return int(self.first_token[statement]), int(self.last_token[statement])

    def statement_words(self, statement: int) -> list[str]:
        """The folded words of a statement."""
        return [self.word(t) for t in range(*self.token_range(statement))]

    def gap(self, token: int) -> str:
        """What stands between the token before and this one, in the same article."""
        if token <= 0 or token >= self.token_start.size:
            return ""
        end, start = int(self.token_end[token - 1]), int(self.token_start[token])
        return self.text_before(start, start - end)

    def text_before(self, offset: int, count: int) -> str:
        """Up to `count` code points before an offset, none of another article."""
        starts = self.batch.article_start
        floor = int(starts[max(int(np.searchsorted(starts, offset, "right")) - 1, 0)])
        return self.text[max(floor, offset - count) : offset]

    def text_after(self, offset: int, count: int) -> str:
        """Up to `count` code points from an offset on, none of another article.

        The line feed that ends every article counts.
        """
        starts = self.batch.article_start
        number = min(int(np.searchsorted(starts, offset, "right")), starts.size - 1)
        return self.text[offset : min(int(starts[number]), offset + count)]

    def is_capital(self, token: int) -> bool:
        """Whether a token starts with a capital letter."""
        return self.raw(token)[:1].isupper()

    def is_upper(self, token: int) -> bool:
        """Whether a token has two or more letters, all capitals."""
        raw = self.raw(token)
        return len(raw) > 1 and raw.isupper()

    def starts_statement(self, token: int) -> bool:
        """Whether a token is the first of its statement."""
        statement = int(self.token_statement[token])
        return statement >= 0 and int(self.first_token[statement]) == token

    def in_quotes(self, offset: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return bool(self.quotes.inside(np.array([offset]))[0])


def read(batch: Batch, *, as_statements: bool = False) -> Reading:
    """Find statements and quotations. `as_statements`: every text is one statement already."""
    statements = whole_texts(batch) if as_statements else find_statements(batch)
    first = np.searchsorted(batch.tokens.start, statements.start)
    last = np.searchsorted(batch.tokens.start, statements.end)
    owner = _token_statement(first, last, batch.tokens.start.size)
    lists = _Lists(
        batch.text,
        fold_codes(batch.codes).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass"),
        batch.tokens.start.tolist(),
        batch.tokens.end.tolist(),
        owner.tolist(),
    )
    quotes = find_quotes(batch, statements)
    return Reading(batch, statements, quotes, first, last, owner, lists)


def _token_statement(first: Offsets, last: Offsets, size: int) -> Offsets:
    steps = np.zeros(size + 1, dtype=np.int64)
    number = np.full(size, -1, dtype=np.int64)
    counts = last - first
    np.add.at(steps, first, 1)
    np.add.at(steps, last, -1)
    inside = np.cumsum(steps[:-1]) > 0
    number[inside] = np.repeat(np.arange(first.size), counts)
    return number
