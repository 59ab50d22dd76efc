"""Imports go downward only, and heavy libraries load only where they are needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {"sklearn", "scipy", "pandas", "pandera", "pyarrow", "joblib", "charset_normalizer"}


def python(code: str) -> str:
    """What code prints in a process of its own, at the top of the checkout."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def loaded(code: str) -> set[str]:
    """The modules that are there after running some code."""
    return set(python(f"{code}\nimport sys; print(); print(*sys.modules)").split())


def test_the_contracts_on_imports_hold() -> None:
    if not (ROOT / "scorer" / "features").is_dir():
        pytest.skip("a checkout without links: the linter sees a part of the package only")
    lint = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    assert " 0 broken." in python(lint)


def test_importing_scorer_loads_next_to_nothing() -> None:
    assert (HEAVY | {"numpy", "typer", "rich"}).isdisjoint(loaded("import scorer, scorer.errors"))


def test_scoring_loads_no_heavy_library() -> None:
    score = "import scorer; scorer.Scorer.load().score_texts(['The mayor said that it rained.'])"
    found = loaded(score)
    assert "numpy" in found
    assert HEAVY.isdisjoint(found)


def test_training_is_where_scikit_learn_is_loaded() -> None:
    assert "sklearn" in loaded("import scorer.training.logistic")
