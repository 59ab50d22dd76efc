"""Marker: told, but by nobody in particular."""

from __future__ import annotations

from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading

_CLAUSE = frozenset(
    "that he she they it the there we a an this his her some many these those its".split()
)
_SPREADING = frozenset(
    "swirl swirls swirled swirling circulate circulated circulating spread spreads that about of "
    "have has had flew fly persisted abound abounded emerged surfaced".split()
)


def _keep(reading: Reading, hit: Hit) -> bool:
    if hit.kind == "it":
        following = reading.after(hit)
        return following in _CLAUSE or (bool(following) and reading.is_capital(hit.last))
    if hit.kind == "wordis":
        return reading.after(hit) in _CLAUSE or reading.word(hit.last - 1) == "that"
    return True


MARKER = Marker(
    id="hearsay",
    category="hedging",
    summary="The writer passes on what he was told, without saying by whom.",
    finds=(
        "Words that mark a statement as second-hand: reportedly, rumoured, is said to, it was "
        "reported that, rumour has it. Who said it stays open. A report with an agent (“reported "
        "by the agency”) is attribution and is left out."
    ),
    matters=(
        "The statement is neither the writer's own knowledge nor anybody's who could be asked."
    ),
    false_alarms=(
        "“Reportedly” where the report is named in the sentence before.",
        "A rumour that the article itself takes apart.",
    ),
    references=(
        "Chafe 1986, Evidentiality in English conversation and academic writing",
        "Aikhenvald 2004, Evidentiality",
        "The Guardian and Observer Style Guide, entry on reportedly",
    ),
    hits=(
        "The actor ⟦reportedly⟧ left the set in tears.",
        "The palace ⟦is rumoured to⟧ be for sale.",
        "He ⟦is said⟧ to own three mines.",
        "⟦It was reported⟧ that the bank would close.",
        "⟦Rumours⟧ of a coup spread in the capital.",
        "⟦Rumour has it⟧ that she will resign.",
        "The painting, ⟦said to be⟧ by a pupil, was sold.",
        "The two men ⟦are understood to⟧ have met twice.",
    ),
    misses=(
        "He was told to leave.",
        "The fire was reported by a neighbour.",
        "It was reported in the Herald on Sunday.",
        "That is to say, the vote was lost.",
        "She said to reporters that she was tired.",
        "Officials reported 40 new cases.",
    ),
    keep=_keep,
)
