"""Where this minutebook comes from: the repository that hooks and CI install it from."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from minutebook.repository.origin import find_origin
from minutebook.setup.choices import Source

_VERSION = re.compile(r"v?[0-9]+(\.[0-9]+)*")
_SCP = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w.-]+):(?P<path>[^/\\].*)")


def find_source() -> Source | None:
    """Return where this program was installed from, or None if that is not known."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1]
    if (checkout / "pyproject.toml").is_file() and package.parent.name == "src":
        return _of_checkout(checkout)
    return _of_installation()


def _of_installation() -> Source | None:
    """Read what the installer has noted, as PEP 610 says."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        noted = json.loads(distribution("minutebook").read_text("direct_url.json") or "{}")
    except PackageNotFoundError:
        return None
    url, vcs = noted.get("url", ""), noted.get("vcs_info")
    if vcs:
        requested = vcs.get("requested_revision", "")
        return named_source(url, requested if _VERSION.fullmatch(requested) else vcs["commit_id"])
    if url.startswith("file:") and "dir_info" in noted:
        return _of_checkout(Path(url2pathname(urlsplit(url).path)))
    return None


def _of_checkout(folder: Path) -> Source | None:
    origin = find_origin(folder)
    if origin is None or not origin.commit:
        return None
    source = named_source(origin.url or str(folder), origin.tag or origin.commit)
    return Source(source.url, source.revision, published=source.published and origin.pushed)


def named_source(url: str, revision: str) -> Source:
    """Return the source that somebody names; one in a folder of this machine is out of others' reach."""
    address = public(url)
    return Source(address, revision, published=not address.startswith("file:"))


def public(url: str) -> str:
    """Return what git clones from as a URL that needs no key and holds none: also a folder, and git@host:path."""
    if "://" not in url:
        address = _SCP.fullmatch(url)
        return f"https://{address['host']}/{address['path']}" if address else Path(url).resolve().as_uri()
    split = urlsplit(url)
    if split.scheme == "file":
        return url
    secure = split.scheme in {"ssh", "git+ssh"}
    # A name and a password before the host are somebody's own, and a port is that of the scheme.
    host = split.hostname or "" if secure else split.netloc.rpartition("@")[2]
    return urlunsplit(("https" if secure else split.scheme, host, split.path, split.query, split.fragment))
