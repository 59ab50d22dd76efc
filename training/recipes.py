"""How each head of the shipped model is fitted.

Chosen by grouped cross-validation on the rows that are not held out; `docs/evaluation.md` shows
what was tried.
"""

from __future__ import annotations

from scorer.training.fit import Recipe

SEED, FOLDS = 0, 5

# How the models of other corpora are fitted before a head takes their decisions as features.
DONOR = Recipe(strength=2.0, vectors=0.5, dense=1.0, donors=0.0)

RECIPES = {
    "propaganda": Recipe(
        strength=1.0,
        dense=2.0,
        donor_names=("babe", "wikipedia_bias", "checkthat_subjectivity"),
        extra=("semeval2023_task3",),
    ),
    "bias": Recipe(
        strength=4.0,
        donor_names=("ptc", "semeval2023_task3", "wikipedia_bias", "checkthat_subjectivity"),
    ),
    "subjectivity": Recipe(donor_names=("ptc", "semeval2023_task3", "babe", "wikipedia_bias")),
    "checkworthiness": Recipe(
        strength=4.0, donor_names=("ptc", "checkthat_subjectivity", "conll2010_weasel")
    ),
    "uncertainty": Recipe(strength=8.0, vectors=0.0, dense=0.5, donors=0.0),
}
