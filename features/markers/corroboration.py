"""Marker: somebody else, or a document, backs a claim."""

from __future__ import annotations

from scorer.features.context import has, negated, words, words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """Not denied, not only possible, and not by the claimant about his own claim."""
    if negated(reading, hit, 5) or has("corroboration_none", words_before(reading, hit, 6)):
        return False
    before = words_before(reading, hit, 3)
    if not has("corroboration_raising", before) and has("corroboration_not_yet", before):
        return False
    if hit.kind == "passive" and reading.after(hit) in words("corroboration_own"):
        return False
    if hit.kind in ("verb", "backs", "seen", "evidenceby") and not _has_parties(reading, hit):
        return False
    quoted = reading.in_quotes(int(reading.token_start[hit.first]))
    around = words_before(reading, hit, 8) + words_after(reading, hit, 4)
    return not (quoted and has("corroboration_self", around))


def _has_parties(reading: Reading, hit: Hit) -> bool:
    """Whether a claim is what is backed, or a witness or a document is what backs it."""
    if hit.kind == "seen":
        return has("corroboration_witnesses", words_before(reading, hit, 3))
    after = words_after(reading, hit, 4)
    if hit.kind == "evidenceby":
        return has("corroboration_witnesses", after)
    if has("corroboration_claims", after):
        # "confirmed his statement" may be the claimant's own word
        confirms = reading.word(hit.first).startswith("confirm")
        return not (confirms and has("corroboration_own", after[:1]))
    if hit.kind != "verb" or "," in reading.gap(hit.first):
        return False
    return has("corroboration_witnesses", words_before(reading, hit, 2))


MARKER = Marker(
    id="corroboration",
    category="sourcing",
    summary="A claim is backed by somebody other than the one who made it.",
    finds=(
        "Confirmation, verification and documents from anyone but the claimant: confirmed by, "
        "independently verified, corroborated, backed up by records, documents seen by, consistent "
        "with the account. A confirmation that is denied, only possible or still to come is none, "
        "and so is a speaker's praise of his own data."
    ),
    matters="A claim that a second, independent party backs deserves more trust.",
    false_alarms=(
        "The second party may depend on the first (an ally, an office of the same state).",
        "“Confirmed the report” said by the very person the report came from.",
    ),
    references=(
        "Kovach and Rosenstiel 2014, The Elements of Journalism",
        "BBC Editorial Guidelines, section 3: Accuracy",
        "Silverman (ed.) 2014, Verification Handbook",
    ),
    hits=(
        "The blast was later ⟦confirmed by⟧ two local hospitals.",
        "Her account was ⟦corroborated by⟧ a neighbour.",
        "The agency ⟦independently verified⟧ the footage.",
        "Two ⟦letters seen by⟧ the paper name the firm.",
        "The claim is ⟦supported by⟧ documents from the land office.",
        "Neighbours ⟦backed up⟧ his story.",
        "Two witnesses ⟦confirmed⟧ the account.",
        "The dates are ⟦consistent with the testimony⟧ of the crew.",
    ),
    misses=(
        "The claim could not be independently verified.",
        "The report has not been confirmed by the ministry.",
        "The judge was confirmed by the Senate in May.",
        "Health officials recorded 40 confirmed cases.",
        "The claim was confirmed by his own lawyer.",
        "“Our data confirm the account,” the minister said of his own claim.",
        "The party is backed by the unions.",
        "They refused to confirm the report.",
        "Authorities have confirmed 12 deaths.",
        "If the report is confirmed by the lab, the plant will close.",
    ),
    keep=_keep,
)
