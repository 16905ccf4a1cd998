"""What sections and tables are called."""

from minutebook.merge.section_names import SectionNames

MEETING = {
    "sections": [
        {"title": "Web", "sections": [{"title": "News"}, {"table": {"id": "visits"}}]},
        {"title": "Shop"},
    ]
}


def test_a_title_is_enough_where_no_other_section_has_it() -> None:
    assert SectionNames(MEETING).heading(("Web", "News")).name == "News"


def test_one_of_two_is_called_by_all_titles_above() -> None:
    other = {"sections": [{"title": "Shop", "sections": [{"title": "News"}]}]}
    assert SectionNames(MEETING, other).heading(("Web", "News")).name == "Web, News"


def test_a_table_is_called_as_its_section_or_by_its_id() -> None:
    names, table = SectionNames(MEETING), {"table": {"id": "visits"}}
    assert names.table(("Web",), table).name == "visits"
    assert names.table(("Web",), table | {"title": "Web"}).name == "Web"
