"""Marker: two accounts that cannot both be true."""

from __future__ import annotations

from scorer.features.context import negated, words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


_ACCOUNTS = frozenset(
    "accuracy veracity claim claims assertion assertions allegation allegations account accounts "
    "characterization characterisation narrative premise version notion suggestion suggestions "
    "contention contentions statement statements testimony theory story credibility description "
    "conclusion conclusions finding findings accusation accusations explanation depiction portrayal "
    "reporting authenticity".split()
)
_BE = frozenset("is are was were be been being".split())
_DETERMINERS = frozenset("the a an this that any no in under into labor labour trade".split())


def _keep(reading: Reading, hit: Hit) -> bool:
    """A verb that is denied contradicts nothing, and what is disputed must be an account."""
    if hit.kind in ("verb", "object") and negated(reading, hit, 2):
        return False
    if hit.kind != "object":
        return True
    before, after = words_before(reading, hit, 5), words_after(reading, hit, 4)
    passive = _BE.intersection(before[-2:]) and _ACCOUNTS.intersection(before)
    noun = _DETERMINERS.intersection(before[-1:])
    return bool(passive or (_ACCOUNTS.intersection(after) and not noun))


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
        "The crew ⟦disputes⟧ the claim that the ship was warned.",
        "Witnesses gave ⟦conflicting accounts⟧ of the shooting.",
        "The letter ⟦flies in the face of⟧ his testimony.",
        "⟦Contrary to his claim⟧, the road was open.",
        "He stood by the story despite ⟦evidence to the contrary⟧.",
        "The photographs ⟦undermine⟧ the claim that nobody was there.",
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
