"""Marker: fear as an argument."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="appeal_to_fear",
    category="persuasion",
    summary="Fear or prejudice is raised to win the reader over.",
    finds=(
        "Threats to all that is ours (a threat to our way of life), looming catastrophe (brink of "
        "civil war, nuclear holocaust, end of civilisation), invasion talk (flood of migrants), "
        "victims to come (coming for your guns, no one is safe), warnings (before it is too late, "
        "if we don't act). Plain reports of war, crime, disease and disaster are left out."
    ),
    matters=(
        "Fear makes readers accept a conclusion without looking at the evidence. It is one of the "
        "oldest techniques of propaganda."
    ),
    false_alarms=(
        "A sober warning by experts in the same words (time is running out for the reef).",
        "Hell and judgement in religious texts.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3",
        "Walton 2000, Scare Tactics: Arguments that Appeal to Fear and Threats",
    ),
    hits=(
        "These people are a ⟦threat to our way⟧ of life.",
        "A ⟦flood of migrants⟧ is at the gates, he said.",
        "We must act ⟦before it is too late⟧.",
        "They are ⟦coming for your⟧ guns.",
        "The country stands on the ⟦brink of civil war⟧.",
        "The bill will ⟦destroy our country⟧.",
        "In this city ⟦no one is safe⟧.",
        "The pact is an ⟦existential threat⟧ to Europe.",
        "It could end in ⟦nuclear armageddon⟧.",
        "⟦Mark my words⟧, the streets will burn.",
    ),
    misses=(
        "The invasion of Ukraine began in February 2022.",
        "The office received a flood of complaints.",
        "The species is threatened by loss of habitat.",
        "The company was on the brink of collapse.",
        "A swarm of bees closed the road.",
        "Police warned residents of icy roads.",
        "The dog bit the postman, a court heard.",
        "The storm is expected to reach the coast tonight.",
        "Polls stoke fears of a recession, analysts say.",
        "The exam must be finished before noon.",
    ),
    techniques=("Appeal_to_fear-prejudice", "Appeal_to_Fear-Prejudice"),
)
