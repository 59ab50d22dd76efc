"""Marker: words that pass a judgement on what they report."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="loaded_language",
    category="persuasion",
    summary="Words that carry strong feeling or judgement where a plain word would do.",
    finds=(
        "Condemnation (outrageous, despicable), ridicule (ludicrous, clueless), deceit (sham, "
        "witch hunt, pack of lies), alarm (bloodbath, dumpster fire), verbs of violence used of "
        "words (slammed, eviscerated), hostile epithets (bloodthirsty, tyrannical, the Kiev "
        "regime) and glowing praise (glorious, masterstroke). Words that also have a plain sense "
        "count only in a loaded context. The plain vocabulary of violence and politics is left "
        "out: attack, massacre, murder, crackdown, propaganda, radical are not loaded when they "
        "are facts."
    ),
    matters=(
        "Loaded words settle the reader's judgement before the facts are told. They are the most "
        "frequent technique in annotated propaganda, and common in opinion writing."
    ),
    false_alarms=(
        "A loaded word that is the accepted description (a brutal dictatorship).",
        "Titles of books, films and songs that hold a loaded word.",
        "A word that is discussed as a word.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3",
        "Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013, Linguistic models, ACL",
        "Spinde et al. 2021, Neural media bias detection using distant supervision (BABE), EMNLP",
    ),
    hits=(
        "The ⟦outrageous⟧ decision drew protests in every city.",
        "Critics called the trial a ⟦charade⟧ and a ⟦witch hunt⟧.",
        "Senators ⟦slammed⟧ the plan on Tuesday.",
        "It was a ⟦shameful⟧, ⟦cynical⟧ deal behind our backs.",
        "The party faces a ⟦bloodbath⟧ at the next election.",
        "The ministry told a ⟦pack of lies⟧ to the public.",
        "The Kiev ⟦regime⟧ has rejected the offer.",
        "What a ⟦ludicrous⟧ excuse, said the mayor.",
        "They ⟦shamelessly⟧ copied the speech.",
        "His ⟦glorious⟧ march to power began in May.",
        "The plan was ⟦half-baked⟧ from the start.",
        "The host was ⟦thrown under the bus⟧ by his own network.",
        "The bill is a ⟦slap in the face⟧ to veterans.",
        "Her rivals accused her of ⟦hypocrisy⟧.",
        "They want to ⟦ram it down our throats⟧.",
        "The whole report is built on ⟦toxic⟧ ⟦nonsense⟧.",
    ),
    misses=(
        "The attack killed four soldiers near the border.",
        "The shepherd drove his flock across the road.",
        "The puppet theatre opens again in June.",
        "Engineers showed a radically new design.",
        "The massacre of 41 villagers was confirmed by two survivors.",
        "He slammed the door and left.",
        "The car slammed into a wall at high speed.",
        "A toxic gas leak closed the factory.",
        "The company filed a lawsuit over the patent.",
        "The tax regime for small firms will change in April.",
        "Surgeons removed the tumour in a six-hour operation.",
        "A brutal winter closed the mountain pass.",
        "The venomous snake is found in Queensland.",
        "Police arrested two men after the bombing.",
        "Doctors took a cervical smear at the clinic.",
        "The new museum boasts a collection of maps.",
        "The devastating earthquake destroyed 400 houses.",
    ),
    techniques=("Loaded_Language",),
)
