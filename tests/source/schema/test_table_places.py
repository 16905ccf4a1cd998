"""Where tables stand is told by the titles above them, also in data that fits no schema."""

from minutebook.source.schema.table_places import table_ids, titles_above

DATA = {
    "title": "Team",
    "table": {"id": "all"},
    "sections": [
        {"title": "A", "sections": [{"table": {"id": "a"}}, {"title": 3, "table": {"id": "b"}}]},
        {"title": "B", "table": {"id": 7}, "sections": None},
        "C",
    ],
}


def test_a_table_has_the_titles_of_all_sections_around_it() -> None:
    assert list(table_ids(DATA)) == [((), "all"), (("A",), "a"), (("A", "3"), "b")]
    assert titles_above(DATA, ("sections", 0, "sections", 1, "table")) == ("A", "3")
    assert titles_above(DATA, ("table",)) == ()
