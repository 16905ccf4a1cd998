"""A file as records within records has every line of the file."""

import pytest
from support.schemaproblems import MEETING, SERIES
from support.versions import MEETING as DATA

from minutebook.merge.lines import lines_of
from minutebook.merge.record import Record
from minutebook.merge.tree import NotUnderstood, tree_of
from minutebook.source.write import write_file
from minutebook.source.yaml.loader import read

COMMENTED = """\
# of the file

# of the title
title: A  # behind it
sections:  # behind the key

  # of the section
  - title: B
    # of the notes
    notes: |  # of the block
      # no comment

      text

    # of nothing

    actions:
    - AI (Mat): do it
    - @Mat do it
    - [ ] Mat: do it
    -   id: k7q2m4
        owner:
          - Mat
          - Ann
        task: >-
          folded
          text
  # at the end
x-own:
  - a
  - {b: c}
"""


def tree(text: str) -> Record:
    """Return the records of a text."""
    return tree_of(read("m.yaml", text.encode()))


@pytest.mark.parametrize(
    "text", [MEETING, SERIES, COMMENTED, write_file(DATA), "date: 2020-10-26\n", "a:\nb: |\n"]
)
def test_its_lines_are_those_of_the_file(text: str) -> None:
    assert "".join(f"{line}\n" for line in lines_of(tree(text))) == text


def test_a_record_has_the_comments_right_above_it() -> None:
    sections = next(record for record in tree(COMMENTED).records if record.identity == ("key", "sections"))
    (section,) = sections.records
    assert section.comments_above == ("", "# of the section")
    assert [record.comments_above for record in section.records] == [(), ("# of the notes",), ()]


@pytest.mark.parametrize("text", ["a:\n  -\n    b: 1\n", "a:\n  - - b\n", "a: &x\n" * 0 + "? a\n: b\n"])
def test_what_can_t_be_taken_apart_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        tree(text)
