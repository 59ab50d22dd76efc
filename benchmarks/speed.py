"""Texts to five tables against hashed n-grams and logistic regression, on one core, in one run.

`python -m benchmarks.speed` writes `results/speed.json`. Rates are millions of characters of
article text per second of CPU time, the same text for all.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from benchmarks.peers import peers
from benchmarks.stages import by_stage
from benchmarks.texts import CORPORA, Texts, load
from benchmarks.timing import in_turn, machine, median, one_core, save
from scorer import Scorer

OURS = "scorer: five tables"


def main() -> None:
    """Measure, print and save."""
    given = _arguments()
    texts = load(given.corpora, given.chars)
    found = measure(Scorer.load(given.model), texts, given.rounds)
    show(found)
    if not given.dry:
        save("speed", found)


def measure(scorer: Scorer, texts: Texts, rounds: int) -> dict[str, Any]:
    """Everything that goes into `results/speed.json`."""
    with one_core():
        statements = scorer.score_texts(texts.articles).statements["text"].tolist()

        def ours() -> object:
            return scorer.score_texts(texts.articles)

        taken = in_turn({OURS: ours, **peers(statements)}, rounds)
        stages = [by_stage(ours) for _ in range(rounds)]
    rates = {name: round(texts.chars / median(spent) / 1e6, 2) for name, spent in taken.items()}
    return {
        "texts": texts.origin,
        "articles": len(texts.articles),
        "characters": texts.chars,
        "statements": len(statements),
        "rounds": rounds,
        "rates": rates,
        "ratios": {name: round(rates[OURS] / rate, 2) for name, rate in rates.items()},
        "stages": {name: median([s[name] for s in stages]) for name in stages[0]},
        "seconds": {name: [round(s, 3) for s in spent] for name, spent in taken.items()},
        "machine": machine(),
    }


def show(found: dict[str, Any]) -> None:
    """Print rates, ratios and stages."""
    print(f"{found['texts']}: {found['articles']} articles, {found['characters']:,} characters")
    for name, rate in found["rates"].items():
        print(f"{rate:7.2f} MB/s  {name}  (scorer is {found['ratios'][name]:.2f} times as fast)")
    total = sum(found["stages"].values())
    for name, spent in found["stages"].items():
        print(f"{spent / total:7.0%}  {name}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="folder of ptc and polnear")
    parser.add_argument("--model", default="default", help="name or folder of a model")
    parser.add_argument("--chars", type=int, default=3_000_000, help="how much text, at most")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="print, but write no result")
    return parser.parse_args()


if __name__ == "__main__":
    main()
