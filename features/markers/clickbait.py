"""Marker: headlines that bait."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="clickbait",
    category="style",
    summary="Wording that teases the reader to click instead of telling what happened.",
    finds=(
        "You won't believe, what happened next, one weird trick, will blow your mind, goes viral, "
        "must-see, the internet loses its mind, the shocking truth, here's why (at the start), "
        "number seven will shock you, breaks his silence, click here."
    ),
    matters=(
        "A teaser holds back the news to sell it. It marks text written for clicks, where accuracy "
        "comes second."
    ),
    false_alarms=(
        "Explainers with a “here's what we know” headline.",
        "Reports about viral posts (the video went viral).",
    ),
    references=(
        "Chakraborty et al. 2016, Stop clickbait, ASONAM",
        "Potthast et al. 2016, Clickbait detection, ECIR",
        "Blom and Hansen 2015, Click bait: forward-reference as lure, Journal of Pragmatics",
    ),
    hits=(
        "⟦You won’t believe what⟧ he said.",
        "She opened the box, and ⟦what happened next⟧ left us in tears.",
        "⟦This one trick⟧ can save you money.",
        "The answer ⟦will blow your mind⟧.",
        "⟦Here’s why⟧ everyone is leaving the city.",
        "Ten ⟦things you⟧ should never eat.",
        "The photo that ⟦broke the internet⟧.",
        "The ⟦shocking truth⟧ about your bank.",
        "It is a ⟦must-see video⟧.",
        "His ⟦jaw-dropping⟧ reply.",
    ),
    misses=(
        "He said what happened was an accident.",
        "The trick was shown on stage.",
        "Ten things were stolen from the house.",
        "The minister will not believe the report.",
        "The jury heard what happened next door.",
        "Police released video of the crash.",
        "The viral infection spread in March.",
        "Internet access broke down for an hour.",
        "The reason why the engine failed is unknown.",
        "Seven people died and 12 were injured.",
    ),
)
