"""`docs/cli.md` from the commands themselves: `python .ci/cli_page.py > docs/cli.md`.

It reads the signatures of the verbs, not the printed help, which each release of typer sets anew.
"""

from __future__ import annotations

import inspect
import sys
import typing
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

from scorer.cli import app, options

HEAD = """\
# The command line

This page is generated: `python .ci/cli_page.py > docs/cli.md`. `scorer VERB --help` shows the same.
"""


def main() -> None:
    """Print the page."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(page()))


def page() -> Iterator[str]:
    """The page, paragraph by paragraph."""
    yield HEAD
    yield _one_line(app.info.help or "")
    yield from _parameters(options)
    for command in app.registered_commands:
        verb: Any = command.callback
        usage = " ".join(["scorer", command.name or verb.__name__, *_usages(verb)])
        yield f"\n## {command.name}\n\n```text\n{usage}\n```\n"
        yield "\n\n".join(_one_line(part) for part in (inspect.getdoc(verb) or "").split("\n\n"))
        yield from _parameters(verb)


def _usages(verb: Callable[..., Any]) -> Iterator[str]:
    yield "[OPTIONS]"
    for parameter in _signature(verb):
        if _is_argument(parameter):
            yield _spelled(parameter)


def _parameters(verb: Callable[..., Any]) -> Iterator[str]:
    yield "\n| argument or option | what it is | default |\n|---|---|---|"
    for parameter in _signature(verb):
        help_ = _one_line(_info(parameter).help or "").replace("|", "\\|")
        yield f"| `{_spelled(parameter)}` | {help_}{_choices(parameter)} | {_default(parameter)} |"


def _signature(verb: Callable[..., Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(verb, eval_str=True).parameters.values())


def _info(parameter: inspect.Parameter) -> Any:
    """What typer is told of a parameter: the second part of its `Annotated` type."""
    return typing.get_args(parameter.annotation)[1]


def _is_argument(parameter: inspect.Parameter) -> bool:
    return type(_info(parameter)).__name__ == "ArgumentInfo"


def _spelled(parameter: inspect.Parameter) -> str:
    info, kind = _info(parameter), typing.get_args(parameter.annotation)[0]
    if _is_argument(parameter):
        name = info.metavar or parameter.name.upper()
        name = name if parameter.default is parameter.empty else f"[{name}]"
        return f"{name}…" if typing.get_origin(kind) is list else name
    long = parameter.name.replace("_", "-")
    given = (info.default, *(info.param_decls or ()))  # in `Annotated`, the first name comes first
    names = [name for name in given if str(name).startswith("-")] or [f"--{long}"]
    if kind == bool | None or (kind is bool and parameter.default):
        names = [f"--{long}", f"--no-{long}"]
    return " / ".join(names)


def _choices(parameter: inspect.Parameter) -> str:
    kind = typing.get_args(parameter.annotation)[0]
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        return ""
    return f" One of {', '.join(f'`{choice.value}`' for choice in kind)}."


def _default(parameter: inspect.Parameter) -> str:
    value = parameter.default
    if value is parameter.empty or value is None or value is False:
        return ""
    return f"`{value.value if isinstance(value, Enum) else value}`"


def _one_line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
