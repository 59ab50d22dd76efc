"""Marker: verbs that take what is said for true."""

from __future__ import annotations

from scorer.features.context import has, negated, opens_clause, words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    if hit.kind in ("aware", "noun", "turns"):
        return True
    before, after = words_before(reading, hit, 3), words_after(reading, hit, 4)
    if negated(reading, hit, 2) or (before[-1:] == ["to"] and has("factive_unsaid", before)):
        return False
    if hit.kind == "concede":
        return not has("factive_lost", after[:3])
    if hit.kind in ("admit", "expose") and has("factive_determiners", before[-1:]):
        return False  # the admitted thief, her exposed arms
    if hit.kind == "admit":
        return not _lets_in(before, after)
    return hit.kind != "expose" or _brings_to_light(reading, hit, after)


def _brings_to_light(reading: Reading, hit: Hit, after: list[str]) -> bool:
    """Whether something hidden is exposed: not children to smoke, and not “exposed wiring”."""
    bare = reading.word(hit.first) == "exposed" and not opens_clause(reading, hit)
    return "to" not in after and (not bare or has("factive_after_exposed", after[:1]))


def _lets_in(before: list[str], after: list[str]) -> bool:
    """Whether "admit" means to let somebody in."""
    if has("be_form", before[-1:]) and after[:1] not in (["that"], ["by"]):
        return True
    if after[:1] == ["into"] or (after and after[0].isdigit()):
        return True
    persons = has("factive_let_in", after[:2]) and "that" not in after[:2]
    return persons or has("factive_institutions", after)


MARKER = Marker(
    id="factive_cue",
    category="stance",
    summary="The cue takes for granted that what follows is true.",
    finds=(
        "Verbs and nouns that presuppose their content: revealed, admitted, pointed out, exposed, "
        "acknowledged, the fact that, it turned out. “Admitted to hospital”, “conceded defeat” and "
        "“exposed to smoke” say something else and are left out; so is what was not revealed."
    ),
    matters=(
        "With “admitted” or “revealed” the writer vouches for the claim of his source, where "
        "“said” would have left it open."
    ),
    false_alarms=(
        "“Revealed” used for announced (“revealed plans”).",
        "“Learned of” and “found out” about plain events that nobody disputes.",
    ),
    references=(
        "Kiparsky and Kiparsky 1970, Fact",
        "Hooper 1975, On assertive predicates",
        "Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, Linguistic models, ACL",
    ),
    hits=(
        "The senator ⟦admitted⟧ that he had lied.",
        "The letters ⟦revealed⟧ a second account.",
        "She ⟦pointed out⟧ that the law was older.",
        "The paper ⟦exposed⟧ the fraud.",
        "He ⟦acknowledged⟧ the mistake.",
        "They kept silent about ⟦the fact that⟧ the boat was full.",
        "⟦It turned out that⟧ the door was open.",
        "The audit ⟦showed that⟧ the money was missing.",
    ),
    misses=(
        "He was admitted to hospital on Sunday.",
        "She conceded defeat at midnight.",
        "The workers were exposed to smoke.",
        "The college admitted 300 students.",
        "The firm did not reveal the price.",
        "He refused to disclose his salary.",
        "The home side conceded two goals.",
        "The noted author lives here.",
        "The exposed wires were dangerous.",
        "He has never admitted guilt.",
    ),
    keep=_keep,
)
