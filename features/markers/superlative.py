"""Marker: the greatest, the worst ever, the most corrupt."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="superlative",
    category="style",
    summary="A judgement in the highest degree: the greatest, the worst, the most corrupt.",
    finds=(
        "Superlatives of judgement (the greatest, the most corrupt, the dumbest), “of all time”, "
        "“in the history of”, “ever seen”, second to none, unparalleled. Superlatives that measure "
        "(the largest city, the oldest bridge) are left out."
    ),
    matters=(
        "A superlative of judgement claims a comparison with everything else, which is hardly ever "
        "made. It is the cheapest form of exaggeration."
    ),
    false_alarms=(
        "A record that was measured (the worst drought in living memory, by rainfall).",
        "Polite formulas (our most beloved colleague).",
    ),
    references=(
        "Pomerantz 1986, Extreme case formulations: a way of legitimizing claims, Human Studies",
        "Quirk et al. 1985, A Comprehensive Grammar of the English Language",
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
    ),
    hits=(
        "He is ⟦the greatest⟧ leader we have had.",
        "It is ⟦the most corrupt⟧ party in Europe.",
        "It is ⟦the worst⟧ deal of them all.",
        "This is ⟦the biggest⟧ lie ⟦of all time⟧.",
        "It was ⟦the dumbest⟧ move of the year.",
        "Our army is ⟦second to none⟧.",
        "No people ⟦the world has ever seen⟧ suffered so much.",
        "His record is ⟦unparalleled⟧.",
        "It was ⟦the most disgraceful⟧ vote in years.",
    ),
    misses=(
        "Lagos is the largest city in Nigeria.",
        "The oldest bridge was closed in May.",
        "At best, the talks resume in spring.",
        "Most people voted by post.",
        "She is best known for her novels.",
        "The band played its greatest hits.",
        "The worst affected areas have no power.",
        "The greatest common divisor is six.",
        "It is the best-selling car in Norway.",
        "He won the award for best picture.",
    ),
    techniques=("Exaggeration,Minimisation", "Exaggeration-Minimisation"),
)
