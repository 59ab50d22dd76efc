"""Train the shipped model: `python -m scorer.training.default --corpora DIR -o FOLDER`.

The same corpora, seed and versions give the same digest on one machine. Linear algebra runs in one
thread, because several add up in another order each time.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from scorer.errors import ScorerError
from scorer.features.extract import Extractor
from scorer.models.card import Card, Data
from scorer.models.store import save
from scorer.training.catalogue import BY_NAME, MAIN
from scorer.training.evaluate import Trial, try_head
from scorer.training.material import Material, load_material
from scorer.training.pack import Fitted, pack_model
from scorer.training.recipes import DONOR, RECIPES, SEED
from scorer.training.split import fingerprints
from scorer.training.task import Task, fit_donors, make_task

COMMAND = "python -m scorer.training.default --corpora DIR -o models/artefacts/default"

_threads: Any = importlib.import_module("threadpoolctl")

Say = Callable[[str], None]


def train_default(corpora: Path, out: Path, say: Say = lambda text: None) -> Card:
    """Train all heads on all corpora, measure them, write the model folder, return its card."""
    with _threads.threadpool_limits(1):
        material = load_material(corpora, Extractor.load(), SEED)
        say("corpora read")
        heads = [_fit(task, trial, material) for task, trial in try_all(material, say)]
    seen = np.concatenate(
        [fingerprints(p.labels.text) for p in (*material.learn.values(), *material.test.values())]
    )
    packed = pack_model("default", COMMAND, heads, material.idf, material.names, seen=seen)
    save(out, packed.card, packed.weights)
    return packed.card


def try_default(corpora: Path, say: Say = lambda text: None) -> list[Trial]:
    """Run the protocols of all heads without writing a model."""
    with _threads.threadpool_limits(1):
        material = load_material(corpora, Extractor.load(), SEED)
        return [trial for _, trial in try_all(material, say)]


def try_all(material: Material, say: Say) -> list[tuple[Task, Trial]]:
    """The task and the trial of every head."""
    donors = fit_donors(material, RECIPES, DONOR)
    done = list[tuple[Task, Trial]]()
    for head, recipe in RECIPES.items():
        task = make_task(head, material, recipe, donors)
        trial = try_head(task)
        figure = trial.outcomes[0].figures()[0]
        say(f"{head}: {figure.metric} {figure.value:.3f} in {figure.protocol}")
        done.append((task, trial))
    return done


def _fit(task: Task, trial: Trial, material: Material) -> Fitted:
    return Fitted(
        task.head,
        task.metric,
        task.recipe,
        task.fit(),
        trial.sigmoid,
        trial.threshold,
        int(task.counted.sum()),
        _data(task, material),
        trial.figures(BY_NAME[MAIN[task.head]].published),
    )


def _data(task: Task, material: Material) -> tuple[Data, ...]:
    donors = task.recipe.donor_names if task.recipe.donors else ()
    roles = {MAIN[task.head]: "labels of the head"}
    roles.update(dict.fromkeys(task.recipe.extra, "more rows"))
    roles.update(dict.fromkeys(donors, "its own model helps (transfer)"))
    found = list[Data]()
    for name, role in roles.items():
        parts = [material.learn[name]]
        if name in material.test and name == MAIN[task.head]:
            parts.append(material.test[name])
        rows = sum(len(part.labels) for part in parts)
        positive = sum(part.labels.positive for part in parts)
        corpus = BY_NAME[name]
        about = (corpus.licence, corpus.terms, corpus.reference)
        found.append(Data(name, role, rows, positive, *about))
    return tuple(found)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m scorer.training.default", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder of the model")
    asked = parser.parse_args(arguments)
    card = train_default(asked.corpora, asked.out, lambda text: print(text, file=sys.stderr))
    print(card.model)


if __name__ == "__main__":
    try:
        main()
    except ScorerError as problem:
        raise SystemExit(f"training: {problem}") from None
