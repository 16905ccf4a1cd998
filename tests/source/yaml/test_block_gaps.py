"""Whatever minutebook writes has an empty line between a block of text and what follows it."""

import pytest
from support.notes import Notes

from minutebook.source.yaml.block_gaps import missing_gaps, with_gaps
from minutebook.source.yaml.loader import read

MARKED = """\
date: 2020-10-19
notes: |
  Welcome.
GAP
sections:
  - title: Talk
    notes: |
GAP
    sections:
      - title: Team
        notes: |-   # as typed
          Moved on.
          - name: no title

        actions:
          - topic: Server
            notes: |
              Its disk is full.
GAP
            # the last one
          - {id: a1bcde, owner: Mat, task: one}
  - title: End
    notes: |
      Bye.
"""
TIGHT, SPACED = MARKED.replace("GAP\n", ""), MARKED.replace("GAP\n", "\n")
PATH = "meetings/team/2020-10-19.yaml"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_follows_a_text_is_parted_from_it(newline: str) -> None:
    tight, spaced = (text.replace("\n", newline) for text in (TIGHT, SPACED))
    assert with_gaps("a.yaml", tight) == spaced == with_gaps("a.yaml", spaced)
    assert read("a.yaml", spaced.encode()).data == read("a.yaml", tight.encode()).data


@pytest.mark.parametrize(
    "text",
    [
        "x-a: |+\n  kept\nx-b: 1\n",  # an empty line would be part of it
        'x-a: "one\n  x: |\n  two"\nx-b: 1\n',  # no block, but looks like one
        "notes: |\n  last\n",
        "notes: |\n  two below\n\n\nx-b: 1\n",
    ],
)
def test_nothing_is_added_where_it_would_change_the_meaning_or_is_not_missing(text: str) -> None:
    assert with_gaps("a.yaml", text) == text


def test_sync_writes_it_in_the_newest_meeting_and_leaves_older_ones(notes: Notes) -> None:
    for day in ("2020-10-12", "2020-10-19"):
        notes.write(f"meetings/team/{day}.yaml", TIGHT.replace("2020-10-19", day))
    older = notes.read("meetings/team/2020-10-12.yaml")
    assert f"{PATH}: an empty line below each text\n" in notes.run("sync").stderr
    assert (notes.read(PATH), notes.read("meetings/team/2020-10-12.yaml")) == (SPACED, older)
    assert notes.run("sync").stdout == ""


def test_a_missing_one_is_no_problem_to_any_check_or_hook(notes: Notes) -> None:
    notes.write(PATH, SPACED)
    notes.run("sync")
    notes.commit()
    notes.write(PATH, TIGHT)
    assert notes.problems() == []
    assert notes.run("sync", "--check").returncode == 0
    notes.git("add", "--all")
    assert notes.run("sync", "--staged", "--exit-code").returncode == 0
    assert notes.read(PATH) == TIGHT


def test_an_action_that_is_added_below_a_text_is_parted_from_it(notes: Notes) -> None:
    notes.write(PATH, "date: 2020-10-19\nsections:\n  - title: Talk\n    notes: |\n      Hello.\n")
    assert notes.run("add", "Mat: order parts", "--section", "Talk").returncode == 0
    assert "      Hello.\n\n    actions:\n" in notes.read(PATH)
    notes.write(
        "meetings/team/2020-10-26.yaml", "date: 2020-10-26\nsections:\n  - title: Talk\n    notes: |\n"
    )
    notes.run("sync", "--stage")
    assert "    notes: |\n\n    actions:\n" in notes.read("meetings/team/2020-10-26.yaml")


def test_what_new_init_and_import_write_has_no_gap_that_is_missing(notes: Notes) -> None:
    notes.write(PATH, TIGHT)
    notes.run("new")
    options = ("--title", "Board", "--date", "2020-10-19", "--schedule", "none", "--people", "Mat")
    notes.run("init", "meetings/board", *options)
    notes.write(
        "old/2020-10-05.md", "# Sync\n\n## News\n\nHello.\n\n## Talk\n\nThis.\n\n### Deeper\n\nThat.\n"
    )
    assert notes.run("import", "old/2020-10-05.md", "--into", "meetings/old").returncode == 0
    for path in ("team/2020-10-26", "old/2020-10-05", "board/2020-10-19"):
        text = notes.read(f"meetings/{path}.yaml")
        assert "notes: |\n" in text, path
        assert list(missing_gaps(text.split("\n"))) == [], path
