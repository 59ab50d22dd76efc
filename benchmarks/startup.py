"""How long a user waits for a cold start, as a ratio to importing numpy.

`python -m benchmarks.startup` writes `results/startup.json`. Times are wall-clock seconds of whole
processes with warm file caches, the commands in turn, and the medians of seven rounds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from benchmarks.texts import EXAMPLES
from benchmarks.timing import machine, median, save

ROUNDS = 7
NUMPY = 'python -c "import numpy"'
SCORER = [sys.executable, "-c", "from scorer.cli import main; main()"]


def main() -> None:
    """Measure, print and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="default", help="name or folder of a model")
    parser.add_argument("--dry", action="store_true", help="print, but write no result")
    given = parser.parse_args()
    article = str(sorted(EXAMPLES.glob("*.txt"))[0])
    found = measure(
        {
            NUMPY: [sys.executable, "-c", "import numpy"],
            "scorer --help": [*SCORER, "--help"],
            "scorer score ARTICLE": [*SCORER, "score", "--model", given.model, article],
        }
    )
    for name, spent in found["seconds"].items():
        print(f"{spent:7.3f} s  {found['ratios'][name]:5.2f} × numpy  {name}")
    if not given.dry:
        save("startup", found)


def measure(commands: dict[str, list[str]]) -> dict[str, dict[str, str] | dict[str, float]]:
    """Everything that goes into `results/startup.json`."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            spent = _seconds(command)
            if number:
                taken[name].append(spent)
    medians = {name: median(spent) for name, spent in taken.items()}
    ratios = {name: round(spent / medians[NUMPY], 2) for name, spent in medians.items()}
    return {"seconds": medians, "ratios": ratios, "machine": machine()}


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
