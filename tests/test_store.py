"""Model folders: what is written is read back; what does not fit is refused."""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scorer.errors import ArtefactError
from scorer.models import store
from scorer.models.card import (
    Calibration,
    Card,
    Data,
    Figure,
    HeadCard,
    Weights,
    from_json,
    to_json,
)
from scorer.models.linear import LinearHeads

BUCKETS = 16


def heads(seed: int = 0) -> LinearHeads:
    random = np.random.default_rng(seed)
    table = random.normal(size=(BUCKETS, 2)).astype(np.float32)
    half = np.full(1, 0.5)
    return LinearHeads(("bias",), table, random.normal(size=(2, 1)), ("x", "ŷ"), half, half)


def card(weights: Weights) -> Card:
    figure = Figure("f1", "cross-validation", 0.7, 0.6, 0.8, 10, 0.6, None)
    data = Data("mine", "labels of the head", 10, 5, "MIT", "none", "me")
    calibration = Calibration("sigmoid", 1.0, 0.0, 10)
    recipe = {"strength": "1.0"}
    head = HeadCard("bias", "?", 0.5, "f1", calibration, recipe, (data,), (figure,))
    words = ("to read",), ("to judge",), ("irony",)
    return Card(1, "small", "1", "cmd", 0, "hashed", BUCKETS, weights, (head,), *words)


def saved(folder: Path, seed: int = 0) -> Path:
    data, weights = store.pack(heads(seed), np.array([3, 1, 3], dtype=np.uint32))
    store.save(folder, card(weights), data)
    return folder


def rewrite(folder: Path, **changes: Any) -> None:
    """Change fields of the card; `weights` changes fields of its weights entry."""
    path = folder / store.CARD
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["weights"].update(changes.pop("weights", {}))
    path.write_text(json.dumps({**raw, **changes}), encoding="utf-8")


def put(folder: Path, data: bytes) -> None:
    """Put other weights in place, with a digest that fits them."""
    (folder / store.WEIGHTS).write_bytes(data)
    rewrite(folder, weights={"sha256": hashlib.sha256(data).hexdigest()})


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    model = store.load(saved(tmp_path / "m"))
    assert model.heads.names == ("x", "ŷ")
    np.testing.assert_array_equal(
        model.heads.table, heads().table.astype(np.float16).astype(np.float32)
    )
    np.testing.assert_array_equal(model.heads.dense, heads().dense)
    assert model.seen.tolist() == [1, 3]
    assert model.card == card(model.card.weights)


def test_the_same_model_has_the_same_digest(tmp_path: Path) -> None:
    one, two, other = (
        saved(tmp_path / name, seed) for name, seed in (("1", 0), ("2", 0), ("3", 1))
    )
    for name in (store.CARD, store.WEIGHTS):
        assert (one / name).read_bytes() == (two / name).read_bytes()
    digests = {store.load(path).card.digest for path in (one, two, other)}
    assert len(digests) == 2
    assert store.load(one).card.model == f"small@{store.load(one).card.digest[:12]}"


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    folder = saved(tmp_path / "m")
    data = bytearray((folder / store.WEIGHTS).read_bytes())
    data[200] ^= 1
    (folder / store.WEIGHTS).write_bytes(data)
    with pytest.raises(ArtefactError, match=r"digest .* is not the one on the card"):
        store.load(folder)


@pytest.mark.parametrize("name", ["../weights.npz", "/etc/passwd", "..", "", "a\\b", "C:x"])
def test_a_weight_file_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = saved(tmp_path / "m")
    rewrite(folder, weights={"file": name})
    with pytest.raises(ArtefactError, match="outside the model folder"):
        store.load(folder)


def test_a_link_is_refused(tmp_path: Path) -> None:
    folder = saved(tmp_path / "m")
    (folder / store.WEIGHTS).rename(tmp_path / "elsewhere.npz")
    (folder / store.WEIGHTS).symlink_to(tmp_path / "elsewhere.npz")
    with pytest.raises(ArtefactError, match="a link"):
        store.load(folder)


def test_a_pickle_is_never_executed(tmp_path: Path) -> None:
    folder = saved(tmp_path / "m")
    array = np.empty(1, dtype=object)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in store.DTYPES:
            with archive.open(f"{name}.npy", "w") as member:
                np.lib.format.write_array(member, array, (1, 0), allow_pickle=True)
    put(folder, buffer.getvalue())
    with pytest.raises(ArtefactError, match="table is"):
        store.load(folder)
    put(folder, pickle.dumps({"table": 1}))
    with pytest.raises(ArtefactError, match="damaged"):
        store.load(folder)


def test_a_header_that_promises_too_much_is_refused_before_reading(tmp_path: Path) -> None:
    folder = saved(tmp_path / "m")
    buffer = io.BytesIO()
    source = zipfile.ZipFile(folder / store.WEIGHTS)
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in store.DTYPES:
            data = source.read(f"{name}.npy")
            if name == "table":
                head = io.BytesIO()
                shape = {"descr": "<f2", "fortran_order": False, "shape": (10**12, 2)}
                np.lib.format.write_array_header_1_0(head, shape)
                data = head.getvalue() + b"\0" * 64
            archive.writestr(f"{name}.npy", data)
    put(folder, buffer.getvalue())
    raw = json.loads((folder / store.CARD).read_text(encoding="utf-8"))
    shapes = {**raw["weights"]["shapes"], "table": [10**12, 2]}
    rewrite(folder, weights={"shapes": shapes})
    with pytest.raises(ArtefactError, match="table has 64 bytes where 4000000000000 belong"):
        store.load(folder)


def test_weights_that_do_not_fit_the_card_are_refused(tmp_path: Path) -> None:
    folder = saved(tmp_path / "m")
    rewrite(folder, buckets=32)
    with pytest.raises(ArtefactError, match=r"table is \(16, 2\), expected \(32, 2\)"):
        store.load(folder)


def test_a_compressed_archive_is_refused(tmp_path: Path) -> None:
    folder = saved(tmp_path / "m")
    buffer = io.BytesIO()
    source = zipfile.ZipFile(folder / store.WEIGHTS)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    put(folder, buffer.getvalue())
    with pytest.raises(ArtefactError, match="compressed"):
        store.load(folder)


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = saved(tmp_path / "m")
    monkeypatch.setattr(store, "LARGEST_WEIGHTS", 100)
    with pytest.raises(ArtefactError, match="more than the 100"):
        store.load(folder)


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e6])
def test_weights_that_are_not_finite_are_not_saved(value: float) -> None:
    table = heads().table.copy()
    table[3, 0] = value
    with pytest.raises(ArtefactError, match="table holds values that are not finite"):
        store.pack(replace(heads(), table=table), np.zeros(0, dtype=np.uint32))


def test_another_format_version_says_what_to_do(tmp_path: Path) -> None:
    folder = saved(tmp_path / "m")
    rewrite(folder, format_version=99)
    with pytest.raises(ArtefactError, match=r"format version 99, this release reads 1; train"):
        store.load(folder)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"seed": "0"}, r"\.seed: '0' does not fit"),
    ({"extra": 1}, r"unknown \['extra'\]"),
    ({"heads": [{}]}, r"heads\[0\]: missing"),
    ({"intended_use": [1]}, r"intended_use\[0\]: 1 does not fit"),
]


@pytest.mark.parametrize(("change", "message"), WRONG)
def test_a_card_with_wrong_fields_is_refused(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    folder = saved(tmp_path / "m")
    rewrite(folder, **change)
    with pytest.raises(ArtefactError, match=message):
        store.load(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_a_card_that_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(ArtefactError):
        from_json(text, "card.json")


def test_a_card_survives_its_json() -> None:
    _, weights = store.pack(heads(), np.zeros(0, dtype=np.uint32))
    assert from_json(to_json(card(weights)), "x") == card(weights)


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArtefactError, match=r"no card\.json there; give a model folder or one of"):
        store.load(tmp_path)


def test_the_shipped_model_is_whole_and_small() -> None:
    model = store.load()
    assert "default" in store.names()
    assert set(model.heads.heads) == {
        "propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty",
    }  # fmt: skip
    size = (store.ARTEFACTS / "default" / store.WEIGHTS).stat().st_size
    assert size <= 8 * 2**20
    assert ((model.heads.thresholds > 0) & (model.heads.thresholds < 1)).all()
    assert all(head.data and head.figures for head in model.card.heads)
