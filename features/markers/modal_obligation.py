"""Marker: a call on people to do something."""

from __future__ import annotations

from scorer.features.context import has, says_any, words, words_after
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """A call on people; not an inference (“must have slept”) and not a rule (“must register”)."""
    if hit.kind in ("haveto", "should"):
        return words_after(reading, hit, 2) != ["do", "with"] and _opens_clause(reading, hit)
    if hit.kind != "must":
        return True
    subject, after = reading.before(hit), words_after(reading, hit, 3)
    if subject in ("a", "the", "an") or _infers(after):
        return False
    if subject in words("obligation_we"):
        return True
    return not says_any(reading, hit, words("rule_word")) and _calls(subject, after)


def _calls(subject: str, after: list[str]) -> bool:
    """Whether who must, or what must be done, is what a call to act speaks of."""
    if after[:1] == ["be"]:
        return has("obligation_passive_calls", after[1:3])
    return subject in words("obligation_called") or has("obligation_calls", after[:2])


def _opens_clause(reading: Reading, hit: Hit) -> bool:
    """“The tools we need to win” is a relative clause and calls on nobody."""
    before = reading.before(hit)
    if not before or reading.word(hit.first) not in ("we", "you", "us", "everyone"):
        return True
    return before in words("obligation_links") or bool(reading.gap(hit.first).strip(" -–—'’"))


def _infers(after: list[str]) -> bool:
    """“must have …ed” concludes that something was so."""
    if after[:1] != ["have"] or len(after) < 2:
        return False
    return after[1] in words("obligation_past") or after[1].endswith(("ed", "en"))


MARKER = Marker(
    id="modal_obligation",
    category="hedging",
    summary="The text tells people what they have to do.",
    finds=(
        "Must, have to, should, it is time to, let us, where they call on the reader, on a group "
        "or on a leader to act. A rule of law (“applicants must register”), an inference (“he must "
        "have left”) and a duty that is only reported are not calls."
    ),
    matters="News tells what is; a call to act shows that the text argues.",
    false_alarms=(
        "A demand that a quoted speaker makes (see voice and speaker).",
        "“You have to” in its general sense (“you have to admire him”).",
    ),
    references=(
        "Biber et al. 1999, Longman Grammar of Spoken and Written English",
        "Palmer 2001, Mood and Modality",
    ),
    hits=(
        "We ⟦must⟧ stop this war.",
        "Congress ⟦must⟧ act before June.",
        "⟦We have to⟧ take our country back.",
        "⟦It is time to⟧ speak out.",
        "The camps ⟦must⟧ be abolished.",
        "⟦We should⟧ all be ashamed.",
        "⟦We cannot allow⟧ them to win.",
        "⟦Let us⟧ stand together.",
    ),
    misses=(
        "Applicants must be 18 or older.",
        "By law, drivers must carry a licence.",
        "He must have left before noon.",
        "The bill must pass both chambers.",
        "You must be joking.",
        "The film is a must for children.",
        "What does that have to do with the price of fish?",
        "They must be tired after the journey.",
        "These are the tools we need to win.",
        "Players must pass the ball backwards.",
    ),
    keep=_keep,
)
