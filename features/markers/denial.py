"""Marker: somebody says that a claim about him is not true."""

from __future__ import annotations

from scorer.features.context import words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading

_NOT = frozenset("not t no never nobody none nor neither cannot without".split())
_UNABLE = frozenset(
    "refuse refused refuses decline declined declines hard impossible difficult fail failed "
    "bother bothered foolish silly short".split()
)
_WITHHELD = frozenset(
    "access admission admittance asylum bail benefit benefits boarding care certification "
    "certiorari citizenship clearance clemency coverage credit deferment due education employment "
    "entrance entry equal equality exemption food freedom freedoms funding funds healthcare help "
    "housing insurance job jobs justice leave liberty license licence loan loans medicaid medical "
    "membership motion motions opportunity parole passage passports permission permit permits "
    "petition platform promotion recognition registration request requests right rights safe "
    "sanctuary service services speech tax tenure treatment victory visa visas vote voters voting "
    "appeal appeals application applications bid communion bond custody injunction stay water "
    "marriage passport sacraments sovereignty resources territory space power absolution".split()
)
_PERSONS = frozenset("him them us me you people americans women children students gays".split())
_BE = frozenset("is are was were be been being get gets got s re".split())
_CLAIMS = frozenset(
    "allegation allegations accusation accusations charge charges claim claims report reports "
    "rumor rumors rumour rumours assertion assertions story involvement responsibility it this "
    "that has have".split()
)
_REJECTED = frozenset(
    "allegation allegations accusation accusations claim claims report reports rumor rumors rumour "
    "rumours assertion assertions story stories suggestion suggestions insinuation insinuations "
    "notion idea characterization contention implication charge charges criticism criticisms theory "
    "theories speculation narrative comparison comparisons label".split()
)
_FALSE = frozenset(
    "fake false baseless nonsense propaganda untrue absurd ridiculous lies lie fabrication "
    "fabrications fiction unfounded groundless ludicrous preposterous slander speculation rumors "
    "rumours conspiracy rubbish laughable political partisan politically provocation".split()
)
_CALLS = frozenset(
    "call calls called calling brand branded label labeled labelled describe describes described "
    "describing decry decried denounce denounced dismiss dismissed say says said saying insist "
    "insists insisted tweet tweeted".split()
)
_DENIALISM = frozenset(
    "in climate holocaust science genocide armenian plausible visa service reality death self "
    "vaccine aids evolution pure total deep bail benefit warming change".split()
)


def _denies(reading: Reading, hit: Hit) -> bool:
    """Whether the verb means "say that it is not so" rather than "withhold"."""
    before, after = words_before(reading, hit, 4), words_after(reading, hit, 4)
    if _NOT.intersection(before[-3:]) or {"confirm", "confirmed"} & set(before):
        return False
    if before[-1:] == ["to"] and _UNABLE.intersection(before):
        return False
    passive = bool(_BE.intersection(before[-2:])) and reading.word(hit.first) == "denied"
    if passive:
        return bool(_CLAIMS.intersection(words_before(reading, hit, 8))) and after[:1] != ["a"]
    return not (_PERSONS.intersection(after[:1]) or _WITHHELD.intersection(after))


def _rejects(reading: Reading, hit: Hit) -> bool:
    """Whether what is rejected, or called false, is a claim."""
    before, after = words_before(reading, hit, 8), words_after(reading, hit, 6)
    if _NOT.intersection(before[-2:]):
        return False
    if hit.kind == "as":
        return bool(_FALSE.intersection(after))
    if hit.kind == "falsity":
        return bool(_CALLS.intersection(before)) and bool(_REJECTED.intersection(before))
    passive = _BE.intersection(before[-2:]) and _REJECTED.intersection(before)
    return bool(passive or _REJECTED.intersection(after))


def _keep(reading: Reading, hit: Hit) -> bool:
    if hit.kind == "deny":
        return _denies(reading, hit)
    if hit.kind in ("object", "as", "falsity"):
        return _rejects(reading, hit)
    if hit.kind == "noun":
        before, after = words_before(reading, hit, 2), words_after(reading, hit, 3)
        withheld = after[:1] == ["of"] and _WITHHELD.intersection(after)
        return not (_DENIALISM.intersection(before) or withheld)
    return not _NOT.intersection(words_before(reading, hit, 3))


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
    ),
    keep=_keep,
)
