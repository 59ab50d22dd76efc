"""A batch of articles as one array of code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.features.tokens import Hashes, Offsets, Tokens, tokenise

# One line feed stands after every article, so that no token or statement runs into the next one.
SEPARATOR = "\n"


@dataclass(frozen=True, slots=True)
class Batch:
    """A articles joined into one text of N code points.

    `texts` are exactly as given. `codes`: uint32 (N,). `article_start`: int64 (A+1,); article `a`
    is `text[article_start[a] : article_start[a+1] - 1]`, the last character being the separator.
    No articles: N = 0.
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    text: str
    codes: NDArray[np.uint32]
    article_start: Offsets
    tokens: Tokens

    @property
    def token_hash(self) -> Hashes:
        """uint64 (T,)."""
        return self.tokens.hash


def make_batch(texts: Sequence[str], ids: Sequence[str] | None = None) -> Batch:
    """Join texts and tokenise them. `ids` default to "0", "1", …"""
    names = tuple(ids) if ids is not None else tuple(str(i) for i in range(len(texts)))
    joined = "".join([part for text in texts for part in (text, SEPARATOR)])
    codes = code_points(joined)
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    start = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    return Batch(names, tuple(texts), joined, codes, start, tokenise(codes))


def code_points(text: str) -> NDArray[np.uint32]:
    """Code points of a string, lone surrogates included; uint32 (len(text),)."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
