"""The corpora that the shipped model is trained on: where, what they label, on which terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scorer.training.corpora.babe import read_babe
from scorer.training.corpora.checkthat_checkworthiness import read_checkthat_checkworthiness
from scorer.training.corpora.checkthat_subjectivity import read_checkthat_subjectivity
from scorer.training.corpora.conll2010_weasel import read_conll2010_weasel
from scorer.training.corpora.ptc import read_ptc
from scorer.training.corpora.semeval2023_task3 import read_semeval2023_task3
from scorer.training.corpora.wikipedia_bias import read_wikipedia_bias
from scorer.training.labels import Labels


@dataclass(frozen=True, slots=True)
class Corpus:
    """A labelled corpus. `name` is its folder under `--corpora DIR`.

    `test` is the split that no choice is made on ("" where there is none). `metric` is the one it
    was published with; `published` the best published value, and `best` who reached it.
    """

    name: str
    head: str
    read: Callable[[Path], Labels]
    metric: str
    licence: str
    terms: str
    reference: str
    test: str = ""
    published: float | None = None
    best: str = ""


CORPORA = (
    Corpus(
        "ptc",
        "propaganda",
        read_ptc,
        "f1",
        "research only",
        "Research use. The model is a derived work; do not use it to train commercial systems.",
        "Da San Martino et al. 2019, EMNLP-IJCNLP, 'Fine-Grained Analysis of Propaganda in News"
        " Articles' (PTC v2)",
        test="dev",
        published=0.610,
        best="multi-granularity network, official test split",
    ),
    Corpus(
        "babe",
        "bias",
        read_babe,
        "macro_f1",
        "AGPL-3.0",
        "Share-alike: the licence asks that derived works carry it.",
        "Spinde et al. 2021, Findings of EMNLP, 'Neural Media Bias Detection Using Distant"
        " Supervision With BABE' (SG2)",
        published=0.804,
        best="RoBERTa with distant supervision, random 5-fold cross-validation",
    ),
    Corpus(
        "checkthat_subjectivity",
        "subjectivity",
        read_checkthat_subjectivity,
        "macro_f1",
        "CC BY-NC-SA 4.0",
        "Non-commercial, share-alike, with attribution.",
        "CLEF CheckThat! 2023-25, task 'Subjectivity in news articles', English",
        test="dev_test",
        published=0.805,
        best="best system of 2025, official test split",
    ),
    Corpus(
        "checkthat_checkworthiness",
        "checkworthiness",
        read_checkthat_checkworthiness,
        "f1",
        "none stated",
        "No licence stated: research use.",
        "CLEF CheckThat! 2024, task 1 'Check-worthiness estimation', English",
        test="dev_test",
        published=0.802,
        best="best system of 2024, official test split",
    ),
    Corpus(
        "conll2010_weasel",
        "uncertainty",
        read_conll2010_weasel,
        "f1",
        "personal use",
        "The sample states personal use only.",
        "Farkas et al. 2010, CoNLL shared task, 'Learning to Detect Hedges and their Scope',"
        " Wikipedia part, balanced sample",
        published=0.60,
        best="best system of 2010 on the full, unbalanced set: not comparable",
    ),
    Corpus(
        "wikipedia_bias",
        "bias",
        read_wikipedia_bias,
        "f1",
        "none stated",
        "No licence stated: research use. The texts are Wikipedia's, CC BY-SA.",
        "Hube and Fetahu 2019, WSDM, 'Neural Based Statement Classification for Biased Language'",
    ),
    Corpus(
        "semeval2023_task3",
        "propaganda",
        read_semeval2023_task3,
        "f1",
        "research use",
        "Research use.",
        "Piskorski et al. 2023, SemEval task 3, English training and development articles",
    ),
)
BY_NAME = {corpus.name: corpus for corpus in CORPORA}
# The corpus whose labels define each head; the others only help.
MAIN = {
    "propaganda": "ptc",
    "bias": "babe",
    "subjectivity": "checkthat_subjectivity",
    "checkworthiness": "checkthat_checkworthiness",
    "uncertainty": "conll2010_weasel",
}
