"""Marker: a claim is said to lack evidence."""

from __future__ import annotations

from scorer.features.context import has, negated, says_any, words, words_before, words_in
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """Phrases that are also said of findings need a claim in the same statement."""
    if hit.kind == "adjective":
        return not negated(reading, hit, 3)
    if hit.kind == "independently" and "independently" in words_in(reading, hit):
        return True
    if hit.kind == "negated" and not has("unsubstantiated_none", words_before(reading, hit, 8)):
        return False
    if hit.kind == "testify" and reading.after(hit) in words("unsubstantiated_court"):
        # "gave no evidence at the trial" means that somebody did not testify
        return not has("unsubstantiated_gives", words_in(reading, hit))
    needed = _needed(reading, hit)
    return not needed or says_any(reading, hit, words(needed))


def _needed(reading: Reading, hit: Hit) -> str:
    """The set that the statement must have a word of, "" for none."""
    if hit.kind in ("claim", "independently", "negated"):
        return "claim_wide"
    finding = hit.kind == "finding" and reading.after(hit) in ("of", "for")
    return "claim_core" if finding or hit.kind == "strict" else ""


MARKER = Marker(
    id="unsubstantiated_claim",
    category="sourcing",
    summary="A claim or allegation is said to lack evidence.",
    finds=(
        "Words that say of a claim, an allegation or a report that no evidence was given, that it "
        "could not be verified, or that it was shown to be wrong: without evidence, baseless, "
        "unfounded, unverified, debunked, no proof. A finding that nothing was there is not one: "
        "the statement must speak of a claim, or of someone who gives no evidence for what he says."
    ),
    matters=(
        "It lowers the trust that the reader can put in the claim. In the narrator's voice it is "
        "good practice and no fault of the article: it says something about the one who claims."
    ),
    false_alarms=(
        "A speaker who calls a true accusation baseless is marked as well; see voice and speaker.",
        "“There is no evidence that” hits although the sentence may report a scientific finding.",
    ),
    references=(
        "BBC Editorial Guidelines, section 3: Accuracy",
        "Associated Press, The Associated Press Stylebook, entry on fact checks and fake news",
        "IFCN Code of Principles, International Fact-Checking Network",
    ),
    hits=(
        "The minister repeated the ⟦unsubstantiated claim⟧ that the dam had been mined.",
        "The governor said ⟦without evidence⟧ that the ballots had been burned.",
        "He accused the neighbours of theft ⟦without providing any evidence⟧.",
        "The spokesman has so far ⟦provided no evidence⟧ for the accusation.",
        "The allegation is ⟦baseless⟧, the board found.",
        "Her rival spread ⟦debunked⟧ voter fraud claims all summer.",
        "The video ⟦could not be independently verified⟧.",
        "It was a claim that ⟦has not been verified⟧ by anyone outside the ministry.",
        "⟦There is no proof⟧ that the payments were ever made.",
        "⟦There's no evidence⟧ that the two men ever met.",
        "Investigators found ⟦no evidence to support⟧ the story.",
        "He ⟦didn’t offer any proof⟧.",
        "She ⟦falsely claimed⟧ that the bridge had been closed.",
        "The theory rests on ⟦unverified reports⟧ from the border.",
        "None of these claims has ⟦been substantiated⟧.",
        "The agency was ⟦not able to independently confirm⟧ the claim.",
        "“⟦There is no evidence⟧ of fraud,” she said of the claim.",
    ),
    misses=(
        "The scan showed no evidence of a heart defect.",
        "Police found no evidence of forced entry.",
        "There is evidence that the talks began in March.",
        "The men were convicted without evidence of motive being heard.",
        "He wanted an unproven drug for his mother.",
        "Her fears were unfounded.",
        "The allegations are not baseless, the judge said.",
        "He gave no evidence at the trial.",
        "The accusations were not entirely unfounded.",
        "The man was cleared for lack of evidence.",
        "The claim has been independently verified.",
        "The victim's identity has not been verified.",
        "Customers need no proof of purchase.",
    ),
    keep=_keep,
)
