"""A model on disk: a folder with `card.json` and `weights.npz`. Nothing in it is ever executed.

The card names the weight file, its SHA-256 digest, and the shape and dtype of each array. All of it
is checked before an array is read.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.errors import ArtefactError
from scorer.models.card import Card, Weights, from_json, to_json
from scorer.models.linear import LinearHeads

CARD, WEIGHTS = "card.json", "weights.npz"
ARTEFACTS = Path(__file__).parent / "artefacts"
LARGEST_CARD = 1 << 20
LARGEST_WEIGHTS = 1 << 28
# A fixed time stamp, so that the same weights give the same bytes. Zip knows no earlier year.
STAMP = (1980, 1, 1, 0, 0, 0)
# Stored table entries are half floats: 3 MB for 2^18 buckets and five heads.
DTYPES = {
    "table": "<f2",
    "dense": "<f8",
    "bias": "<f8",
    "thresholds": "<f8",
    "names": "<U",
    "seen": "<u4",
}

Arrays = dict[str, NDArray[Any]]


def _none_seen() -> NDArray[np.uint32]:
    return np.zeros(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Model:
    """A verified model: its card and its heads.

    seen: (n,) uint32, ascending: fingerprints of the statements it was trained on, so that nobody
    measures it on them unaware.
    """

    card: Card
    heads: LinearHeads
    seen: NDArray[np.uint32] = field(default_factory=_none_seen)


def names() -> list[str]:
    """Names of the models that come with the package, sorted."""
    return sorted(path.parent.name for path in ARTEFACTS.glob(f"*/{CARD}"))


def locate(name_or_path: str | Path) -> Path:
    """The folder of a model, by the name of a shipped model or by path.

    A bare name means a shipped model; anything else must be a folder.
    """
    shipped = names()
    if str(name_or_path) in shipped:
        return ARTEFACTS / str(name_or_path)
    folder = Path(name_or_path)
    if not (folder / CARD).is_file():
        raise ArtefactError(
            f"{folder}: no {CARD} there; give a model folder or one of: {', '.join(shipped) or '-'}"
        )
    return folder


def load(name_or_path: str | Path = "default") -> Model:
    """Load and verify a model. Raises `ArtefactError` when anything in it does not fit."""
    folder = locate(name_or_path)
    card = read_card(folder)
    path = folder / _plain_name(card.weights.file, folder)
    data = _bounded(path, LARGEST_WEIGHTS)
    found = hashlib.sha256(data).hexdigest()
    if found != card.weights.sha256:
        raise ArtefactError(
            f"{path}: digest {found[:12]}… is not the one on the card "
            f"({card.weights.sha256[:12]}…); the file was changed or cut off, fetch it again"
        )
    arrays = _arrays(data, card.weights, path)
    return Model(card, _heads(arrays, card, path), arrays["seen"].astype(np.uint32))


def read_card(name_or_path: str | Path = "default") -> Card:
    """Read the card alone; the weights are not opened."""
    path = locate(name_or_path) / CARD
    try:
        text = _bounded(path, LARGEST_CARD).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArtefactError(f"{path}: not UTF-8 ({error}); fetch it again") from error
    return from_json(text, str(path))


def pack(heads: LinearHeads, seen: NDArray[np.uint32] | None = None) -> tuple[bytes, Weights]:
    """Weights as the bytes of an `.npz` file, with the description that goes on the card.

    The same weights always give the same bytes. Raises `ArtefactError` when a table entry is not
    finite or does not fit a half float.
    """
    with np.errstate(over="ignore"):  # what overflows becomes infinite and is refused below
        table = heads.table.astype("<f2")
    arrays = {
        "table": table,
        "dense": heads.dense.astype("<f8"),
        "bias": heads.bias.astype("<f8"),
        "thresholds": heads.thresholds.astype("<f8"),
        "names": np.array(heads.names, dtype=f"<U{max(map(len, heads.names), default=1)}"),
        "seen": np.unique(_none_seen() if seen is None else seen).astype("<u4"),
    }
    _refuse_infinite(arrays, "the model to be saved")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", STAMP), _npy(array))
    data = buffer.getvalue()
    shapes = {name: tuple(map(int, array.shape)) for name, array in arrays.items()}
    dtypes = {name: array.dtype.str for name, array in arrays.items()}
    return data, Weights(WEIGHTS, hashlib.sha256(data).hexdigest(), shapes, dtypes)


def save(folder: Path, card: Card, weights: bytes) -> None:
    """Write a model folder. The card goes last, so that a half-written model does not load."""
    if hashlib.sha256(weights).hexdigest() != card.weights.sha256:
        raise ArtefactError(f"{folder}: the card describes other weights; pack them again")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CARD).unlink(missing_ok=True)
    (folder / _plain_name(card.weights.file, folder)).write_bytes(weights)
    (folder / CARD).write_text(to_json(card), encoding="utf-8", newline="\n")


def _npy(array: NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(array), (1, 0), allow_pickle=False)
    return buffer.getvalue()


def _plain_name(name: str, folder: Path) -> str:
    """Refuse a file name that could lead out of the model folder."""
    if name in {"", ".", ".."} or any(sign in name for sign in "/\\:\0"):
        raise ArtefactError(f"{folder / CARD}: weight file {name!r} is outside the model folder")
    if (folder / name).is_symlink():
        raise ArtefactError(f"{folder / name}: a link, not a file; copy the model folder whole")
    return name


def _bounded(path: Path, limit: int) -> bytes:
    """The bytes of a regular file not larger than `limit`."""
    if not path.is_file():
        raise ArtefactError(f"{path}: not there; fetch the model folder again")
    size = path.stat().st_size
    if size > limit:
        raise ArtefactError(f"{path}: {size:,} bytes, more than the {limit:,} a model may have")
    return path.read_bytes()


def _arrays(data: bytes, weights: Weights, path: Path) -> Arrays:
    """Read the arrays, each only after its header agreed with the card."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed, wanted = archive.namelist(), [f"{name}.npy" for name in DTYPES]
            if sorted(listed) != sorted(wanted):
                raise ArtefactError(f"{path}: holds {listed}, a model holds {wanted}")
            return {name: _array(archive, name, weights, path) for name in DTYPES}
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise ArtefactError(f"{path}: damaged ({error}); fetch it again") from error


def _array(archive: zipfile.ZipFile, name: str, weights: Weights, path: Path) -> NDArray[Any]:
    info = archive.getinfo(f"{name}.npy")
    if info.compress_type != zipfile.ZIP_STORED:
        raise ArtefactError(f"{path}: {name} is compressed; a model stores its arrays plainly")
    with archive.open(info) as member:
        if np.lib.format.read_magic(member) != (1, 0):
            raise ArtefactError(f"{path}: {name} is not in version 1.0 of the npy format")
        shape, fortran, dtype = np.lib.format.read_array_header_1_0(member)
        told = (weights.shapes.get(name), weights.dtypes.get(name))
        if fortran or (tuple(shape), dtype.str) != told or not dtype.str.startswith(DTYPES[name]):
            raise ArtefactError(f"{path}: {name} is {shape} {dtype.str}, the card says {told}")
        size = int(np.prod(shape, dtype=object)) * dtype.itemsize
        raw = member.read(size + 1)
    if len(raw) != size:
        raise ArtefactError(f"{path}: {name} has {len(raw)} bytes where {size} belong")
    return np.frombuffer(raw, dtype).reshape(shape)


def _heads(arrays: Arrays, card: Card, path: Path) -> LinearHeads:
    """Check that the arrays fit each other and the card, and build the heads."""
    heads, features = len(card.heads), len(arrays["names"])
    expected = {
        "table": (card.buckets, heads + 1),
        "dense": (features, heads),
        "bias": (heads,),
        "thresholds": (heads,),
        "names": (features,),
        "seen": (arrays["seen"].size,),
    }
    for name, shape in expected.items():
        if arrays[name].shape != shape:
            raise ArtefactError(f"{path}: {name} is {arrays[name].shape}, expected {shape}")
    _refuse_infinite(arrays, str(path))
    if len(set(arrays["names"].tolist())) != features:
        raise ArtefactError(f"{path}: a feature is named twice; train the model again")
    return LinearHeads(
        heads=tuple(head.head for head in card.heads),
        table=arrays["table"].astype(np.float32),
        dense=arrays["dense"].astype(np.float64),
        names=tuple(str(name) for name in arrays["names"]),
        bias=arrays["bias"].astype(np.float64),
        thresholds=arrays["thresholds"].astype(np.float64),
    )


def _refuse_infinite(arrays: Arrays, where: str) -> None:
    for name, array in arrays.items():
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise ArtefactError(f"{where}: {name} holds values that are not finite; train it again")
