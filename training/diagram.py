"""A reliability diagram as SVG, without a plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from scorer.training.metrics import Bin

SIDE, EDGE = 320, 48


def reliability_svg(title: str, bins: Sequence[Bin]) -> str:
    """Observed share of positives over predicted probability; a dot's area follows its rows."""
    most = max((b.rows for b in bins), default=1)
    dots = [
        f'<circle cx="{_x(b.predicted):.1f}" cy="{_y(b.observed):.1f}"'
        f' r="{3 + 9 * (b.rows / most) ** 0.5:.1f}" fill="#1f6f8b" fill-opacity="0.75">'
        f"<title>{b.low:.1f} to {b.high:.1f}: {b.rows} rows, predicted {b.predicted:.3f}, "
        f"observed {b.observed:.3f}</title></circle>"
        for b in bins
    ]
    ticks = [
        f'<text x="{_x(t):.0f}" y="{_y(0) + 18:.0f}" text-anchor="middle">{t:g}</text>'
        f'<text x="{_x(0) - 8:.0f}" y="{_y(t) + 4:.0f}" text-anchor="end">{t:g}</text>'
        for t in (0, 0.25, 0.5, 0.75, 1)
    ]
    total = SIDE + 2 * EDGE
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {total}" '
            'font-family="sans-serif" font-size="12">',
            f'<rect width="{total}" height="{total}" fill="white"/>',
            f'<text x="{total / 2}" y="24" text-anchor="middle">{escape(title)}</text>',
            f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none"'
            ' stroke="#999"/>',
            f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
            *ticks,
            *dots,
            f'<text x="{total / 2}" y="{total - 8}" text-anchor="middle">predicted</text>',
            f'<text transform="translate(12 {total / 2}) rotate(-90)" text-anchor="middle">'
            "observed</text>",
            "</svg>\n",
        ]
    )


def _x(value: float) -> float:
    return EDGE + SIDE * value


def _y(value: float) -> float:
    return EDGE + SIDE * (1 - value)
