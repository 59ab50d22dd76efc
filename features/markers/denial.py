"""Marker: somebody says that a claim about him is not true."""

from __future__ import annotations

from scorer.features.context import has, words, words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    if hit.kind == "deny":
        return _denies(reading, hit)
    if hit.kind in ("object", "as", "falsity"):
        return _rejects(reading, hit)
    if hit.kind == "noun":
        return not _is_refusal(words_before(reading, hit, 2), words_after(reading, hit, 3))
    return not has("denial_not", words_before(reading, hit, 3))


def _denies(reading: Reading, hit: Hit) -> bool:
    """Whether the verb means "say that it is not so" rather than "withhold"."""
    before, after = words_before(reading, hit, 4), words_after(reading, hit, 6)
    if has("denial_not", before[-3:]) or "confirm" in before or "confirmed" in before:
        return False
    if before[-1:] == ["to"] and has("denial_unable", before):
        return False
    if reading.word(hit.first) == "denied" and has("be_form", before[-2:]):
        return after[:1] != ["a"] and has("denial_claims", words_before(reading, hit, 8))
    return not (has("denial_adjective", before[-1:]) or _withholds(reading, hit, after))


def _withholds(reading: Reading, hit: Hit, after: list[str]) -> bool:
    """Whether somebody is refused something: him a visa, Trump the nomination."""
    named = bool(after) and reading.is_capital(hit.last) and after[1:2] in (["the"], ["a"])
    return named or has("denial_persons", after[:1]) or has("denial_withheld", after)


def _is_refusal(before: list[str], after: list[str]) -> bool:
    """Whether the noun means a refusal or a state of mind."""
    withheld = after[:1] == ["of"] and has("denial_withheld", after)
    return withheld or after[:1] == ["stage"] or has("denial_denialism", before)


def _rejects(reading: Reading, hit: Hit) -> bool:
    """Whether what is rejected, or called false, is a claim."""
    before, after = words_before(reading, hit, 8), words_after(reading, hit, 6)
    if has("denial_not", before[-2:]):
        return False
    if hit.kind == "as":
        return has("denial_false", after)
    if hit.kind == "falsity":
        calls = [k for k, word in enumerate(before) if word in words("denial_calls")]
        return bool(calls) and has("denial_rejected", before[calls[0] :])
    if has("denial_courts", before + after):  # a court decides, it does not deny
        return False
    passive = has("be_form", before[-2:]) and has("denial_rejected", before)
    return passive or has("denial_rejected", after)


MARKER = Marker(
    id="denial",
    category="sourcing",
    summary="Somebody says that an accusation or a report is not true.",
    finds=(
        "Denials and rejections of claims: denied, refuted, rejected the allegation, dismissed the "
        "reports as, called the accusation false, maintained his innocence. To deny somebody "
        "something (entry, bail, a visa), to reject an offer or to dismiss a case is not a denial, "
        "nor is “did not deny”."
    ),
    matters=(
        "It shows that the accused was heard, and that what is claimed is in dispute between "
        "two sides."
    ),
    false_alarms=(
        "“Denied” with an object that the list of withheld goods does not know.",
        "“Refuted” where the writer means that the claim was disproved.",
    ),
    references=(
        "Thompson and Ye 1991, Evaluation in the reporting verbs used in academic papers",
        "IPSO, Editors' Code of Practice, clause 1: Accuracy",
        "Reuters Handbook of Journalism",
    ),
    hits=(
        "Ukraine ⟦denied⟧ any part in the attack.",
        "The mayor has repeatedly ⟦denied⟧ taking money.",
        "The ministry ⟦rejected the allegation⟧.",
        "He ⟦dismissed the reports as⟧ rumours.",
        "The embassy called the accusation ⟦baseless⟧.",
        "She ⟦maintained her innocence⟧ to the end.",
        "The firm issued a ⟦denial⟧ on Friday.",
        "The allegation was ⟦denied⟧ by both brothers.",
        "He ⟦pleaded not guilty⟧ on Monday.",
        "Beijing ⟦rejected⟧ Western allegations of abuse.",
    ),
    misses=(
        "The minister did not deny the report.",
        "He was denied entry at the border.",
        "The judge denied the motion.",
        "They denied him a visa.",
        "The union rejected the offer.",
        "Nobody denies that the winter was hard.",
        "The palace would neither confirm nor deny it.",
        "The country is in denial about its debts.",
        "The case was dismissed.",
        "Her claims were dismissed by the court.",
        "The convention may deny Moran the nomination.",
    ),
    keep=_keep,
)
