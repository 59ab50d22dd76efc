"""The documents say what is so: examples run, links lead somewhere, all verbs are named."""

from __future__ import annotations

import contextlib
import io
import re
import tomllib
from pathlib import Path

import pytest

from scorer.cli import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "benchmarks" / "README.md"])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The places of a page that a link can lead to."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_blocks_run(page: Path) -> None:
    """A `text` block after a `python` block is what that prints."""
    text = page.read_text(encoding="utf-8")
    pairs = re.findall(
        r"^```python\n(.*?)^```$(?:\s+It prints\s+^```text\n(.*?)^```$)?",
        text,
        re.MULTILINE | re.DOTALL,
    )
    assert len(pairs) == len(blocks(text, "python"))
    for code, printed in pairs:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, page.name, "exec"), {"__name__": "__main__"})
        assert out.getvalue() == printed


def test_the_readme_shows_python_and_two_commands_for_all_set_up() -> None:
    assert len(blocks(README, "python")) == 1
    one, two = blocks(README, "sh")
    assert "scorer score examples/articles" in one
    assert "pytest" in two


def test_the_readme_names_all_verbs() -> None:
    known = {command.name for command in app.registered_commands}
    named = set(re.findall(r"^\| `scorer (\w+)", README, re.MULTILINE))
    assert named == known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_checkout_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in link:
            file, _, place = link.partition("#")
            target = page.parent / file if file else page
            assert target.exists(), link
            assert not place or place in anchors(target), link


def test_all_pages_can_be_found_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for page in ROOT.glob("docs/*.md"):
        assert page.name == "index.md" or f"]({page.name})" in index, page.name


def test_the_changelog_begins_with_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = re.search(
        r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found
    assert found[1] == project["version"]
