"""The code hosts that are known."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from minutebook.setup.choices import Choices, Source
from minutebook.setup.hosts import HOSTS, plan_github, plan_gitlab, unneeded_hosts

CHOICES = Choices(PurePosixPath("meetings"), None, Source("https://example.org/m", "v1"))


@pytest.mark.parametrize(
    ("address", "unneeded"),
    [
        ("github.com", HOSTS.keys() - {"github"}),
        ("gitlab.example.org", HOSTS.keys() - {"gitlab"}),
        ("git.example.org", set()),
        ("", set()),
    ],
)
def test_an_address_tells_which_hosts_are_not_needed(address: str, unneeded: set[str]) -> None:
    assert unneeded_hosts(address) == unneeded


def test_the_workflow_installs_minutebook_from_its_source() -> None:
    (file,) = plan_github(CHOICES, lambda _path: None)
    assert 'MINUTEBOOK: "git+https://example.org/m@v1"' in (file.planned or "")
    assert file.purpose == "checks the minutes on GitHub, and pushes what is not current"


def test_without_mending_nothing_is_pushed() -> None:
    (file,) = plan_github(replace(CHOICES, mend="off"), lambda _path: None)
    assert "git push" not in (file.planned or "")
    assert file.purpose == "checks the minutes on GitHub"


IN_MERGE_REQUESTS = '$CI_PIPELINE_SOURCE == "merge_request_event"'


def gitlab(pipeline: str | None) -> tuple[str, str, str]:
    """Return the jobs, the pipeline that includes them, and the advice."""
    jobs, including = plan_gitlab(CHOICES, {".gitlab-ci.yml": pipeline}.get)
    return jobs.planned or "", including.planned or "", including.advice


def test_a_repository_without_a_pipeline_gets_one_for_merge_requests_too() -> None:
    jobs, pipeline, advice = gitlab(None)
    assert pipeline == (
        "# What runs on GitLab.\ninclude:\n  # Checks the minutes.\n  - local: .gitlab/minutebook.yml\n"
    )
    assert IN_MERGE_REQUESTS in jobs
    assert advice == ""


def test_in_a_team_s_own_pipeline_there_are_no_pipelines_for_merge_requests_alone() -> None:
    jobs, pipeline, _ = gitlab("build:\n  script: make\n")
    assert "  - local: .gitlab/minutebook.yml\n" in pipeline
    assert f"    - if: {IN_MERGE_REQUESTS}\n" not in jobs
    jobs, _, _ = gitlab("workflow:\n  rules: [{if: $CI_MERGE_REQUEST_IID}]\nbuild:\n  script: make\n")
    assert f"    - if: {IN_MERGE_REQUESTS}\n" in jobs


@pytest.mark.parametrize(
    ("stages", "stage"), [("[build, test]", "test"), ("[check, deploy]", "check"), ("[]", "test")]
)
def test_the_jobs_are_in_a_stage_of_the_team(stages: str, stage: str) -> None:
    assert f'stage: "{stage}"' in gitlab(f"stages: {stages}\n")[0]


def test_what_is_included_already_is_not_included_twice() -> None:
    pipeline = "include: .gitlab/minutebook.yml\n"
    assert gitlab(pipeline)[1] == pipeline


def test_a_pipeline_that_can_t_be_added_to_is_left_to_people() -> None:
    _, pipeline, advice = gitlab("include: other.yml\n")
    assert pipeline == "include: other.yml\n"
    assert advice == "`include` is not a list; add to its `include`:\n  - local: .gitlab/minutebook.yml"
