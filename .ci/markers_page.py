"""`docs/markers.md` from the catalogue: `python .ci/markers_page.py > docs/markers.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from scorer.features.marker import CATEGORIES, Marker
from scorer.features.markers import load_markers
from scorer.features.phrases import read_lexicon
from scorer.seeds.files import folder

HEAD = """\
# The markers

This page is generated: `python .ci/markers_page.py > docs/markers.md`. `scorer markers ID` shows
the same in the terminal.

A marker is a span of evidence: these words, at this place, in this voice. In the examples, ⟦ and ⟧
stand around what is found; the tests read them.
"""


def main() -> None:
    """Print the page."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(page(load_markers())), end="")


def page(markers: Sequence[Marker]) -> Iterator[str]:
    """The page, paragraph by paragraph."""
    yield HEAD
    ordered = [m for category in CATEGORIES for m in markers if m.category == category]
    yield "| marker | category | finds |\n|---|---|---|"
    for marker in ordered:
        yield f"| [{marker.id}](#{marker.id}) | {marker.category} | {_cell(marker.summary)} |"
    for marker in ordered:
        yield from _section(marker)


def _section(marker: Marker) -> Iterator[str]:
    yield f"\n## {marker.id}\n\n{_cell(marker.summary)}\n"
    yield f"- Category: {marker.category}. {_phrases(marker)}"
    yield f"- Finds: {_cell(marker.finds)}"
    yield f"- Why it matters: {_cell(marker.matters)}"
    yield from _part("Known false alarms", marker.false_alarms)
    yield from _part("Found in", marker.hits)
    yield from _part("Not found in", marker.misses)
    yield from _part("SemEval techniques", marker.techniques)
    yield from _part("References", marker.references)


def _phrases(marker: Marker) -> str:
    path = folder() / "lexicons" / f"{marker.id}.csv"
    rules = [
        what
        for what, rule in (("a check of each hit", marker.keep), ("a rule", marker.find))
        if rule
    ]
    rows = [f"{len(read_lexicon(path))} phrases"] if path.exists() else []
    return f"Made of {', '.join([*rows, *rules])}."


def _part(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"  - {_cell(item)}" for item in items]
    if lines:
        yield f"- {title}:"
        yield from lines


def _cell(text: str) -> str:
    """Text on one line, with nothing in it that Markdown would read as markup."""
    for sign in "\\`*_<>[]|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


if __name__ == "__main__":
    main()
