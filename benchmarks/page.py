"""`benchmarks/README.md` from the results: `python -m benchmarks.page > benchmarks/README.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.timing import RESULTS

HEAD = """\
# Benchmarks

This page is generated: `python -m benchmarks.page > benchmarks/README.md`.

Run one with `python -m benchmarks.NAME` from the top of a checkout, in an environment with scorer
installed. Each writes `benchmarks/results/NAME.json`. Absolute figures depend on the machine;
compare ratios.
"""
SPEED = """\
## speed

Article texts to the five tables, with all heads, markers and attributions, against what
scikit-learn users would set up. The peers get statements that are already cut, and give
probabilities only. One core, CPU time, medians of {rounds} rounds in which all take turns.
Text: {texts}, {articles} articles, {characters:,} characters, {statements:,} statements. MB/s are
millions of characters of article text a second.
"""
STARTUP = """\
## startup

Cold start of a whole process, wall-clock medians of seven rounds, files in the cache.
"""
LEXICON = """\
## lexicon_size

Look-up of phrases in a text that is tokenised already: cost follows the text, not the number of
phrases. One core. Text: {characters:,} characters.
"""


def main() -> None:
    """Print the page."""
    print(page(), end="")


def page() -> str:
    """The page, from the results that are committed."""
    return "\n".join([HEAD, *_speed(_load("speed")), *_startup(_load("startup")), *_lexicon()])


def _speed(found: dict[str, Any]) -> Iterator[str]:
    yield SPEED.format_map(found)
    rows = ((f"`{n}`", f"{r:.2f}", f"{found['ratios'][n]:.2f}") for n, r in found["rates"].items())
    yield _table(("method", "MB/s", "scorer is … times as fast"), rows)
    total = sum(found["stages"].values())
    yield "Where scorer's time goes:\n"
    shares = ((name, f"{spent / total:.0%}") for name, spent in found["stages"].items())
    yield _table(("stage", "share"), shares)
    yield _machine(found)


def _startup(found: dict[str, Any]) -> Iterator[str]:
    yield STARTUP
    seconds, ratios = found["seconds"], found["ratios"]
    rows = ((f"`{n}`", f"{seconds[n]:.2f}", f"{ratios[n]:.2f}") for n in seconds)
    yield _table(("command", "seconds", "ratio to importing numpy"), rows)
    yield _machine(found)


def _lexicon() -> Iterator[str]:
    found = _load("lexicon_size")
    yield LEXICON.format_map(found)
    rows = ((f"{int(n):,}", f"{r:.1f}", str(found["hits"][n])) for n, r in found["rates"].items())
    yield _table(("phrases", "MB/s", "hits"), rows)
    yield _machine(found)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) + ("---:",) * (len(head) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _machine(found: dict[str, Any]) -> str:
    return f"Machine: {', '.join(f'{k} {v}' for k, v in found['machine'].items())}.\n"


def _load(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    main()
