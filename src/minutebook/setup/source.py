"""Where this minutebook comes from: the repository that hooks and CI install it from."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_VERSION = re.compile(r"v?[0-9]+(\.[0-9]+)*")
_SCP = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w.-]+):(?P<path>[^/\\].*)")


@dataclass(frozen=True, slots=True)
class Source:
    """A git repository by its URL, and a tag or commit of it."""

    url: str
    revision: str

    @property
    def requirement(self) -> str:
        """What pip is told to install."""
        return f"git+{self.url}@{self.revision}"

    @property
    def local(self) -> bool:
        """Whether only this machine has it."""
        return self.url.startswith("file:")


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
        return Source(public(url), asked if _VERSION.fullmatch(asked) else vcs["commit_id"])
    if url.startswith("file:") and "dir_info" in noted:
        return _of_checkout(Path(url2pathname(urlsplit(url).path)))
    return None


def _of_checkout(folder: Path) -> Source | None:
    from minutebook.repository.origin import find_origin

    found = find_origin(folder)
    if found is None or not found.commit:
        return None
    return Source(public(found.url or str(folder)), found.tag or found.commit)


def public(url: str) -> str:
    """Return what git clones from as a URL that needs no key: also a folder, and git@host:path."""
    if "://" not in url:
        found = _SCP.fullmatch(url)
        return f"https://{found['host']}/{found['path']}" if found else Path(url).resolve().as_uri()
    return re.sub(r"^ssh://(?:[\w.-]+@)?", "https://", url)
