"""Quality as a regression test: figures must not fall below the floors in `floors.json`.

`python -m scorer.training.gate` checks the shipped model's card. `--pin` writes new floors from it,
a little below the figures (`SLACK`); it will not lower one unless `--lower HEAD` names its head.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from scorer.errors import ArtefactError, InputError
from scorer.models.card import Card, Figure
from scorer.models.store import read_card
from scorer.training.metrics import METRICS

FLOORS = Path(__file__).parent / "floors.json"
# Another version of scikit-learn or another processor moves a figure by this much.
SLACK = 0.005
PINNED = ("f1", "macro_f1", "auc", "ece")

# "head / protocol / metric" to the value that may not be passed
Floors = dict[str, float]


def read_floors(path: Path = FLOORS) -> Floors:
    """The pinned floors. For ECE and Brier, where lower is better, they are ceilings."""
    try:
        raw: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error}); pin the floors again") from error
    if not isinstance(raw, dict):
        raise InputError(f"{path}: expected an object of numbers; pin the floors again")
    return {str(key): float(value) for key, value in raw.items()}  # pyright: ignore


def key(head: str, figure: Figure) -> str:
    """The name of a figure in the floors."""
    return f"{head} / {figure.protocol} / {figure.metric}"


def holds(figure: Figure, floor: float) -> bool:
    """Whether a figure keeps its floor, or its ceiling."""
    return figure.value >= floor if METRICS[figure.metric].up else figure.value <= floor


def failures(figures: Iterable[tuple[str, Figure]], floors: Floors) -> list[str]:
    """What is wrong: figures past their floor, and floors that no figure answers to."""
    found = {key(head, figure): figure for head, figure in figures}
    wrong = [f"{name}: no such figure any more" for name in floors if name not in found]
    wrong += [
        f"{name}: {found[name].value:.4f}, floor {floor:.4f}"
        for name, floor in floors.items()
        if name in found and not holds(found[name], floor)
    ]
    return sorted(wrong)


def card_figures(card: Card) -> list[tuple[str, Figure]]:
    """All figures of a card with their heads."""
    return [(head.head, figure) for head in card.heads for figure in head.figures]


def pin(figures: Iterable[tuple[str, Figure]], old: Floors, lower: Sequence[str] = ()) -> Floors:
    """New floors, `SLACK` away from the figures. Each keeps the stricter of old and new.

    Only the heads in `lower` may get an easier floor.
    """
    new = Floors()
    for head, figure in figures:
        if figure.metric not in PINNED:
            continue
        name, up = key(head, figure), METRICS[figure.metric].up
        value = round(figure.value - SLACK if up else figure.value + SLACK, 4)
        before = old.get(name, value)
        stricter = max(before, value) if up else min(before, value)
        new[name] = value if head in lower else stricter
    kept = {name: value for name, value in old.items() if name.split(" / ")[0] not in lower}
    return {**kept, **new}


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the shipped model, or pin its figures. Exit code 1 where a floor is broken."""
    parser = argparse.ArgumentParser(prog="python -m scorer.training.gate", description=__doc__)
    parser.add_argument("--model", default="default")
    parser.add_argument("--pin", action="store_true", help="write floors.json from the card")
    parser.add_argument("--lower", nargs="*", default=[], metavar="HEAD")
    asked = parser.parse_args(arguments)
    figures = card_figures(read_card(asked.model))
    if asked.pin:
        old = read_floors() if FLOORS.exists() else {}
        text = json.dumps(pin(figures, old, asked.lower), indent=2, sort_keys=True)
        FLOORS.write_text(text + "\n", encoding="utf-8")
    wrong = failures(figures, read_floors())
    print("\n".join(wrong) or "all floors hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except (InputError, ArtefactError) as problem:
        raise SystemExit(f"gate: {problem}") from None
