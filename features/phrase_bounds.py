"""Where a noun phrase beside a cue begins and ends, by word classes and punctuation."""

from __future__ import annotations

from scorer.features.syntax import (
    ADVERB,
    AND,
    AUX,
    BRACKET,
    BREAK,
    BUT,
    COMMA,
    DET,
    NEG,
    OBJECT,
    PREP,
    PRONOUN,
    QUOTE,
    SUB,
    THAT,
    THERE,
    TIME,
    WH,
    WHETHER,
    Syntax,
)

_MAX = 14
_ENDS_PHRASE = frozenset("by about against during into amid toward towards despite until".split())
_NP_BREAK = BREAK & ~BRACKET
_STOPS = frozenset((THAT, WHETHER, SUB, BUT, AUX, THERE, NEG))
_NOT_LAST = frozenset((PREP, AND, BUT, SUB, THAT, WHETHER, AUX, NEG))
_NOT_LONE = frozenset((DET, TIME, ADVERB, OBJECT, WH))
Span = tuple[int, int]


def verb_group_start(syntax: Syntax, cue: int) -> int:
    """First token of the auxiliaries and adverbs that stand directly before a verb."""
    first = syntax.first[syntax.statement[cue]]
    at = cue
    while at > first and not syntax.gap[at] & BREAK and _is_group(syntax, at - 1):
        at -= 1
    return at


def _is_group(syntax: Syntax, token: int) -> bool:
    return syntax.kind[token] in (AUX, ADVERB, NEG) or (
        syntax.kind[token] == TIME and not syntax.capital[token]
    )


def subject_before(syntax: Syntax, cue: int) -> Span | None:
    """The noun phrase that ends right before a verb group, apposition included; None if none."""
    first = syntax.first[syntax.statement[cue]]
    end = verb_group_start(syntax, cue)
    while end > first and syntax.kind[end - 1] == TIME and not syntax.gap[end] & BREAK:
        end -= 1
    if end > first and syntax.kind[end - 1] == WH and not syntax.gap[end] & BREAK:
        end -= 1  # "Putin, who said": the antecedent speaks
        if end <= first or syntax.gap[end] & (BREAK & ~COMMA):
            return None
        return _checked(syntax, _phrase_start(syntax, first, end), end)
    if end <= first:
        return None
    if syntax.gap[end] & COMMA and not syntax.gap[end] & QUOTE:
        return _before_apposition(syntax, first, end)
    if syntax.gap[end] & BREAK:
        return None
    start = _phrase_start(syntax, first, end)
    return _checked(syntax, start, end)


def _before_apposition(syntax: Syntax, first: int, end: int) -> Span | None:
    """"X, a Z, said": the name stands before the comma that opens the apposition."""
    for comma in range(end - 1, max(first, end - 25), -1):
        if syntax.gap[comma] & QUOTE:
            return None
        if syntax.gap[comma] & COMMA:
            start = _phrase_start(syntax, first, comma)
            head = _checked(syntax, start, comma)
            return (head[0], end) if head else None
    return None


def _phrase_start(syntax: Syntax, first: int, end: int) -> int:
    """Scan left from `end` to where the noun phrase can begin; `end` where there is none."""
    at = end - 1
    if syntax.kind[at] == PRONOUN:
        return at
    while at > first and end - at < _MAX and not syntax.gap[at] & _NP_BREAK:
        before = syntax.kind[at - 1]
        if before == PRONOUN or at - 1 in syntax.verbs:
            return _last_name(syntax, at, end)
        if before == PREP and syntax.word(at - 1) in _ENDS_PHRASE:
            return at
        if before in _STOPS or (before == TIME and syntax.capital[at - 1]):
            break
        if before == AND and not _joins_names(syntax, at - 1):
            break
        at -= 1
    return _after_opening_preposition(syntax, at, end)


def _last_name(syntax: Syntax, start: int, end: int) -> int:
    """A verb stands in the way: what is left is the name, or the phrase, right before the cue."""
    at = end
    while at > start and syntax.capital[at - 1] and not syntax.gap[at] & BREAK:
        at -= 1
    if at < end:
        return at
    while at > start and syntax.kind[at - 1] != DET:
        at -= 1
    return at - 1 if at > start else (start if start - 1 in syntax.verbs else end)


def _joins_names(syntax: Syntax, conjunction: int) -> bool:
    following = conjunction + 1
    return (
        syntax.capital[conjunction - 1] == syntax.capital[following]
        or syntax.word(following) == "other"
    )


def _after_opening_preposition(syntax: Syntax, start: int, end: int) -> int:
    """"In a statement the ministry said": a phrase that opens with a preposition is no subject."""
    if syntax.kind[start] != PREP:
        return start
    for at in range(end - 1, start, -1):
        opens = syntax.kind[at] == DET or (syntax.capital[at] and not syntax.capital[at - 1])
        if opens and syntax.kind[at - 1] not in (PREP, DET):
            return at
    return end


def _checked(syntax: Syntax, start: int, end: int) -> Span | None:
    """A span that can be a noun phrase, else None."""
    while start < end and syntax.kind[start] in (ADVERB, AND, WHETHER, NEG):
        start += 1
    if start >= end or syntax.kind[end - 1] in _NOT_LAST:
        return None
    if end - start == 1 and syntax.kind[start] in _NOT_LONE:
        return None
    return start, end


def noun_phrase_after(syntax: Syntax, start: int, *, apposition: bool = True) -> Span | None:
    """The noun phrase that begins at a token: up to punctuation or a word that cannot be in it."""
    if start >= len(syntax.kind) or syntax.statement[start] < 0:
        return None
    last = syntax.last[syntax.statement[start]]
    at = start
    while at < last and at - start < _MAX:
        if at > start and syntax.gap[at] & BREAK:
            break
        if not _can_continue(syntax, start, at) or at in syntax.verbs:
            break
        at += 1
    if at == start:
        return None
    while at > start and syntax.kind[at - 1] in (PREP, AND, DET, TIME, ADVERB):
        at -= 1
    if at == start:
        return None
    return _with_apposition(syntax, start, at, last) if apposition else (start, at)


def _can_continue(syntax: Syntax, start: int, at: int) -> bool:
    kind = syntax.kind[at]
    if kind in _STOPS or kind == WH:
        return False
    if kind in (PRONOUN, OBJECT):
        return at == start
    if at > start and syntax.kind[at - 1] == PRONOUN:
        return False
    if kind == TIME and syntax.capital[at]:
        return False
    return kind != AND or (at > start and at + 1 < len(syntax.kind) and _joins_names(syntax, at))


def _with_apposition(syntax: Syntax, start: int, end: int, last: int) -> Span:
    """"state media, TASS" and "John Smith, a spokesman for X": what the comma adds to the name."""
    if end >= last or syntax.gap[end] & BREAK != COMMA:
        return start, end
    added = noun_phrase_after(syntax, end, apposition=False)
    if added is None:
        return start, end
    closes = added[1] >= last or bool(syntax.gap[added[1]] & (COMMA | QUOTE))
    opens = syntax.kind[end] == DET or (syntax.capital[end] and added[1] - end <= 4)
    verb_after = added[1] < last and not syntax.gap[added[1]] & BREAK
    return (start, added[1]) if opens and closes and not verb_after else (start, end)
