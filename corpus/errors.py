"""The one root of every error that Dateline raises on purpose."""

from collections.abc import Iterator
from contextlib import contextmanager

_LONGEST = 200


class DatelineError(Exception):
    """Something the user can mend: the message says what is wrong, where, and what to do next."""

    exit_code = 1
    """Of a command that it ends."""


class NothingToRead(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A path that does not exist, or a folder without a single article."""


class Refused(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """An article that cannot be taken. The message gives the reason; whoever catches it knows the file and line."""


class Overrun(BaseException):
    """An article took more of the processor than it may.

    No `Exception`: a library that goes on after whatever fails in it does not go on after this.
    """


@contextmanager
def refusing() -> Iterator[None]:
    """Within it, whatever fails over an article is raised as `Refused`, with its kind and reason.

    A fault of the machine (the disk, a library that is not installed) is no fault of the article, and raised as it is.
    """
    try:
        yield
    except (DatelineError, ImportError):
        raise
    except Overrun as fault:
        raise Refused(str(fault)) from fault
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno is not None:
            raise
        said = " ".join(str(fault).split())[:_LONGEST]
        what = f"{type(fault).__name__}: {said}" if said else type(fault).__name__
        raise Refused(f"made Dateline fail ({what}); leave it out, and report it with the file") from fault
