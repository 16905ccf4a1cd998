"""The hook in a team's `.pre-commit-config.yaml`, whatever is in that already."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from minutebook.setup.choices import Choices, Source
from minutebook.setup.hooks import excluded, plan_hooks

CHOICES = Choices(PurePosixPath("meetings"), None, Source("https://example.org/m", "v1"))
COMPLETE = """\
# What runs at each commit; `pre-commit install` sets it up, once in each clone.
default_install_hook_types: [pre-commit, pre-merge-commit, prepare-commit-msg, post-rewrite]
# Of hooks that don't say when they run, none is about messages or rebases.
default_stages: [pre-commit, pre-merge-commit, manual]
# Minutebook writes the minutes, and no formatter should reflow them or the notes.
exclude: ^meetings/.+/([0-9]{4}-[0-9]{2}-[0-9]{2}\\.(md|yaml)|README\\.md|series\\.yaml)$
repos:
  # Checks the minutes, and writes their Markdown.
  - repo: https://example.org/m
    rev: v1
    hooks:
      - id: minutebook
      - id: minutebook-commit-message
      - id: minutebook-rebased
"""


def test_without_a_configuration_there_will_be_one() -> None:
    file = plan_hooks(CHOICES, lambda _path: None)
    assert (file.planned, file.advice) == (COMPLETE, "")


def test_with_the_hook_in_it_a_configuration_stays() -> None:
    file = plan_hooks(CHOICES, lambda _path: COMPLETE)
    assert (file.changes, file.advice) == (False, "")


@pytest.mark.parametrize(
    ("source", "advice"),
    [
        (Source("https://example.org/n", "v1"), "its hook must come from https://example.org/n"),
        (Source("https://example.org/m", "v2"), "its hook must have the `rev` v2"),
    ],
)
def test_a_hook_of_another_source_is_left_to_people_who_insist(source: Source, advice: str) -> None:
    choices = replace(CHOICES, source=source)
    assert plan_hooks(choices, lambda _path: COMPLETE).advice == ""
    insisting = plan_hooks(replace(choices, insisted=True), lambda _path: COMPLETE)
    assert (insisting.changes, insisting.advice) == (False, f"{advice}: change that by hand")


def test_settings_of_the_team_s_own_are_left_to_people() -> None:
    own = "exclude: ^vendor/\ndefault_install_hook_types: [pre-commit]\nrepos: []\n"
    file = plan_hooks(CHOICES, lambda _path: own)
    assert file.planned == own.replace(
        "[]", '[{"repo": "https://example.org/m", "rev": "v1", "hooks": [{"id": "minutebook"}]}]'
    )
    assert file.advice.startswith("add pre-merge-commit to its `default_install_hook_types`")
    assert plan_hooks(CHOICES, lambda _path: file.planned).advice == file.advice


@pytest.mark.parametrize(
    "own", ["exclude: ^vendor/{}\n", "exclude: |\n  (?x)^(\n    vendor/.*\n  )$\n  {}\n"]
)
def test_what_is_written_at_the_end_of_an_exclude_as_is_told_completes_it(own: str) -> None:
    rest = "default_install_hook_types: [pre-merge-commit]\nrepos: []\n"
    advice = plan_hooks(CHOICES, lambda _path: own.format("") + rest).advice
    told, _, addition = advice.partition(" write at the end of its `exclude`: ")
    assert told == "so that no formatter reflows the minutes,"
    assert plan_hooks(CHOICES, lambda _path: own.format(addition) + rest).advice == ""


def test_an_exclude_that_was_deleted_is_told_as_a_line() -> None:
    without = COMPLETE.replace("exclude: ", "x-old: ")
    assert (
        "write as a line of its own: exclude: ^meetings/" in plan_hooks(CHOICES, lambda _path: without).advice
    )


@pytest.mark.parametrize(
    "config",
    [
        'exclude: "["\nrepos: []\n',
        "x: &a [*a]\nrepos: []\n",
        "repos:\n  - repo: local   # - hooks: [{id: minutebook}]\n    hooks: []\n",
    ],
)
def test_an_odd_configuration_is_no_obstacle(config: str) -> None:
    planned = plan_hooks(CHOICES, lambda _path: config).planned or ""
    assert "- id: minutebook\n" in planned or '"id": "minutebook"' in planned


def test_what_can_t_be_added_to_is_answered_with_what_to_add() -> None:
    file = plan_hooks(CHOICES, lambda _path: "- a list\n")
    assert not file.changes
    assert file.advice.startswith("it is not a mapping; add this to it:\ndefault_install_hook_types:")
    assert file.advice.endswith("\n    hooks:\n      - id: minutebook")


@pytest.mark.parametrize(
    ("flat", "path", "is_excluded"),
    [
        (False, "meetings/web/2026-01-05.md", True),
        (False, "meetings/web/2026/2026-01-05.md", True),
        (False, "meetings/web/README.md", True),
        (False, "meetings/web/2026/2026-01-05.yaml", True),
        (False, "meetings/web/series.yaml", True),
        (False, "meetings/web/other.yaml", False),
        (True, "meetings/series.yaml", True),
        (False, "meetings/README.md", False),
        (True, "meetings/README.md", True),
        (True, "meetings/2026-01-05.md", True),
        (False, "meetings/web/agenda.md", False),
        (False, "docs/2026-01-05.md", False),
    ],
)
def test_formatters_leave_alone_notes_and_what_is_made_of_them_and_nothing_else(
    flat: bool, path: str, is_excluded: bool
) -> None:
    assert bool(re.search(excluded(replace(CHOICES, flat=flat)), path)) == is_excluded
