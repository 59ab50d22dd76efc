"""An outlet under state control as a source or relay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.features.marker import Found, Marker
from scorer.features.reading import Reading
from scorer.features.speaker import Speaker

_GENERIC = re.compile(
    r"\b(?:state|government|party|kremlin|regime)[- ](?:run|owned|controlled|backed|funded"
    r"|affiliated|linked|aligned)\s+(?:\w+\s+){0,3}(?:media|outlets?|agency|agencies|television|tv|broadcaster"
    r"|channel|newspapers?|press|news)\b|\bstate\s+(?:news\s+)?(?:media|television|tv|broadcaster"
    r"|radio|news\s+agency)\b|\bstate\s+news\s+agenc(?:y|ies)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Found]:
    """Sources and relays of attributions that the registry, or the text, calls state media."""
    spoken = reading.attributions
    for start, end, speaker in zip(
        spoken.source_start.tolist(), spoken.source_end.tolist(), spoken.speakers, strict=True
    ):
        if start >= 0 and not speaker.is_person:
            yield from _spans(reading.text, start, end, speaker)
    for number, relay in enumerate(spoken.relays):
        if relay is not None and spoken.relay_start[number] >= 0:
            start, end = int(spoken.relay_start[number]), int(spoken.relay_end[number])
            yield from _spans(reading.text, start, end, relay)


def _spans(text: str, start: int, end: int, speaker: Speaker) -> Iterator[Found]:
    if speaker.is_outlet and speaker.kind == "state_media":
        yield Found(start, end, ":".join(filter(None, (speaker.id, speaker.state))) or None)
    elif _GENERIC.search(text, start, end):
        yield Found(start, end, speaker.state)


MARKER = Marker(
    id="state_media_source",
    category="sourcing",
    summary="An outlet under state control is the source, or passes the words on.",
    finds=(
        "Outlets that the registry lists as state controlled, captured, or owned by a party or an "
        "army, and phrases such as “state media”, where an attribution names them: “TASS "
        "reported”, “according to state media”, “told RIA Novosti”. The note gives the outlet's id "
        "and state."
    ),
    matters=(
        "State media speak for a state. A reader should see when a statement rests on them, above "
        "all when the statement is about that state."
    ),
    false_alarms=(
        "Ownership changes; the registry row says what it rests on and can be overridden.",
        "A state outlet that quotes an independent one still counts.",
    ),
    references=(
        "Dragomir and Söderström, The State of State Media (2021).",
        "State Media Monitor, typology of state and public media.",
    ),
    hits=(
        "The bridge will open in May, ⟦TASS⟧ reported on Monday.",
        "According to ⟦RIA Novosti⟧, the ferry was delayed by fog.",
        "“The harvest is in,” the minister told ⟦Xinhua⟧ on Friday.",
        "⟦Russian state media⟧ reported that the summit had been postponed.",
        "The drill ended on Sunday, according to ⟦Belarusian state media outlet BelTA⟧.",
    ),
    misses=(
        "A TASS correspondent was arrested in Oslo on Monday.",
        "The TASS building stands on Tverskoy Boulevard.",
        "Reuters reported that the ferry was delayed by fog.",
        "The BBC said it would move the programme to Sunday.",
        "The state of the media was discussed at the conference.",
        "The ministry said Sputnik was the first satellite.",
    ),
    find=find,
)
