"""Marker: the world is split into us and them."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="us_versus_them",
    category="persuasion",
    summary="People are split into a good “us” and a hostile “them”.",
    finds=(
        "Enemies (our enemies, traitors among us, they hate us, they want to destroy), elites "
        "against ordinary people, outsiders (taking our jobs, refuse to integrate, the collective "
        "West), and the call to take our country back. Most phrases count only near words of "
        "conflict."
    ),
    matters=(
        "Once a text has sides, facts are judged by the side they help. Populist and wartime "
        "propaganda both rest on this split."
    ),
    false_alarms=(
        "War reports that speak of an enemy army in the army's own words.",
        "Religious texts on believers and unbelievers.",
    ),
    references=(
        "van Dijk 1998, Ideology: A Multidisciplinary Approach (the ideological square)",
        "Mudde 2004, The populist zeitgeist, Government and Opposition",
        "Tajfel and Turner 1979, An integrative theory of intergroup conflict",
    ),
    hits=(
        "⟦They hate us⟧ and all we stand for.",
        "There are ⟦traitors among us⟧.",
        "It is time to ⟦take back our country⟧.",
        "⟦Our enemies⟧ are laughing.",
        "We see ⟦foreigners taking⟧ our jobs.",
        "The ⟦collective West⟧ wages war on our people.",
        "The liberal elites ⟦sneer at you⟧.",
        "⟦They want to destroy⟧ our way of life.",
        "The ⟦enemies of the people⟧ will be punished.",
    ),
    misses=(
        "The other side of the street was closed.",
        "The elite athletes ran 10 km.",
        "Enemy drones were shot down, the army said.",
        "People like us on social media.",
        "The West Coast had heavy rain.",
        "They want to build a new school.",
        "Our culture section appears on Friday.",
        "The teams met at the border.",
        "Ordinary shares rose by 2 percent.",
        "The foreigners visited the museum.",
    ),
)
