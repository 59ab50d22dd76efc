"""From cue verbs to relations of source, cue and content, for all verbs of a batch at once."""

from __future__ import annotations

import numpy as np

from scorer.features import cues as cu
from scorer.features import syntax as sx
from scorer.features.contents import Contents, Span
from scorer.features.cues import Candidates
from scorer.features.phrase_bounds import Phrases
from scorer.features.relations import STANCES, P, Relations, make
from scorer.features.syntax import Syntax
from scorer.features.tokens import Offsets, hash_words
from scorer.features.wordtable import Mask

_PARENTHESIS = (
    4  # words: shorter text before "he said" is no clause, so the content goes on after it
)
_DENIES, _NEUTRAL = STANCES.index("denies"), STANCES.index("neutral")
_S = hash_words(["s"])[0]


class Verbs:
    """Cue verbs of one reading with all that the rules ask of them. Arrays (C,)."""

    def __init__(
        self, syntax: Syntax, phrases: Phrases, contents: Contents, cues: Candidates
    ) -> None:
        """Look up subject, surroundings and possible contents of each verb."""
        self.syntax, self.phrases, self.contents, self.cues = syntax, phrases, contents, cues
        self.statement = syntax.statement[cues.first]
        self.floor, self.last = syntax.first[cues.first], syntax.last[cues.first]
        self.group = phrases.group(cues.first)
        self.participle = syntax.ends_in(cues.first, "ing")
        self.source, self.source_end = phrases.before(cues.first)
        self.own = self.source >= 0
        self.breaks = syntax.has(sx.BREAK)

    def relations(self) -> Relations:
        """The relations of all verbs that are cues here."""
        passive = self._passive()
        alive = ~self._is_noun() & ~passive & ~self._first_person()
        edge = np.where(self.own, self.source, self.group)
        left = self.contents.left(self.statement, edge)
        inverted = self._inverted(left, edge) & alive & ~self.own
        self._take_inverted(inverted)
        self._take_shared(alive & ~self.own & ~inverted)
        told, right = self._right()
        alive &= self.source >= 0
        aside = self._aside(edge, told) & alive & ~inverted
        before = inverted | (self._accepts_left(left, edge) & self._closed(told))
        after = self._accepts_right(right) & ~before
        content = self._choose(aside, before, left, right)
        keep = alive & (aside | before | after) & (content[0] >= 0) & (content[1] > content[0])
        return self._made(keep, content, told)

    def passives(self) -> Relations:
        """“The deal was described by critics as …”: the source follows “by”."""
        cues, syntax = self.cues, self.syntax
        size = syntax.kind.size - 1
        by = np.where(syntax.kind[np.minimum(cues.last, size)] == sx.BY, cues.last, -1)
        after = np.minimum(cues.last + 1, size)
        by = np.where((by < 0) & (syntax.kind[after] == sx.BY), after, by)
        agent = np.minimum(by + 1, size)
        end = self.phrases.after(agent, apposition=False)
        good = (
            self._passive()
            & (by >= 0)
            & (agent < self.last)
            & (end > 0)
            & (self.group > self.floor)
        )
        goes_on = (end < self.last) & ~self.breaks[np.maximum(end, 0)]
        start = np.where(
            goes_on, syntax.start[np.maximum(end, 0)], self.contents.begin[self.statement]
        )
        stop = np.where(
            goes_on, self.contents.stop[self.statement], syntax.end[np.maximum(self.group - 1, 0)]
        )
        self.source, self.source_end = np.where(good, agent, -1), np.where(good, end, -1)
        made = self._made(good & (stop > start), (start, stop), np.full(by.shape, -1))
        made.embedded[:] = True
        return made

    # -- which verbs are cues --------------------------------------------------------------------

    def _is_noun(self) -> Mask:
        """“his claims”, “the report”, “to say”: no finite verb with a subject before it."""
        syntax, first = self.syntax, self.cues.first
        before = np.maximum(first - 1, 0)
        opens = (first == self.floor) & ~self.participle
        touching = ~self.breaks[first] & (first > self.floor)
        possessive = syntax.has_at(before, sx.APOSTROPHE) & (syntax.hash[before] == _S)
        noun = syntax.is_at(before, sx.DET, sx.PREP, sx.CLOSING_PREP) | possessive
        by = (syntax.kind[before] == sx.BY) & ~self.participle
        is_noun: Mask = opens | (touching & (noun | by))
        return is_noun

    def _passive(self) -> Mask:
        """“was told”, “is described”: what stands before is not the source."""
        syntax = self.syntax
        be = np.concatenate([[0], np.cumsum(syntax.kind == sx.BE)])
        has_be = be[self.cues.first] > be[self.group]
        finite = syntax.ends_in(self.cues.first, "s")
        passive: Mask = has_be & ~self.participle & ~finite
        return passive

    def _first_person(self) -> Mask:
        """“I think”, “we want to”: one's own stance, not what somebody is said to say."""
        speech = np.isin(self.cues.pattern, [P["say"], P["tell"], P["ask"]])
        lone = self.own & (self.source_end - self.source == 1)
        first = self.syntax.kind[np.maximum(self.source, 0)] == sx.FIRST_PERSON
        own: Mask = lone & first & ~speech
        return own

    # -- sources ---------------------------------------------------------------------------------

    def _inverted(self, left: Span, edge: Offsets) -> Mask:
        """“…,” said Smith: the subject follows."""
        syntax, at = self.syntax, self.cues.last
        gap = syntax.has_at(self.cues.first, sx.COMMA | sx.QUOTE)
        name = syntax.capital[at] | syntax.is_at(at, sx.DET, sx.PRONOUN)
        can = gap & name & (at < self.last) & ~self.breaks[at] & ~self.participle
        return can & (left[0] >= 0) & self._accepts_left(left, edge) & (self.phrases.after(at) > 0)

    def _take_inverted(self, inverted: Mask) -> None:
        end = self.phrases.after(self.cues.last)
        self.source = np.where(inverted, self.cues.last, self.source)
        self.source_end = np.where(inverted, end, self.source_end)

    def _take_shared(self, wanting: Mask) -> None:
        """The subject of "…, adding that" and "said X and called Y": that of the cue before it, or
        of the statement.
        """
        syntax, first = self.syntax, self.cues.first
        joined = syntax.is_at(np.maximum(self.group - 1, 0), sx.AND, sx.BUT)
        joined &= self.group > self.floor
        asks = wanting & (self.participle | joined)
        asks &= ~((self.cues.pattern == P["object"]) & self.participle)
        number = np.arange(first.size)
        earlier = np.maximum.accumulate(np.where(self.own, number, -1)) if first.size else number
        previous = np.concatenate([[-1], earlier[:-1]]) if first.size else number
        same = (previous >= 0) & (self.statement[np.maximum(previous, 0)] == self.statement)
        end = self.phrases.after(self.floor)
        gap = syntax.has_at(first, sx.COMMA) | (syntax.kind[np.maximum(first - 1, 0)] == sx.BY)
        subject = (end > 0) & (end <= self.group) & (gap | joined) & (self.group - self.floor > 2)
        take, own = asks & same, asks & ~same & subject
        at = np.maximum(previous, 0)
        source, source_end = self.source, self.source_end
        self.source = np.where(take, source[at], np.where(own, self.floor, source))
        self.source_end = np.where(take, source_end[at], np.where(own, end, source_end))

    # -- contents --------------------------------------------------------------------------------

    def _right(self) -> tuple[Offsets, Span]:
        """One past the recipient of "told X" (-1: none), and the content after the cue."""
        syntax, at = self.syntax, self.cues.last
        tells = (self.cues.pattern == P["tell"]) & (at < self.last)
        tells &= ~syntax.has_at(at, sx.QUOTE | sx.COLON)
        told = np.where(tells, self.phrases.after(at), -1)
        begin = self.contents.skip_adjunct(np.maximum(at, told), self.last)
        over = begin >= self.last
        clause = self.contents.clause(np.where(over, at, begin), self.statement)
        quote = self.contents.next_quote(self.statement)
        close = self.last - at <= 8
        start = np.where(over, np.where(close, quote[0], -1), clause[0])
        return told, (start, np.where(over, np.where(close, quote[1], -1), clause[1]))

    def _aside(self, edge: Offsets, told: Offsets) -> Mask:
        """“The road, he said, is closed”: commas on both sides, no quotation mark at either."""
        at = np.maximum(self.cues.last, told)
        needs = (self.cues.needs == cu.ANY) | (self.cues.needs == cu.CLAUSE)
        commas = self.syntax.has(sx.COMMA)
        quotes = self.syntax.has(sx.QUOTE)
        aside = needs & commas[edge] & commas[at] & ~quotes[edge] & ~quotes[at] & (at < self.last)
        inside: Mask = aside & (edge > self.floor) & ~self.contents.is_tag(at)
        return inside

    def _closed(self, told: Offsets) -> Mask:
        """Whether no content can follow: the end, a comma, "on Tuesday", "about it"."""
        syntax, at = self.syntax, np.maximum(self.cues.last, told)
        ends = (at >= self.last) | syntax.has_at(at, sx.BREAK & ~sx.BRACKET)
        adjunct = syntax.is_at(
            at, sx.TIME, sx.PREP, sx.CLOSING_PREP, sx.SUB, sx.ADVERB, sx.BY, sx.AND
        )
        closed: Mask = (ends | adjunct) & ~self.participle & (self.cues.needs != cu.OBJECT)
        return closed

    def _accepts_left(self, left: Span, edge: Offsets) -> Mask:
        words = edge - np.searchsorted(self.syntax.start, np.maximum(left[0], 0))
        quoted = self.syntax.has_at(edge, sx.QUOTE)
        needs = self.cues.needs
        clause = np.isin(needs, (cu.ANY, cu.CLAUSE, cu.THAT))
        plain = clause & (quoted | (words >= _PARENTHESIS))
        accepts: Mask = (left[0] >= 0) & (plain | (quoted & (needs == cu.QUOTED)))
        return accepts

    def _accepts_right(self, right: Span) -> Mask:
        syntax, needs, gap = self.syntax, self.cues.needs, self.syntax.gap[self.cues.last]
        at = np.minimum(np.searchsorted(syntax.start, right[0]), syntax.kind.size - 1)
        quoted = syntax.has_at(at, sx.QUOTE) & (syntax.start[at] - right[0] <= 2)
        clause = syntax.capital[at] | syntax.is_at(
            at, sx.THAT, sx.WHETHER, sx.PRONOUN, sx.FIRST_PERSON, sx.THERE, sx.DET, sx.OBJECT
        )
        subordinate = syntax.is_at(at, sx.THAT, sx.WHETHER, sx.PRONOUN, sx.THERE)
        free = (gap & np.uint8(sx.BREAK & ~sx.QUOTE)) == 0
        colon = syntax.has_at(at, sx.COLON)
        table = np.select(
            [needs == cu.ANY, needs == cu.OBJECT, needs == cu.QUOTED, needs == cu.THAT],
            [
                ((gap & np.uint8(sx.STOP | sx.COMMA)) == 0) | quoted,
                free,
                quoted,
                quoted | colon | (subordinate & free),
            ],
            default=quoted | colon | (clause & free),
        )
        accepts: Mask = table.astype(np.bool_) & (right[0] >= 0) & (right[1] - right[0] >= 3)
        return accepts

    def _choose(self, aside: Mask, before: Mask, left: Span, right: Span) -> Span:
        whole = self.contents.opened_earlier(self.contents.begin[self.statement])
        start = np.where(aside, whole, np.where(before, left[0], right[0]))
        stop = self.contents.stop[self.statement]
        return start, np.where(aside, stop, np.where(before, left[1], right[1]))

    def _made(self, keep: Mask, content: Span, told: Offsets) -> Relations:
        syntax, cues = self.syntax, self.cues
        content = self.contents.clip(syntax.start[cues.first], content)
        negated = np.concatenate([[0], np.cumsum(syntax.kind == sx.NEG)])
        undone = (negated[cues.first] > negated[self.group]) & (cues.stance == _DENIES)
        safe = np.maximum(self.source_end, 0)
        relative = (self.source_end < self.group) & (syntax.kind[safe] == sx.WH)
        made = make(
            self.statement,
            cues.pattern,
            content,
            stance=np.where(undone, _NEUTRAL, cues.stance),
            cue_start=syntax.start[cues.first],
            cue_end=syntax.end[cues.last - 1],
            source_first=self.source,
            source_last=self.source_end,
            told_first=np.where(told > 0, cues.last, -1),
            told_last=told,
            type=self.contents.type(content),
            embedded=relative & (self.source >= 0),
        )
        return made.take(np.flatnonzero(keep & (content[1] > content[0])))
