"""Marker: two accounts that cannot both be true."""

from __future__ import annotations

from scorer.features.context import has, negated, words, words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """A verb that is denied contradicts nothing, and what is disputed must be an account."""
    if hit.kind in ("verb", "object") and negated(reading, hit, 2):
        return False
    if hit.kind == "contradict":
        return not negated(reading, hit, 2) and _sets_accounts_apart(reading, hit)
    if hit.kind != "object":
        return True
    before, after = words_before(reading, hit, 5), words_after(reading, hit, 4)
    passive = has("be_form", before[-2:]) and has("contradiction_accounts", before)
    noun = has("contradiction_determiners", before[-1:])
    return passive or (has("contradiction_accounts", after) and not noun)


def _sets_accounts_apart(reading: Reading, hit: Hit) -> bool:
    """Whether "contradict" speaks of accounts or persons, not of beliefs or moods."""
    after = words_after(reading, hit, 6)
    told = words("contradiction_accounts") | words("contradiction_told")
    if told.intersection(words_before(reading, hit, 6)) or told.intersection(after):
        return True
    named = bool(after) and reading.is_capital(hit.last)
    return named or has("contradiction_persons", after[:1])


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
        "Cheap housing is one of our biggest challenges.",
        "His taste contradicts every rule of fashion.",
    ),
    keep=_keep,
)
