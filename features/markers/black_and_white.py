"""Marker: only two choices, or only one."""

from __future__ import annotations

from scorer.features.context import words_after
from scorer.features.marker import Hit, Marker
from scorer.features.reading import Reading

_REACH = 40  # how many words after “either” its “or” may stand


def _keep(reading: Reading, hit: Hit) -> bool:
    """“Either we …” needs its “or” later in the statement."""
    if hit.kind != "eitheror":
        return True
    return "or" in words_after(reading, hit, _REACH)


MARKER = Marker(
    id="black_and_white",
    category="persuasion",
    summary="Two choices, or one, are put forward as if there were no others.",
    finds=(
        "With us or against us, either we … or, the only way to, there is no alternative, no "
        "middle ground, good versus evil, now or never, anyone who disagrees is a traitor, choose "
        "between freedom and tyranny."
    ),
    matters="Questions of policy nearly always have more than two answers. The form hides them.",
    false_alarms=(
        "A real choice of two (a run-off, a yes-or-no referendum).",
        "Someone who truly had no choice.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3 (false dilemma, no choice)",
        "Torok 2015, Symbiotic radicalisation strategies: propaganda tools and neuro linguistic "
        "programming",
    ),
    hits=(
        "You are ⟦with us or against⟧ us.",
        "⟦Either we⟧ close the border or we lose the nation.",
        "⟦The only way⟧ to stop them is force.",
        "⟦There is no alternative⟧ to war.",
        "There is ⟦no middle ground⟧ here.",
        "It is a fight between ⟦good and evil⟧.",
        "It is ⟦now or never⟧, he told the crowd.",
        "We must ⟦convert or die⟧, they say.",
        "⟦Whoever opposes⟧ this law is a traitor.",
    ),
    misses=(
        "Either team can still win the cup.",
        "The two candidates meet in a run-off.",
        "The only way in is a narrow road.",
        "He had no choice of seats.",
        "She chose between tea and coffee.",
        "The old photo is in black and white.",
        "Residents could either stay or leave.",
        "The plane had to return.",
        "Both sides have options.",
        "The pupils were either late or ill.",
    ),
    keep=_keep,
    techniques=("Black-and-White_Fallacy", "False_Dilemma-No_Choice"),
)
