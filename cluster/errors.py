"""What may be wrong with a cluster, each with its message and its exit code."""

from corpus.errors import DatelineError
from index.storage.location import NoIndex
from index.storage.lock import IndexBusy

__all__ = [
    "BadLocation",
    "ClusterBusy",
    "ClusterError",
    "ClusterForbidden",
    "ClusterOverloaded",
    "ClusterReadOnly",
    "ClusterRed",
    "ClusterSlow",
    "ClusterUnavailable",
    "ClusterUnreachable",
    "MissingAlias",
    "OtherVersion",
]


class ClusterError(DatelineError):
    """Something is wrong with a cluster, or with what was asked of it."""

    exit_code = 10


class BadLocation(ClusterError):  # noqa: N818 - it reads as a sentence where it is raised
    """What was typed is no location of an index on a cluster."""

    exit_code = 2


class ClusterUnavailable(ClusterError, NoIndex):  # noqa: N818
    """The cluster cannot answer for now: another time it may."""


class ClusterUnreachable(ClusterUnavailable):
    """No node answers."""

    exit_code = 11


class ClusterRed(ClusterUnavailable):
    """Some articles are on no node that is there, or the nodes have no manager."""

    exit_code = 12


class ClusterSlow(ClusterUnavailable):
    """A node takes too long to answer."""

    exit_code = 13


class ClusterOverloaded(ClusterUnavailable):
    """The nodes go on refusing work, because they have too much of it."""

    exit_code = 14


class ClusterReadOnly(ClusterError):  # noqa: N818
    """The index takes nothing new: a disk is full, or somebody closed it for writing."""

    exit_code = 15


class ClusterForbidden(ClusterError):  # noqa: N818
    """The cluster does not know the user, or does not let the user do this."""

    exit_code = 16


class OtherVersion(ClusterError, NoIndex):  # noqa: N818
    """The index was built by another version, or by another program."""

    exit_code = 17


class MissingAlias(ClusterError, NoIndex):  # noqa: N818
    """There is no index of this name."""

    exit_code = 18


class ClusterBusy(ClusterError, IndexBusy):  # noqa: N818
    """Another process builds the index."""

    exit_code = 19
