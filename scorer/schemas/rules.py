"""Rules that join several columns of one table."""

from __future__ import annotations

from collections.abc import Callable
from math import nan
from typing import Any, NamedTuple

Frame = Any  # a pandas data frame; its stubs leave too much unknown for strict checking
Series = Any
Holds = Callable[[Frame], Series]
HEADS = ("propaganda", "bias", "subjectivity", "checkworthiness", "uncertainty", "reliability")


class Rule(NamedTuple):
    """What must hold in every row; `columns` are shown where it does not."""

    columns: tuple[str, ...]
    must: str
    holds: Holds


def _lengths(frame: Frame, column: str) -> Series:
    return frame[column].map(_length)


def _length(value: Any) -> float:
    return len(value) if isinstance(value, str) else nan


def _span(part: str = "") -> list[Rule]:
    """The rules of a `start`/`end` pair; missing pairs pass."""
    start, end = f"{part}start", f"{part}end"
    must = f"must keep {start} < {end}, or both null"

    def holds(frame: Frame) -> Series:
        below = (frame[start] < frame[end]).fillna(False).astype(bool)
        return below | (frame[start].isna() & frame[end].isna())

    return [Rule((start, end), must, holds)]


def _written(column: str, part: str = "") -> list[Rule]:
    """The text of a span is as long as the span, or both are missing."""
    start, end = f"{part}start", f"{part}end"

    def holds(frame: Frame) -> Series:
        length = (frame[end] - frame[start]).astype("Float64")
        same = (length == _lengths(frame, column)).fillna(False).astype(bool)
        return same | (frame[column].isna() & length.isna())

    return [Rule((column, start, end), f"must be {end} - {start} code points long", holds)]


def _together(name: str, needed: str) -> Rule:
    """A value in `name` needs one in `needed`."""

    def holds(frame: Frame) -> Series:
        return frame[name].isna() | frame[needed].notna()

    return Rule((name, needed), f"must not give {name} without {needed}", holds)


def _at_most(part: str, whole: str) -> Rule:

    def holds(frame: Frame) -> Series:
        return frame[part] <= frame[whole]

    return Rule((part, whole), f"must keep {part} <= {whole}", holds)


def _explained(frame: Frame) -> Series:
    return (frame["status"] == "scored") == frame["message"].isna()


def _scored(frame: Frame) -> Series:
    scores = [column for column in frame.columns if column in HEADS or column.startswith("share_")]
    return (frame["status"] == "scored") | frame[scores].isna().all(axis=1)


def _interval(frame: Frame) -> Series:
    low, middle, high = (frame[f"propaganda{end}"] for end in ("_low", "", "_high"))
    inside = (low <= middle) & (middle <= high)
    return inside | (low.isna() & middle.isna() & high.isna())


def _apart(frame: Frame) -> Series:
    """No span of a marker begins before an earlier one of the same marker has ended."""
    keys = ["article_id", "marker"]
    ordered = frame.sort_values([*keys, "start"], kind="stable")
    before = ordered.groupby(keys, dropna=False)["end"].shift()
    return ~(ordered["start"] < before).reindex(frame.index)


RULES: dict[str, list[Rule]] = {
    "articles": [
        Rule(("status", "message"), "must have a message exactly where not scored", _explained),
        Rule(("status",), "must be scored for the article to have scores", _scored),
        Rule(
            ("propaganda_low", "propaganda", "propaganda_high"),
            "must keep propaganda_low <= propaganda <= propaganda_high, or all null",
            _interval,
        ),
        _at_most("n_narrator", "n_statements"),
    ],
    "statements": [
        *_span(),
        *_written("text"),
        _together("speaker_id", "speaker"),
        _together("relay_id", "relay"),
        _together("relay_state", "relay"),
    ],
    "attributions": [
        *_span("cue_"),
        *_written("cue", "cue_"),
        *_span("source_"),
        *_written("source", "source_"),
        *_span("content_"),
        _together("speaker_id", "speaker"),
        _together("relay_id", "relay"),
        _together("relay_state", "relay"),
    ],
    "markers": [
        *_span(),
        *_written("text"),
        Rule(("marker", "start", "end"), "must not overlap itself", _apart),
    ],
    "sources": [
        _at_most("n_quoted", "n_statements"),
        _at_most("n_doubted", "n_statements"),
        _at_most("n_denied", "n_statements"),
        _at_most("n_corroborated", "n_statements"),
    ],
}
