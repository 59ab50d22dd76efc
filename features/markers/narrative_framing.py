"""Marker: what is said is described as a story told for a purpose."""

from __future__ import annotations

from scorer.features.context import says_any, words
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """“Narrative” of a book or a film is the plain literary word."""
    if hit.kind == "narrative":
        if reading.after(hit) in words("framing_form"):
            return False
        personal = reading.before(hit) in words("framing_personal")
        return not (personal or says_any(reading, hit, words("framing_fiction")))
    return True


MARKER = Marker(
    id="narrative_framing",
    category="stance",
    summary="Statements are called a narrative, a line or propaganda.",
    finds=(
        "Words that speak about the telling instead of the thing told: pushed the narrative, "
        "propaganda line, talking point, party line, mouthpiece, disinformation, version of "
        "events, framed as. The narrative of a novel or a film is left out."
    ),
    matters=(
        "It tells the reader that a message has a purpose. It can be sober media criticism, or a "
        "way to wave off what the other side says without an answer."
    ),
    false_alarms=(
        "“Propaganda” in the name of an office or in a history of the subject.",
        "“Talking points” for prepared notes.",
    ),
    references=(
        "Entman 1993, Framing: toward clarification of a fractured paradigm",
        "Jowett and O'Donnell 2018, Propaganda and Persuasion",
    ),
    hits=(
        "The channel ⟦pushed the narrative⟧ that the city had fallen.",
        "It was the ⟦propaganda line⟧ of the day.",
        "The deputy repeated the party's ⟦talking points⟧.",
        "He follows the ⟦party line⟧.",
        "The paper is a ⟦mouthpiece⟧ of the junta.",
        "Nobody believed the army's ⟦version of events⟧.",
        "The site spreads ⟦disinformation⟧ about the vote.",
        "A ⟦false narrative⟧ has taken hold.",
    ),
    misses=(
        "The novel has a simple narrative.",
        "The film's narrative structure is loose.",
        "He stood in line at the party.",
        "The story ran on page two.",
        "The bus line ends at the harbour.",
        "She told the story of her life.",
        "He crossed party lines to vote for it.",
        "The ministry of propaganda was founded in 1933.",
    ),
    keep=_keep,
)
