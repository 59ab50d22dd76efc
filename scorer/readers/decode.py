"""Bytes to text, without touching a character: no newline is translated."""

from __future__ import annotations

import codecs
import re

from scorer.errors import InputError

# Longest first: the mark of UTF-32 begins with that of UTF-16.
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
MAX_CONTROLS = 0.05
# Single-byte encodings of English text, likeliest first.
WESTERN = ("cp1252", "mac_roman")
PLAUSIBLE = 0.9
# What stands beyond ASCII in English prose: punctuation, signs, accented letters inside words,
# accented capitals at the beginning of words or between capitals.
ENGLISH = re.compile(
    "[\u2018-\u201a\u201c-\u201e\u2013\u2014\u2022\u2026\xa0«»£€¢§°©®™½¼¾·×]"
    "|(?<=[A-Za-z\u2019'])[ß-öø-ÿ]|[ß-öø-ÿ](?=[A-Za-z\u2019'])"
    "|(?<![A-Za-z])[À-ÖØ-Þ](?=[a-z])|(?<=[A-Z])[À-ÖØ-Þ](?![a-z])|[À-ÖØ-Þ](?=[A-Z]{2})"
)
BEYOND_ASCII = re.compile("[^\\x00-\\x7f]")


def decode(data: bytes) -> str:
    """The text, without its byte order mark; `InputError` where the bytes are no text.

    Tried in this order: a byte order mark, UTF-16 without one, UTF-8 (a few damaged bytes become
    U+FFFD), the two old encodings of English text, then whatever charset-normalizer finds.
    """
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"this is {name}, not plain text: save it as text first")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data:
        return _wide(data)
    if len(data) - len(data.translate(None, CONTROLS)) > MAX_CONTROLS * len(data):
        raise InputError("this is binary data, not text: it is full of control characters")
    return _bytewise(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InputError(
            f"marked as {encoding} but damaged at byte {problem.start}: save it as UTF-8"
        ) from None


def _wide(data: bytes) -> str:
    """UTF-16 has the zero halves of its characters all on one side; other data has not."""
    on_even, on_odd = data[::2].count(0), data[1::2].count(0)
    if not (on_even and on_odd):
        text = data.decode("utf-16-le" if on_odd else "utf-16-be", "replace")
        odd = sum(not (char.isprintable() or char.isspace()) for char in text)
        if odd + text.count("\ufffd") <= MAX_CONTROLS * len(text):
            return text
    raise InputError("this is binary data, not text: it holds zero bytes")


def _bytewise(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _western(data) or _guessed(data)


def _damaged(data: bytes) -> str | None:
    """UTF-8 in which whole characters far outnumber the damaged ones."""
    text = data.decode("utf-8", "replace")
    beyond = len(BEYOND_ASCII.findall(text))
    damaged = text.count("\ufffd") - data.count("\ufffd".encode())
    return text if beyond - damaged >= 4 * damaged else None


def _western(data: bytes) -> str | None:
    """The first encoding in which nearly all beyond ASCII is what English prose has there."""
    shares: dict[str, float] = {}
    for encoding in WESTERN:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        shares[text] = len(ENGLISH.findall(text)) / len(BEYOND_ASCII.findall(text))
    best = max(shares, key=lambda text: shares[text], default=None)
    return best if best is not None and shares[best] >= PLAUSIBLE else None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data).best()
    if best is None:
        raise InputError("this is text in no known encoding: save it as UTF-8")
    return str(best)
