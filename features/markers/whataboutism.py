"""Marker: the charge is answered with another charge."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="whataboutism",
    category="persuasion",
    summary="Criticism is turned away by pointing at someone else's wrongs or hypocrisy.",
    finds=(
        "But what about, where was the outrage when, imagine if a Republican had, no one "
        "complained when, double standards, hypocrisy, in no position to lecture, pot and kettle, "
        "look in the mirror, guilty of the same, selective outrage."
    ),
    matters=(
        "The wrong of another does not answer the question that was asked. The form is common in "
        "state media and in partisan columns."
    ),
    false_alarms=(
        "A fair comparison of two cases that the text sets out to compare.",
        "A real case of hypocrisy that is the topic of the article.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3 (appeal to hypocrisy)",
        "Dykstra 2020, The rhetoric of “whataboutism” in American journalism, Res Rhetorica",
    ),
    hits=(
        "⟦But what about⟧ the crimes of the other side?",
        "⟦Where was the outrage⟧ when they bombed Libya?",
        "The West applies ⟦double standards⟧.",
        "London is ⟦in no position to lecture⟧ anyone.",
        "⟦No one complained when⟧ he did it.",
        "It is ⟦hypocrisy⟧, pure and simple.",
        "They should ⟦look in the mirror⟧ first.",
        "It is a case of ⟦selective outrage⟧.",
        "⟦What about⟧ Hillary?",
    ),
    misses=(
        "He told us what about the plan had changed.",
        "What about lunch at noon?",
        "Nobody was in the house when the fire began.",
        "The mirror was sold for 400 euros.",
        "The silent film will be shown in May.",
        "Teachers need a position on phones.",
        "They asked what the ministry would do about prices.",
        "The essay explains what whataboutism is.",
        "She cleaned up her own house after the storm.",
        "The same people who built the bridge repaired it.",
    ),
    techniques=("Whataboutism", "Appeal_to_Hypocrisy"),
)
