"""A section that has only another title is the same section."""

import pytest
from support.versions import MEETING, edited, merged

from minutebook.merge.former_titles import with_former_titles
from minutebook.merge.record import Record
from minutebook.merge.tree import tree_of
from minutebook.source.write import write_file
from minutebook.source.yaml.loader import read


def titled(*titles: str) -> Record:
    """Return a meeting with sections of these titles, which have nothing in them."""
    return tree_of(read("m.yaml", write_file({"sections": [{"title": title} for title in titles]}).encode()))


def titles_of(record: Record) -> list[str]:
    """Return what sections are known by."""
    return [section.identity[1] for section in record.records[-1].records]


def test_it_has_its_former_title_and_all_that_is_in_it() -> None:
    base, version = edited(MEETING, [], 0), edited(MEETING, [], 0)
    version["sections"][1]["title"] = "Tickets"
    records = [tree_of(read("m.yaml", write_file(meeting).encode())) for meeting in (base, version)]
    assert titles_of(with_former_titles(*records)) == titles_of(records[0])


@pytest.mark.parametrize(
    ("base", "version", "titles"),
    [
        (["a", "b"], ["a", "c"], ["a", "b"]),
        (["a", "b"], ["c", "a", "b"], ["c", "a", "b"]),
        (["a", "b"], ["b"], ["b"]),
        (["a", "b", "c"], ["x", "b", "y"], ["a", "b", "c"]),
    ],
)
def test_one_without_content_is_known_by_its_place(
    base: list[str], version: list[str], titles: list[str]
) -> None:
    assert titles_of(with_former_titles(titled(*base), titled(*version))) == titles


def test_one_with_other_content_is_another_one() -> None:
    base = {"sections": [{"title": "a", "notes": "-   the pump\n"}]}
    version = {"sections": [{"title": "b", "notes": "-   a bank holiday\n"}]}
    records = [tree_of(read("m.yaml", write_file(meeting).encode())) for meeting in (base, version)]
    assert titles_of(with_former_titles(*records)) == ["b"]


def test_nothing_in_it_is_lost() -> None:
    ours, theirs = edited(MEETING, [], 0), edited(MEETING, [], 0)
    ours["sections"][1]["title"] = "Tickets"
    theirs["sections"][1]["actions"][0]["status"] = "done"
    section = merged(MEETING, ours, theirs)["sections"][1]
    assert section["title"] == "Tickets"
    assert section["actions"] == theirs["sections"][1]["actions"]


def test_one_that_was_moved_as_well_is_known_by_what_stands_in_it() -> None:
    pump = {"notes": "-   the pump\n-   the well\n-   the hose\n"}
    base = {"sections": [{"title": "a", **pump}, {"title": "b", "notes": "-   a bank holiday\n"}]}
    moved = {"sections": [base["sections"][1], {"title": "c", **pump}]}
    records = [tree_of(read("m.yaml", write_file(meeting).encode())) for meeting in (base, moved)]
    assert titles_of(with_former_titles(*records)) == ["b", "a"]


def test_of_two_that_are_alike_nobody_knows_which_was_moved() -> None:
    pump = {"notes": "-   the pump\n-   the well\n-   the hose\n"}
    bank = {"title": "b", "notes": "-   a bank holiday\n"}
    base = {"sections": [{"title": "a", **pump}, bank]}
    moved = {"sections": [bank, {"title": "c", **pump}, {"title": "d", **pump}]}
    records = [tree_of(read("m.yaml", write_file(meeting).encode())) for meeting in (base, moved)]
    assert titles_of(with_former_titles(*records)) == ["b", "c", "d"]


def test_what_the_other_added_comes_along_with_one_that_was_moved_and_renamed() -> None:
    ours, theirs = edited(MEETING, [], 0), edited(MEETING, [], 0)
    section = ours["sections"].pop(1)
    ours["sections"].append({**section, "title": "Tickets"})
    theirs["sections"][1]["actions"][0]["status"] = "done"
    last = merged(MEETING, ours, theirs)["sections"][-1]
    assert last["title"] == "Tickets"
    assert last["actions"] == theirs["sections"][1]["actions"]
