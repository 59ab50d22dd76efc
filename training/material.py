"""Everything that training reads, extracted once: designs of labelled rows, word vectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scorer.errors import InputError
from scorer.features.batch import make_batch
from scorer.features.extract import Extractor
from scorer.features.matrix import Matrix
from scorer.training.catalogue import BY_NAME, CORPORA
from scorer.training.corpora.hyperpartisan import read_hyperpartisan
from scorer.training.corpora.liar import read_liar
from scorer.training.corpora.polnear import read_polnear
from scorer.training.corpora.semeval2023_task3 import read_semeval2023_task3
from scorer.training.labels import Labels
from scorer.training.sparse import Design, Floats, build_design, inverse_frequencies
from scorer.training.vectors import Vectors, learn_vectors

# Characters of unlabelled articles read at once.
PIECE = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """Labelled rows with their design."""

    labels: Labels
    design: Design


@dataclass(frozen=True, slots=True)
class Material:
    """What all heads share, and the rows of each corpus.

    `learn`: rows to choose and fit on; `test`: rows held out of everything, word counts and vectors
    included. `learn` and `test` are keyed by corpus; a corpus without a test split has none.
    """

    learn: dict[str, Part]
    test: dict[str, Part]
    idf: Floats
    vectors: Vectors
    names: tuple[str, ...]


def load_material(corpora: Path, extractor: Extractor, seed: int) -> Material:
    """Read all corpora under a folder. `InputError` names the first file that is missing."""
    if not corpora.is_dir():
        raise InputError(f"{corpora}: no such folder; --corpora names the folder of the corpora")
    labels = read_all(corpora)
    learn, test = dict[str, Labels](), dict[str, Labels]()
    for name, table in labels.items():
        held = table.where(BY_NAME[name].test) if BY_NAME[name].test else np.zeros(len(table), bool)
        learn[name] = table.take(~held)
        if held.any():
            test[name] = table.take(held)
    matrices = {name: _matrix(extractor, table) for name, table in learn.items()}
    pool = [*matrices.values(), *_unlabelled(corpora, extractor)]
    idf = inverse_frequencies(pool)
    return Material(
        {name: Part(learn[name], build_design(matrix, idf)) for name, matrix in matrices.items()},
        {name: Part(t, build_design(_matrix(extractor, t), idf)) for name, t in test.items()},
        idf,
        learn_vectors(pool, seed),
        next(iter(matrices.values())).names,
    )


def read_all(corpora: Path) -> dict[str, Labels]:
    """The labels of every corpus. Articles that PTC holds too are left out of SemEval-2023."""
    tables = {c.name: c.read(corpora / c.name) for c in CORPORA if c.name != "semeval2023_task3"}
    known = frozenset(tables["ptc"].article_id)
    tables["semeval2023_task3"] = read_semeval2023_task3(
        corpora / "semeval2023_task3", without=known
    )
    return tables


def _matrix(extractor: Extractor, labels: Labels) -> Matrix:
    return extractor.matrix(labels.text)


def _unlabelled(corpora: Path, extractor: Extractor) -> Iterator[Matrix]:
    """Statements of articles that no head has labels for: word counts and word vectors only."""
    articles = [article.text for article in read_polnear(corpora / "polnear")]
    articles += [article.text for article in read_hyperpartisan(corpora / "hyperpartisan")]
    for piece in _pieces(articles):
        yield extractor.extract(make_batch(piece)).matrix
    yield extractor.matrix([row.text for row in read_liar(corpora / "liar")])


def _pieces(texts: Sequence[str]) -> Iterator[list[str]]:
    piece, size = list[str](), 0
    for text in texts:
        if piece and size + len(text) > PIECE:
            yield piece
            piece, size = [], 0
        piece.append(text)
        size += len(text)
    if piece:
        yield piece
