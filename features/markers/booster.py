"""Marker: words that leave no room for doubt."""

from __future__ import annotations

from scorer.features.context import words
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """“Not obviously” is no booster; “no doubt” carries its own negation."""
    return hit.kind in ("nodoubt", "cannot") or reading.before(hit) not in words("negator")


MARKER = Marker(
    id="booster",
    category="hedging",
    summary="Certainty is claimed in words instead of being shown.",
    finds=(
        "Words that close a question: clearly, undoubtedly, of course, in fact, there is no doubt, "
        "make no mistake, the fact is. Words of degree (very, totally) are intensifiers and not "
        "marked here; nor is “clearly” where it says how something is seen, said or written."
    ),
    matters=(
        "Boosters present an opinion as beyond dispute and ask the reader not to look for the "
        "evidence."
    ),
    false_alarms=(
        "“Of course” and “certainly” in friendly talk or as a concession before a “but”.",
        "“In fact” that corrects an error with evidence.",
    ),
    references=(
        "Hyland 2005, Metadiscourse: Exploring Interaction in Writing",
        "Holmes 1990, Hedges and boosters in women's and men's speech",
        "Islam, Xiao and Mercer 2020, A lexicon-based approach for detecting hedges, LREC",
    ),
    hits=(
        "The plan has ⟦clearly⟧ failed.",
        "⟦Of course⟧ the bank knew.",
        "She is ⟦undoubtedly⟧ the stronger candidate.",
        "⟦There is no doubt⟧ that they lied.",
        "⟦Make no mistake⟧: this tax will come.",
        "He had, ⟦in fact⟧, never signed.",
        "⟦The fact is⟧ that nobody checked.",
        "⟦It is obvious⟧ that the price will rise.",
        "⟦Needless to say⟧, the money is gone.",
        "⟦Everyone knows⟧ who gave the order.",
    ),
    misses=(
        "The label must be clearly marked.",
        "She spoke slowly and clearly.",
        "The ship changed course.",
        "It all happened as a matter of course.",
        "It is not clear who gave the order.",
        "In the course of the talks he fell asleep.",
        "They found him guilty beyond a reasonable doubt.",
    ),
    keep=_keep,
)
