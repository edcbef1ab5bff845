"""Take the paths of files and folders that are typed, and say of an address why it is none."""

import os
import re
from pathlib import Path
from typing import Any

import click

from cli.printable import printable

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://\S", re.IGNORECASE)
_OF_A_FILE = re.compile(r"file:/+(?:localhost/)?", re.IGNORECASE)


class _Paths(click.Path):
    """A path; whether it can be read is found out, and told, where it is read."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path. Nothing, as an unset variable of a shell leaves it, is not the current folder."""
        typed = os.fspath(value)
        if not typed.strip():
            self.fail("a path is empty; name a file or folder, the current one as .", param, ctx)
        if told := _told_of_address(printable(typed)):
            self.fail(told, param, ctx)
        return super().convert(value, param, ctx)


def _told_of_address(typed: str) -> str | None:
    """Why an address is no path, and what to do; None where what was typed is none."""
    if of_file := _OF_A_FILE.match(typed):
        return f"{typed} is the address of a file; name its path alone: /{typed[of_file.end() :]}"
    if not _ADDRESS.match(typed):
        return None
    fetched = f"wget '{typed}'" if typed.lower().startswith(("http", "ftp")) else "with a program that fetches it"
    return f"{typed} is an address, and Dateline reads files; save what is there first: {fetched}"


PATHS: click.ParamType[Any] = _Paths(path_type=Path, readable=False)
