"""Attribution: who is said to have said what.

Source, cue and content follow PolNeAR (Newell, Margolin and Ruths 2018) and PARC (Pareti 2016).
Rules look at cues only; what is a source, and where content begins and ends, is decided by word
classes and punctuation around it.
"""

from __future__ import annotations

import re

import numpy as np

from scorer.features.contents import Contents
from scorer.features.cues import VERBAL, Candidates, candidates
from scorer.features.lexicon import Hits
from scorer.features.names import Name
from scorer.features.other_cues import OtherCues
from scorer.features.patterns import Verbs
from scorer.features.phrase_bounds import Phrases
from scorer.features.reading import Reading
from scorer.features.relations import STANCES, TYPES, P, Relations, join
from scorer.features.resolve import Resolver
from scorer.features.spoken import Attributions
from scorer.features.syntax import Syntax
from scorer.features.tokens import Offsets
from scorer.features.wordtable import Mask
from scorer.seeds.registry import Registry

# "vowed to", "called for", "responsibility": what follows is what was said.
_OPENS_SPEECH = re.compile(r"\b(?:to|for|on|of|about|against|upon|responsibility)\s*$", re.I)

_CITES = re.compile("citing|quoting", re.I)


def attribute(
    reading: Reading, syntax: Syntax, cue_hits: Hits, names: list[Name], registry: Registry
) -> Attributions:
    """All attributions of a batch. No statements: none."""
    found = find_relations(reading, syntax, candidates(cue_hits, syntax))
    resolver = Resolver(reading, syntax, names, registry)
    speakers = resolver.speakers(found)
    told = resolver.relays(found)
    source_start, source_end = _offsets(syntax, found.source_first, found.source_last)
    relay_start, relay_end = _offsets(syntax, found.told_first, found.told_last)
    silent = np.array([relay is None for relay in told], dtype=np.bool_)
    relay_start[silent], relay_end[silent] = -1, -1
    result = Attributions(
        found, source_start, source_end, speakers, told, relay_start, relay_end,
        np.zeros(len(found), dtype=np.bool_), _speech(found, reading.text),
        tuple(speaker.name for speaker in speakers),
    )  # fmt: skip
    _add_relays(result)
    _add_citing(result, reading.text)
    return result


def find_relations(reading: Reading, syntax: Syntax, cues: Candidates) -> Relations:
    """Relations of all cues, sorted by (statement, cue), none overlapping another's cue."""
    verbal = np.isin(cues.pattern, VERBAL)
    verbs = np.zeros(syntax.kind.size, dtype=np.bool_)
    for step in range(4):
        at = cues.first + step
        verbs[at[verbal & (at < cues.last)]] = True
    phrases, contents = Phrases(syntax, verbs), Contents(syntax, reading.quotes)
    other = OtherCues(syntax, phrases, contents)
    nouns = cues.take(cues.pattern == P["noun"])
    contents.prepare(_tags(syntax, cues, verbal), other.that_tokens(nouns))
    found = Verbs(syntax, phrases, contents, cues.take(verbal))
    parts = [found.relations(), found.passives(), other.claims(nouns)]
    parts.append(other.according(cues.take(cues.pattern == P["prep"])))
    bare = (cues.pattern == P["bare"]) | (cues.pattern == P["adverb"])
    parts.append(other.unsourced(cues.take(bare)))
    spoken = _without_overlaps(_sorted(join(parts)))
    spoken = join([spoken, other.colons(spoken.statement)])
    everything = _sorted(join([spoken, other.bare_quotes(spoken)]))
    return everything.with_follows(other.links(everything))


def _tags(syntax: Syntax, cues: Candidates, verbal: Mask) -> Mask:
    """Tokens where another attribution starts: "according", "adding"."""
    tags = np.zeros(syntax.kind.size, dtype=np.bool_)
    tags[cues.first[cues.pattern == P["prep"]]] = True
    participle = syntax.ends_in(cues.first, "ing") & verbal
    tags[cues.first[participle]] = True
    return tags


def _sorted(found: Relations) -> Relations:
    at = np.where(found.cue_start >= 0, found.cue_start, found.content_start)
    return found.take(np.lexsort((found.content_start, at, found.statement)))


def _without_overlaps(found: Relations) -> Relations:
    """Of relations whose cues overlap, the first."""
    keep: list[int] = []
    reach = -1
    pairs = zip(found.cue_start.tolist(), found.cue_end.tolist(), strict=True)
    for number, (start, end) in enumerate(pairs):
        if start >= reach:
            keep.append(number)
            reach = end
    return found.take(np.array(keep, dtype=np.int64))


def _offsets(syntax: Syntax, first: Offsets, last: Offsets) -> tuple[Offsets, Offsets]:
    start = np.where(first >= 0, syntax.start[np.maximum(first, 0)], -1)
    return start, np.where(first >= 0, syntax.end[np.maximum(last - 1, 0)], -1)


def _speech(found: Relations, text: str) -> Mask:
    speech: Mask = found.pattern != P["object"]
    speech |= (found.stance == STANCES.index("denies")) | (found.type == TYPES.index("direct"))
    for i in np.flatnonzero(~speech).tolist():
        opens = _OPENS_SPEECH.search(text, int(found.cue_start[i]), int(found.cue_end[i]))
        speech[i] = bool(opens) or text.startswith("that ", int(found.content_start[i]))
    return speech


def _add_relays(found: Attributions) -> None:
    """An outlet whose content holds what someone else says is the relay of that."""
    r = found.relations
    outlets = [n for n, s in enumerate(found.speakers) if s.is_outlet]
    for outer in outlets:
        if r.pattern[outer] == P["quote"]:
            continue
        for inner in _near(found, outer):
            if found.relays[inner] is None and not found.speakers[inner].is_outlet:
                found.relays[inner] = found.speakers[outer]
                found.relay_start[inner] = found.source_start[outer]
                found.relay_end[inner] = found.source_end[outer]
                found.relays_only[outer] = True


def _add_citing(found: Attributions, text: str) -> None:
    """“Interfax reported, citing the Kremlin”: the outlet is the relay of whom it cites."""
    r = found.relations
    for cited in np.flatnonzero(r.pattern == P["prep"]).tolist():
        if not _CITES.match(text, int(r.cue_start[cited]), int(r.cue_end[cited])):
            continue
        for outlet in (cited - 1, cited + 1):
            here = 0 <= outlet < len(found) and r.statement[outlet] == r.statement[cited]
            if here and found.speakers[outlet].is_outlet and found.relays[cited] is None:
                found.relays[cited] = found.speakers[outlet]
                found.relay_start[cited] = found.source_start[outlet]
                found.relay_end[cited] = found.source_end[outlet]
                found.relays_only[outlet] = found.names[cited] is not None


def _near(found: Attributions, outer: int) -> list[int]:
    """Attributions with a named speaker whose cue, or quotation, the content of `outer` holds."""
    r = found.relations
    inner: list[int] = []
    for other in range(max(0, outer - 12), min(len(found), outer + 13)):
        at = r.cue_start[other] if r.cue_start[other] >= 0 else r.content_start[other]
        held = r.content_start[outer] <= at < r.content_end[outer]
        if other != outer and held and found.names[other] is not None:
            inner.append(other)
    return inner
