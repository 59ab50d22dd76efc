"""Marker: slogans."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="slogan",
    category="persuasion",
    summary="A short, striking phrase that is repeated by a campaign or a movement.",
    finds=(
        "Known slogans of parties, movements and wars (make America great again, take back "
        "control, no justice no peace, death to America, glory to the heroes), some as one-word "
        "hashtags. The name of a movement (the Black Lives Matter movement) is left out. A slogan "
        "that is not in the list is not found."
    ),
    matters="A slogan closes a debate with a formula that needs no argument.",
    false_alarms=(
        "A slogan that is reported as such (the crowd chanted …): see the voice of the span.",
        "Common words that are also a slogan (enough is enough).",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3",
        "Denton 1980, The rhetorical functions of slogans, Communication Quarterly",
    ),
    hits=(
        "⟦Make America Great Again⟧, he wrote.",
        "The crowd chanted “⟦Lock her up⟧”.",
        "It is time to ⟦take back control⟧.",
        "⟦Drain the swamp⟧, they say.",
        "⟦Enough is enough⟧.",
        "“⟦Death to America⟧,” the men shouted.",
        "They promise to ⟦build back better⟧.",
        "⟦From the river to the⟧ sea, read the sign.",
        "He tweeted #⟦StopTheSteal⟧ again.",
    ),
    misses=(
        "The Black Lives Matter movement was founded in 2013.",
        "A MAGA hat lay on the table.",
        "Workers drained the swamp near the airport.",
        "The company wants to build a wall of glass.",
        "The pilots regained control of the plane.",
        "A Stop the Steal rally was held in the park.",
        "He never surrendered his passport.",
        "The Stop the War coalition met on Sunday.",
        "Police could not take back the weapons.",
        "She said she can.",
    ),
    techniques=("Slogans",),
)
