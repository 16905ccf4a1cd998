"""The rules about rows, and what they say that they continue."""

import pytest
from support import samples
from support.rulebook import SKIPPED, broken, finding, findings, met

from minutebook.records.meeting import Meeting
from minutebook.rules.registry import HISTORY


def table(day: str, rows: str, more: str = "", columns: str = "A", status: str = "") -> Meeting:
    return met(day, f"{status}table: {{id: jira, columns: [{columns}], {more} rows: {{{rows}}}}}")


PAST = table("2020-10-19", "Identity: 1, Open: 2")


def lines(hint: str) -> list[str]:
    """Return the lines that a hint offers."""
    stripped = (
        line.split("write one of:")[-1].removeprefix("Write one of:") for line in hint.split("\n")[:-1]
    )
    return [line.split("#")[0].strip() for line in stripped]


# row-renamed


def test_a_row_that_may_be_another_one_must_say_what_it_continues() -> None:
    rename = finding("row-renamed", PAST, table("2020-10-26", "Identity & access: 25, Open: 2"))
    assert (rename.severity, rename.on_key, rename.mend) == ("error", True, None)
    assert rename.key_path == ("table", "rows", "Identity & access")
    assert rename.message == (
        "the row 'Identity & access' is new, and the row 'Identity' of 2020-10-19 is gone: "
        "the table must say whether it was renamed"
    )
    assert lines(rename.hint) == [
        "Identity & access: {counts: 25, continues: Identity}",
        "Identity & access: {counts: 25, continues: none}",
    ]


@pytest.mark.parametrize(
    ("label", "columns", "counts"),
    [
        ("identity", "A", "25"),
        ("Blocked", "A", "~"),
        ("Identity, access", "A", "25"),
        ("a: b", "A, B", "[8, ~]"),
        ("'3.10'", "A, B", "[8, 9]"),
    ],
)
def test_each_line_for_a_renamed_row_ends_the_matter(label: str, columns: str, counts: str) -> None:
    earlier_counts = "[1, 1]" if "," in columns else "1"
    past = table("2020-10-19", f"'Open: now': {earlier_counts}", columns=columns)
    label = label if label[0] == "'" else f"'{label}'"
    later = table("2020-10-26", f"{label}: {counts}", columns=columns, status="status: draft\n")
    offered = lines(finding("row-renamed", past, later).hint)
    assert len(offered) == 2
    for line in offered:
        assert broken(past, table("2020-10-26", line, columns=columns, status="status: draft\n")) == []


def test_a_row_that_is_like_none_that_is_gone_is_likeliest_new() -> None:
    rename = finding("row-renamed", PAST, table("2020-10-26", "Blocked: 25, Open: 2"))
    assert lines(rename.hint)[0] == "Blocked: {counts: 25, continues: none}"


def test_one_problem_tells_all_rows_of_a_table() -> None:
    past = table("2020-10-19", "Waiting: 1, Blocked: 2")
    rename = finding("row-renamed", past, table("2020-10-26", "Waiting on us: 1, Blocked by us: 2"))
    assert [line for line in lines(rename.hint) if "none" not in line] == [
        "Waiting on us: {counts: 1, continues: Waiting}",
        "Waiting on us: {counts: 1, continues: Blocked}",
        "Blocked by us: {counts: 2, continues: Blocked}",
        "Blocked by us: {counts: 2, continues: Waiting}",
    ]
    half = table("2020-10-26", "Waiting on us: {counts: 1, continues: Waiting}, Blocked by us: 2")
    assert finding("row-renamed", past, half).message.startswith("the row 'Blocked by us' is new")


@pytest.mark.parametrize(
    "rows", ["Open: 2, Identity: 1", "Identity: 1, Open: 2, New: 3", "Identity: {counts: 1}, Open: 2"]
)
def test_rows_that_only_moved_or_only_came_were_not_renamed(rows: str) -> None:
    assert broken(PAST, table("2020-10-26", rows)) == []


@pytest.mark.parametrize(("weeks", "rules"), [(10, []), (11, ["row-renamed"])])
def test_a_row_that_one_of_the_last_ten_meetings_had_is_not_new(weeks: int, rules: list[str]) -> None:
    days = ["2020-08-03", *(f"2020-{8 + week // 4:02}-{1 + 7 * (week % 4):02}" for week in range(1, weeks))]
    oldest = table(days[0], "Waiting: 1, Open: 2")
    others = [table(day, "Identity: 1, Open: 2") for day in days[1:]]
    later = table("2020-12-07", "Waiting: 1, Open: 2")
    assert [rule for rule in broken(oldest, *others, later) if rule == "row-renamed"] == rules


def test_a_table_that_starts_again_asks_nothing() -> None:
    assert broken(PAST, table("2020-10-26", "Blocked: 1", "baseline: none,")) == []


def test_old_meetings_rest_before_the_strict_day_and_offer_it() -> None:
    renamed_row = table("2020-10-26", "Identity & access: 25, Open: 2")
    newest = table("2020-11-02", "Identity & access: 25, Open: 2")
    (rename,) = findings("row-renamed", PAST, renamed_row, newest, of=1)
    assert rename.hint.split("\n")[-1] == (
        "To leave meetings before 2020-11-02 as they are, write in meetings/technology/series.yaml: strict: 2020-11-02"
    )
    past = samples.history(PAST, renamed_row, newest, strict=newest.date)
    assert [one.rule for one in HISTORY.findings(renamed_row, past)] == ["title-missing"]


# changing


def test_where_rows_come_and_go_only_a_near_twin_is_told() -> None:
    past = table("2020-10-19", "htcondor: 1, xrootd: 2", "changing: true,")
    assert broken(past, table("2020-10-26", "gratia: 1, xrootd: 2", "changing: true,")) == []
    twin = finding("row-renamed", past, table("2020-10-26", "HTCondor: 1, xrootd: 2", "changing: true,"))
    assert twin.severity == "warning"
    assert twin.message == "the row 'HTCondor' is new, and 'htcondor' of 2020-10-19 is gone: was it renamed?"


def test_the_line_about_rows_that_come_and_go_ends_the_matter() -> None:
    assert "changing: true" in finding("row-renamed", PAST, table("2020-10-26", "Blocked: 1, Open: 2")).hint
    assert broken(PAST, table("2020-10-26", "Blocked: 1, Open: 2", "changing: true,")) == []


# row-absent


def test_a_row_that_is_missing_is_a_warning_at_once() -> None:
    absent = finding("row-absent", PAST, table("2020-10-26", "Open: 2"))
    assert (absent.severity, absent.key_path) == ("warning", ("table", "rows"))
    assert absent.message == "the row 'Identity' of 2020-10-19 is missing"


def test_a_part_of_a_table_in_a_skipped_meeting_is_told_there() -> None:
    absent = finding("row-absent", PAST, table("2020-10-26", "Open: 2", status=SKIPPED))
    assert absent.hint.startswith(
        "Write what is missing, or delete the table: the next one is measured against 2020-10-19 then."
    )
    assert broken(PAST, table("2020-10-26", "Open: 2", "ok: [row-absent],", status=SKIPPED)) == []


# continues-unknown, continues-twice


def test_a_row_continues_one_of_the_baseline() -> None:
    unknown = finding(
        "continues-unknown", PAST, table("2020-10-26", "Access: {counts: 1, continues: Identty}, Open: 2")
    )
    assert unknown.message == "the table jira of 2020-10-19 has no row 'Identty'; did you mean Identity?"
    first = finding("continues-unknown", table("2020-10-26", "Access: {counts: 1, continues: Identity}"))
    assert first.message == "no earlier meeting has this table, so there is nothing to continue"


@pytest.mark.parametrize(
    "rows",
    [
        "A: {counts: 1, continues: Open}, B: {counts: 1, continues: Open}",
        "Open: 1, B: {counts: 1, continues: Open}",
    ],
)
def test_a_row_is_continued_once(rows: str) -> None:
    assert finding("continues-twice", PAST, table("2020-10-26", rows)).key_path == ("table", "rows", "B")


def test_rows_may_swap_their_labels() -> None:
    rows = "Open: {counts: 1, continues: Identity}, Identity: {counts: 1, continues: Open}"
    assert broken(PAST, table("2020-10-26", rows)) == []


def test_a_row_that_the_baseline_has_is_not_new() -> None:
    new = finding(
        "continues-unknown", PAST, table("2020-10-26", "Identity: {counts: 9, continues: none}, Open: 2")
    )
    assert new.message == "the row 'Identity' is not new: it stands in the meeting of 2020-10-19"
    assert (new.severity, new.hint, new.key_path) == (
        "error",
        "Delete `continues`.",
        ("table", "rows", "Identity", "continues"),
    )
    split = "Open: {counts: 1, continues: none}, Waiting: {counts: 2, continues: Open}, Identity: 1"
    assert broken(PAST, table("2020-10-26", split)) == []


def test_a_row_that_the_baseline_has_itself_need_continue_nothing() -> None:
    unknown = finding(
        "continues-unknown", PAST, table("2020-10-26", "Identity: {counts: 9, continues: Login}, Open: 2")
    )
    assert unknown.hint.startswith("Delete `continues`, if it is the row 'Identity' of then, or ")
    assert broken(PAST, table("2020-10-26", "Identity: {counts: 9}, Open: 2")) == []


def test_the_line_for_rows_that_changed_places_ends_the_matter() -> None:
    past = table("2020-10-19", "Old: 1, New: 2")
    twice = finding("continues-twice", past, table("2020-10-26", "Old: 3, New: {counts: 4, continues: Old}"))
    line = twice.hint.split("If they changed places, write: ")[1]
    assert line == "Old: {counts: 3, continues: New}"
    assert broken(past, table("2020-10-26", f"{line}, New: {{counts: 4, continues: Old}}")) == []
