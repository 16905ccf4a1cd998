"""What an earlier `init` was told, known from the files that it left."""

from dataclasses import dataclass
from itertools import pairwise

from minutebook.setup.choices import Mend, Source
from minutebook.setup.foreign_yaml import CannotAdd, ForeignFile
from minutebook.setup.hooks import HOOKS, names_hook
from minutebook.setup.hosts import HOSTS
from minutebook.setup.installation import named_source
from minutebook.setup.inventory import EDITORS
from minutebook.setup.planned_file import Read


@dataclass(frozen=True, slots=True)
class ChosenBefore:
    """Where minutebook comes from, what CI does with minutes that are out of date, and which parts were left out."""

    source: Source | None = None
    mend: Mend | None = None
    without: frozenset[str] = frozenset()


def chosen_before(read: Read) -> ChosenBefore:
    """Return what was chosen before; nothing where no hook tells that anything was."""
    source = _source(read(HOOKS) or "")
    if source is None:
        return ChosenBefore()
    attributes = (read(".gitattributes") or "").split()
    # A host whose files are gone is only left out if nothing was marked for it: else they are written again.
    hosts = {
        name
        for name, host in HOSTS.items()
        if host.generated_attribute not in attributes and not read(host.jobs)
    }
    editors = {name for name, paths in EDITORS.items() if not any(map(read, paths))}
    mends = (host.mend_of(text) for host in HOSTS.values() if (text := read(host.jobs)))
    return ChosenBefore(source, next(mends, None), frozenset(hosts | editors))


def _source(hooks: str) -> Source | None:
    """Return where the hook comes from, None where there is none."""
    try:
        words = ForeignFile(hooks).words("repos")
    except CannotAdd:
        return None
    url = revision = ""
    for key, value in pairwise(words):
        if key == "repo":
            url, revision = value, ""
        elif key == "rev":
            revision = value
        elif names_hook(key, value) and "://" in url:
            return named_source(url, revision)
    return None
