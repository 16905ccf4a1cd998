"""Where this minutebook comes from: the repository that hooks and CI install it from."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from minutebook.repository.origin import find_origin
from minutebook.setup.setting import Source

_VERSION = re.compile(r"v?[0-9]+(\.[0-9]+)*")
_SCP = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w.-]+):(?P<path>[^/\\].*)")


def find_source() -> Source | None:
    """Return where this program was installed from, or None where that is not known."""
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
        asked = vcs.get("requested_revision", "")
        return named_source(url, asked if _VERSION.fullmatch(asked) else vcs["commit_id"])
    if url.startswith("file:") and "dir_info" in noted:
        return _of_checkout(Path(url2pathname(urlsplit(url).path)))
    return None


def _of_checkout(folder: Path) -> Source | None:
    found = find_origin(folder)
    if found is None or not found.commit:
        return None
    source = named_source(found.url or str(folder), found.tag or found.commit)
    return Source(source.url, source.revision, published=source.published and found.pushed)


def named_source(url: str, revision: str) -> Source:
    """Return the source that somebody names; one in a folder of this machine is out of others' reach."""
    shown = public(url)
    return Source(shown, revision, published=not shown.startswith("file:"))


def public(url: str) -> str:
    """Return what git clones from as a URL that needs no key and holds none: also a folder, and git@host:path."""
    if "://" not in url:
        found = _SCP.fullmatch(url)
        return f"https://{found['host']}/{found['path']}" if found else Path(url).resolve().as_uri()
    parts = urlsplit(url)
    if parts.scheme == "file":
        return url
    secure = parts.scheme in {"ssh", "git+ssh"}
    # A name and a password before the host are somebody's own, and a port is that of the scheme.
    host = parts.hostname or "" if secure else parts.netloc.rpartition("@")[2]
    return urlunsplit(("https" if secure else parts.scheme, host, parts.path, parts.query, parts.fragment))
