"""The code hosts whose CI checks the minutes, by the name that options and addresses have for them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from minutebook.setup.choices import Choices
from minutebook.setup.github import plan_github
from minutebook.setup.gitlab import plan_gitlab
from minutebook.setup.planned_file import PlannedFile, Read


@dataclass(frozen=True, slots=True)
class Host:
    """A code host: the files that it needs, and the attribute by which it knows generated files."""

    plan: Callable[[Choices, Read], Iterator[PlannedFile]]
    generated_attribute: str


HOSTS: Mapping[str, Host] = {
    "github": Host(plan_github, "linguist-generated"),
    "gitlab": Host(plan_gitlab, "gitlab-generated"),
}


def unneeded_hosts(address: str) -> frozenset[str]:
    """Return the code hosts that a repository at this address does not need; none where it names no host."""
    named = {host for host in HOSTS if host in address}
    return frozenset(HOSTS.keys() - named if named else ())
