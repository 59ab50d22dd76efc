"""Articles come in as they are, or with the reason why they cannot."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scorer.errors import InputError
from scorer.readers import read
from scorer.results import Article

TEXT = "“We won’t yield,” the minister said – adding that £3 was not enough for the café owner.\n"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, content: str | bytes = TEXT) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def ids(*paths: Path | str, **options: Any) -> list[str]:
    return [found.article_id for found in read([str(path) for path in paths], **options)]


def only(path: Path | str, **options: Any) -> Article:
    (found,) = read([str(path)], **options)
    return found


def test_a_file_is_an_article_named_after_it(write: Write) -> None:
    found = only(write("one.txt"))
    assert found == Article("one.txt", TEXT)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_newlines_are_kept(write: Write, end: str) -> None:
    text = f"One.{end}Two.{end}{end}Three."
    assert only(write("a.txt", text)).text == text


def test_a_folder_is_read_sorted_with_all_below(write: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/B.TXT", "c.html", ".git/x.txt", "a/.hidden.txt"):
        write(name)
    assert ids(tmp_path) == ["a/B.TXT", "a/z.md", "b.txt"]


def test_ids_of_several_paths_are_below_what_holds_them_all(write: Write, tmp_path: Path) -> None:
    one, two = write("x/a.txt"), write("y/a.txt")
    assert ids(one, two) == ["x/a.txt", "y/a.txt"]
    assert ids(tmp_path / "y", tmp_path / "x") == ["y/a.txt", "x/a.txt"]
    assert ids(one, write("x/b.txt")) == ["a.txt", "b.txt"]


def test_a_file_given_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    one = write("x/a.txt")
    assert ids(tmp_path, one, tmp_path / "x" / ".." / "x" / "a.txt") == ["x/a.txt"]


def test_ids_do_not_depend_on_how_a_folder_is_spelled(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("x/a.txt")
    monkeypatch.chdir(tmp_path / "x")
    assert ids(".") == ids("../x") == ids(tmp_path / "x/") == ["a.txt"]


def test_links_to_files_are_read_and_loops_do_no_harm(write: Write, tmp_path: Path) -> None:
    write("real/a.txt")
    (tmp_path / "real" / "b.txt").symlink_to("a.txt")
    (tmp_path / "real" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "real" / "self.txt").symlink_to("self.txt")
    found = {a.article_id: a for a in read([str(tmp_path)])}
    assert list(found) == ["real/a.txt", "real/b.txt", "real/self.txt"]
    assert found["real/b.txt"].text == TEXT
    assert found["real/self.txt"].status == "unreadable"


def test_a_pipe_in_a_folder_does_not_block(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert ids(tmp_path) == ["a.txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"One.\r\nTwo."), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert only("-") == Article("-", "One.\r\nTwo.")
    assert ids("-", write("a.txt"), "-") == ["-", "a.txt"]


def test_missing_paths_are_all_named_before_anything_is_read(write: Write) -> None:
    with pytest.raises(InputError) as caught:
        read([str(write("a.txt")), "gone.txt", "lost", "", "a\0b"])
    for name in ("'gone.txt'", "'lost'", "''"):
        assert f"{name}: no such file or folder" in str(caught.value)


def test_a_folder_without_articles_is_an_error(write: Write, tmp_path: Path) -> None:
    write("page.html")
    with pytest.raises(InputError, match=r"no \.txt and \.md files"):
        read([str(tmp_path)])


def test_other_kinds_of_files_are_refused_with_advice(write: Write) -> None:
    with pytest.raises(InputError, match=r"\.html files are not read, only \.txt and \.md"):
        read([str(write("page.html"))])
    assert only(write("noname")).text == TEXT


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n", "\u3000\u2028".encode(), b"\xef\xbb\xbf", b"\xff\xfe\n\0"]
)
def test_files_without_text_are_empty(write: Write, content: bytes) -> None:
    found = only(write("a.txt", content))
    assert (found.status, found.text) == ("empty", "")
    assert found.message


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04 text", "zip"),
        (b"text\0text\0\0text", "zero bytes"),
        (bytes(range(1, 32)) * 9 + b"text", "control characters"),
        (b"\xef\xbb\xbfabc\xff", "damaged at byte 3"),
    ],
)
def test_what_is_no_text_is_unreadable(write: Write, content: bytes, told: str) -> None:
    found = only(write("a.txt", content))
    assert (found.status, found.text) == ("unreadable", "")
    assert told in str(found.message)


def test_large_files_are_not_read_in(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", b"x" * 11)
    assert only(path, max_bytes=11).status is None
    monkeypatch.setattr(Path, "open", None)  # nothing may be opened
    found = only(path, max_bytes=10)
    assert found.status == "too_large"
    assert "--max-bytes" in str(found.message)


def test_endless_input_is_cut_off() -> None:
    assert only("/dev/zero", max_bytes=1000).status == "too_large"


def test_a_limit_that_lets_nothing_in_is_refused(write: Write) -> None:
    with pytest.raises(InputError, match="1 or more"):
        read([str(write("a.txt"))], max_bytes=0)


def test_files_that_cannot_be_opened_are_unreadable(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.txt")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert only(path).message == "cannot be opened: Permission denied"


def test_folders_that_cannot_be_listed_are_told(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt")
    write("shut/b.txt")
    scandir = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(read([str(tmp_path)]))
    assert [(a.article_id, a.status) for a in found] == [("a.txt", None), ("shut", "unreadable")]


def test_encodings_are_guessed_only_where_they_must_be(write: Write) -> None:
    code = (
        "import sys; from scorer.readers import read; list(read(sys.argv[1:]));print(*sys.modules)"
    )
    paths = [str(write("a.txt")), str(write("b.txt", TEXT.encode("cp1252")))]
    run = [sys.executable, "-c", code, *paths]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    assert {"charset_normalizer", "pandas", "pandera", "sklearn"}.isdisjoint(loaded)


def test_the_headline_stays_in_the_text(write: Write) -> None:
    found = only(write("a.txt", "Port burns\n\nTwo cranes burned."))
    assert found.title == "Port burns"
    assert found.text.startswith("Port burns")
