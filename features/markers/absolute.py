"""Marker: words that leave no exception."""

from __future__ import annotations

from scorer.features.context import words
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """“Never” before a simple past reports a fact: “he never returned”."""
    if hit.kind != "never" or reading.word(hit.last - 1) != "never":
        return True
    if reading.before(hit) in words("absolute_auxiliaries"):
        return True
    after = reading.after(hit)
    return after not in words("absolute_past") and not (len(after) > 4 and after.endswith("ed"))


MARKER = Marker(
    id="absolute",
    category="style",
    summary="Words that claim something of all cases, or of none.",
    finds=(
        "Always, never, everyone, nobody, all of them, every single, without exception, totally, "
        "completely, entirely, not a single, at all costs. Set phrases with another meaning are "
        "left out: never mind, always-on, as always, not always. “Never” before a simple past (he "
        "never returned) reports a fact and is left out too."
    ),
    matters=(
        "Few things hold without exception. Absolutes make a claim sound stronger than any source "
        "could show, and they are easy to check for."
    ),
    false_alarms=(
        "A plain fact that has no exception (the bill has never become law).",
        "Everyone in a closed group named earlier in the text.",
        "Completely or totally of a physical state (the house was completely destroyed).",
    ),
    references=(
        "Quirk et al. 1985, A Comprehensive Grammar of the English Language (maximizers)",
        "Pomerantz 1986, Extreme case formulations: a way of legitimizing claims, Human Studies",
        "Islam, Xiao and Mercer 2020, A lexicon-based approach for detecting hedges, LREC",
    ),
    hits=(
        "They ⟦always⟧ lie to voters.",
        "The government has ⟦never⟧ told the truth.",
        "⟦Everyone⟧ can see what is going on.",
        "⟦Nobody⟧ came to his defence.",
        "⟦All of them⟧ took the money.",
        "The plan is ⟦totally⟧ useless.",
        "It was ⟦completely⟧ false.",
        "They betrayed us ⟦without exception⟧.",
        "⟦Every single⟧ promise was broken.",
        "There is ⟦not a single⟧ honest man in the cabinet.",
        "We must win ⟦at all costs⟧.",
        "He shows no shame ⟦whatsoever⟧.",
        "The media are ⟦invariably⟧ on their side.",
    ),
    misses=(
        "Never mind the rain, the match went on.",
        "The phone has an always-on display.",
        "He did not eat at all on Monday.",
        "As always, the shop opens at nine.",
        "The cause is not always known.",
        "It is not completely clear who fired first.",
        "Firefighters evacuated everyone aboard.",
        "After all, the vote is in May.",
        "The company bought all shares.",
        "The water contained traces of forever chemicals.",
        "He almost never spoke in public.",
        "No one was injured in the crash.",
        "The unit is a wholly owned subsidiary.",
        "He never returned to the village.",
    ),
    keep=_keep,
)
