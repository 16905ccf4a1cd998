"""The rules about the tree of sections."""

from support.findings import broken_rules, dated, findings


def test_sections_without_a_title_do_not_have_the_same_one() -> None:
    assert broken_rules(dated("2020-10-26", "sections: [{notes: a}, {notes: b}, {title: A}]")) == []


def test_every_untitled_section_after_a_titled_one_is_found() -> None:
    last = dated("2020-10-26", "sections: [{title: A}, {notes: a}, {notes: b}]")
    assert [finding.key_path for finding in findings(last) if finding.rule == "untitled-after-titled"] == [
        ("sections", 1),
        ("sections", 2),
    ]


def test_content_after_sections_is_found_in_the_meeting_and_below() -> None:
    last = dated("2020-10-26", "sections:\n  - title: A\n    sections: []\n    notes: x\nnotes: y\nx-own: z")
    places = [(f.key_path, f.record) for f in findings(last) if f.rule == "content-after-sections"]
    assert places == [(("notes",), ""), (("sections", 0, "notes"), 'section "A"')]
