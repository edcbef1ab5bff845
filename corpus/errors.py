"""The one root of every error that Dateline raises on purpose."""


class DatelineError(Exception):
    """Something the user can mend: the message says what is wrong, where, and what to do next."""


class NothingToRead(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A path that does not exist, or a folder without a single article."""


class Refused(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """An article that cannot be taken. The message gives the reason; whoever catches it knows the file and line."""
