"""One head's rows put together: its corpus, helping rows, donors, groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scorer.training.catalogue import BY_NAME, MAIN
from scorer.training.fit import Line, Recipe, fit_line, held_out
from scorer.training.labels import Labels, join
from scorer.training.material import Material
from scorer.training.sparse import Design, Floats, above
from scorer.training.split import group
from scorer.training.vectors import Vectors


@dataclass(frozen=True, slots=True)
class Task:
    """N rows to fit a head on. `counted`: (N,) bool, rows of the head's own corpus: only these are
    measured. `groups`: (N,) int64, never split.
    """

    head: str
    metric: str
    recipe: Recipe
    labels: Labels
    design: Design
    counted: NDArray[np.bool_]
    groups: NDArray[np.int64]
    vectors: Vectors
    donors: tuple[Line, ...]

    def take(self, rows: NDArray[np.bool_]) -> Task:
        """The task with only these rows."""
        return replace(
            self,
            labels=self.labels.take(rows),
            design=self.design.take(rows),
            counted=self.counted[rows],
            groups=self.groups[rows],
        )

    def fit(self) -> Line:
        """Fit on all rows."""
        return fit_line(self.design, self.labels, self.recipe, self.vectors, self.donors)

    def held_out(self, folds: NDArray[np.int64]) -> Floats:
        """Decisions on each fold by a line fitted on the others, (N,)."""
        return held_out(
            self.design, self.labels, folds, self.recipe, self.vectors, donors=self.donors
        )


def make_task(head: str, material: Material, recipe: Recipe, donors: Mapping[str, Line]) -> Task:
    """All rows of a head: its own corpus (learning rows, then test rows), then the extra rows."""
    name = MAIN[head]
    parts = [material.learn[name], *([material.test[name]] if name in material.test else [])]
    own = sum(len(part.labels) for part in parts)
    parts += [material.learn[extra] for extra in recipe.extra]
    labels = join([part.labels for part in parts], name)
    return Task(
        head,
        BY_NAME[name].metric,
        recipe,
        labels,
        above([part.design for part in parts]),
        np.arange(len(labels)) < own,
        group(labels),
        material.vectors,
        tuple(donors[donor] for donor in recipe.donor_names) if recipe.donors else (),
    )


def fit_donors(material: Material, recipes: Mapping[str, Recipe], how: Recipe) -> dict[str, Line]:
    """A line for each corpus that some recipe asks for, fitted on its learning rows."""
    wanted = sorted({name for recipe in recipes.values() for name in recipe.donor_names})
    return {
        name: fit_line(part.design, part.labels, how, material.vectors)
        for name in wanted
        for part in [material.learn[name]]
    }
