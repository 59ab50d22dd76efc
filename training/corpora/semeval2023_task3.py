"""SemEval-2023 task 3, English (Piskorski et al. 2023): news articles, 23-technique spans.

Most articles are in PTC too, under the same id but with other line breaks and offsets. Drop those
ids before the two are mixed: `without`.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.ptc import Article, Span, label_lines, span
from scorer.training.corpora.read import fields, read_lines, read_text
from scorer.training.labels import Labels


def read_semeval2023_task3(folder: Path, without: frozenset[str] = frozenset()) -> Labels:
    """One row a non-blank line; positive if a span touches it. `without`: article ids left out."""
    articles = [a for a in read_articles(folder) if a.article_id not in without]
    return label_lines(articles, "semeval2023_task3")


def read_articles(folder: Path) -> list[Article]:
    """All articles with their spans, by id. Fourteen articles have none."""
    paths = sorted((folder / "articles").glob("article*.txt"))
    if not paths:
        raise InputError(f"{folder / 'articles'}: no article*.txt files")
    texts = {path.stem.removeprefix("article"): read_text(path) for path in paths}
    spans = _spans(folder / "spans.tsv", texts)
    return [Article(key, "train", text, tuple(spans[key])) for key, text in texts.items()]


def _spans(path: Path, texts: dict[str, str]) -> defaultdict[str, list[Span]]:
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for number, line in enumerate(read_lines(path), start=1):
        key = fields(line, 4, path, number)[0]
        if key not in texts:
            raise InputError(f"{path}: line {number}: no article {key!r} in the articles folder")
        spans[key].append(span(line, path, number, len(texts[key])))
    return spans
