"""Text from outside, made harmless for a terminal."""

from __future__ import annotations

import re

# Control characters (they move the cursor, rename windows, fake output), characters that turn the
# direction of writing around, invisible line ends, and surrogates, which no terminal can print.
HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
SPACE = re.compile(r"[\s\x1c-\x1f]+")
PLAIN = str.maketrans(
    {"█": "#", "░": ".", "·": "|", "–": "-", "…": "~", "’": "'", "“": '"', "”": '"', "—": "-"}
)


def line(text: str) -> str:
    r"""The text on one line: spaces for white space, escapes like `\x1b` for what does harm."""
    return harmless(SPACE.sub(" ", text))


def harmless(text: str) -> str:
    """The text with its line feeds, and escapes for everything else that does harm."""
    return "\n".join(HARMFUL.sub(_escape, part) for part in text.split("\n"))


def printable(text: str, encoding: str) -> str:
    """The text in characters that the encoding has: plain signs for ours, `?` for the rest."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
