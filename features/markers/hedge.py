"""Marker: words that mark a statement as not certain."""

from __future__ import annotations

from scorer.features.context import has, says_any, words, words_after, words_before
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    if hit.kind == "may":
        return _possible_may(reading, hit)
    if hit.kind == "suspect":
        return _verb_suspect(reading, hit)
    if hit.kind == "possible":
        return not reading.before(hit).endswith("est")
    if hit.kind == "think":
        return reading.after(hit) not in ("of", "about", "in", "free", "better", "tank")
    return True


def _possible_may(reading: Reading, hit: Hit) -> bool:
    """“May” as possibility: not the month, the name, a permission or a wish."""
    after, before = words_after(reading, hit, 3), reading.before(hit)
    if not after or after[0][0].isdigit():
        return False
    if reading.is_capital(hit.first) and not reading.is_upper(hit.first):
        return _capital_may(reading, hit, after)
    if "only" in after[:2] or has("hedge_permitted", after[:3]):
        return False
    firm = before in ("you", "applicants") or after[0] not in words("hedge_epistemic")
    return not (firm and says_any(reading, hit, words("rule_word")))


def _capital_may(reading: Reading, hit: Hit, after: list[str]) -> bool:
    """A capital is a month or a name unless the verb that follows shows a headline."""
    if reading.starts_statement(hit.first) and after[0] in words("hedge_wish"):
        return False
    return after[0] in ("be", "have", "not", "never", "soon", "well")


def _verb_suspect(reading: Reading, hit: Hit) -> bool:
    word, before = reading.word(hit.first), words_before(reading, hit, 1)
    if word in ("suspected", "suspecting"):
        return True
    if not before or before[0] in words("hedge_not_verb"):
        return False
    if reading.after(hit) == "that" or before[0] in words("hedge_suspecters"):
        return True
    return word == "suspects" and before[0] in ("he", "she", "who", "police")


MARKER = Marker(
    id="hedge",
    category="hedging",
    summary="A statement is marked as possible, likely or alleged, not as certain.",
    finds=(
        "Epistemic words: alleged, purported, suspected, may, might, could be, appears to, seems, "
        "perhaps, probably, likely, it is unclear, I think. Only doubt about what is so counts: "
        "permission (“may not be reprinted”), the month, plain “some”, rounding (about, roughly) "
        "and frequency (often, usually) are left out. “Alleged” in a court report is a hedge."
    ),
    matters=(
        "Hedges show how sure a statement is. They are honest where the facts are open, and a "
        "cover where a rumour is put before the reader."
    ),
    false_alarms=(
        "“Could” for ability in the past.",
        "“May” that allows something in words the list does not know.",
        "“I think” as a polite opening of a firm opinion.",
    ),
    references=(
        "Hyland 2005, Metadiscourse: Exploring Interaction in Writing",
        "Hooper 1975, On assertive predicates",
        "Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, Linguistic models, ACL",
        "Islam, Xiao and Mercer 2020, A lexicon-based approach for detecting hedges, LREC",
        "Farkas et al. 2010, The CoNLL-2010 shared task",
    ),
    hits=(
        "The ⟦alleged⟧ robber appeared in court on Monday.",
        "Prosecutors ⟦allege⟧ that he set the fire.",
        "The ⟦suspected⟧ bomber fled north.",
        "Police ⟦suspect⟧ that the fire was set.",
        "The vote ⟦may⟧ be delayed.",
        "The ship ⟦might⟧ have been hit.",
        "He ⟦appears to⟧ be alive.",
        "The price will ⟦probably⟧ fall.",
        "⟦It is likely⟧ that she knew.",
        "⟦I think⟧ the door was open.",
        "It ⟦remains unclear⟧ why the engine failed.",
        "The storm ⟦could cause⟧ floods.",
        "The ⟦purported⟧ letter was typed.",
        "The two men are ⟦believed to⟧ be brothers.",
        "⟦Perhaps⟧ the boat sank.",
        "The talks, which ⟦may⟧ resume in May, are stuck.",
        "He was ⟦suspected of⟧ theft.",
        "It ⟦looks like⟧ rain.",
        "The army has ⟦not ruled out⟧ an attack.",
    ),
    misses=(
        "The talks began on 4 May in Geneva.",
        "Theresa May resigned in the spring.",
        "This material may not be published, broadcast or rewritten.",
        "You may apply online.",
        "May God bless this house.",
        "The suspect was arrested at noon.",
        "Two suspects fled.",
        "He appeared in court.",
        "Some of the houses burned down.",
        "Come as soon as possible.",
        "He could not swim.",
        "They admired the military might of Rome.",
        "Likely voters were asked twice.",
        "He made it possible for her to study.",
        "The talks moved to May after the strike.",
        "She appears on cable news every night.",
        "The licence may be revoked under section 4 of the act.",
    ),
    keep=_keep,
)
