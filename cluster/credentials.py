"""Who asks a cluster: from the environment or from files that it names, never from a command line; never shown."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cluster.errors import ClusterError

_PASSWORD, _KEY = "DATELINE_CLUSTER_PASSWORD", "DATELINE_CLUSTER_API_KEY"
_USER, _CA = "DATELINE_CLUSTER_USER", "DATELINE_CLUSTER_CA"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password, or an API key, or neither; and the file of certificates to trust."""

    user: str = ""
    password: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    authorities: str = ""

    @classmethod
    def given(cls) -> "Credentials":
        """Those of the environment. Raises `ClusterError` where they do not fit together or a file cannot be read."""
        user, password, key = os.environ.get(_USER, ""), _secret(_PASSWORD), _secret(_KEY)
        authorities = os.environ.get(_CA, "")
        if bool(user) != bool(password):
            missing = f"{_PASSWORD} or {_PASSWORD}_FILE" if user else _USER
            raise ClusterError(f"of the user and the password for the cluster one is missing; set {missing}, too")
        if user and key:
            raise ClusterError(f"give {_USER} with its password, or {_KEY}, and not both")
        if authorities and not Path(authorities).is_file():
            raise ClusterError(f"{_CA} names {authorities}, which is no file; name one of certificates (PEM)")
        return cls(user, password, key, authorities)

    def options(self, scheme: str) -> dict[str, Any]:
        """What the client is made with."""
        chosen: dict[str, Any] = {}
        if self.user:
            chosen["http_auth"] = (self.user, self.password)
        if self.key:
            chosen["headers"] = {"authorization": f"ApiKey {self.key}"}
        if scheme == "https":
            chosen |= {"use_ssl": True, "verify_certs": True, "ssl_show_warn": False}
            if self.authorities:
                chosen["ca_certs"] = self.authorities
        return chosen


def _secret(variable: str) -> str:
    """What a variable holds, or the first line of the file that another one names."""
    path = os.environ.get(f"{variable}_FILE", "")
    if not path:
        return os.environ.get(variable, "")
    try:
        secret = Path(path).read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise ClusterError(f"{variable}_FILE names {path}, which cannot be read ({reason})") from fault
    if not secret:
        raise ClusterError(f"the first line of {path}, which {variable}_FILE names, is empty; write the secret there")
    return secret
