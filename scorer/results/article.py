"""The input record: what a reader hands to the engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Trouble = Literal["empty", "not_english", "unreadable", "too_large", "error"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article to score, or the reason why it cannot be.

    `text` is exactly as read and offsets count its code points. `status` is None where there is
    something to score; otherwise `text` is empty and `message` says what is wrong. A `published`
    without a time zone is taken as UTC.
    """

    article_id: str
    text: str
    title: str | None = None
    url: str | None = None
    published: datetime | None = None
    outlet: str | None = None
    status: Trouble | None = None
    message: str | None = None
