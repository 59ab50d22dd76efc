"""Marker: told, but by nobody in particular."""

from __future__ import annotations

from scorer.features.context import has, opens_clause
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """“It was reported in the Herald” names a place, “it was reported that” does not."""
    if hit.kind == "saidto":  # "is said to own", not "was said to the king"
        person = reading.is_capital(hit.last + 1)
        return not (person or has("clause_start", [reading.after(hit, 2)]))
    if hit.kind in ("it", "heard", "wordis"):
        return opens_clause(reading, hit)
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
        "Nothing was said to the king.",
        "The forms were reported to the police.",
    ),
    keep=_keep,
)
