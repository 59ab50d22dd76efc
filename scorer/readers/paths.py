"""Which files the given paths stand for, and what their articles are called."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from scorer.errors import InputError

STDIN = "-"
SUFFIXES = (".txt", ".md")
READ = " and ".join(SUFFIXES)


class Found(NamedTuple):
    """One article to read.

    `path` is None for standard input. `problem` is set where something cannot even be listed.
    """

    article_id: str
    path: Path | None
    problem: str | None = None


def find(paths: Sequence[str]) -> list[Found]:
    """The articles behind the paths: files, folders (with all below, sorted) and `-` for stdin.

    In folders, hidden files, other kinds of files and links to folders are passed over. An id is
    the path below the input root: the folder, the folder of the file, or, of several paths, the
    folder that holds them all. `InputError` names every path that does not exist or holds nothing
    to read.
    """
    listed = {path: _files(path) for path in paths if path != STDIN}
    wrong = [problem for path in listed if (problem := _problem(path, listed[path]))]
    if wrong:
        raise InputError("\n".join(wrong))
    root = _root(listed)
    found: dict[str, Found] = {}
    for path in paths:
        if path == STDIN:
            found.setdefault(STDIN, Found(STDIN, None))
        for file, problem in listed.get(path, []):
            article_id = _below(root, file)
            found.setdefault(article_id, Found(article_id, file, problem))
    return list(found.values())


def _problem(path: str, files: Sequence[object]) -> str | None:
    """What is wrong with a path, and what to do; None for a good one."""
    kind = _kind(Path(path)) if path else "missing"
    if kind == "missing":
        return f"{path!r}: no such file or folder: check the spelling, or give - to read from stdin"
    if kind == "folder":
        return None if files else f"{path}: no {READ} files in this folder or below it"
    suffix = Path(path).suffix
    if suffix.lower() in (*SUFFIXES, ""):
        return None
    return f"{path}: {suffix} files are not read, only {READ}: save it as text, or give - for stdin"


def _files(path: str) -> list[tuple[Path, str | None]]:
    """The files of one path, sorted, and the folders below it that cannot be listed."""
    here = Path(path)
    if _kind(here) != "folder":
        return [(here, None)]
    closed: list[OSError] = []
    files = [
        Path(folder, name)
        for folder, folders, names in os.walk(here, onerror=closed.append)
        for name in _visible(folders, names)
        if Path(name).suffix.lower() in SUFFIXES
        and _kind(Path(folder, name)) in ("file", "missing")
    ]
    refused = [(Path(error.filename), f"cannot be listed: {error.strerror}") for error in closed]
    return sorted([*((file, None) for file in files), *refused], key=lambda pair: pair[0].parts)


def _visible(folders: list[str], names: list[str]) -> list[str]:
    """The names that are not hidden; hidden folders are taken off the walk."""
    folders[:] = [name for name in folders if not name.startswith(".")]
    return [name for name in names if not name.startswith(".")]


def _kind(path: Path) -> Literal["folder", "file", "missing", "other"]:
    """What stands there. What may not be seen counts as a file: opening it will say why."""
    try:
        mode = path.stat().st_mode
    except PermissionError:
        return "file"
    except (OSError, ValueError):  # a broken link, a loop of links, a name with a zero byte
        return "missing"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "other"


def _root(paths: Iterable[str]) -> Path:
    folders = [Path(path) if _kind(Path(path)) == "folder" else Path(path).parent for path in paths]
    try:
        return Path(os.path.commonpath([_absolute(folder) for folder in folders]))
    except ValueError:  # no paths, or folders on different drives
        return Path()


def _below(root: Path, file: Path) -> str:
    path = _absolute(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _absolute(path: Path) -> Path:
    """The full path as written: links are kept, as ids should not depend on where they lead."""
    return Path(os.path.normpath(path.absolute()))
