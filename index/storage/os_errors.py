"""What the machine refuses, whatever Dateline does: said as it is, with what to do."""

import errno

_MENDS = {
    errno.EACCES: "check who may read and write there",
    errno.EPERM: "check who may read and write there",
    errno.EROFS: "name a place that can be written",
    errno.EMFILE: "raise the number of files that may be open (ulimit -n)",
    errno.ENFILE: "raise the number of files that may be open on this machine",
    errno.ENOSPC: "make room on that disk and try again",
    errno.EDQUOT: "make room within your quota and try again",
    errno.ENOMEM: "give it more memory and try again",
    errno.EIO: "check the disk",
}


def obstacle(fault: OSError, where: object) -> str | None:
    """The fault in words: its file, or `where` it happened if it names none, and the mend. None for any other fault."""
    mend = _MENDS.get(fault.errno or 0)
    return f"{fault.filename or where}: {fault.strerror}; {mend}" if mend else None
