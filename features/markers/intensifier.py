"""Marker: words that turn up the degree."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="intensifier",
    category="style",
    summary="Words that only turn up the degree of another word.",
    finds=(
        "Boosters (very, extremely, incredibly, far too, so utterly) and emphatics (absolutely, "
        "utterly, sheer, pure evil, a total disaster, downright, literally). Measured senses are "
        "left out: highly enriched, absolute majority, seriously injured, sheer cliffs."
    ),
    matters=(
        "Degree words add force, not information. Dense intensifiers are a mark of opinion and of "
        "sales talk."
    ),
    false_alarms=(
        "Plain degree in speech that is quoted word for word.",
        "Scientific prose where the degree has been measured (significantly, vastly larger).",
    ),
    references=(
        "Quirk et al. 1985, A Comprehensive Grammar of the English Language (amplifiers)",
        "Biber et al. 1999, Longman Grammar of Spoken and Written English",
        "Islam, Xiao and Mercer 2020, A lexicon-based approach for detecting hedges, LREC",
    ),
    hits=(
        "The deal is ⟦very⟧ bad.",
        "It was an ⟦extremely⟧ foolish thing to say.",
        "The speech was ⟦incredibly⟧ dull.",
        "That is ⟦absolutely⟧ false.",
        "This is ⟦utterly⟧ unfair.",
        "The ⟦sheer⟧ cheek of it stunned the room.",
        "The rollout was a ⟦total⟧ failure.",
        "They are ⟦far too⟧ weak to win.",
        "His answer was ⟦downright⟧ rude.",
        "The tour was ⟦literally⟧ a flop.",
        "The vote was ⟦so utterly⟧ pointless.",
        "Prices are ⟦insanely⟧ high.",
    ),
    misses=(
        "The very man they wanted walked in.",
        "Iran holds 60 kg of highly enriched uranium.",
        "The party lost its absolute majority.",
        "Two men were seriously injured.",
        "The total cost is 4 million euros.",
        "Sheer cliffs rise from the sea.",
        "He did not utter a word.",
        "Do you really want to delete the file?",
        "The complete works fill twelve volumes.",
        "Oxygen is highly flammable in this form, the label says.",
        "The name literally means new town.",
    ),
)
