"""Where the time goes: the CPU time that each stage of the pipeline takes by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from scorer.engine import batches
from scorer.features import extract
from scorer.features.catalogue import Catalogue
from scorer.features.phrasebook import Phrasebook
from scorer.models.linear import LinearHeads
from scorer.results import Results

# The functions of each stage, where they are called. A name that is gone stops the benchmark.
STAGES: dict[str, tuple[tuple[Any, str], ...]] = {
    "batch, tokens, language": ((batches, "make_batch"), (batches, "languages")),
    "statements, quotations": ((extract, "read"),),
    "lexicon look-up": ((extract, "token_view"), (Phrasebook, "find")),
    "attribution": ((extract, "find_names"), (extract, "analyse"), (extract, "attribute")),
    "voice": ((extract, "statement_voices"), (extract, "span_table")),
    "markers": ((Catalogue, "find"),),
    "feature matrix": ((extract, "build_matrix"),),
    "heads": ((LinearHeads, "align"), (LinearHeads, "probability")),
    "tables": ((batches, "tables"), (Results, "concat")),
}
REST = "rest"


class Clock:
    """Self time of nested stages: while one runs, the clock of the stage around it stands."""

    def __init__(self) -> None:
        """Start in no stage."""
        self.spent = dict.fromkeys([*STAGES, REST], 0.0)
        self._running = [REST]
        self._since = time.process_time()

    def switch(self) -> None:
        """Book the time since the last switch on the stage that ran."""
        now = time.process_time()
        self.spent[self._running[-1]] += now - self._since
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Book what happens inside on a stage."""
        self.switch()
        self._running.append(name)
        try:
            yield
        finally:
            self.switch()
            self._running.pop()


def by_stage(work: Callable[[], object]) -> dict[str, float]:
    """CPU seconds of one call, by stage."""
    clock = Clock()
    with ExitStack() as patches:
        for name, functions in STAGES.items():
            for owner, attribute in functions:
                patches.enter_context(
                    patch.object(owner, attribute, _timed(clock, name, owner, attribute))
                )
        clock.switch()
        clock.spent = dict.fromkeys(clock.spent, 0.0)
        work()
        clock.switch()
    return clock.spent


def _timed(clock: Clock, name: str, owner: Any, attribute: str) -> Any:
    inner = getattr(owner, attribute)

    def timed(*args: Any, **kwargs: Any) -> Any:
        with clock.stage(name):
            return inner(*args, **kwargs)

    return timed
