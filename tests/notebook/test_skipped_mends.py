"""What stands in a meeting that was called off goes to one that was held, and nothing of it is lost."""

from support.series import FIRST, SECOND, path_of, series_of

from minutebook.notebook.skipped_mends import empty_skipped

ITEM = "actions:\n  - {id: k7q2m4, owner: Ann, task: call}\n"
SKIPPED = "status: skipped\nreason: nobody came\n"


def test_what_is_new_is_moved_in_its_order() -> None:
    items = "  - {id: m3x8d0, owner: Bob, task: write}\n  - {id: p1abcd, owner: Bob, task: read}\n"
    notebook = series_of({FIRST: ITEM, SECOND: f"{SKIPPED}actions:\n{items}"})
    assert empty_skipped(notebook, [SECOND]).texts == {
        path_of(FIRST): f"date: {FIRST}\n{ITEM}{items}",
        path_of(SECOND): f"date: {SECOND}\n{SKIPPED}",
    }


def test_a_line_in_quotes_is_moved_as_it_was_typed() -> None:
    typed = '  - "@Bob write (due 2020-12-01)"\n'
    notebook = series_of({FIRST: ITEM, SECOND: f"{SKIPPED}actions:\n{typed}"})
    assert empty_skipped(notebook, [SECOND]).texts == {
        path_of(FIRST): f"date: {FIRST}\n{ITEM}{typed}",
        path_of(SECOND): f"date: {SECOND}\n{SKIPPED}",
    }


def test_a_date_after_the_meeting_is_not_taken_along() -> None:
    notebook = series_of({FIRST: "", SECOND: SKIPPED + ITEM.replace("call", f"call, since: {SECOND}")})
    assert empty_skipped(notebook, [SECOND]).texts[path_of(FIRST)] == f"date: {FIRST}\n{ITEM}"


def test_a_series_without_such_a_meeting_is_returned_as_it_is() -> None:
    notebook = series_of({FIRST: ITEM, SECOND: SKIPPED})
    assert empty_skipped(notebook, notebook.days).texts == {}


def test_a_topic_goes_with_the_last_that_stood_in_it_unless_it_has_notes() -> None:
    topics = "  - topic: Release\n    actions:\n      - {id: k7q2m4, owner: Ann, task: call}\n"
    noted = "  - topic: Move\n    notes: |\n      In May.\n"
    more = f"{noted}    actions:\n      - {{id: m3x8d0, owner: Bob, task: pack}}\n"
    notebook = series_of({FIRST: f"actions:\n{topics}{more}", SECOND: f"{SKIPPED}actions:\n{topics}{more}"})
    assert empty_skipped(notebook, [SECOND]).texts[path_of(SECOND)].rstrip() == (
        f"date: {SECOND}\n{SKIPPED}actions:\n{noted}".rstrip()
    )


DRAFTED = """\
sections:
  - title: Desk
    counters:
      open calls:  # 4 last time
      open mails:  # 2 last time
    notes: |
      Nobody came.

  - title: Stock
    table:
      id: stock
      columns: ["# of boxes"]
      rows:
        Full:  # 3 last time
"""


def test_tables_and_counters_go_where_nothing_was_counted() -> None:
    notebook = series_of({FIRST: "", SECOND: SKIPPED + DRAFTED})
    notes = "    notes: |\n      Nobody came.\n"
    assert empty_skipped(notebook, [SECOND]).texts == {
        path_of(SECOND): f"date: {SECOND}\n{SKIPPED}sections:\n  - title: Desk\n{notes}\n  - title: Stock\n"
    }


def test_what_a_skipped_meeting_counted_stays_with_what_it_did_not() -> None:
    notebook = series_of({FIRST: "", SECOND: SKIPPED + DRAFTED.replace("mails:", "mails: 0")})
    assert empty_skipped(notebook, [SECOND]).texts == {}


def test_a_table_among_whose_rows_somebody_wrote_a_comment_stays() -> None:
    noted = DRAFTED.replace("Full:  # 3 last time", "Full:  # ask Ann")
    notebook = series_of({FIRST: "", SECOND: SKIPPED + noted})
    text = empty_skipped(notebook, [SECOND]).texts[path_of(SECOND)]
    assert "counters" not in text
    assert "# ask Ann" in text
