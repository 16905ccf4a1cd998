"""Jobs for GitLab, and what includes them beside what a team runs there already."""

import json
from collections.abc import Iterator

from minutebook.setup.choices import Choices
from minutebook.setup.foreign_yaml import CannotAdd, ForeignFile
from minutebook.setup.planned_file import PlannedFile, Read, whole_file

JOBS, _PIPELINE = ".gitlab/minutebook.yml", ".gitlab-ci.yml"
_IN_MERGE_REQUESTS = '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n'


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
        advice = f"{error}; add to its `include`:\n  - local: {JOBS}"
    jobs = _jobs(choices, stage, in_merge_requests=is_only_ours)
    purpose = f"checks the minutes on GitLab{choices.mend_clause}"
    yield whole_file(JOBS, jobs, purpose, read, insist=choices.insisted)
    purpose = "includes the jobs that check the minutes on GitLab"
    yield PlannedFile(_PIPELINE, pipeline, planned, purpose, advice)


def _has_only_ours(file: ForeignFile) -> bool:
    return file.keys <= {"include"} and set(file.words("include")) <= {"local", JOBS}


def _jobs(choices: Choices, stage: str, *, in_merge_requests: bool) -> str:
    templates = ["gitlab-ci.yml", *([f"gitlab-{choices.mend}.yml"] if choices.mend != "off" else [])]
    text = choices.filled(*templates).replace("@STAGE@", json.dumps(stage))
    # In a team's own pipelines, jobs without rules run for branches only: a pipeline of its own for each merge
    # request would have this job alone, and its verdict would count for all (docs.gitlab.com/ci/yaml/workflow).
    return text if in_merge_requests else text.replace(_IN_MERGE_REQUESTS, "")


def _including(file: ForeignFile) -> str:
    if JOBS in file.words("include"):
        return file.text
    file = file if "include" in file.keys else file.add_key("include:\n")
    return file.add_item("include", [f"- local: {JOBS}"], comment="Checks the minutes.").text
