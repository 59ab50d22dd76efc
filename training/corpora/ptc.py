"""PTC v2 (Da San Martino et al. 2019): news articles, one sentence a line, spans by technique."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scorer.errors import InputError
from scorer.training.corpora.read import fields, read_lines, read_text
from scorer.training.labels import Labels, build

SPLITS = ("train", "dev")


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled span: technique, half-open code-point offsets into the article."""

    technique: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published, with its spans."""

    article_id: str
    split: str
    text: str
    spans: tuple[Span, ...]


def read_ptc(folder: Path) -> Labels:
    """One row a non-blank line; positive if a span touches it. Splits: train, dev."""
    return label_lines(read_articles(folder), "ptc")


def read_articles(folder: Path) -> list[Article]:
    """All articles of train and dev, by split and id."""
    articles = list[Article]()
    for split in SPLITS:
        paths = sorted((folder / split).glob("article*.txt"))
        if not paths:
            raise InputError(f"{folder / split}: no article*.txt files; is this the PTC corpus?")
        articles += [_article(path, split) for path in paths]
    return articles


def label_lines(articles: list[Article], corpus: str) -> Labels:
    """Articles as labelled lines. Works for every corpus with a line a sentence and spans."""
    text, label, ids, splits = list[str](), list[bool](), list[str](), list[str]()
    for article in articles:
        start = 0
        for line in article.text.split("\n"):
            end = start + len(line)
            if line.strip():
                text.append(line.strip())
                label.append(any(s.start < end and s.end > start for s in article.spans))
                ids.append(article.article_id)
                splits.append(article.split)
            start = end + 1
    return build("propaganda", corpus, text, label, article_id=ids, split=splits)


def _article(path: Path, split: str) -> Article:
    article_id = path.stem.removeprefix("article")
    text = read_text(path)
    return Article(
        article_id, split, text, _spans(path.with_suffix(".labels.tsv"), article_id, text)
    )


def _spans(path: Path, article_id: str, text: str) -> tuple[Span, ...]:
    return tuple(
        span(line, path, number, len(text))
        for number, line in enumerate(read_lines(path), start=1)
        if line.strip() and own_row(line, path, number, article_id)
    )


def own_row(line: str, path: Path, number: int, article_id: str) -> bool:
    """Check that a row belongs to the article of its file."""
    if fields(line, 4, path, number)[0] != article_id:
        raise InputError(f"{path}: line {number}: a span of another article")
    return True


def span(line: str, path: Path, number: int, length: int) -> Span:
    """Read one span row. Ends are cut at the end of the text.

    One published span lies wholly behind the end of its article; it becomes empty and touches
    nothing.
    """
    _, technique, start, end = fields(line, 4, path, number)
    if not (start.isdecimal() and end.isdecimal()) or int(start) >= int(end):
        raise InputError(f"{path}: line {number}: offsets {start!r}, {end!r} are not a span")
    return Span(technique, min(int(start), length), min(int(end), length))
