"""Marker: cues by which the narrator keeps a distance from what is said."""

from __future__ import annotations

from scorer.features.context import (
    has,
    opens_clause,
    phrase_after,
    says_any,
    words,
    words_after,
    words_before,
)
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    if hit.kind in ("claim", "claimthat"):
        return _doubts_claim(reading, hit)
    if hit.kind == "insist":
        after = words_after(reading, hit, 2)
        return after[:1] not in (["on"], ["upon"]) or has("doubting_days", after)
    if hit.kind == "spread":
        return has("doubting_lies", phrase_after(reading, hit, 4))
    if hit.kind == "nounthat":
        return not has("doubting_insurance", words_before(reading, hit, 3))
    return True


def _doubts_claim(reading: Reading, hit: Hit) -> bool:
    """“Claim” as a verb of saying, or as the narrator's name for what somebody said."""
    if says_any(reading, hit, words("doubting_insurance")):
        return False
    if hit.kind == "claimthat":
        return True
    return _is_verb(reading, hit) and not _takes(reading, hit)


def _is_verb(reading: Reading, hit: Hit) -> bool:
    """Whether “claim” is a verb here, as far as the words on both sides tell."""
    word, before = reading.word(hit.last - 1), reading.before(hit)
    if word in ("claimed", "claiming"):
        return reading.after(hit) != "by" and before != "the"
    if before in words("doubting_subjects"):
        return True
    if reading.after(hit) in words("doubting_noun_next"):
        return False
    if word == "claim":  # officials claim; not: an anonymous claim
        return before.endswith("s") and len(before) > 3 and not before.endswith("ous")
    return _states(reading, hit, before)


def _takes(reading: Reading, hit: Hit) -> bool:
    """Whether something is claimed as one's own: responsibility, a prize, lives."""
    after = words_after(reading, hit, 5)
    attacks = [k for k, word in enumerate(after[:3]) if word in words("doubting_attacks")]
    if attacks:  # "claimed the attack", but not "claimed the attack was staged"
        return not has("doubting_auxiliaries", after[attacks[0] + 1 :][:1])
    return has("doubting_taken", after) or has("doubting_prizes", after[:2])


def _states(reading: Reading, hit: Hit, before: str) -> bool:
    """Whether “claims” has a name before it or a clause after it."""
    if not before or before in words("doubting_false"):
        return False
    if reading.is_capital(hit.first - 1) and not reading.is_capital(hit.first):
        return True
    return not before.endswith("s") and (reading.after(hit) == "to" or opens_clause(reading, hit))


MARKER = Marker(
    id="doubting_cue",
    category="stance",
    summary="The narrator keeps a distance from what somebody says.",
    finds=(
        "Cues that leave the truth of the content with the speaker: claimed, insisted, touted, "
        "so-called, doubled down, tried to suggest, the claim that. “Alleged” is a hedge and never "
        "counted here; claiming responsibility, benefits, lives or a prize is not a claim about "
        "the world, and insisting on something is a demand."
    ),
    matters=(
        "The choice of the cue is a comment: “said” leaves the reader free, “claimed” tells him "
        "to doubt. Used for one side only it is a sign of bias."
    ),
    false_alarms=(
        "“Claim” as a plain synonym of “say”, as in much British and Indian English.",
        "“So-called” that only introduces a technical term.",
    ),
    references=(
        "Caldas-Coulthard 1994, On reporting reporting",
        "The Guardian and Observer Style Guide, entry on claim",
        "Reuters Handbook of Journalism, entry on claim",
        "Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, Linguistic models, ACL",
    ),
    hits=(
        "The minister ⟦claimed⟧ the roads were safe.",
        "He ⟦insisted⟧ that he had paid.",
        "The firm ⟦claims⟧ its pill cures baldness.",
        "The army ⟦claimed⟧ the attack was staged.",
        "The firm ⟦touted⟧ the cream as a cure.",
        "The ⟦so-called⟧ reformers sold the harbour.",
        "She ⟦doubled down⟧ when asked again.",
        "The general has ⟦tried to suggest⟧ that the enemy fired first.",
        "He justified the raid ⟦by claiming⟧ that arms were hidden there.",
        "The ⟦claim that⟧ the well was poisoned spread fast.",
        "They ⟦claim⟧ to have found gold.",
    ),
    misses=(
        "The group claimed responsibility for the attack.",
        "Insurance claims rose after the storm.",
        "The alleged thief appeared in court.",
        "Prosecutors alleged that he took the money.",
        "The flood claimed 14 lives.",
        "She claimed benefits for two years.",
        "He insisted on a window seat.",
        "The town was so called because of its three wells.",
        "He was supposed to call at noon.",
        "The so-called Islamic State claimed the attack.",
        "No group has claimed responsibility.",
        "He filed a claim against the airline.",
        "The union claims court is in the old town hall.",
    ),
    keep=_keep,
)
