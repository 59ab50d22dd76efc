"""Marker: doubt is cast on a person or an account, without a counter-argument."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="doubt_casting",
    category="persuasion",
    summary="The credibility of a person, a body or an account is put in question.",
    finds=(
        "Trust (cannot be trusted, are we to believe, doesn't add up, raises serious questions "
        "about, smells fishy, hard to believe), hints (strangely silent, what are they hiding, "
        "something to hide) and competence (unfit to govern, out of his depth, no idea what)."
    ),
    matters=(
        "Doubt can be sown without any counter-evidence. Together with a rhetorical question it "
        "lets a writer accuse without saying anything that could be checked."
    ),
    false_alarms=(
        "Doubt that the text goes on to support with evidence.",
        "Courts and scientists weighing evidence in the same words.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Piskorski et al. 2023, SemEval-2023 task 3",
        "Oreskes and Conway 2010, Merchants of Doubt",
    ),
    hits=(
        "The ministry ⟦cannot be trusted⟧.",
        "⟦Are we really supposed to believe⟧ that nobody knew?",
        "The police story ⟦doesn’t add up⟧.",
        "The delay ⟦raises serious questions⟧ about the vote.",
        "Officials were ⟦strangely silent⟧.",
        "⟦What are they hiding⟧?",
        "He is ⟦unfit to govern⟧.",
        "Her claim ⟦strains credulity⟧.",
        "It is a ⟦dubious⟧ account.",
        "The mayor is ⟦out of his depth⟧.",
    ),
    misses=(
        "The suspicious package was harmless, police said.",
        "The jury found no reasonable doubt.",
        "Investors trusted the bank.",
        "Scientists question whether the sample was large enough.",
        "Take one tablet with water.",
        "The athlete is fit to play on Sunday.",
        "The minister answered all questions.",
        "Add a pinch of salt and stir.",
        "The shady side of the garden is best for ferns.",
        "He asked whether the bridge was open.",
    ),
    techniques=("Doubt",),
)
