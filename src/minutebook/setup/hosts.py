"""The code hosts whose CI checks the minutes, by the name that options and addresses have for them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from minutebook.setup.choices import Choices, Mend
from minutebook.setup.github import WORKFLOW as GITHUB_WORKFLOW
from minutebook.setup.github import plan_github
from minutebook.setup.gitlab import JOBS as GITLAB_JOBS
from minutebook.setup.gitlab import plan_gitlab
from minutebook.setup.planned_file import PlannedFile, Read


@dataclass(frozen=True, slots=True)
class Host:
    """A code host: the files that it needs, and the attribute by which it knows generated files.

    `jobs` is the file with what CI does, and `marks` what stands in it by what it does with minutes out of date.
    """

    plan: Callable[[Choices, Read], Iterator[PlannedFile]]
    generated_attribute: str
    jobs: str
    marks: tuple[tuple[str, Mend], ...]

    def mend_of(self, jobs: str) -> Mend:
        """Return what a file with jobs does with minutes that are out of date."""
        return next((mend for mark, mend in self.marks if mark in jobs), "off")


HOSTS: Mapping[str, Host] = {
    "github": Host(
        plan_github,
        "linguist-generated",
        GITHUB_WORKFLOW,
        (("pull-requests: write", "propose"), ("contents: write", "push")),
    ),
    "gitlab": Host(
        plan_gitlab,
        "gitlab-generated",
        GITLAB_JOBS,
        (("merge_request.create", "propose"), ("minutebook-mend:", "push")),
    ),
}


def unneeded_hosts(address: str) -> frozenset[str]:
    """Return the code hosts that a repository at this address does not need; none where it names no host."""
    named = {host for host in HOSTS if host in address}
    return frozenset(HOSTS.keys() - named if named else ())
