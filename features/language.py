"""Which texts are English: by their function words, and by a library where those do not decide."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.features.batch import Batch
from scorer.features.wordtable import WordTable, word_table

_ENGLISH = """
the of and to in that is was for it with as his he be by on not this are at from but have an
they which you were her she all would there been one their we has had who will more if no out so
said about what than into could only other do i can over also after when your may then them some
"""
SHORT = 20  # tokens: below, a text is taken as English unless its script or words say otherwise
_SURE = 0.18  # share of function words that English prose exceeds and other languages do not reach
_SAMPLE = 4000  # code points shown to the library


def languages(batch: Batch) -> list[str | None]:
    """ISO 639-1 code of each article, None for one without words."""
    return [_language(batch, a, share, n) for a, (share, n) in enumerate(_shares(batch))]


def _shares(batch: Batch) -> list[tuple[float, int]]:
    """Share of English function words, and the number of tokens, of each article."""
    english = _english().holds(batch.tokens.hash)
    total = np.concatenate([np.zeros(1, np.int64), np.cumsum(english)])
    bounds = np.searchsorted(batch.tokens.start, batch.article_start)
    counts = np.diff(bounds)
    found = total[bounds[1:]] - total[bounds[:-1]]
    share: NDArray[np.float64] = found / np.maximum(counts, 1)
    return list(zip(share.tolist(), counts.tolist(), strict=True))


def _language(batch: Batch, article: int, share: float, tokens: int) -> str | None:
    if tokens == 0:
        return None
    if share >= _SURE:
        return "en"
    text = batch.texts[article]
    latin = _latin_share(text[:_SAMPLE])
    if tokens < SHORT and latin > 0.5 and (share > 0 or tokens < 6):
        return "en"
    code, certainty = _identify(text[:_SAMPLE])
    if latin > 0.5 and (certainty < 0.9 if tokens >= SHORT else certainty < 0.99):
        return "en"
    return code


def _latin_share(text: str) -> float:
    """Share of the letters that are Latin."""
    letters = [c for c in text if c.isalpha()]
    return sum(c < "\u0250" for c in letters) / max(len(letters), 1)


def _identify(text: str) -> tuple[str, float]:
    """Language code and certainty by py3langid (imported only here: most texts never need it)."""
    code, certainty = _identifier().classify(text.encode("utf-8", "replace").decode())
    return str(code)[:2], float(certainty)


@cache
def _identifier() -> Any:
    import py3langid.langid

    library: Any = py3langid.langid  # it has no types
    return library.LanguageIdentifier.from_model_file(library.MODEL_FILE, norm_probs=True)


@cache
def _english() -> WordTable:
    return word_table([*_ENGLISH.split()])
