"""The code hosts whose CI checks the minutes, by the name that options and addresses have for them.

For GitHub there is a workflow, for GitLab jobs, and what includes them beside what a team runs there already.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from minutebook.setup.choices import Choices, Mend
from minutebook.setup.foreign_yaml import CannotAdd, ForeignFile
from minutebook.setup.planned_file import PlannedFile, Read, whole_file

_WORKFLOW = ".github/workflows/minutebook.yml"
_JOBS, _PIPELINE = ".gitlab/minutebook.yml", ".gitlab-ci.yml"
_IN_MERGE_REQUESTS = '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n'


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


def plan_github(choices: Choices, read: Read) -> Iterator[PlannedFile]:
    """Yield the workflow that checks the minutes on GitHub, and mends them if that is wanted."""
    templates = ["github-workflow.yml", *([f"github-{choices.mend}.yml"] if choices.mend != "off" else [])]
    purpose = f"checks the minutes on GitHub{choices.mend_clause}"
    yield whole_file(_WORKFLOW, choices.filled(*templates), purpose, read, insist=choices.insisted)


def plan_gitlab(choices: Choices, read: Read) -> Iterator[PlannedFile]:
    """Yield the jobs that check the minutes on GitLab, and mend them if that is wanted, and what includes them."""
    pipeline = read(_PIPELINE)
    stage, is_only_ours, planned, advice = "test", False, pipeline, ""
    try:
        file = ForeignFile(pipeline or "# What runs on GitLab.\n")
        stages = file.words("stages")
        stage = "test" if not stages or "test" in stages else stages[0]
        is_only_ours = "workflow" in file.keys or _has_only_ours(file)
        planned = _including(file)
    except CannotAdd as error:
        advice = f"{error}; add to its `include`:\n  - local: {_JOBS}"
    jobs = _jobs(choices, stage, in_merge_requests=is_only_ours)
    purpose = f"checks the minutes on GitLab{choices.mend_clause}"
    yield whole_file(_JOBS, jobs, purpose, read, insist=choices.insisted)
    purpose = "includes the jobs that check the minutes on GitLab"
    yield PlannedFile(_PIPELINE, pipeline, planned, purpose, advice)


def _has_only_ours(file: ForeignFile) -> bool:
    return file.keys <= {"include"} and set(file.words("include")) <= {"local", _JOBS}


def _jobs(choices: Choices, stage: str, *, in_merge_requests: bool) -> str:
    templates = ["gitlab-ci.yml", *([f"gitlab-{choices.mend}.yml"] if choices.mend != "off" else [])]
    text = choices.filled(*templates).replace("@STAGE@", json.dumps(stage))
    # In a team's own pipelines, jobs without rules run for branches only: a pipeline of its own for each merge
    # request would have this job alone, and its verdict would count for all (docs.gitlab.com/ci/yaml/workflow).
    return text if in_merge_requests else text.replace(_IN_MERGE_REQUESTS, "")


def _including(file: ForeignFile) -> str:
    if _JOBS in file.words("include"):
        return file.text
    file = file if "include" in file.keys else file.add_key("include:\n")
    return file.add_item("include", [f"- local: {_JOBS}"], comment="Checks the minutes.").text


HOSTS: Mapping[str, Host] = {
    "github": Host(
        plan_github,
        "linguist-generated",
        _WORKFLOW,
        (("pull-requests: write", "propose"), ("contents: write", "push")),
    ),
    "gitlab": Host(
        plan_gitlab,
        "gitlab-generated",
        _JOBS,
        (("merge_request.create", "propose"), ("minutebook-mend:", "push")),
    ),
}


def unneeded_hosts(address: str) -> frozenset[str]:
    """Return the code hosts that a repository at this address does not need; none where it names no host."""
    named = {host for host in HOSTS if host in address}
    return frozenset(HOSTS.keys() - named if named else ())
