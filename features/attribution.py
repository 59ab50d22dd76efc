"""Attribution: who is said to have said what.

Source, cue and content follow PolNeAR (Newell, Margolin and Ruths 2018) and PARC (Pareti 2016).
Rules look at each cue once; what is a source, and where content begins and ends, is decided by word
classes and punctuation around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from scorer.features.cues import Candidate, Cues
from scorer.features.names import Names
from scorer.features.patterns import Finder, Relation
from scorer.features.reading import Reading, token_view
from scorer.features.resolve import Resolver, Speaker
from scorer.features.syntax import analyse
from scorer.seeds.registry import Registry


# "vowed to", "called for", "responsibility": what follows is what was said.
_OPENS_SPEECH = frozenset("to for on of about against upon responsibility".split())


@dataclass(slots=True)
class Attribution:
    """One relation of source, cue and content. Offsets into the batch text, -1 where missing.

    `relays_only`: an outlet that only passes on what others say here. `speech`: the content is what
    was said or thought; false for the object of "criticised" and the like. `embedded`: it stands in
    a noun phrase or a relative clause and says nothing of the statement as a whole.
    """

    type: str
    statement: int
    cue_start: int
    cue_end: int
    source_start: int
    source_end: int
    content_start: int
    content_end: int
    stance: str
    pattern: str
    speaker: Speaker
    relay: Speaker | None = None
    relay_start: int = -1
    relay_end: int = -1
    relays_only: bool = False
    speech: bool = True
    embedded: bool = False

    @property
    def source_kind(self) -> str | None:
        """Kind of the speaker."""
        return self.speaker.kind

    @property
    def state(self) -> str | None:
        """State the speaker speaks for."""
        return self.speaker.state

    @property
    def outlet_id(self) -> str | None:
        """Registry id of the outlet that speaks or relays."""
        spoken = self.relay or self.speaker
        return spoken.id if spoken.is_outlet else None


@dataclass(frozen=True, slots=True)
class Attributor:
    """Compiled cues and names."""

    cues: Cues
    names: Names
    registry: Registry

    @classmethod
    def load(cls, registry: Registry) -> Attributor:
        """Compile the cue table and the names of a registry."""
        return cls(Cues.load(), Names.load(registry), registry)

    def find(self, reading: Reading) -> tuple[Attribution, ...]:
        """All attributions of a batch, by (statement, position). No statements: none."""
        view = token_view(reading)
        syntax = analyse(reading, view)
        candidates: list[Candidate] = self.cues.find(view)
        relations = Finder(reading, syntax).find(candidates)
        resolver = Resolver(reading, syntax, self.names.find(reading, view), self.registry)
        found = [_attribution(relation, resolver) for relation in relations]
        return tuple(_with_relays(found))


def _attribution(relation: Relation, resolver: Resolver) -> Attribution:
    relay = resolver.relay_in(*relation.recipient)
    told = relation.recipient
    return Attribution(
        type=relation.type,
        statement=relation.statement,
        cue_start=relation.cue_start,
        cue_end=relation.cue_end,
        source_start=relation.source_start,
        source_end=relation.source_end,
        content_start=relation.content_start,
        content_end=relation.content_end,
        stance=relation.stance,
        pattern=relation.pattern,
        speaker=resolver.speaker(relation),
        embedded=relation.embedded or relation.pattern == "noun",
        speech=_is_speech(relation, resolver.syntax.text),
        relay=relay,
        relay_start=resolver.syntax.start[told[0]] if relay else -1,
        relay_end=resolver.syntax.end[told[1] - 1] if relay else -1,
    )


def _is_speech(relation: Relation, text: str) -> bool:
    if relation.pattern != "object" or relation.stance == "denies":
        return True
    last_word = text[relation.cue_start : relation.cue_end].split()[-1].lower()
    return relation.type == "direct" or last_word in _OPENS_SPEECH


def _with_relays(found: list[Attribution]) -> list[Attribution]:
    """An outlet whose content holds what someone else says is the relay of that."""
    for number, outer in enumerate(found):
        if not outer.speaker.is_outlet or outer.pattern == "quote":
            continue
        for inner in _neighbours(found, number):
            if not inner.relay and not inner.speaker.is_outlet and _holds(outer, inner):
                inner.relay = outer.speaker
                inner.relay_start, inner.relay_end = outer.source_start, outer.source_end
                outer.relays_only = True
    return found


def _neighbours(found: list[Attribution], number: int) -> list[Attribution]:
    """Other attributions of the same statement, or that the content of this one reaches."""
    outer = found[number]
    first = last = number
    while first and found[first - 1].content_end > outer.content_start and number - first < 12:
        first -= 1
    while last + 1 < len(found) and last - number < 12 and (
        found[last + 1].statement == outer.statement
        or found[last + 1].content_start < outer.content_end
    ):
        last += 1
    return found[first:number] + found[number + 1 : last + 1]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the content of one attribution holds the cue, or the quotation, of another."""
    at = inner.cue_start if inner.cue_start >= 0 else inner.content_start
    return inner.speaker.name is not None and outer.content_start <= at < outer.content_end
