"""The command line as a process of its own: start-up, terminals, pipes and Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ARTICLE = "Two cranes burned down. The minister reportedly blamed foreign agents for the fire.\n"


def article(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def command(*arguments: object) -> list[str]:
    call = "import sys; from scorer.cli import main; sys.exit(main())"
    return [sys.executable, "-c", call, *map(str, arguments)]


def loaded(*arguments: object) -> set[str]:
    """The modules that a verb has imported when it ends, in a process of its own."""
    call = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "from scorer.cli import main\n"
        "main()\n"
    )
    run_ = [sys.executable, "-c", call, *map(str, arguments)]
    return set(subprocess.run(run_, capture_output=True, text=True, check=True).stderr.split())


def test_help_needs_no_heavy_imports() -> None:
    heavy = {"numpy", "pandas", "pandera", "sklearn", "charset_normalizer"}
    assert heavy.isdisjoint(loaded("--help"))
    assert heavy.isdisjoint(loaded("score", "--help"))


def test_score_needs_neither_pandas_nor_scikit_learn_to_print(tmp_path: Path) -> None:
    heavy = {"pandas", "pandera", "sklearn", "scipy", "pyarrow", "charset_normalizer"}
    assert heavy.isdisjoint(loaded("score", article(tmp_path)))


def on_terminal(*arguments: object, **env: str) -> str:
    """What a verb prints on a terminal."""
    pty = pytest.importorskip("pty")
    outer, inner = pty.openpty()
    given = {**os.environ, "TERM": "xterm", "COLUMNS": "80", **env}
    with subprocess.Popen(command(*arguments), stdout=inner, env=given) as child:
        os.close(inner)
        shown = b"".join(_until_closed(outer))
    assert child.returncode == 0
    return shown.decode()


def _until_closed(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            data = os.read(descriptor, 4096)
        except OSError:  # the other end is closed
            return
        if not data:
            return
        yield data


def test_terminals_get_colour_unless_told_otherwise() -> None:
    env = {"NO_COLOR": ""}
    assert "\x1b[" in on_terminal("markers", "hedge", **env)
    assert "\x1b[" not in on_terminal("markers", "hedge", NO_COLOR="1")
    assert "\x1b[" not in on_terminal("markers", "hedge", **env | {"TERM": "dumb"})


def test_a_terminal_without_unicode_is_served(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ascii_ = command("score", article(tmp_path))
    done = subprocess.run(ascii_, capture_output=True, env=env, check=True)
    assert b"####" in done.stdout
    done.stdout.decode("ascii")


@pytest.mark.parametrize("arguments", [("markers",), ("schema",), ("schema", "--format=markdown")])
def test_a_reader_that_leaves_early_is_no_error(arguments: tuple[str, ...]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    early = command(*arguments)
    done = subprocess.run(early, stdout=write_end, stderr=subprocess.PIPE, check=True)
    os.close(write_end)
    assert done.stderr == b""


def _until_read(child: subprocess.Popen[bytes]) -> None:
    """Wait until the child has taken a text from its standard input and waits for more."""
    assert child.stdin is not None
    child.stdin.write(ARTICLE.encode())
    child.stdin.flush()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and child.poll() is None:
        waiting = fcntl.ioctl(child.stdin.fileno(), termios.FIONREAD, bytes(4))
        if not any(waiting):
            return
        time.sleep(0.02)
    raise AssertionError("standard input was not read")


def test_ctrl_c_is_quiet() -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen(command("score", "-"), stdin=pipe, stdout=pipe, stderr=pipe) as child:
        _until_read(child)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=20)
    assert (child.returncode, out, err) == (130, b"", b"")
