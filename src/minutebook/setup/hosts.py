"""What code hosts run: a workflow for GitHub, and jobs for GitLab."""

import json
from collections.abc import Iterator

from minutebook.setup.foreign_yaml import NotSpliced, Spliced
from minutebook.setup.planned_file import Placed, Read, whole
from minutebook.setup.setting import Setting

_GITHUB, _GITLAB, _PIPELINE = ".github/workflows/minutebook.yml", ".gitlab/minutebook.yml", ".gitlab-ci.yml"
_MENDS = {
    "push": ", and pushes what is not current",
    "propose": ", and proposes what is not current",
    "off": "",
}
_IN_MERGE_REQUESTS = '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n'


def github(setting: Setting, read: Read) -> Placed:
    """Return the workflow that checks the minutes on GitHub, and mends them if that is wanted."""
    parts = ["github-workflow.yml", *([f"github-{setting.mend}.yml"] if setting.mend != "off" else [])]
    purpose = f"checks the minutes on GitHub{_MENDS[setting.mend]}"
    return whole(_GITHUB, setting.filled(*parts), purpose, read, insist=setting.insisted)


def gitlab(setting: Setting, read: Read) -> Iterator[Placed]:
    """Yield the jobs that check the minutes on GitLab, and mend them if that is wanted, and what includes them."""
    before = read(_PIPELINE)
    stage, alone, after, advice = "test", False, before, ""
    try:
        file = Spliced(before or "# What runs on GitLab.\n")
        stages = file.words("stages")
        stage = "test" if not stages or "test" in stages else stages[0]
        alone = "workflow" in file.keys or _has_only_ours(file)
        after = _including(file)
    except NotSpliced as error:
        advice = f"{error}; add to its `include`:\n  - local: {_GITLAB}"
    jobs = _jobs(setting, stage, in_merge_requests=alone)
    purpose = f"checks the minutes on GitLab{_MENDS[setting.mend]}"
    yield whole(_GITLAB, jobs, purpose, read, insist=setting.insisted)
    yield Placed(_PIPELINE, before, after, "includes the jobs that check the minutes on GitLab", advice)


def _has_only_ours(file: Spliced) -> bool:
    return file.keys <= {"include"} and set(file.words("include")) <= {"local", _GITLAB}


def _jobs(setting: Setting, stage: str, *, in_merge_requests: bool) -> str:
    parts = ["gitlab-ci.yml", *([f"gitlab-{setting.mend}.yml"] if setting.mend != "off" else [])]
    text = setting.filled(*parts).replace("@STAGE@", json.dumps(stage))
    # In a team's own pipelines the jobs without rules run for branches only: a pipeline of its own for each merge
    # request would hold this job alone, and its verdict would stand for that of all.
    return text if in_merge_requests else text.replace(_IN_MERGE_REQUESTS, "")


def _including(file: Spliced) -> str:
    if _GITLAB in file.words("include"):
        return file.text
    file = file if "include" in file.keys else file.add_key("include:\n")
    return file.add_item("include", f"local: {_GITLAB}\n", comment="Checks the minutes.").text
