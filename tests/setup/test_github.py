"""The workflow for GitHub."""

from dataclasses import replace
from pathlib import PurePosixPath

from minutebook.setup.choices import Choices, Source
from minutebook.setup.github import plan_github

CHOICES = Choices(PurePosixPath("meetings"), None, Source("https://example.org/m", "v1"))


def test_the_workflow_installs_minutebook_from_its_source() -> None:
    (file,) = plan_github(CHOICES, lambda _path: None)
    assert 'MINUTEBOOK: "git+https://example.org/m@v1"' in (file.planned or "")
    assert file.purpose == "checks the minutes on GitHub, and pushes what is not current"


def test_without_mending_nothing_is_pushed() -> None:
    (file,) = plan_github(replace(CHOICES, mend="off"), lambda _path: None)
    assert "git push" not in (file.planned or "")
    assert file.purpose == "checks the minutes on GitHub"
