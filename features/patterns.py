"""From cue candidates to relations of source, cue and content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np

from scorer.features.cues import Candidate, noun_like
from scorer.features.phrase_bounds import (
    Span,
    noun_phrase_after,
    subject_before,
    verb_group_start,
)
from scorer.features.reading import Reading
from scorer.features.syntax import (
    ADVERB,
    AND,
    APOSTROPHE,
    AUX,
    BREAK,
    BUT,
    COLON,
    COMMA,
    DASH,
    DET,
    NEG,
    OBJECT,
    PREP,
    PRONOUN,
    QUOTE,
    STOP,
    SUB,
    THAT,
    THERE,
    TIME,
    WH,
    WHETHER,
    Syntax,
)

_NO_TOKENS = (-1, -1)
_BE = frozenset("is are was were be been being isn wasn aren weren".split())
_VERBAL = frozenset(("say", "tell", "ask", "think", "object", "describe"))
_MIN_QUOTE = 5  # words: a shorter quotation without a cue is a fragment, not speech


@dataclass(slots=True)
class Relation:
    """Source, cue and content as offsets (-1 missing), and the source as tokens.

    `embedded`: the cue stands in a relative clause ("Putin, who said …").
    """

    statement: int
    pattern: str
    stance: str
    cue_start: int
    cue_end: int
    content_start: int
    content_end: int
    source: Span = _NO_TOKENS
    recipient: Span = _NO_TOKENS
    source_start: int = -1
    source_end: int = -1
    type: str = "indirect"
    follows: Relation | None = None
    embedded: bool = False


class Finder:
    """Finds the relations of one reading. Keeps its lists; use once."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        """Prepare the look-ups of one reading."""
        self.syntax = syntax
        self.reading = reading
        top = np.flatnonzero((reading.quotes.level == 0))
        self.quote_start: list[int] = reading.quotes.outer_start[top].tolist()
        self.quote_end: list[int] = reading.quotes.outer_end[top].tolist()
        self.cue_at: dict[int, Candidate] = {}
        self.statement_start: list[int] = reading.statement_start.tolist()
        self.statement_end: list[int] = reading.statement_end.tolist()
        self.line: list[int] = reading.statements.line.tolist()
        self.article: list[int] = reading.statements.article.tolist()

    def find(self, candidates: list[Candidate]) -> list[Relation]:
        """Relations in the order of their statements and cues."""
        candidates = [c for c in candidates if self._may_be_cue(c)]
        self.cue_at = {c.first: c for c in candidates}
        self.syntax.verbs.update(
            t for c in candidates if c.cue.pattern in _VERBAL for t in range(c.first, c.last)
        )
        found: list[Relation] = []
        reach = -1
        for candidate in candidates:
            if candidate.first < reach:
                continue
            relation = self._relation(candidate, found[-1] if found else None)
            if relation is not None:
                found.append(self._finished(relation))
                reach = candidate.last
        found += self._colons(found)
        found.sort(key=lambda r: (r.statement, r.cue_start))
        return self._with_bare_quotes(found)

    def _may_be_cue(self, c: Candidate) -> bool:
        """Words that are more often nouns ("state", "attacks") need a verb's surroundings."""
        syntax, word = self.syntax, self.syntax.word(c.first)
        if c.cue.pattern not in _VERBAL or c.last - c.first > 1:
            return True
        base = word.removesuffix("s")
        if base not in noun_like():
            return True
        if syntax.capital[c.first]:
            return False
        first, last = syntax.first[syntax.statement[c.first]], syntax.last[syntax.statement[c.first]]
        if c.first == first or c.last >= last or syntax.gap[c.first] & BREAK:
            return False
        before, after = syntax.kind[c.first - 1], syntax.kind[c.last]
        plural = syntax.word(c.first - 1).endswith("s")
        subject = before in (PRONOUN, AUX) or (plural if word == base else syntax.capital[c.first - 1])
        opens = after in (THAT, DET, PRONOUN, WHETHER, THERE) or syntax.capital[c.last]
        return subject and (opens or bool(syntax.gap[c.last] & (QUOTE | COLON)))

    def _relation(self, c: Candidate, previous: Relation | None) -> Relation | None:
        if c.cue.pattern == "prep":
            return self._according(c)
        if c.cue.pattern in ("bare", "adverb"):
            return self._unsourced(c)
        if c.cue.pattern == "noun":
            return self._noun(c)
        return self._verb(c, previous)

    # -- verbs -----------------------------------------------------------------------------------

    def _verb(self, c: Candidate, previous: Relation | None) -> Relation | None:
        syntax = self.syntax
        statement = syntax.statement[c.first]
        if self._is_noun(c):
            return None
        group = verb_group_start(syntax, c.first)
        if self._is_passive(c, group):
            return self._passive(c, group)
        source = subject_before(syntax, c.first)
        if source and self._is_first_person(c, source):
            return None
        edge = source[0] if source else group
        left = self._left(statement, edge)
        if source is None and left and self._inverts(c):
            inverted = noun_phrase_after(syntax, c.last)
            if inverted and self._accepts_left(c, left, edge):
                return self._make(c, inverted, left)
        if source is None:
            source = self._shared_subject(c, statement, previous)
        if source is None:
            return None
        right, recipient = self._right(c, statement)
        if source[0] > syntax.first[statement] and self._is_parenthetical(c, edge, recipient):
            begin = self._opened_earlier(self.statement_start[statement])
            relation = self._make(c, source, (begin, self.statement_end[statement]))
        elif left and self._accepts_left(c, left, edge) and self._is_closed(c, recipient):
            relation = self._make(c, source, left)
        elif right and self._accepts_right(c, right):
            relation = self._make(c, source, right)
        else:
            return None
        relation.recipient = recipient
        relation.embedded = source[1] < group and syntax.kind[source[1]] == WH
        if relation.stance == "denies" and self._negated(group, c.first):
            relation.stance = "neutral"
        return relation

    def _is_noun(self, c: Candidate) -> bool:
        """"his claims", "the report", "to say": not a finite verb with a subject before it."""
        first = c.first
        if first == self.syntax.first[self.syntax.statement[first]]:
            return not self.syntax.word(first).endswith("ing")
        if self.syntax.gap[first] & BREAK:
            return False
        before = self.syntax.kind[first - 1]
        possessive = bool(self.syntax.gap[first - 1] & APOSTROPHE) and (
            self.syntax.word(first - 1) == "s"
        )
        return before in (DET, PREP) or possessive

    def _is_first_person(self, c: Candidate, source: Span) -> bool:
        """"I think", "we want to": the speaker's own stance, not what somebody is said to say."""
        if source[1] - source[0] > 1 or c.cue.pattern in ("say", "tell", "ask"):
            return False
        return self.syntax.word(source[0]) in ("i", "we", "you", "us", "me")

    def _is_passive(self, c: Candidate, group: int) -> bool:
        """"was told", "is described": what stands before is not the source."""
        word = self.syntax.word(c.first)
        if word.endswith(("ing", "s")):
            return False
        return any(self.syntax.word(t) in _BE for t in range(group, c.first))

    def _passive(self, c: Candidate, group: int) -> Relation | None:
        """"The deal was described by critics as …": the source follows "by"."""
        syntax = self.syntax
        statement = syntax.statement[c.first]
        last = syntax.last[statement]
        for token in range(c.last, min(c.last + 3, last)):
            if syntax.word(token) == "by" and not syntax.gap[token] & BREAK:
                source = noun_phrase_after(syntax, token + 1, apposition=False)
                if source is None or group <= syntax.first[statement]:
                    return None
                content = (self.statement_start[statement], syntax.end[group - 1])
                if source[1] < last and not syntax.gap[source[1]] & BREAK:
                    content = (syntax.start[source[1]], self.statement_end[statement])
                return self._make(c, source, content)
        return None

    def _is_parenthetical(self, c: Candidate, edge: int, recipient: Span) -> bool:
        """"The road, he said, is closed": commas on both sides, no quotation mark at either."""
        syntax = self.syntax
        at = max(c.last, recipient[1])
        if c.cue.needs not in ("any", "clause") or at >= syntax.last[syntax.statement[c.first]]:
            return False
        around = syntax.gap[edge] & syntax.gap[at]
        return bool(around & COMMA) and not (syntax.gap[edge] | syntax.gap[at]) & QUOTE

    def _negated(self, group: int, cue: int) -> bool:
        return any(self.syntax.kind[t] == NEG for t in range(group, cue))

    def _inverts(self, c: Candidate) -> bool:
        """Whether what follows the cue can be its subject: “…,” said Smith."""
        syntax, at = self.syntax, c.last
        last = syntax.last[syntax.statement[c.first]]
        if at >= last or syntax.gap[at] & BREAK or not syntax.gap[c.first] & (COMMA | QUOTE):
            return False
        if syntax.word(c.first).endswith("ing"):
            return False
        return syntax.capital[at] or syntax.kind[at] in (DET, PRONOUN)

    def _shared_subject(
        self, c: Candidate, statement: int, previous: Relation | None
    ) -> Span | None:
        """The subject of "…, adding that" and "said X and called Y": that of the cue before it."""
        same = previous is not None and previous.statement == statement
        before = self.syntax.word(c.first - 1)
        participle = self.syntax.word(c.first).endswith("ing")
        if previous and same and (participle or before in ("and", "but", "then", "also")):
            return previous.source if previous.source[0] >= 0 else None
        first = self.syntax.first[statement]
        if c.cue.pattern == "object" and participle:
            return None
        group = verb_group_start(self.syntax, c.first)
        if group - first > 2 and self.syntax.kind[group - 1] in (AND, BUT):
            return noun_phrase_after(self.syntax, first)
        if participle and c.first > first and self.syntax.gap[c.first] & COMMA:
            return noun_phrase_after(self.syntax, first)
        if participle and self.syntax.word(c.first - 1) == "by":
            return noun_phrase_after(self.syntax, first)
        return None

    def _left(self, statement: int, edge: int) -> Span | None:
        """Content before a source or cue at token `edge`: offsets, quotations kept whole."""
        syntax = self.syntax
        if not syntax.gap[edge] & (COMMA | QUOTE | STOP | DASH):
            return None
        begin = self.statement_start[statement]
        quote = self._quote_ending_before(edge)
        if quote is not None:
            start, end = quote
            words = bisect_left(syntax.start, start) - syntax.first[statement]
            mixed = start > begin and 0 < words and not self._comma_before(start)
            return (begin, end) if mixed else (start, end)
        if edge <= syntax.first[statement]:
            return None
        return self._opened_earlier(begin), syntax.end[edge - 1]

    def _comma_before(self, offset: int) -> bool:
        return self.reading.text[max(0, offset - 2) : offset].strip() in (",", ":")

    def _quote_ending_before(self, token: int) -> Span | None:
        """The quotation that closes between a token and the one before it."""
        start = self.syntax.start[token]
        at = bisect_right(self.quote_end, start) - 1
        if at < 0:
            return None
        previous_end = self.syntax.end[token - 1] if token else 0
        if self.quote_end[at] > previous_end or (token and self.quote_end[at] == previous_end):
            return self.quote_start[at], self.quote_end[at]
        return None

    def _opened_earlier(self, offset: int) -> int:
        """The start of the quotation that is open at an offset, else the offset."""
        at = bisect_right(self.quote_start, offset) - 1
        return self.quote_start[at] if at >= 0 and self.quote_end[at] > offset else offset

    def _right(self, c: Candidate, statement: int) -> tuple[Span | None, Span]:
        """Content after the cue and the recipient of "told X"."""
        syntax, at = self.syntax, c.last
        last = syntax.last[statement]
        recipient = _NO_TOKENS
        if c.cue.pattern == "tell" and at < last and not syntax.gap[at] & (QUOTE | COLON):
            recipient = noun_phrase_after(syntax, at) or _NO_TOKENS
            at = max(at, recipient[1])
        at = self._skip_adjunct(at, last)
        if at >= last:
            return self._quote_after(c, statement, last), recipient
        return self._clause(at, statement), recipient

    def _skip_adjunct(self, at: int, last: int) -> int:
        """Skip "on Tuesday" and "in a statement" between cue and "that", a quotation or a clause."""
        syntax = self.syntax
        if at >= last or syntax.kind[at] not in (PREP, TIME):
            return at
        for step in range(at, min(at + 10, last)):
            if step > at and syntax.gap[step] & (QUOTE | COLON):
                return step
            if syntax.kind[step] in (THAT, THERE) or (
                step > at and syntax.kind[step - 1] == TIME and syntax.kind[step] != TIME
            ):
                return step
        return at

    def _quote_after(self, c: Candidate, statement: int, last: int) -> Span | None:
        """“…” in the next statement, after a colon at the end of this one."""
        end = self.statement_end[statement]
        if self.reading.text[end - 1] != ":" or last - c.last > 8:
            return None
        at = bisect_left(self.quote_start, end)
        if at < len(self.quote_start) and not self.reading.text[end : self.quote_start[at]].strip():
            return self.quote_start[at], self.quote_end[at]
        return None

    def _clause(self, at: int, statement: int) -> Span | None:
        """Content from token `at` to the end of its clause; a quotation that opens it is kept whole."""
        syntax = self.syntax
        last = syntax.last[statement]
        start = syntax.start[at]
        quote = bisect_right(self.quote_start, start) - 1
        if quote >= 0 and self.quote_end[quote] > start and syntax.gap[at] & QUOTE:
            begin, end = self.quote_start[quote], self.quote_end[quote]
            after = bisect_left(syntax.start, end)
            closed = after >= last or syntax.gap[after] & (COMMA | STOP | COLON | DASH)
            if closed or end > self.statement_end[statement]:
                return begin, end
            start = begin
        start = self._inner_claim(at, last, start)
        for token in range(at + 1, last):
            if syntax.gap[token] & COMMA and (
                syntax.kind[token] == WH or self._starts_tag(token)
            ):
                return start, syntax.end[token - 1]
        end = self.statement_end[statement]
        inside = bisect_right(self.quote_start, end - 1) - 1
        if inside >= 0 and self.quote_end[inside] > end and self.quote_start[inside] >= start:
            end = self.quote_end[inside]
        return start, end

    def _inner_claim(self, at: int, last: int, start: int) -> int:
        """"doubled down on Putin’s claim that …": what is said begins with "that"."""
        for token in range(at, min(at + 6, last)):
            noun = self.cue_at.get(token)
            if noun and noun.cue.pattern == "noun" and noun.last < last:
                return self.syntax.start[noun.last] if self.syntax.kind[noun.last] == THAT else start
        return start

    def _starts_tag(self, token: int) -> bool:
        """Whether another attribution starts here: ", according to", ", adding that", ", he said"."""
        cue = self.cue_at.get(token)
        if cue is None:
            following = self.cue_at.get(token + 1)
            return (
                following is not None
                and self.syntax.kind[token] == PRONOUN
                and following.cue.needs == "any"
                and following.last >= self.syntax.last[self.syntax.statement[token]]
            )
        return cue.cue.pattern == "prep" or self.syntax.word(token).endswith("ing")

    def _is_closed(self, c: Candidate, recipient: Span) -> bool:
        """Whether no content can follow the cue: the end, a comma, "on Tuesday", "about it"."""
        syntax, at = self.syntax, max(c.last, recipient[1])
        last = syntax.last[syntax.statement[c.first]]
        if syntax.word(c.first).endswith("ing") or c.cue.needs == "object":
            return False
        if at >= last or syntax.gap[at] & (COMMA | STOP | DASH | QUOTE | COLON):
            return True
        return syntax.kind[at] in (TIME, PREP, SUB, ADVERB)

    def _accepts_left(self, c: Candidate, left: Span, edge: int) -> bool:
        words = edge - bisect_left(self.syntax.start, left[0])
        quoted = bool(self.syntax.gap[edge] & QUOTE)
        if c.cue.needs in ("any", "clause"):
            return quoted or words >= 4
        return quoted and c.cue.needs == "quote"

    def _accepts_right(self, c: Candidate, right: Span) -> bool:
        syntax, needs = self.syntax, c.cue.needs
        at = bisect_left(syntax.start, right[0])
        if at >= len(syntax.kind) or right[1] - right[0] < 3:
            return False
        quoted = self.reading.text[right[0]] in "“\"„«‘'‟»"
        if needs == "quote":
            return quoted
        if needs == "any":
            return not syntax.gap[c.last] & (STOP | COMMA) or quoted
        if needs == "object":
            return not syntax.gap[c.last] & (BREAK & ~QUOTE)
        clause = syntax.kind[at] in (THAT, WHETHER, PRONOUN, THERE, DET, OBJECT) or syntax.capital[at]
        return quoted or bool(syntax.gap[at] & COLON) or (
            clause and not syntax.gap[c.last] & (BREAK & ~QUOTE)
        )

    # -- other cues ------------------------------------------------------------------------------

    def _according(self, c: Candidate) -> Relation | None:
        syntax = self.syntax
        source = noun_phrase_after(syntax, c.last)
        if source is None:
            return None
        statement = syntax.statement[c.first]
        first, last = syntax.first[statement], syntax.last[statement]
        if c.first - first <= 1:
            if source[1] >= last:
                return None
            content = (syntax.start[source[1]], self.statement_end[statement])
        else:
            begin = self._opened_earlier(self.statement_start[statement])
            quote = self._quote_ending_before(c.first)
            end = quote[1] if quote else syntax.end[c.first - 1]
            if source[1] < last and syntax.gap[source[1]] & COMMA and c.first - first < 5:
                end = self.statement_end[statement]
            content = (begin, end)
        return self._make(c, source, content)

    def _unsourced(self, c: Candidate) -> Relation | None:
        syntax = self.syntax
        statement = syntax.statement[c.first]
        if c.cue.pattern == "adverb":
            content = (self.statement_start[statement], self.statement_end[statement])
        elif c.last < syntax.last[statement]:
            content = (syntax.start[c.last], self.statement_end[statement])
        else:
            return None
        return self._make(c, _NO_TOKENS, content)

    def _noun(self, c: Candidate) -> Relation | None:
        """"Putin’s claim that …", "the claim by X that …"."""
        syntax = self.syntax
        statement = syntax.statement[c.first]
        last = syntax.last[statement]
        source = self._possessor(c.first)
        at = c.last
        if at < last and self.syntax.word(at) in ("by", "from") and not syntax.gap[at] & BREAK:
            source = noun_phrase_after(syntax, at + 1, apposition=False) or source
            at = source[1] if source else at
        if at >= last or syntax.kind[at] != THAT or syntax.gap[at] & (BREAK & ~QUOTE):
            return None
        determined = any(
            syntax.kind[t] == DET for t in range(max(syntax.first[statement], c.first - 2), c.first)
        )
        if source is None and not determined:
            return None
        content = self._clause(at, statement)
        return self._make(c, source or _NO_TOKENS, content) if content else None

    def _possessor(self, noun: int) -> Span | None:
        """The source in "Putin’s unsubstantiated claim" or "his claim"."""
        syntax = self.syntax
        first = syntax.first[syntax.statement[noun]]
        for token in range(noun - 1, max(first, noun - 4) - 1, -1):
            if syntax.gap[token + 1] & BREAK:
                return None
            if self.syntax.word(token) in ("his", "her", "their", "its"):
                return token, token + 1
            if self.syntax.word(token) == "s" and syntax.gap[token] & APOSTROPHE and token > first:
                start = token - 1
                while start > first and syntax.capital[start - 1] and not syntax.gap[start] & BREAK:
                    start -= 1
                if start > first and syntax.kind[start - 1] == DET:
                    start -= 1
                return start, token
        return None

    def _colons(self, found: list[Relation]) -> list[Relation]:
        """Headline colons: "Putin: attackers fled"."""
        syntax = self.syntax
        taken = {relation.statement for relation in found}
        added: list[Relation] = []
        for statement, (first, last) in enumerate(zip(syntax.first, syntax.last, strict=True)):
            if statement in taken:
                continue
            for token in range(first + 1, min(first + 5, last - 2)):
                if syntax.gap[token] & COLON and all(syntax.capital[first:token]):
                    colon = self.reading.text.find(":", syntax.end[token - 1])
                    content = (syntax.start[token], self.statement_end[statement])
                    relation = Relation(statement, "colon", "neutral", colon, colon + 1, *content)
                    relation.source = (first, token)
                    added.append(self._finished(relation))
                if syntax.gap[token] & BREAK:
                    break
        return added

    def _clipped(self, cue: int, content: Span) -> Span:
        """What is said inside a quotation stays inside it."""
        at = bisect_right(self.quote_start, cue) - 1
        if at < 0 or self.quote_end[at] <= cue:
            return content
        if content[1] <= self.quote_start[at] or content[0] >= self.quote_end[at]:
            return content
        return max(content[0], self.quote_start[at] + 1), min(content[1], self.quote_end[at])

    def _make(self, c: Candidate, source: Span, content: Span) -> Relation:
        syntax = self.syntax
        content = self._clipped(syntax.start[c.first], content)
        return Relation(
            syntax.statement[c.first],
            c.cue.pattern,
            c.cue.stance,
            syntax.start[c.first],
            syntax.end[c.last - 1],
            content[0],
            content[1],
            source,
        )

    def _finished(self, relation: Relation) -> Relation:
        """Fill in the offsets of the source, and the type from how much of the content is quoted."""
        first, last = relation.source
        if first >= 0:
            relation.source_start = self.syntax.start[first]
            relation.source_end = self.syntax.end[last - 1]
        relation.type = self._type(relation.content_start, relation.content_end)
        return relation

    def _type(self, start: int, end: int) -> str:
        first, last = (bisect_left(self.syntax.start, x) for x in (start, end))
        quoted = 0
        at = max(0, bisect_right(self.quote_start, start) - 1)
        while at < len(self.quote_start) and self.quote_start[at] < end:
            inner = max(start, self.quote_start[at]), min(end, self.quote_end[at])
            if inner[1] > inner[0]:
                a, b = (bisect_left(self.syntax.start, x) for x in inner)
                quoted += b - a
            at += 1
        if not quoted:
            return "indirect"
        return "direct" if quoted >= last - first else "mixed"

    # -- quotations without a cue ----------------------------------------------------------------

    def _with_bare_quotes(self, found: list[Relation]) -> list[Relation]:
        """Give quotations that no content covers to whoever spoke just before."""
        covered = sorted((r.content_start, r.content_end) for r in found)
        added: list[Relation] = []
        reach, at = -1, 0
        for start, end in zip(self.quote_start, self.quote_end, strict=True):
            while at < len(covered) and covered[at][0] <= start + 1:
                reach = max(reach, covered[at][1])
                at += 1
            if reach >= end - 1 or not self._is_speech(start, end):
                continue
            statement = bisect_right(self.statement_start, start) - 1
            if statement < 0 or start >= self.statement_end[statement]:
                continue
            relation = Relation(statement, "quote", "neutral", -1, -1, start, end, type="direct")
            added.append(relation)
        merged = sorted(found + added, key=lambda r: (r.statement, r.cue_start if r.cue_start >= 0 else r.content_start))
        self._link(merged)
        return merged

    def _is_speech(self, start: int, end: int) -> bool:
        first, last = (bisect_left(self.syntax.start, x) for x in (start, end))
        if last - first < _MIN_QUOTE:
            return False
        before = self.reading.text[max(0, start - 2) : start].strip()
        opens = not before or before[-1] in ".!?:,”\"—–\n"
        return opens and self.reading.text[end - 2 : end - 1] in tuple(".!?,…—-’'")

    def _link(self, relations: list[Relation]) -> None:
        """A bare quotation follows the last speaker of its paragraph, or of the one before it."""
        previous: Relation | None = None
        for relation in relations:
            if relation.pattern != "quote":
                if relation.pattern in ("say", "tell", "ask", "prep", "colon", "think"):
                    previous = relation
                continue
            if previous is not None and self._near(previous, relation):
                relation.follows = previous.follows or previous

    def _near(self, previous: Relation, relation: Relation) -> bool:
        if self.article[previous.statement] != self.article[relation.statement]:
            return False
        return self.line[relation.statement] - self.line[previous.statement] <= 3

