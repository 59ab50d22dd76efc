"""Marker: two accounts that cannot both be true."""

from __future__ import annotations

from scorer.features.context import negated
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """A verb that is denied contradicts nothing."""
    return not (hit.kind == "verb" and negated(reading, hit, 2))


MARKER = Marker(
    id="contradiction",
    category="sourcing",
    summary="An account, a document or a person speaks against a claim.",
    finds=(
        "Words that set one account against another: contradicts, at odds with the evidence, "
        "disputes the claim, conflicting accounts, contrary to what he said. The two sides must be "
        "statements or facts: a disputed region or a quarrel between persons is not marked."
    ),
    matters=(
        "The statement that is contradicted is not settled, and the article tells the reader so."
    ),
    false_alarms=(
        "“Contradictory” about a character or a policy next to a word such as statement.",
    ),
    references=(
        "de Marneffe, Rafferty and Manning 2008, Finding contradictions in text, ACL",
        "BBC Editorial Guidelines, section 4: Impartiality",
    ),
    hits=(
        "His remarks ⟦contradict⟧ the minister's account.",
        "The figures are ⟦at odds with⟧ the official statement.",
        "The crew ⟦disputes the claim⟧ that the ship was warned.",
        "Witnesses gave ⟦conflicting accounts⟧ of the shooting.",
        "The letter ⟦flies in the face of⟧ his testimony.",
        "⟦Contrary to his claim⟧, the road was open.",
        "He stood by the story despite ⟦evidence to the contrary⟧.",
        "The photographs ⟦undermine the claim⟧ that nobody was there.",
    ),
    misses=(
        "The two countries fought over the disputed territory.",
        "The labour dispute ended in March.",
        "She is at odds with her brother.",
        "The new report does not contradict the first.",
        "He lost the disputed election.",
        "The contest was undisputed.",
    ),
    keep=_keep,
)
