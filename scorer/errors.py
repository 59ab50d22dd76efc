"""Errors a user can act on: each message says what is wrong, where, and what to do."""

from __future__ import annotations


class ScorerError(Exception):
    """Base of every error this package raises on purpose."""


class InputError(ScorerError):
    """A path, a file, a row or an option that cannot be used."""


class ArtefactError(ScorerError):
    """A model folder that is missing, damaged, or not to be trusted."""


class SchemaError(ScorerError):
    """A table that breaks the output contract."""
