"""One plain text as an article, or why it cannot be one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from scorer.errors import InputError
from scorer.readers.decode import decode
from scorer.readers.paths import Found
from scorer.readers.title import headline
from scorer.results import Article, Trouble


def read(found: Found, max_bytes: int) -> Article:
    """Read one article. Nothing is raised: what goes wrong becomes the article's status."""
    if found.problem is not None:
        return _failed(found.article_id, "unreadable", found.problem)
    try:
        data = _bytes(found.path, max_bytes)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        return _failed(found.article_id, "unreadable", f"cannot be opened: {reason}")
    if data is None:
        limit = f"larger than the limit of {max_bytes:,} bytes; raise it with --max-bytes"
        return _failed(found.article_id, "too_large", limit)
    return article(found.article_id, data)


def article(article_id: str, data: bytes) -> Article:
    """The article of these bytes: its text exactly as decoded, its headline as title."""
    try:
        text = decode(data)
    except InputError as problem:
        return _failed(article_id, "unreadable", str(problem))
    if not text.strip():
        return _failed(article_id, "empty", "there is no text in it")
    return Article(article_id, text, title=headline(text))


def _failed(article_id: str, status: Trouble, message: str) -> Article:
    return Article(article_id, "", status=status, message=message)


def _bytes(path: Path | None, max_bytes: int) -> bytes | None:
    """The content, or None where there is more than the limit; never much more is read."""
    if path is None:
        return _limited(sys.stdin.buffer, max_bytes)
    if path.is_file() and path.stat().st_size > max_bytes:
        return None
    with path.open("rb") as file:
        return _limited(file, max_bytes)


def _limited(file: BinaryIO, max_bytes: int) -> bytes | None:
    data = file.read(max_bytes + 1)
    return None if len(data) > max_bytes else data
