"""Articles from files, folders and standard input, one file a format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.errors import InputError
from scorer.results import Article

MAX_BYTES = 20_000_000


def read(paths: Sequence[str], max_bytes: int = MAX_BYTES) -> Iterator[Article]:
    """The articles behind the paths, read one at a time; see `paths.find` for order and ids.

    Paths that do not exist or hold nothing to read raise `InputError` at once, before anything is
    read. A file that cannot be used gives an article whose `status` and `message` say why.
    """
    from scorer.readers import paths as places
    from scorer.readers import text

    if max_bytes < 1:
        raise InputError(f"the limit of {max_bytes} bytes lets nothing in: give 1 or more")
    return (text.read(found, max_bytes) for found in places.find(paths))
