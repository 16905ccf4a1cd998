"""Which files a set-up has, and what git is told of the notes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from minutebook.setup.choices import Choices, Source
from minutebook.setup.inventory import EDITORS, plan_files
from minutebook.setup.new_series import NewSeries
from minutebook.setup.planned_file import PlannedFile
from minutebook.source.schema import schemas

SERIES = NewSeries(PurePosixPath("meetings/web"), "Web", "", (), date(2026, 1, 5))
CHOICES = Choices(PurePosixPath("meetings"), SERIES, Source("https://example.org/m", "v1"))


def planned(choices: Choices, texts: Mapping[str, str]) -> dict[str, PlannedFile]:
    """Return the files of a set-up by their paths; `texts` are those that are there."""
    return {file.path: file for file in plan_files(choices, texts.get)}


def test_a_new_repository_gets_every_file() -> None:
    assert list(planned(CHOICES, {})) == [
        "meetings/web/series.yaml",
        "meetings/web/2026-01-05.yaml",
        "schema/meeting.schema.json",
        "schema/series.schema.json",
        ".pre-commit-config.yaml",
        ".github/workflows/minutebook.yml",
        ".gitlab/minutebook.yml",
        ".gitlab-ci.yml",
        ".gitattributes",
        ".gitignore",
        ".prettierignore",
        ".vscode/settings.json",
        ".vscode/extensions.json",
        ".idea/jsonSchemas.xml",
        ".nvim.lua",
    ]


def test_what_is_not_wanted_is_left_out() -> None:
    choices = replace(CHOICES, series=None, without=frozenset({"github", "gitlab", *EDITORS}))
    assert list(planned(choices, {})) == [
        "schema/meeting.schema.json",
        "schema/series.schema.json",
        ".pre-commit-config.yaml",
        ".gitattributes",
        ".gitignore",
        ".prettierignore",
    ]


def test_a_second_set_up_changes_nothing() -> None:
    texts = {path: file.planned or "" for path, file in planned(CHOICES, {}).items()}
    again = planned(CHOICES, texts).values()
    assert [(file.path, file.advice) for file in again if file.changes or file.advice] == []


def test_what_a_file_of_the_team_lacks_is_told() -> None:
    path = ".vscode/settings.json"
    file = planned(CHOICES, {path: '{"editor.tabSize": 2}\n'})[path]
    assert not file.changes
    assert file.advice.startswith("it has its own settings; add this to them:\n")


def test_a_schema_of_an_earlier_version_is_renewed_and_one_of_something_else_is_not() -> None:
    path = "schema/meeting.schema.json"
    text = schemas.source("meeting")
    earlier = planned(CHOICES, {path: text.replace("The day of the meeting", "The day")})[path]
    assert earlier.changes
    assert earlier.planned == text
    assert not planned(CHOICES, {path: text.replace("\n", "\r\n")})[path].changes
    foreign = planned(CHOICES, {path: "{}\n"})[path]
    assert not foreign.changes
    assert "`minutebook schema meeting`" in foreign.advice


def test_git_knows_what_is_generated() -> None:
    attributes = planned(CHOICES, {})[".gitattributes"].planned or ""
    assert "meetings/** text=auto eol=lf\n" in attributes
    assert (
        "meetings/**/????-??-??.md linguist-generated gitlab-generated merge=union diff=markdown\n"
        in attributes
    )
    assert "meetings/*/**/README.md linguist-generated" in attributes


def test_git_knows_what_is_merged_by_meaning() -> None:
    attributes = planned(CHOICES, {})[".gitattributes"].planned or ""
    assert "meetings/**/????-??-??.yaml merge=minutebook diff=minutebook\n" in attributes


def test_a_lone_series_has_its_index_in_the_folder_of_the_notes() -> None:
    choices = replace(CHOICES, notes=PurePosixPath("our notes"), flat=True)
    attributes = planned(choices, {})[".gitattributes"].planned or ""
    assert '"our notes/**/README.md" linguist-generated' in attributes
