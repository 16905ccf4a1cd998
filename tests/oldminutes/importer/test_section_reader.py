"""The headings of a text as a tree of sections, and the blocks of each."""

from support.oldminutes.sheets import sheet_of

from minutebook.oldminutes.importer.values import Actions, Counters, Duties, Prose, Section

Tree = list[tuple[str | None, "Tree"]]


def tree(text: str) -> Tree:
    return _tree(sheet_of(text).root)


def _tree(section: Section) -> Tree:
    return [(subsection.title, _tree(subsection)) for subsection in section.sections]


def texts(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Prose)]


def test_a_heading_holds_those_of_lower_levels_that_follow() -> None:
    assert tree("# W\n\n## A\n\n### B\n\n#### C\n\n### D\n\n## E\n") == [
        ("A", [("B", [("C", [])]), ("D", [])]),
        ("E", []),
    ]


def test_a_level_may_be_left_out() -> None:
    assert tree("# W\n\n## A\n\n#### B\n\n### C\n") == [("A", [("B", []), ("C", [])])]


def test_the_first_heading_is_the_title_where_it_stands_above_all_others() -> None:
    assert tree("## W\n\n### A\n") == [("A", [])]


def test_without_a_title_every_heading_is_a_section() -> None:
    assert (tree("## A\n\n## B\n"), sheet_of("## A\n\n## B\n").head.title) == ([("A", []), ("B", [])], None)


def test_minutes_may_have_no_heading_at_all() -> None:
    assert (tree("Text\n"), texts(sheet_of("Text\n").root)) == ([], ["Text"])


def test_what_stands_above_the_title_is_kept() -> None:
    assert texts(sheet_of("Before\n\n# W\n\nBehind\n").root) == ["Before", "Behind"]


def test_a_title_that_stands_there_already_is_prose_behind_the_first() -> None:
    root = sheet_of("# W\n\n## A\n\none\n\n## A\n\ntwo\n").root
    assert _tree(root) == [("A", [(None, [])])]
    assert texts(root.sections[0].sections[0]) == ["## A\n\ntwo"]


def test_one_title_may_stand_below_two_others() -> None:
    assert tree("# W\n\n## A\n\n### X\n\n## B\n\n### X\n") == [("A", [("X", [])]), ("B", [("X", [])])]


def test_a_title_with_markup_is_prose() -> None:
    root = sheet_of("# W\n\n## See [this](x.html)\n\none\n").root
    assert (_tree(root), texts(root.sections[0])) == ([(None, [])], ["## See [this](x.html)\n\none"])


def test_a_title_that_is_prose_goes_behind_the_last_part_of_the_one_before() -> None:
    assert tree("# W\n\n## A\n\n### B\n\n## *C*\n\n## D\n") == [("A", [("B", [(None, [])])]), ("D", [])]


def test_empty_lines_above_a_title_that_is_prose_stay_only_below_other_text() -> None:
    (empty,) = sheet_of("# W\n\n## A\n\n\n## *C*\n").root.sections[0].sections
    (other,) = sheet_of("# W\n\n## A\n\ntext\n\n\n## *C*\n").root.sections[0].sections
    assert (empty.blocks, other.blocks) == ((Prose(((6, "## *C*"),)),), (Prose(((7, ""), (8, "## *C*"))),))


def test_a_title_that_must_stay_prose_is_none() -> None:
    assert _tree(sheet_of("# W\n\n## A\n", prose=(3,)).root) == [(None, [])]


def test_a_heading_may_be_underlined() -> None:
    assert tree("W\n=\n\nA\n-\n\ntext\n") == [("A", [])]


def test_neighbours_of_one_kind_are_one_block() -> None:
    root = sheet_of(
        "# W\n\n- Shifter: Ana\n- 1 (+1) a\n- 2 (+1) b\n- AI (Ana): x\n- AI (Ben): y\n\none\n\ntwo\n"
    ).root
    assert [type(block) for block in root.blocks] == [Duties, Counters, Actions, Prose]


def test_the_empty_lines_within_prose_stay_and_those_around_it_go() -> None:
    assert texts(sheet_of("# W\n\n\none\n\n\ntwo\n\n\n").root) == ["one\n\n\ntwo"]
