"""Marker: things made bigger than they are."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="exaggeration",
    category="persuasion",
    summary="Something is made out to be far bigger, better or worse than it can be.",
    finds=(
        "Scale (of biblical proportions, astronomical, never-ending, countless), comparison with "
        "all of history (worse than Hitler, the world has ever seen, since time immemorial), total "
        "ruin (utter devastation, all hell broke loose) and praise beyond measure (walks on water, "
        "saved the republic)."
    ),
    matters=(
        "Exaggeration replaces measure with size. It is easy to see once it is marked, and it is "
        "often the whole of the evidence offered."
    ),
    false_alarms=(
        "A real record in the same words (the deadliest storm in living memory).",
        "Astronomy, geology and sport, where some of these words are literal.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3",
        "Claridge 2011, Hyperbole in English",
    ),
    hits=(
        "It was a failure ⟦of biblical proportions⟧.",
        "This scandal is ⟦bigger than Watergate⟧.",
        "Prices are ⟦sky-high⟧ and the cost is ⟦astronomical⟧.",
        "The ⟦endless⟧ lies must stop.",
        "⟦The whole world⟧ is watching.",
        "A ⟦tsunami of⟧ hate swept the city.",
        "The policy is ⟦nothing short of⟧ treason.",
        "He left behind ⟦utter devastation⟧, wrote the columnist.",
        "It is ⟦mind-boggling⟧ and ⟦beyond belief⟧.",
        "⟦Countless⟧ lives were ruined by the tax.",
    ),
    misses=(
        "The tsunami hit the coast at dawn.",
        "The astronomical society meets on Friday.",
        "The 6.1 magnitude earthquake shook the capital.",
        "The largest storm of the year passed north.",
        "The endless summer tour ends in May.",
        "An avalanche of snow blocked the pass.",
        "He scored the winning goal in the last minute.",
        "Exports rose by 12 percent.",
        "The film tells the story of the Titanic.",
        "Pilots train for non-stop flights.",
    ),
    techniques=("Exaggeration,Minimisation", "Exaggeration-Minimisation"),
)
