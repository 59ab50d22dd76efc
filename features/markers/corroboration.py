"""Marker: somebody else, or a document, backs a claim."""

from __future__ import annotations

from scorer.features.context import negated, words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading

_OWN = frozenset("himself herself itself themselves his her its their our my".split())
_SELF = frozenset({"we", "our", "i", "my"})
_NOT_YET = frozenset(
    "to if whether unless until would will could should may might can must yet when refused "
    "declined seek sought seeking await awaits awaiting awaited pending ask asked require "
    "requires need needs lack lacks lacked any little demand demanded".split()
)
_CLAIMS = frozenset(
    "claim claims account accounts allegation allegations accusation accusations report reports "
    "story stories version statement statements testimony authenticity veracity assertion "
    "assertions suspicion suspicions rumor rumors rumour rumours details contention".split()
)
_WITNESSES = frozenset(
    "document documents record records footage video videos photo photos photograph photographs "
    "image images email emails data test tests evidence transcript transcripts recording recordings "
    "memo memos analysis investigation investigators audit autopsy dna witness witnesses "
    "eyewitness eyewitnesses neighbor neighbors neighbour neighbours sources source".split()
)
_RAISING = frozenset("appear appears appeared seem seems seemed help helps helped able".split())


def _keep(reading: Reading, hit: Hit) -> bool:
    """Not denied, not only possible, and not by the claimant about his own claim."""
    if negated(reading, hit, 4):
        return False
    before = words_before(reading, hit, 3)
    if not _RAISING.intersection(before) and _NOT_YET.intersection(before[-2:]):
        return False
    if hit.kind == "passive" and reading.after(hit) in _OWN:
        return False
    if hit.kind in ("verb", "backs", "seen") and not _has_parties(reading, hit):
        return False
    own = _SELF.intersection(words_before(reading, hit, 8) + words_after(reading, hit, 4))
    return not (own and reading.in_quotes(int(reading.token_start[hit.first])))


def _has_parties(reading: Reading, hit: Hit) -> bool:
    """Whether a claim is what is backed, or a witness or a document is what backs it."""
    if hit.kind == "seen":
        return bool(_WITNESSES.intersection(words_before(reading, hit, 3)))
    if _CLAIMS.intersection(words_after(reading, hit, 4)):
        return True
    return hit.kind == "verb" and bool(_WITNESSES.intersection(words_before(reading, hit, 3)))


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
        "The blast was ⟦later confirmed by⟧ two local hospitals.",
        "Her account was ⟦corroborated by⟧ a neighbour.",
        "The agency ⟦independently verified⟧ the footage.",
        "Two ⟦letters seen by⟧ the paper name the firm.",
        "The claim is ⟦supported by documents⟧ from the land office.",
        "Neighbours ⟦backed up⟧ his story.",
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
    ),
    keep=_keep,
)
