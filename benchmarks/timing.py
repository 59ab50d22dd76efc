"""Fair clocks: one core, CPU time, and all contestants in turn."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("numpy", "scikit-learn", "scipy")


@contextmanager
def one_core() -> Generator[None]:
    """Keep this process, and the threads of numpy and scikit-learn, on one core."""
    pools: Any = import_module("threadpoolctl")  # has no types
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set[int]()
    if allowed:
        os.sched_setaffinity(0, {max(allowed)})
    try:
        with pools.threadpool_limits(1):
            yield
    finally:
        if allowed:
            os.sched_setaffinity(0, allowed)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(work: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of every contestant in every round, after one round that does not count.

    They take turns, so that a slow moment of the machine hits them all.
    """
    taken: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, call in work.items():
            spent = seconds(call)
            if number:
                taken[name].append(spent)
    return taken


def median(values: list[float]) -> float:
    """The median, rounded to what a clock can tell."""
    return round(statistics.median(values), 4)


def machine() -> dict[str, str]:
    """The processor, the Python and the packages of this run."""
    facts = {"processor": _processor(), "python": platform.python_version()}
    return facts | {name: version(name) for name in PACKAGES}


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def save(name: str, found: Mapping[str, Any]) -> None:
    """Write `results/<name>.json`."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    (RESULTS / f"{name}.json").write_text(text, encoding="utf-8")
