"""How well attributions agree with PolNeAR: cues, sources and contents by token overlap.

PolNeAR annotates more than speech: intentions ("plans to"), attitudes ("backs", "wants"), polls and
attributions of knowledge. Cues of those kinds count as misses here; `by type` shows the difference.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scorer.features.batch import make_batch
from scorer.features.extract import Extractor
from scorer.features.spoken import Attribution
from scorer.training.corpora.polnear import Attributed, Pieces, Relation, read_polnear

_WORD = re.compile(r"\w+")
_HEAD_ENDS = re.compile(
    r"[,(;:—–]|\b(?:of|for|in|at|from|with|who|which|that|on|by|to|and|or|as|whose|near|including)\b"
)


@dataclass(slots=True)
class Overlap:
    """Token counts of a role: in both, in ours, in the gold annotation."""

    both: int = 0
    ours: int = 0
    gold: int = 0

    def add(self, ours: set[int], gold: set[int]) -> None:
        """Count one pair."""
        self.both += len(ours & gold)
        self.ours += len(ours)
        self.gold += len(gold)

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall, F1; 0 where nothing was found."""
        return _prf(self.both, self.ours, self.gold)


@dataclass(slots=True)
class Agreement:
    """Counts over a set of articles."""

    found: int = 0
    ours: int = 0
    gold: int = 0
    heads: int = 0
    heads_right: int = 0
    unsourced: int = 0
    unsourced_right: int = 0
    source: Overlap = field(default_factory=Overlap)
    content: Overlap = field(default_factory=Overlap)

    @property
    def cue(self) -> tuple[float, float, float]:
        """Precision, recall, F1 of cues: a cue is found when the two share a token."""
        return _prf(self.found, self.ours, self.gold)

    @property
    def head(self) -> float:
        """Share of found attributions with a gold source whose source head is right."""
        return self.heads_right / max(self.heads, 1)


def _prf(both: int, ours: int, gold: int) -> tuple[float, float, float]:
    precision, recall = both / max(ours, 1), both / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-12)


def evaluate(articles: Sequence[Attributed], extractor: Extractor) -> Agreement:
    """Compare with the first annotator of each article."""
    total = Agreement()
    for article in articles:
        ours = list(extractor.prepare(make_batch([article.text])).attributions)
        who = article.annotators[0]
        gold = [r for r in article.relations if r.annotator == who and r.cue]
        _compare(article.text, [a for a in ours if a.cue_start >= 0], gold, total)
    return total


def _compare(
    text: str, ours: Iterable[Attribution], gold: Sequence[Relation], total: Agreement
) -> None:
    tokens = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    cues = [_tokens(tokens, relation.cue) for relation in gold]
    free = set(range(len(gold)))
    total.gold += len(gold)
    for attribution in ours:
        total.ours += 1
        cue = _tokens(tokens, ((attribution.cue_start, attribution.cue_end),))
        best = max(free, key=lambda g: len(cues[g] & cue), default=None)
        if best is None or not cues[best] & cue:
            continue
        free.discard(best)
        total.found += 1
        _roles(text, tokens, attribution, gold[best], total)


def _roles(
    text: str, tokens: list[tuple[int, int]], ours: Attribution, gold: Relation, total: Agreement
) -> None:
    source = ((ours.source_start, ours.source_end),) if ours.source_start >= 0 else ()
    content = ((ours.content_start, ours.content_end),)
    total.content.add(_tokens(tokens, content), _tokens(tokens, gold.content))
    if not gold.source:
        total.unsourced += 1
        total.unsourced_right += not source
        return
    total.source.add(_tokens(tokens, source), _tokens(tokens, gold.source))
    total.heads += 1
    total.heads_right += bool(source) and _head(text, source) == _head(text, gold.source)


def _tokens(tokens: list[tuple[int, int]], pieces: Pieces) -> set[int]:
    return {i for i, (a, b) in enumerate(tokens) for start, end in pieces if a < end and b > start}


def _head(text: str, pieces: Pieces) -> str:
    """The head word of a source: the last word before a comma, a preposition or "who"."""
    written = " ".join(text[a:b] for a, b in pieces)
    words = _WORD.findall(re.sub(r"[’']s\b", "", _HEAD_ENDS.split(written.strip(), maxsplit=1)[0]))
    words = words or _WORD.findall(written)
    return words[-1].lower() if words else ""


def main() -> None:
    """Print the agreement with the PolNeAR articles of one split."""
    parser = argparse.ArgumentParser(prog="python -m scorer.training.attribution")
    parser.add_argument("--polnear", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    asked = parser.parse_args()
    articles = [a for a in read_polnear(asked.polnear) if a.split == asked.split]
    found = evaluate(articles, Extractor.load())
    rows = {"cue": found.cue, "source": found.source.scores, "content": found.content.scores}
    print(f"{len(articles)} articles: precision, recall, F1")
    for name, scores in rows.items():
        print(f"{name:8}", *(f"{score:.3f}" for score in scores))
    print(f"source head right on {found.head:.3f} of {found.heads}")
    print(f"without a source: right on {found.unsourced_right} of {found.unsourced}")


if __name__ == "__main__":
    main()
