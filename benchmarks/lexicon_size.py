"""Does look-up slow down with the number of phrases? 1,000 against 20,000 phrases.

`python -m benchmarks.lexicon_size` writes `results/lexicon_size.json`. The smaller lexicon is a
part of the larger one. Its phrases are 200 word pairs that the text holds and 800 pairs and triples
drawn at random from its vocabulary; the other 19,000 are drawn likewise, so that nearly all hits
are the same and only the size differs.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Any

from benchmarks.texts import CORPORA, load
from benchmarks.timing import in_turn, machine, median, one_core, save
from scorer.features.batch import make_batch
from scorer.features.lexicon import Lexicon, compile_phrases
from scorer.features.reading import Reading, read
from scorer.features.view import token_view

SIZES = (1_000, 20_000)
PRESENT = 200
SEED = 7
REPEATS = 20  # look-ups by the clock: one alone takes a few milliseconds
PIECE = 1 << 18  # characters looked at together, as in the engine

Phrase = tuple[str, ...]


def main() -> None:
    """Measure, print and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="folder of ptc and polnear")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--dry", action="store_true", help="print, but write no result")
    given = parser.parse_args()
    texts = load(given.corpora, PIECE)
    found = measure(read(make_batch(texts.articles)), given.rounds)
    found["texts"] = texts.origin
    for size in SIZES:
        rate, hits = found["rates"][str(size)], found["hits"][str(size)]
        print(f"{rate:7.1f} MB/s  {size:,} phrases  ({hits} hits)")
    if not given.dry:
        save("lexicon_size", found)


def measure(reading: Reading, rounds: int) -> dict[str, Any]:
    """Rates and hits by number of phrases."""
    view, every = token_view(reading), _phrases(reading)
    lexicons = {str(size): compile_phrases(every[:size]) for size in SIZES}

    def finder(lexicon: Lexicon) -> Any:
        return lambda: [lexicon.find(view) for _ in range(REPEATS)]

    with one_core():
        taken = in_turn({name: finder(lexicon) for name, lexicon in lexicons.items()}, rounds)
    chars = len(reading.text)
    return {
        "characters": chars,
        "rates": {
            name: round(chars * REPEATS / median(spent) / 1e6, 1) for name, spent in taken.items()
        },
        "hits": {name: int(lexicon.find(view).first.size) for name, lexicon in lexicons.items()},
        "machine": machine(),
    }


def _phrases(reading: Reading) -> list[Phrase]:
    """Distinct phrases: first those that the text holds, then random ones."""
    draw = random.Random(SEED)
    words = [w for s in range(reading.statement_start.size) for w in reading.statement_words(s)]
    known = sorted(set(words))
    at = draw.sample(range(len(words) - 1), PRESENT)
    found: dict[Phrase, None] = {(words[i], words[i + 1]): None for i in at}
    while len(found) < max(SIZES):
        found[tuple(draw.choices(known, k=draw.choice((2, 3))))] = None
    return list(found)


if __name__ == "__main__":
    main()
