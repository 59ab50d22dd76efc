"""Relations without a verb: "according to", "reportedly", "the claim that", colons, quotations."""

from __future__ import annotations

import numpy as np

from scorer.features import syntax as sx
from scorer.features.contents import Contents
from scorer.features.cues import Candidates
from scorer.features.phrase_bounds import Phrases
from scorer.features.relations import DIRECT, P, Relations, make
from scorer.features.syntax import Syntax
from scorer.features.tokens import Offsets, hash_words
from scorer.features.wordtable import Mask

_S = hash_words(["s"])[0]
_FROM = hash_words(["from"])[0]
_POSSESSIVE = hash_words(["his", "her", "their", "its"])
_MAKE = hash_words(["made", "makes", "make", "making", "repeated", "repeats"])
_MIN_QUOTE = 5  # words: a shorter quotation without a cue is a fragment, not speech
_NEAR = 3  # lines between a speaker and a quotation that goes on without a cue


class OtherCues:
    """The rules for one reading."""

    def __init__(self, syntax: Syntax, phrases: Phrases, contents: Contents) -> None:
        """Keep the tables."""
        self.syntax, self.phrases, self.contents = syntax, phrases, contents

    def according(self, cues: Candidates) -> Relations:
        """“According to X, …” and “…, according to X”."""
        syntax, contents = self.syntax, self.contents
        statement = syntax.statement[cues.first]
        end = self.phrases.after(cues.last)
        first, last = syntax.first[cues.first], syntax.last[cues.first]
        opens = cues.first - first <= 1
        begin, stop = contents.begin[statement], contents.stop[statement]
        quote = contents.quote_before(cues.first)
        before = np.where(
            quote >= 0,
            contents.quote_end[np.maximum(quote, 0)] if contents.quote_end.size else -1,
            syntax.end[np.maximum(cues.first - 1, 0)],
        )
        after = np.maximum(end, 0)
        aside = (end < last) & syntax.has_at(after, sx.COMMA) & (cues.first - first < 5)
        start = np.where(opens, syntax.start[after], contents.opened_earlier(begin))
        finish = np.where(opens | aside, stop, before)
        good = (end > 0) & (cues.last < last) & (~opens | (end < last)) & (finish > start)
        return self._made(cues, statement, (start, finish), cues.last, end).take(
            np.flatnonzero(good)
        )

    def unsourced(self, cues: Candidates) -> Relations:
        """“It is alleged that …” and “reportedly”."""
        syntax, contents = self.syntax, self.contents
        statement = syntax.statement[cues.first]
        adverb = cues.pattern == P["adverb"]
        start = np.where(adverb, contents.begin[statement], syntax.start[cues.last])
        none = np.full(statement.shape, -1, dtype=np.int64)
        good = adverb | (cues.last < syntax.last[cues.first])
        return self._made(cues, statement, (start, contents.stop[statement]), none, none).take(
            np.flatnonzero(good)
        )

    def claims(self, cues: Candidates) -> Relations:
        """“Putin’s claim that …”, “the claim by X that …”."""
        syntax = self.syntax
        statement = syntax.statement[cues.first]
        size = syntax.kind.size - 1
        source, source_end = self._possessors(cues.first)
        maker, maker_end = self._makers(cues.first)
        source, source_end = (
            np.where(source < 0, maker, source),
            np.where(source < 0, maker_end, source_end),
        )
        at = np.minimum(cues.last, size)
        by = (syntax.kind[at] == sx.BY) | (syntax.hash[at] == _FROM)
        by &= ~syntax.has_at(at, sx.BREAK)
        agent = np.minimum(at + 1, size)
        agent_end = self.phrases.after(agent, apposition=False)
        by &= (agent_end > 0) & (agent < syntax.last[cues.first])
        source = np.where(by, agent, source)
        source_end = np.where(by, agent_end, source_end)
        at = np.minimum(np.where(by, agent_end, at), size)
        that = (syntax.kind[at] == sx.THAT) & (at < syntax.last[cues.first])
        that &= (syntax.gap[at] & np.uint8(sx.BREAK & ~sx.QUOTE)) == 0
        determined = self._determined(cues.first)
        content = self.contents.clause(at, statement)
        good = that & ((source >= 0) | determined) & (content[1] > content[0])
        made = self._made(cues, statement, content, source, source_end)
        made.embedded[:] = True
        return made.take(np.flatnonzero(good))

    def that_tokens(self, cues: Candidates) -> Offsets:
        """int64 (T+1,): for the first token of each noun cue with "that" behind it, that token."""
        table = np.full(self.syntax.kind.size, -1, dtype=np.int64)
        followed = self.syntax.kind[cues.last] == sx.THAT
        table[cues.first[followed]] = cues.last[followed]
        return table

    def _determined(self, noun: Offsets) -> Mask:
        kind = self.syntax.kind
        first = self.syntax.first[noun]
        near = [(kind[np.maximum(noun - k, 0)] == sx.DET) & (noun - k >= first) for k in (1, 2)]
        determined: Mask = near[0] | near[1]
        return determined

    def _possessors(self, noun: Offsets) -> tuple[Offsets, Offsets]:
        """The source in "Putin’s unsubstantiated claim" or "his claim": tokens, or (-1, -1)."""
        syntax = self.syntax
        source = np.full(noun.shape, -1, dtype=np.int64)
        end = source.copy()
        clear = np.ones(noun.shape, dtype=np.bool_)
        for back in range(1, 5):
            at = np.maximum(noun - back, 0)
            clear &= ~syntax.has_at(np.minimum(at + 1, syntax.kind.size - 1), sx.BREAK)
            clear &= noun - back >= syntax.first[noun]
            free = clear & (source < 0)
            pronoun = free & np.isin(syntax.hash[at], _POSSESSIVE)
            named = free & (syntax.hash[at] == _S) & syntax.has_at(at, sx.APOSTROPHE)
            owner = np.maximum(at - 1, 0)
            start = self.phrases.ending(owner)
            named &= (start >= 0) & (at > syntax.first[noun])
            source = np.where(pronoun, at, np.where(named, start, source))
            end = np.where(pronoun, at + 1, np.where(named, at, end))
        return source, end

    def _makers(self, noun: Offsets) -> tuple[Offsets, Offsets]:
        """The source in “Putin made the unsubstantiated claim”: tokens, or (-1, -1)."""
        syntax = self.syntax
        source = np.full(noun.shape, -1, dtype=np.int64)
        end = source.copy()
        for back in (2, 3, 4):
            verb = np.maximum(noun - back, 0)
            makes = np.isin(syntax.hash[verb], _MAKE) & (syntax.kind[verb + 1] == sx.DET)
            makes &= (noun - back > syntax.first[noun]) & (source < 0)
            start, stop = self.phrases.before(verb)
            source, end = np.where(makes, start, source), np.where(makes, stop, end)
        return source, end

    def _made(
        self,
        cues: Candidates,
        statement: Offsets,
        content: tuple[Offsets, Offsets],
        source: Offsets,
        source_end: Offsets,
    ) -> Relations:
        syntax = self.syntax
        content = self.contents.clip(syntax.start[cues.first], content)
        made = make(
            statement,
            0,
            content,
            stance=cues.stance,
            cue_start=syntax.start[cues.first],
            cue_end=syntax.end[cues.last - 1],
            source_first=source,
            source_last=source_end,
            type=self.contents.type(content),
        )
        made.pattern[:] = cues.pattern
        return made

    # -- colons and quotations without a cue -----------------------------------------------------

    def colons(self, taken: Offsets) -> Relations:
        """Headline colons: "Putin: attackers fled", where nothing else in the statement speaks."""
        syntax = self.syntax
        at = np.flatnonzero(syntax.has(sx.COLON)[:-1] & (syntax.statement[:-1] >= 0))
        first, last = syntax.first[at], syntax.last[at]
        capitals = np.concatenate([[0], np.cumsum(syntax.capital)])
        breaks = np.concatenate([[0], np.cumsum(syntax.has(sx.BREAK))])
        good = (at > first) & (at - first <= 4) & (at < last - 2)
        good &= capitals[at] - capitals[first] == at - first
        good &= breaks[at] == breaks[np.minimum(first + 1, at)]
        good &= ~np.isin(syntax.statement[at], taken)
        at, first = at[good], first[good]
        statement = syntax.statement[at]
        colon = np.array(
            [syntax.reading.text.find(":", int(e)) for e in syntax.end[at - 1]], dtype=np.int64
        )
        content = (syntax.start[at], self.contents.stop[statement])
        return make(
            statement, P["colon"], content, cue_start=colon, cue_end=colon + 1,
            source_first=first, source_last=at, type=self.contents.type(content),
        )  # fmt: skip

    def bare_quotes(self, spoken: Relations) -> Relations:
        """Quotations that no content covers, long enough to be speech."""
        contents = self.contents
        start, end = contents.quote_start, contents.quote_end
        order = np.argsort(spoken.content_start, kind="stable")
        begins = spoken.content_start[order]
        reach = np.maximum.accumulate(spoken.content_end[order])
        at = np.searchsorted(begins, start + 1, "right") - 1
        covered = (at >= 0) & (reach[np.maximum(at, 0)] >= end - 1) if reach.size else at >= 0
        statement = np.searchsorted(contents.begin, start, "right") - 1
        inside = statement >= 0  # all false where there are no statements
        inside[inside] = start[inside] < contents.stop[statement[inside]]
        good = ~covered & inside & self._is_speech(start, end)
        at = np.flatnonzero(good)
        direct = np.full(at.shape, DIRECT, dtype=np.int64)
        return make(statement[at], P["quote"], (start[at], end[at]), type=direct)

    def _is_speech(self, start: Offsets, end: Offsets) -> Mask:
        words, _ = self.contents.words((start, end))
        reading = self.syntax.reading
        text, good = reading.text, words >= _MIN_QUOTE
        number = np.searchsorted(reading.batch.article_start, start, "right") - 1
        floor = np.maximum(reading.batch.article_start[number], start - 2)
        for i in np.flatnonzero(good).tolist():
            before = text[int(floor[i]) : int(start[i])].strip()
            opens = not before or before[-1] in '.!?:,”"—–\n'
            good[i] = opens and text[int(end[i]) - 2 : int(end[i]) - 1] in tuple(".!?,…—-’'")
        return good

    def links(self, found: Relations) -> Offsets:
        """For each quotation without a cue, the relation whose speaker goes on; else -1."""
        where = self.syntax.reading.statements
        follows = np.full(len(found), -1, dtype=np.int64)
        speaks = np.isin(
            found.pattern, [P[p] for p in ("say", "tell", "ask", "prep", "colon", "think")]
        )
        line, article = where.line[found.statement], where.article[found.statement]
        previous, reach = -1, -1
        bare = (found.pattern == P["quote"]).tolist()
        for i, is_bare in enumerate(bare):
            if not is_bare:
                if speaks[i] and not found.embedded[i]:
                    previous, reach = i, i
            elif (
                previous >= 0 and article[i] == article[previous] and line[i] - line[reach] <= _NEAR
            ):
                follows[i] = previous
                reach = i
        return follows
