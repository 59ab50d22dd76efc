"""Marker: people described as animals, disease or dirt."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="dehumanisation",
    category="persuasion",
    summary="People are spoken of as vermin, beasts, disease or filth.",
    finds=(
        "Vermin, cockroaches, rats, parasites, savages, hordes, a cancer on society, infested with "
        "migrants, breeding like, subhuman, spawn of, exterminate them, when people are meant. "
        "Pest control, medicine and zoology are left out."
    ),
    matters=(
        "To take away a group's humanity prepares the ground for violence against it. Scholars of "
        "genocide count it among the early warning signs."
    ),
    false_alarms=(
        "Animals and diseases in a sentence that also names a group of people.",
        "Quotations of such speech in reports that condemn it: see the voice of the span.",
    ),
    references=(
        "Haslam 2006, Dehumanization: an integrative review, Pers. Soc. Psychol. Rev.",
        "Stanton 1996, The Ten Stages of Genocide",
        "Rabat Plan of Action 2012, United Nations",
    ),
    hits=(
        "They are ⟦cockroaches⟧, the broadcast said of the minority.",
        "These ⟦human vermin⟧ must go.",
        "⟦Hordes of⟧ migrants crossed the border.",
        "The refugees ⟦breed like⟧ rabbits, he wrote.",
        "The city is ⟦infested⟧ with gangs and illegals.",
        "They called the enemy ⟦subhuman⟧.",
        "Such people are a ⟦cancer⟧ on society.",
        "Bankers are ⟦bloodsuckers⟧.",
        "⟦Parasites⟧ live off the taxpayer.",
    ),
    misses=(
        "Cockroaches were found in the kitchen of the restaurant.",
        "Doctors treat breast cancer with the drug.",
        "The lab rats were fed twice a day.",
        "A swarm of bees closed the road.",
        "The parasite causes malaria.",
        "Pest control removed the vermin.",
        "The house was infested with termites.",
        "The animals at the zoo were unharmed.",
        "Wild dogs killed forty sheep.",
        "Mongol hordes crossed the plain in the 13th century.",
    ),
    techniques=("Name_Calling,Labeling", "Name_Calling-Labeling", "Loaded_Language"),
)
