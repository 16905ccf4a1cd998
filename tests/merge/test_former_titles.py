"""A section that has only another title is the same section."""

from support.versions import MEETING, edited

from minutebook.merge.former_titles import with_former_titles
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity
from minutebook.merge.tree import tree_of
from minutebook.source.write import write_file
from minutebook.source.yaml.loader import read


def sections(title: str) -> dict[Identity, Record]:
    """Return the sections of the meeting, of which one has this title."""
    meeting = edited(MEETING, [], 0)
    meeting["sections"][1]["title"] = title
    tree = tree_of(read("m.yaml", write_file(meeting).encode()))
    return {record.identity: record for record in tree.records[-1].records}


def test_it_has_its_former_title_in_both_versions() -> None:
    ours = with_former_titles([sections("JIRA"), sections("Tickets"), sections("JIRA")])[1]
    assert list(ours) == list(sections("JIRA"))


def test_another_section_is_another_one() -> None:
    other = sections("JIRA")
    record = other.pop(("section", "JIRA", ""))
    other["section", "Other", ""] = Record(
        ("section", "Other", ""), None, "records", records=record.records[:1]
    )
    assert with_former_titles([sections("JIRA"), other, sections("JIRA")])[1] == other
