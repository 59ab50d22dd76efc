"""What is packaged is what stands in the folders, and everything imported is declared."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS: dict[str, Any] = PROJECT["tool"]["setuptools"]
FOLDERS = {name: ROOT / folder for name, folder in SETUPTOOLS["package-dir"].items()}
LINKS = [name for name in FOLDERS if "." in name]
OPTIONAL = {"pyarrow"}  # the message says what to install where it is missing
MOST_LINES = 250


def packages() -> dict[str, Path]:
    """Every package with its real folder, found on disk."""
    found = dict[str, Path]()
    for top, folder in FOLDERS.items():
        for path in sorted(folder.rglob("__init__.py")):
            parts = path.parent.relative_to(folder).parts
            if not linked(path.parent):
                found[".".join((top, *parts))] = path.parent
    return found


def linked(path: Path) -> bool:
    """Whether a path is one of the links in `scorer/` (or its stand-in), or lies below one."""
    links = {ROOT / "scorer" / name.partition(".")[2] for name in LINKS}
    return not links.isdisjoint([path, *path.parents])


def modules() -> Iterator[Path]:
    """Every module of the package, once."""
    for folder in packages().values():
        yield from sorted(folder.glob("*.py"))


def test_the_list_of_packages_is_that_of_the_folders() -> None:
    assert sorted(packages()) == sorted(SETUPTOOLS["packages"])


def test_links_lead_to_the_folders_that_are_packaged() -> None:
    for name in LINKS:
        link = ROOT / "scorer" / name.partition(".")[2]
        if not link.is_symlink():
            pytest.skip("a checkout without links")
        assert not link.readlink().is_absolute()
        assert link.resolve() == FOLDERS[name].resolve()


def test_all_data_files_are_packaged() -> None:
    left = set[Path]()
    globs: dict[str, list[str]] = SETUPTOOLS["package-data"]
    for top, folder in FOLDERS.items():
        files = {p for p in folder.rglob("*") if p.is_file() and not linked(p)}
        data = {p for p in files if p.suffix not in {".py", ".pyc"} and p.name != ".DS_Store"}
        left |= data - {p for glob in globs.get(top, ()) for p in folder.glob(glob)}
    assert sorted(left) == []


def test_the_globs_find_seeds_lexicons_and_a_model() -> None:
    found = [p.relative_to(ROOT).as_posix() for p in FOLDERS["scorer.seeds"].rglob("*.csv")]
    assert "seeds/outlets.csv" in found
    assert any(name.startswith("seeds/lexicons/") for name in found)
    assert list(FOLDERS["scorer.models"].glob("artefacts/default/card.json"))


def test_no_module_is_longer_than_a_reader_bears() -> None:
    tests_too = [*modules(), *ROOT.glob("tests/*.py"), *ROOT.glob("benchmarks/*.py")]
    lengths = {p.relative_to(ROOT).as_posix(): len(p.read_bytes().splitlines()) for p in tests_too}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_everything_imported_is_declared() -> None:
    declared = {normal(re.split(r"[^\w.-]", d)[0]) for d in PROJECT["project"]["dependencies"]}
    owners = packages_distributions()
    undeclared = {
        name: sorted(path.name for path in where)
        for name, where in imports().items()
        if name not in OPTIONAL and declared.isdisjoint(map(normal, owners.get(name, ())))
    }
    assert undeclared == {}


def normal(distribution: str) -> str:
    """The name of a distribution in one spelling."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def imports() -> dict[str, set[Path]]:
    """Foreign top-level modules that the package imports, with the files that do."""
    found = dict[str, set[Path]]()
    for path in modules():
        for name in imported(path):
            top = name.partition(".")[0]
            if top != "scorer" and top not in sys.stdlib_module_names:
                found.setdefault(top, set()).add(path)
    return found


def imported(path: Path) -> Iterator[str]:
    """Names of the modules that a file imports, those by `import_module("…")` too."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{path}: a relative import"
            yield node.module
        elif isinstance(node, ast.Call) and "import_module" in ast.unparse(node.func):
            constants = [a.value for a in node.args if isinstance(a, ast.Constant)]
            yield from (value for value in constants if isinstance(value, str))


@pytest.mark.parametrize("top", ["numpy", "sklearn", "pandas", "typer", "sentencex"])
def test_the_search_for_imports_finds_some(top: str) -> None:
    assert top in imports()
