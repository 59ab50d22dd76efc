"""Where noun phrases begin and end, by word classes and punctuation, for all tokens at once.

Every answer is a table over tokens made with running maxima and minima; asking about a cue is one
look-up. -1 stands for "no phrase".
"""

from __future__ import annotations

import numpy as np

from scorer.features import syntax as sx
from scorer.features.syntax import Syntax
from scorer.features.tokens import Offsets, hash_words
from scorer.features.wordtable import Mask

_MAX = 14
_APPOSITION = 25  # tokens between the name and the verb in "X, a Z, said"


def last_true(flags: Mask) -> Offsets:
    """For each position the last true one at or before it, -1 if none. int64, same shape."""
    at = np.where(flags, np.arange(flags.size), -1)
    return np.maximum.accumulate(at)


def next_true(flags: Mask) -> Offsets:
    """For each position the next true one at or after it, `flags.size` if none."""
    at = np.where(flags, np.arange(flags.size), flags.size)
    return np.minimum.accumulate(at[::-1])[::-1]


class Phrases:
    """Noun phrases of one reading. `verbs`: bool (T+1,), tokens no phrase runs over."""

    def __init__(self, syntax: Syntax, verbs: Mask) -> None:
        """Make the tables."""
        self.syntax = syntax
        self._verbs = verbs
        self._person = syntax.one_of(sx.PRONOUN, sx.FIRST_PERSON)
        self._not_last = syntax.one_of(
            sx.PREP, sx.AND, sx.BUT, sx.SUB, sx.THAT, sx.WHETHER, sx.AUX, sx.NEG, sx.BE, sx.BY,
            sx.CLOSING_PREP, sx.WH,
        )  # fmt: skip
        self._not_lone = syntax.one_of(sx.DET, sx.TIME, sx.ADVERB, sx.OBJECT, sx.WH)
        self._joins = self._joining()
        self._left_tables()
        self._right_tables()
        self._group = last_true(self._group_bounds())

    def group(self, verb: Offsets) -> Offsets:
        """First token of the auxiliaries, adverbs and days that stand directly before each verb."""
        start = self._group[verb]
        before = np.maximum(start - 1, 0)
        kind = self.syntax.kind
        on = (kind[before] == sx.PREP) & (kind[start] == sx.TIME) & (start < verb)
        on &= start > self.syntax.first[verb]
        return np.where(on & ~self.syntax.has_at(start, sx.BREAK), before, start)

    def ending(self, final: Offsets) -> Offsets:
        """Start of the phrase whose last token is `final`, or -1."""
        kind = self.syntax.kind
        start = np.maximum(self._start[final], final - _MAX + 1)
        start = np.where(self._person[final], final, start)
        opener = self._opener[final]
        prepositional = kind[start] == sx.PREP
        start = np.where(prepositional, np.where(opener > start, opener, final + 1), start)
        blocked = self._blocked[start] & ~self._person[final] & ~prepositional
        start = np.where(blocked, self._last_name(start, final), start)
        return self._checked(start, final)

    def _last_name(self, start: Offsets, final: Offsets) -> Offsets:
        """A verb stands before the phrase: keep the name, or the phrase with its determiner."""
        run = np.maximum(self._capital_run[final], start)
        named = self.syntax.capital[final]
        determined = self._determiner[final]
        after_verb = self._verbs[np.maximum(start - 1, 0)]
        phrase = np.where(determined >= start, determined, np.where(after_verb, start, final + 1))
        return np.where(named, run, phrase)

    def _checked(self, start: Offsets, final: Offsets) -> Offsets:
        skipped = self.syntax.one_of(sx.ADVERB, sx.AND, sx.WHETHER, sx.NEG)
        for _ in range(2):
            start = np.where(skipped[np.minimum(start, final)] & (start <= final), start + 1, start)
        lone = (start == final) & self._not_lone[final]
        bad = (start > final) | self._not_last[final] | lone
        return np.where(bad, -1, start)

    def before(self, verb: Offsets) -> tuple[Offsets, Offsets]:
        """The subject before each verb: first token and one past the last; (-1, -1) if none."""
        syntax = self.syntax
        end = self.group(verb)
        floor = syntax.first[verb]
        breaks, commas = syntax.has(sx.BREAK), syntax.has(sx.COMMA)
        safe = np.maximum(end - 1, 0)
        relative = (syntax.kind[safe] == sx.WH) & ~breaks[end] & (end > floor)
        stop = np.where(relative, end - 1, end)  # "Putin, who said": the antecedent speaks
        plain_gap = ~(syntax.gap[stop] & np.uint8(sx.BREAK & ~sx.COMMA)).astype(np.bool_)
        comma_gap = commas[end] & ~syntax.has_at(end, sx.QUOTE) & ~relative
        start = self.ending(np.maximum(stop - 1, 0))
        good = (stop > floor) & np.where(relative, plain_gap, ~breaks[end]) & (start >= floor)
        start = np.where(good, start, -1)
        head = self._before_apposition(end, floor)
        start = np.where(comma_gap & (head >= 0), head, start)
        return start, np.where(start >= 0, np.where(relative, end - 1, end), -1)

    def _before_apposition(self, end: Offsets, floor: Offsets) -> Offsets:
        """“X, a Z, said”: start of the phrase before the comma that opens the apposition."""
        before = np.maximum(end - 1, 0)
        comma, quote = self._last_comma[before], self._last_quote[before]
        good = (comma > floor) & (comma > quote) & (comma > end - _APPOSITION)
        start = self.ending(np.maximum(comma - 1, 0))
        return np.where(good & (start >= floor), start, -1)

    def after(self, start: Offsets, *, apposition: bool = True) -> Offsets:
        """One past the last token of the phrase that begins at each token, or -1."""
        syntax = self.syntax
        ok = self._opens[start] & (syntax.statement[start] >= 0)
        end = np.minimum(self._stop[np.minimum(start + 1, self._stop.size - 1)], start + _MAX)
        end = np.minimum(end, syntax.last[start])
        for _ in range(4):
            trim = self._trailing[np.maximum(end - 1, 0)] & (end > start)
            end = np.where(trim, end - 1, end)
        end = np.where(ok & (end > start), end, -1)
        return self._with_apposition(start, end) if apposition else end

    def _with_apposition(self, start: Offsets, end: Offsets) -> Offsets:
        """“state media, TASS” and “John Smith, a spokesman for X”: what the comma adds."""
        syntax = self.syntax
        at = np.maximum(end, 0)
        last = syntax.last[start]
        comma = (end > 0) & (end < last) & ((syntax.gap[at] & np.uint8(sx.BREAK)) == sx.COMMA)
        added = self.after(at, apposition=False)
        beyond = np.maximum(added, 0)
        closes = (added >= last) | syntax.has_at(beyond, sx.COMMA | sx.QUOTE)
        name = syntax.capital[at] & (added - end <= 4)
        good = comma & (added > 0) & closes & ((syntax.kind[at] == sx.DET) | name)
        return np.where(good, added, end)

    # -- tables ----------------------------------------------------------------------------------

    def _joining(self) -> Mask:
        """Conjunctions that join two names, or "X and other Y"."""
        syntax = self.syntax
        at = np.flatnonzero(syntax.kind == sx.AND)
        before, after = np.maximum(at - 1, 0), np.minimum(at + 1, syntax.kind.size - 1)
        joins = np.zeros(syntax.kind.size, dtype=np.bool_)
        same = syntax.capital[before] == syntax.capital[after]
        joins[at] = same | (syntax.hash[after] == _other())
        return joins

    def _left_tables(self) -> None:
        """Starts of phrases by their last token."""
        syntax = self.syntax
        bound = np.ones(syntax.kind.size, dtype=np.bool_)
        stops = syntax.one_of(
            sx.THAT, sx.WHETHER, sx.SUB, sx.BUT, sx.AUX, sx.BE, sx.THERE, sx.NEG, sx.BY,
            sx.CLOSING_PREP,
        )  # fmt: skip
        stops |= (syntax.kind == sx.TIME) & syntax.capital
        stops |= (syntax.kind == sx.AND) & ~self._joins
        blocking = self._person | self._verbs
        breaks = syntax.has(sx.BREAK & ~sx.BRACKET)
        bound[1:] = breaks[1:] | (stops | blocking)[:-1]
        bound[1:] |= syntax.statement[1:] != syntax.statement[:-1]
        self._start = last_true(bound)
        self._blocked = np.zeros(bound.size, dtype=np.bool_)
        self._blocked[1:] = blocking[:-1] & ~breaks[1:]
        determiner = syntax.kind == sx.DET
        opener = determiner | syntax.capital
        opener[1:] &= determiner[1:] | ~syntax.capital[:-1]
        opener[1:] &= ~syntax.one_of(sx.PREP, sx.DET)[:-1]
        self._opener = last_true(opener)
        self._determiner = last_true(determiner)
        run = np.ones(bound.size, dtype=np.bool_)
        run[1:] = ~(syntax.capital[1:] & syntax.capital[:-1]) | breaks[1:]
        self._capital_run = last_true(run)
        self._last_comma = last_true(syntax.has(sx.COMMA))
        self._last_quote = last_true(syntax.has(sx.QUOTE))

    def _right_tables(self) -> None:
        """Ends of phrases by their first token."""
        syntax = self.syntax
        ends = syntax.one_of(
            sx.THAT, sx.WHETHER, sx.SUB, sx.BUT, sx.AUX, sx.BE, sx.THERE, sx.NEG, sx.WH, sx.BY,
            sx.CLOSING_PREP,
        )  # fmt: skip
        self._opens = ~(ends | self._verbs | syntax.one_of(sx.AND, sx.PREP))
        ends |= self._person | self._verbs | (syntax.kind == sx.OBJECT)
        ends |= (syntax.kind == sx.TIME) & syntax.capital
        ends |= (syntax.kind == sx.AND) & ~self._joins
        ends |= syntax.has(sx.BREAK)
        ends[1:] |= self._person[:-1]
        ends[-1] = True
        self._stop = next_true(ends)
        self._trailing = syntax.one_of(sx.PREP, sx.AND, sx.DET, sx.TIME, sx.ADVERB)

    def _group_bounds(self) -> Mask:
        syntax = self.syntax
        inside = syntax.one_of(sx.AUX, sx.BE, sx.ADVERB, sx.NEG, sx.TIME)
        bound = np.ones(inside.size, dtype=np.bool_)
        bound[1:] = ~inside[:-1] | syntax.has(sx.BREAK)[1:]
        bound[1:] |= syntax.statement[1:] != syntax.statement[:-1]
        return bound


def _other() -> np.uint64:

    return np.uint64(hash_words(["other"])[0])
