"""Sections without a title of their own, and what they do to the levels of others."""

from minutebook.oldminutes.importer.section_tree import nest_untitled, wrong_levels
from minutebook.oldminutes.importer.values import Section

NEWS = Section(3, "News", ())
MARKUP = Section(5, None, ())


def test_a_section_without_a_title_stands_at_the_end_of_the_one_before() -> None:
    work = Section(1, "Work", (), (NEWS,))
    (section,) = nest_untitled((work, MARKUP))
    assert section == Section(1, "Work", (), (Section(3, "News", (), (MARKUP,)),))


def test_the_first_one_stays_where_it_is() -> None:
    assert nest_untitled((MARKUP, NEWS)) == (MARKUP, NEWS)


def test_a_heading_below_one_without_a_title_gets_a_wrong_level() -> None:
    untitled = Section(1, None, (), (NEWS,))
    assert list(wrong_levels((untitled,), {1: 2, 3: 3})) == [3]
    assert list(wrong_levels((Section(1, "Work", (), (NEWS,)),), {1: 2, 3: 3})) == []


def test_the_deepest_level_is_right_for_all_below_it() -> None:
    assert list(wrong_levels((NEWS,), {3: 6}, level=8)) == []
