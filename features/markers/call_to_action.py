"""Marker: the reader is told to do something."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="call_to_action",
    category="persuasion",
    summary="The reader is called on to act, share, vote, give or fight.",
    finds=(
        "Share this, sign the petition, call your senator, vote them out, boycott, rise up, we "
        "must stop, let's fight, it is time to end, stand with, donate now, wake up. Orders count "
        "at the start of a statement or after please, must, should."
    ),
    matters=(
        "A report ends with what happened; agitation ends with what you must do. Calls to action "
        "are a strong sign of campaign text."
    ),
    false_alarms=(
        "Newsletter and donation boxes of news sites.",
        "Service texts that tell readers how to vote or apply.",
    ),
    references=(
        "Searle 1976, A classification of illocutionary acts (directives)",
        "Jowett and O'Donnell 2018, Propaganda and Persuasion",
        "King, Schneer and White 2017, How the news media activate public expression, Science",
    ),
    hits=(
        "⟦Sign the petition⟧ today.",
        "⟦Call your senator⟧ and say no.",
        "It is up to you to ⟦share this story⟧ with everyone.",
        "⟦We must stop⟧ this madness.",
        "⟦Don’t let them⟧ win.",
        "⟦It is time to⟧ end the war.",
        "⟦Stand with Ukraine⟧.",
        "Please ⟦donate today⟧.",
        "⟦Vote them out⟧ in November.",
        "⟦Enough is enough⟧.",
    ),
    misses=(
        "The committee met on Tuesday.",
        "He signed the contract in May.",
        "They will share this year's prize.",
        "The senator called the mayor.",
        "Voters stood in line for hours.",
        "Prices rise up to ten percent.",
        "The time to ship is two days.",
        "The union was asked about the boycott of 1980.",
        "He did not stop at the light.",
        "She joined us for dinner.",
    ),
)
