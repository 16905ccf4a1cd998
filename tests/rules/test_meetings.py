"""The rules about a meeting as a whole."""

from dataclasses import replace

from support.findings import dated, findings, only_finding


def test_a_skipped_meeting_needs_no_title() -> None:
    assert findings(dated("2020-10-26", "status: skipped\nreason: Holiday")) == []


def test_the_date_is_that_of_the_files_name() -> None:
    last = replace(dated("2020-10-26", ""), path="meetings/team/2020/2020-10-19.yaml")
    finding = only_finding("date-mismatch", last)
    assert finding.message == "the date is 2020-10-26, the file's name says 2020-10-19"
    assert finding.hint.startswith("Write: date: 2020-10-19 ")
