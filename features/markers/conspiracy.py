"""Marker: hidden powers are behind it."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="conspiracy",
    category="persuasion",
    summary="Events are laid to a secret plan of hidden and powerful people.",
    finds=(
        "Actors (deep state, globalists, shadowy elites, puppet masters), plots (false flag, "
        "inside job, plandemic, great replacement, new world order run by) and hidden truth (they "
        "don't want you to know, what the media won't tell you, the truth is being hidden, wake "
        "up). Reports about conspiracy theories that name them as such are left out where the "
        "words show it."
    ),
    matters=(
        "A secret plan explains everything and cannot be refuted: missing evidence counts as proof "
        "of how well it is hidden."
    ),
    false_alarms=(
        "Reports about a conspiracy theory that do not call it one in the same sentence.",
        "Real cover-ups found by courts or commissions.",
    ),
    references=(
        "Barkun 2003, A Culture of Conspiracy",
        "Douglas et al. 2019, Understanding conspiracy theories, Political Psychology",
        "Uscinski and Parent 2014, American Conspiracy Theories",
    ),
    hits=(
        "The ⟦deep state⟧ wants him gone.",
        "This is what ⟦they don’t want you to know⟧.",
        "It was a ⟦false flag⟧, the site wrote.",
        "The whole pandemic is a ⟦plandemic⟧.",
        "⟦Globalists⟧ planned it.",
        "The attack was an ⟦inside job⟧.",
        "Unknown ⟦puppet masters⟧ decide who rules.",
        "⟦What the media won’t tell you⟧ about the vaccine.",
        "The ⟦truth is being hidden⟧ from voters.",
        "The protest was ⟦Soros-funded⟧.",
    ),
    misses=(
        "The great replacement theory was debunked long ago.",
        "Two men were convicted of conspiring to sell drugs.",
        "Iran-flagged ships and a false flag vessel were detained.",
        "The puppet theatre shows a puppet master at work.",
        "Doctors found the hidden cause of the illness.",
        "The shadow cabinet met on Monday.",
        "The bank robbery was an inside job, police said.",
        "The meeting was held behind closed doors.",
        "The state has deep forests.",
        "Scientists tested the chemtrail conspiracy theory.",
    ),
)
