"""The rules about the tree of sections."""

from support.rulebook import broken, finding, findings, met

# duplicate-title


def test_sections_side_by_side_have_different_titles() -> None:
    meeting = met("2020-10-26", "sections: [{title: A}, {title: B}, {title: A}, {title: B}, {title: A}]")
    repeats = findings("duplicate-title", meeting)
    assert [repeat.key_path for repeat in repeats] == [("sections", number, "title") for number in (2, 3, 4)]
    assert repeats[0].record == 'section "A"'
    assert repeats[0].message == "another section beside this one is also called 'A'"


def test_sections_below_different_ones_may_have_the_same_title() -> None:
    body = "sections: [{title: A, sections: [{title: Same}]}, {title: B, sections: [{title: Same}]}]"
    assert broken(met("2020-10-26", body)) == []


def test_sections_without_a_title_do_not_have_the_same_one() -> None:
    assert broken(met("2020-10-26", "sections: [{notes: a}, {notes: b}, {title: A}]")) == []


def test_topics_of_one_name_in_a_section_are_told_and_in_two_sections_are_not() -> None:
    topic = "{topic: T, notes: x}"
    meeting = met("2020-10-26", f"actions: [{topic}, {topic}]\nsections: [{{title: A, actions: [{topic}]}}]")
    told = finding("duplicate-title", meeting)
    assert (told.severity, told.key_path) == ("warning", ("actions", 1, "topic"))


# topic-empty


def test_a_topic_whose_action_items_stand_beside_it_is_told_once_a_meeting_is_no_draft() -> None:
    body = "actions: [{topic: T}, {id: k7q2m4, owner: Mat, task: a}, {topic: U, actions: [Mat: b]}]"
    assert finding("topic-empty", met("2020-10-26", body)).key_path == ("actions", 0, "topic")
    assert "topic-empty" not in broken(met("2020-10-26", f"status: draft\n{body}"))


# untitled-after-titled


def test_every_untitled_section_after_a_titled_one_is_found() -> None:
    meeting = met("2020-10-26", "sections: [{notes: a}, {title: A}, {notes: b}, {notes: c}]")
    untitled = findings("untitled-after-titled", meeting)
    assert [section.key_path for section in untitled] == [("sections", 2), ("sections", 3)]
    assert "part of 'A'" in untitled[1].message


# content-after-sections


def test_content_after_sections_is_found_in_the_meeting_and_below() -> None:
    meeting = met("2020-10-26", "sections:\n  - title: A\n    sections: []\n    notes: x\nnotes: y\nx-own: z")
    places = [(late.key_path, late.record) for late in findings("content-after-sections", meeting)]
    assert places == [(("notes",), ""), (("sections", 0, "notes"), 'section "A"')]


def test_content_after_sections_is_told_with_what_would_become_of_it() -> None:
    late = finding("content-after-sections", met("2020-10-26", "sections: [{title: A}]\nnotes: y"))
    assert late.message.startswith("`notes` stands after `sections`, so in the minutes")
    assert late.hint.startswith("Move `notes` up, before `sections`; or write a line `- title: ...` above")
    assert late.on_key


def test_all_of_a_section_that_stands_after_its_sections_is_told_at_once() -> None:
    late = finding(
        "content-after-sections", met("2020-10-26", "sections: [{title: A}]\nnotes: y\nduty: {a: b}")
    )
    assert late.message.startswith("`notes` and `duty` stand after `sections`")
