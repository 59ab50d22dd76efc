"""Quality floors: what breaks them, what re-pins them, what they say of the shipped model."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.models.card import Figure
from scorer.models.store import read_card
from scorer.training import gate
from scorer.training.page import page

F1 = Figure("f1", "cross-validation", 0.60, 0.5, 0.7, 100)
ECE = replace(F1, metric="ece", value=0.02)
NAME, ERROR = "bias / cross-validation / f1", "bias / cross-validation / ece"
FIGURES = [("bias", F1), ("bias", ECE)]


def test_floors_are_pinned_a_little_off_the_figures() -> None:
    assert gate.pin(FIGURES, {}) == {NAME: 0.595, ERROR: 0.025}


def test_a_figure_below_its_floor_fails() -> None:
    wrong = gate.failures(FIGURES, {NAME: 0.61, ERROR: 0.019})
    assert wrong == [f"{ERROR}: 0.0200, floor 0.0190", f"{NAME}: 0.6000, floor 0.6100"]
    assert gate.failures(FIGURES, {NAME: 0.6, ERROR: 0.02}) == []


def test_a_floor_without_a_figure_fails() -> None:
    assert gate.failures([], {NAME: 0.5}) == [f"{NAME}: no such figure any more"]


def test_pinning_raises_floors_and_lowers_none_unasked() -> None:
    old = {NAME: 0.7, ERROR: 0.01}
    assert gate.pin(FIGURES, old) == old
    assert gate.pin(FIGURES, {NAME: 0.5, ERROR: 0.5}) == {NAME: 0.595, ERROR: 0.025}
    assert gate.pin(FIGURES, old, ["propaganda"]) == old
    assert gate.pin(FIGURES, old, ["bias"]) == {NAME: 0.595, ERROR: 0.025}


def test_floors_of_figures_that_are_gone_stay_until_lowering_is_asked() -> None:
    old = {"bias / elsewhere / f1": 0.4, "propaganda / elsewhere / f1": 0.4}
    assert gate.pin(FIGURES, old).items() >= old.items()
    lowered = gate.pin(FIGURES, old, ["bias"])
    assert "bias / elsewhere / f1" not in lowered
    assert lowered["propaganda / elsewhere / f1"] == 0.4


def test_floors_that_cannot_be_read_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text("[1]")
    with pytest.raises(InputError, match="expected an object"):
        gate.read_floors(tmp_path / "floors.json")
    with pytest.raises(InputError, match="cannot be read"):
        gate.read_floors(tmp_path / "none.json")


def test_the_shipped_model_keeps_its_floors() -> None:
    floors = gate.read_floors()
    assert gate.failures(gate.card_figures(read_card()), floors) == []
    assert {name.split(" / ")[0] for name in floors} == {h.head for h in read_card().heads}


def test_the_tool_pins_what_it_then_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate.read_floors, "__defaults__", (path,))
    assert gate.main(["--pin"]) == 0
    assert capsys.readouterr().out == "all floors hold\n"
    floors = json.loads(path.read_text())
    name = next(key for key in floors if key.endswith("/ f1"))
    path.write_text(json.dumps({**floors, name: 0.999}))
    assert gate.main([]) == 1
    assert gate.main(["--pin"]) == 1
    assert json.loads(path.read_text())[name] == 0.999
    assert gate.main(["--pin", "--lower", name.split(" / ")[0]]) == 0


def test_every_head_beats_the_baseline() -> None:
    for head in read_card().heads:
        main = head.figures[0]
        assert main.baseline is not None
        assert main.value >= main.baseline, head.head


def test_probabilities_are_calibrated() -> None:
    found = {
        head.head: figure.value
        for head in read_card().heads
        for figure in head.figures
        if (figure.protocol, figure.metric) == ("cross-validation", "ece")
    }
    assert len(found) == len(read_card().heads)
    assert max(found.values()) <= 0.05


def test_the_page_shows_the_card() -> None:
    card = read_card()
    shown = page(card, gate.read_floors())
    assert card.model in shown
    assert all(f"## {head.head}\n" in shown for head in card.heads)
    stored = Path(__file__).parents[1] / "docs" / "model-card.md"
    assert stored.read_text(encoding="utf-8") == shown, "run .ci/pages"
