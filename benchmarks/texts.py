"""The articles that are timed: real news where the corpora are at hand, else the examples."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"
EXAMPLES = ROOT / "examples" / "articles"


class Texts(NamedTuple):
    """Where the articles come from, and the articles."""

    origin: str
    articles: list[str]

    @property
    def chars(self) -> int:
        """Code points of all articles."""
        return sum(map(len, self.articles))


def load(corpora: Path, most: int) -> Texts:
    """Articles of at most about `most` characters, from PTC and PolNeAR or from the examples."""
    found = sorted([*corpora.glob("ptc/*/article*.txt"), *corpora.glob("polnear/*/text/*.txt")])
    if found:
        return Texts("news articles of PTC and PolNeAR", _until(map(_read, found), most))
    articles = [_read(path) for path in sorted(EXAMPLES.glob("*.txt"))]
    times = max(1, most // sum(map(len, articles)))
    return Texts(f"the examples, {times} times over", articles * times)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _until(articles: map[str], most: int) -> list[str]:
    taken, size = list[str](), 0
    for article in articles:
        size += len(article)
        if size > most:
            break
        taken.append(article)
    return taken
