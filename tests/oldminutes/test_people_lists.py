"""The lists of people of a meeting while they are read."""

from minutebook.oldminutes.markdown_blocks import read_markdown
from minutebook.oldminutes.people_lists import PeopleLists, joined_people
from minutebook.records.attendance import Attendance


def test_each_person_stands_in_the_list_of_the_role() -> None:
    lists = PeopleLists(1, {"Ada": ("attending", 3, "Ada (chair)"), "Cy": ("absent", 4, "Cy")})
    assert lists.value() == Attendance(attending=("Ada (chair)",), absent=("Cy",))
    assert (lists.has("absent"), lists.has("guests")) == (True, False)


def test_people_in_a_paragraph_each_are_the_lines_of_one_below_a_label_or_a_title() -> None:
    blocks = read_markdown("Present:\n\nAda\n\nBen\n\nWe paint the door.\n").blocks
    texts = [block.visible for block in joined_people(blocks, is_below=False)]
    assert texts == ["Present:", "Ada\nBen", "We paint the door."]
    assert [block.visible for block in joined_people(blocks[1:], is_below=True)] == texts[1:]
    assert joined_people(blocks[1:], is_below=False) == [*blocks[1:]]
