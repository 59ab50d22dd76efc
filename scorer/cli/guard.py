"""What ends a verb early ends it quietly, with one clear message or none."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from scorer.errors import ScorerError

INTERRUPTED = 130  # as shells report a program that Ctrl-C ended


class Guarded(TyperGroup):
    """Verbs that never end in a traceback for bad input, Ctrl-C or a reader that left."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb; exit code 2 for a `ScorerError`."""
        try:
            return super().invoke(ctx)
        except ScorerError as problem:
            from scorer.render.safe import harmless

            typer.echo(f"scorer: {harmless(str(problem))}", err=True)
            raise typer.Exit(2) from None
        except BrokenPipeError:
            # The reader has what it wanted (`| head`). Python flushes once more at the end, which
            # must not fail.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
