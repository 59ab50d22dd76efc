"""Marker: a call on people to do something."""

from __future__ import annotations

from scorer.features.context import says_any, words, words_after
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading

_WE = frozenset({"we", "us", "americans", "britons", "europeans", "everyone", "everybody"})
_CALLED = frozenset(
    "we us you americans britons europeans everyone everybody citizens voters republicans "
    "democrats conservatives liberals christians catholics muslims jews leaders congress "
    "parliament parents patriots europe america britain russia ukraine israel germany france "
    "nato humanity workers government governments nation nations west world people community "
    "church bishops lawmakers politicians senators senate media police party washington "
    "president trump putin clinton obama".split()
)
_CALLS = frozenset(
    "act stop resist reject fight defend stand demand ensure rise unite join vote speak confront "
    "protect recognize recognise learn understand choose resign end change wake condemn push "
    "restore repeal abolish support prepare oppose overcome defeat destroy save face decide "
    "address realize realise acknowledge prevent respond apologize cease refuse remember".split()
)
_PASSIVE_CALLS = frozenset(
    "stopped held defeated resisted done rejected ended condemned fought opposed protected "
    "preserved exposed destroyed challenged confronted restored punished repealed impeached "
    "prosecuted recognized addressed vigilant fired arrested investigated abolished banned saved "
    "defended respected allowed remembered heard".split()
)
_PAST = frozenset("been had done gone known seen made got felt thought come left lost".split())


def _keep(reading: Reading, hit: Hit) -> bool:
    """A call on people; not an inference (“must have slept”) and not a rule (“must register”)."""
    if hit.kind == "haveto":
        return words_after(reading, hit, 2) != ["do", "with"]
    if hit.kind != "must":
        return True
    subject, after = reading.before(hit), words_after(reading, hit, 3)
    if subject in ("a", "the", "an") or _infers(after):
        return False
    if subject in _WE:
        return True
    if says_any(reading, hit, words("rule_word")):
        return False
    if after[:1] == ["be"]:
        return bool(_PASSIVE_CALLS.intersection(after[1:3]))
    return subject in _CALLED or bool(_CALLS.intersection(after[:2]))


def _infers(after: list[str]) -> bool:
    """“must have …ed” concludes that something was so."""
    if after[:1] != ["have"] or len(after) < 2:
        return False
    return after[1] in _PAST or after[1].endswith(("ed", "en"))


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
    ),
    keep=_keep,
)
