"""Check that a wheel holds the packages and their data, each file once, and nothing else."""

from __future__ import annotations

import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Compare the wheel named on the command line with the checkout; 1 where they differ."""
    held = [name for name in zipfile.ZipFile(sys.argv[1]).namelist() if ".dist-info/" not in name]
    wanted = expected()
    twice = sorted({name for name in held if held.count(name) > 1})
    report = {
        "missing": sorted(wanted - set(held)),
        "unexpected": sorted(set(held) - wanted),
        "twice": twice,
    }
    for what, names in report.items():
        for name in names:
            print(f"{what}: {name}")
    print(f"{len(held)} files, {Path(sys.argv[1]).stat().st_size / 1e6:.1f} MB")
    return int(any(report.values()))


def expected() -> set[str]:
    """Names in the wheel: the modules of the listed packages, and what the globs find."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    setuptools = project["tool"]["setuptools"]
    tops: dict[str, str] = setuptools["package-dir"]
    found = set[str]()
    for package in setuptools["packages"]:
        top = max((t for t in tops if f"{package}.".startswith(f"{t}.")), key=len)
        folder = ROOT.joinpath(tops[top], *package.removeprefix(top).strip(".").split("."))
        globs = ["*.py", *setuptools["package-data"].get(package, ())]
        for path in (path for glob in globs for path in folder.glob(glob)):
            found.add("/".join((*package.split("."), *path.relative_to(folder).parts)))
    return found


if __name__ == "__main__":
    sys.exit(main())
