"""The paper that pages are printed on: a width, and colours or none."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

NARROWEST, WIDEST = 40, 100
FULL, BLANK = "█", "░"


def width() -> int:
    """The columns of the terminal (COLUMNS, where it is set; 80 where there is none), to 100."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def printed(parts: Iterable[RenderableType], columns: int, colour: bool) -> str:
    """The parts below each other, without spaces at line ends."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=columns,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=False,  # whether NO_COLOR is set was looked at before
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Group(*parts))
    return "".join(text.rstrip() + "\n" for text in out.getvalue().splitlines())


def bar(value: float, cells: int) -> Text:
    """A bar for a value between 0 and 1."""
    full = round(max(0.0, min(1.0, value)) * cells)
    return Text(FULL * full).append(BLANK * (cells - full), "dim")


def number(value: float | None) -> str:
    """Two digits; a dash where there is none."""
    return "  – " if value is None else f"{value:.2f}"


def indented(text: RenderableType, columns: int) -> Padding:
    """The text with a margin on the left of every line."""
    return Padding(text, (0, 0, 0, columns), expand=False)
