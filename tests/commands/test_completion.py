"""What a shell proposes while a command line is typed."""

import os
from collections.abc import Callable

import pytest
from support.notes import Notes

from minutebook.commands._registry import COMMANDS

Proposed = Callable[[str], list[str]]


@pytest.fixture
def proposed(notes: Notes) -> Proposed:
    """Return what says which words a shell is offered behind the start of a command line."""
    answer = notes.top.parent / "proposed"

    def complete(line: str) -> list[str]:
        shell = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_IFS": " ", "_ARGCOMPLETE_SUPPRESS_SPACE": "1"}
        shell |= {
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),
            "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        }
        notes.minutebook(env=os.environ | shell)
        return answer.read_text(encoding="utf-8").split()

    notes.write(f"{notes.series}/series.yaml", "roster: {Mat: , Diego: }\n")
    talk = "  - title: Talk\n    actions:\n      - {id: a1bcde, owner: Mat, task: x}\n"
    notes.meeting("2020-10-19", Open=1, extra=talk)
    return complete


def test_commands_are_proposed(proposed: Proposed) -> None:
    assert set(COMMANDS) <= set(proposed("minutebook "))
    assert proposed("minutebook de") == ["deltas"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("minutebook done ", "a1bcde"),
        ("minutebook actions --owner ", "Diego"),
        ("minutebook give a1bcde ", "Diego"),
        ("minutebook add --section ", "Talk"),
        ("minutebook new ", "meetings/team"),
        ("minutebook render ", "meetings/team/2020-10-19.yaml"),
        ("minutebook explain ", "unknown-person"),
    ],
)
def test_what_the_notes_hold_is_proposed(proposed: Proposed, line: str, word: str) -> None:
    assert word in proposed(line)


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("minutebook sync --", {"--staged", "--only", "--color"}),
        ("minutebook import --", {"--into", "--dry-run"}),
        ("minutebook drop a1bcde --", {"--reason"}),
        ("minutebook check --format ", {"text", "json", "github", "gitlab"}),
    ],
)
def test_the_options_of_a_command_are_proposed(proposed: Proposed, line: str, options: set[str]) -> None:
    assert options <= set(proposed(line))


def test_only_options_are_proposed_where_nothing_can_be_read(proposed: Proposed, notes: Notes) -> None:
    notes.write(f"{notes.series}/2020-10-19.yaml", "[")
    assert all(word.startswith("-") for word in proposed("minutebook done "))
