"""Write what a run refused and remarked for another program to read: one JSON object a line."""

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import DatelineError
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.storage.durable_storage import sync


def check_report(path: Path, read: Iterable[Path]) -> None:
    """Raise `DatelineError` where no report can be written, or where it would be read as an article of a folder."""
    place = path.resolve()
    if place.exists() and not place.is_file():
        raise DatelineError(f"{path} is no file, so that no report can be written there; name a file")
    if within := next((root for root in read if place.is_relative_to(root.resolve())), None):
        raise DatelineError(f"{path} stands in {within}, and would be read as an article; name a place outside")
    try:
        tempfile.TemporaryFile(dir=place.parent).close()
    except OSError as fault:
        raise DatelineError(
            f"no report can be written to {path}: {fault.strerror}; name a file in a folder that exists"
        ) from fault


def write_report(path: Path, told: Iterable[Refusal | Remark]) -> None:
    """Replace a file by what was refused and remarked, in order; it is there as a whole, or stays as it was."""
    place = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(_line(each), ensure_ascii=False) + "\n" for each in told)
        Path(name).chmod(0o666 & ~_umask())
        sync(Path(name))
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _line(told: Refusal | Remark) -> dict[str, object]:
    place = {"origin": told.origin, "entry": told.entry, "line": told.line}
    return (
        {**place, "remark": told.text} if isinstance(told, Remark) else {**place, "id": told.id, "reason": told.reason}
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
