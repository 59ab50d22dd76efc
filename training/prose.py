"""What the card of the shipped model says in words."""

from __future__ import annotations

QUESTIONS = {
    "propaganda": "Does the statement use at least one persuasion technique?",
    "bias": "Does the wording lean?",
    "subjectivity": "Does the statement give its writer's opinion, rather than facts?",
    "checkworthiness": "Does the statement make a claim worth checking?",
    "uncertainty": "Is the statement hedged, or vague about who says so?",
}
INTENDED_USE = (
    "To point a reader of English news to statements that are worth a second look, with evidence.",
    "To compare sources and articles by how they are written and sourced, over many statements.",
)
NOT_FOR = (
    "Deciding what is true: a true sentence can be propaganda and a lie can be plain.",
    "Moderating, blocking or ranking people or outlets without a person who reads the text.",
    "Languages other than English, and poetry, fiction, chat or social media.",
    "Commercial use: several of the corpora below do not allow it.",
)
KNOWN_FAILURES = (
    "Irony, allusion and propaganda by omission leave no words to find.",
    "Names and topics of the training years (US politics 2015-2020) carry some weight.",
    "Checkworthiness was learnt from spoken debates, uncertainty from Wikipedia: both are less sure"
    " in news than the figures say.",
    "Where far more or fewer statements are positive than in the training corpus, probabilities are"
    " off by that much; the held-out splits show how far.",
    "Statements of fewer than ten words are judged less well than longer ones.",
)
UNLABELLED = (
    "Word counts and word vectors also come from the plain text of PolNeAR, SemEval-2019 task 4"
    " (by-article) and LIAR; none of their labels is used."
)
