"""Texts to results: where the floors meet."""

from scorer.engine.batches import MAX_CHARS, Engine

__all__ = ["MAX_CHARS", "Engine"]
