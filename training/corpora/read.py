"""Reading corpus files: one place for decoding, line splitting and error messages."""

from __future__ import annotations

from pathlib import Path

from scorer.errors import InputError


def read_text(path: Path) -> str:
    """The file as UTF-8 text with its line ends as they are, so that offsets stay right."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(
            f"{path}: not there; --corpora must hold the corpus as published"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text ({error})") from error


def read_lines(path: Path) -> list[str]:
    r"""Lines without their ends. Only `\n` and `\r\n` end a line.

    `str.splitlines` would also cut at form feeds and Unicode separators that stand inside texts.
    """
    lines = [line.removesuffix("\r") for line in read_text(path).split("\n")]
    return lines[:-1] if lines[-1] == "" else lines


def unquote(field: str) -> str:
    """Undo the quoting of one field of a tab-separated file.

    The files quote a field that holds a comma or a quotation mark, and double the marks inside.
    Reading them without any unquoting leaves marks around half of the sentences; reading them with
    a csv parser joins lines where a mark is not closed.

    >>> unquote('"He said ""no"", twice."')
    'He said "no", twice.'
    >>> unquote('"Lobster!')
    '"Lobster!'
    """
    if len(field) < 2 or not (field.startswith('"') and field.endswith('"')):
        return field
    inner = field[1:-1]
    return inner.replace('""', '"') if '"' not in inner.replace('""', "") else field


def fields(line: str, count: int, path: Path, number: int) -> list[str]:
    """Tab-separated fields of a line; `InputError` when there are not `count` of them."""
    parts = line.split("\t")
    if len(parts) != count:
        raise InputError(f"{path}: line {number}: {len(parts)} fields, expected {count}")
    return parts


def choice(value: str, names: dict[str, int], path: Path, number: int) -> int:
    """The number a class name stands for; `InputError` for another name."""
    if value not in names:
        raise InputError(f"{path}: line {number}: label {value!r} is not one of {sorted(names)}")
    return names[value]
