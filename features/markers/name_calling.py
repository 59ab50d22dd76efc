"""Marker: labels that put a person or a group down."""

from __future__ import annotations

from scorer.features.context import words
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading


def _keep(reading: Reading, hit: Hit) -> bool:
    """Words that are also adjectives count only as nouns: “a racist”, not “a racist attack”."""
    if hit.kind == "label":
        return _ends_phrase(reading, hit) and _of_a_person(reading, hit)
    return hit.kind != "noun" or _ends_phrase(reading, hit)


def _ends_phrase(reading: Reading, hit: Hit) -> bool:
    after = reading.after(hit)
    if not after or after in words("label_no_noun"):
        return True
    return bool(reading.gap(hit.last).strip(" \n-‐‑"))


def _of_a_person(reading: Reading, hit: Hit) -> bool:
    """“Called him a fraud”, “Smith is a joke”; not “the vote was a fraud”."""
    link = reading.before(hit, 2)
    if link in words("label_named"):
        return True
    subject = reading.before(hit, 3)
    named = subject in ("he", "she", "you", "who") or reading.is_capital(hit.first - 3)
    thing = subject in ("it", "this", "that", "what", "there")
    return link in words("label_links") and named and not thing


MARKER = Marker(
    id="name_calling",
    category="persuasion",
    summary="A label that insults a person or a group, in place of an argument.",
    finds=(
        "Insults (traitor, thug, clown in a telling context, useful idiot), political smears "
        "(radical leftist, globalist, puppet of, Kremlin stooge, neo-Nazi clique), mocking "
        "nicknames (Crooked Hillary, Little Rocket Man). “Terrorist”, “dictator”, “fascist” and "
        "“Nazi” count only where they are thrown at opponents, not as an accepted description."
    ),
    matters=(
        "A label makes the reader like or despise someone before any reason is given. It is the "
        "second most frequent technique in annotated propaganda."
    ),
    false_alarms=(
        "A reported insult: it is the speaker's, see the voice of the span.",
        "“Illegal alien” where a statute is quoted.",
        "Words such as “crook” or “charlatan” about someone convicted of it.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3",
        "Institute for Propaganda Analysis 1937, How to Detect Propaganda",
    ),
    hits=(
        "The senator is a ⟦traitor⟧ and everyone knows it.",
        "A bunch of ⟦thugs⟧ runs this city.",
        "The ⟦radical left⟧ wants open borders.",
        "He is a ⟦puppet of⟧ the oil lobby.",
        "Those Democrats are ⟦terrorists⟧.",
        "⟦Globalists⟧ planned the whole crisis.",
        "She called him a ⟦racist⟧ and walked out.",
        "The neo-Nazi ⟦clique⟧ in the capital gave the order.",
        "⟦Crooked Hillary⟧ lost, he wrote.",
        "These ⟦useful idiots⟧ believe every word.",
        "The minister is a ⟦Kremlin stooge⟧.",
        "A ⟦wannabe dictator⟧ has taken the stage.",
        "Another lecture from the ⟦liberal elite⟧.",
        "The ⟦lamestream media⟧ will not report it.",
        "They branded the mayor a ⟦traitor⟧.",
    ),
    misses=(
        "The terrorist group Islamic State claimed the attack.",
        "The puppet theatre opens again in June.",
        "A court convicted two men of terrorist offences.",
        "The king of puppets was on display in the museum.",
        "The fascist party of Mussolini took power in 1922.",
        "Nazi Germany invaded Poland in 1939.",
        "The far-right party won twelve seats.",
        "The leftist president was sworn in on Sunday.",
        "Snow clowns and other figures lined the road.",
        "He wrote a racist letter, the court found.",
        "Doctors treat the psychopath with a new therapy, the study says.",
        "The weasel is a small mammal.",
        "The dictator Augusto Pinochet died in 2006.",
        "Rangers saw a loon on the lake.",
    ),
    keep=_keep,
    techniques=("Name_Calling,Labeling", "Name_Calling-Labeling"),
)
