"""`duty`: who is next, and why."""

import json

import pytest
from support.notes import Notes

SERIES = "title: Team\nroster: {Mat: , Diego: , TimT: }\nduty: [Mat, Diego, TimT]\n"
DUTY = "sections: [{title: Triage, duty: {This week: Mat, Next week: Diego}}]\n"
TEXT = """\
2020-10-26
Triage: This week: Diego (stands under 'Next week' on 2020-10-19)
Triage: Next week: TimT (comes after Diego in the order)
"""


@pytest.fixture
def met(notes: Notes) -> Notes:
    """Return a repository with a meeting that has a duty."""
    notes.write(f"{notes.series}/series.yaml", f'{SERIES}schedule: "FREQ=WEEKLY;BYDAY=MO"\n')
    notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\nattending: [Mat]\n{DUTY}")
    return notes


def test_it_says_who_is_next_and_why(met: Notes) -> None:
    assert met.run("duty", "--propose").stdout == TEXT
    records = json.loads(met.run("duty", "--propose", "--format", "json").stdout)
    assert records[0] == {
        "date": "2020-10-26",
        "section": "Triage",
        "label": "This week",
        "person": "Diego",
        "reason": "stands under 'Next week' on 2020-10-19",
    }


def test_a_draft_begins_with_it_and_says_so(met: Notes) -> None:
    done = met.run("new")
    assert "".join(TEXT.splitlines(keepends=True)[1:]) in done.stderr
    draft = met.read(f"{met.series}/2020-10-26.yaml")
    assert "      This week: Diego\n      Next week: TimT\n" in draft
    absent = draft.replace("attending:", "attending: {all but: [Diego]}")
    met.write(f"{met.series}/2020-10-26.yaml", absent)
    assert (
        "Triage: This week: TimT (in the place of Diego, who is absent; "
        in met.run("duty", "--propose").stdout
    )


def test_a_series_without_a_duty_says_so(notes: Notes) -> None:
    notes.meeting("2020-10-19", Open=1)
    done = notes.run("duty", "--propose")
    assert (done.stdout, done.stderr) == ("", f"no duty stands in the last meetings of {notes.series}\n")


def test_without_an_order_only_what_was_announced_is_proposed_and_a_draft_says_nothing(met: Notes) -> None:
    series = met.read(f"{met.series}/series.yaml")
    met.write(f"{met.series}/series.yaml", series.replace("duty: [Mat, Diego, TimT]\n", ""))
    done = met.run("duty", "--propose")
    assert done.stdout.endswith("Triage: Next week: nobody (series.yaml has no `duty`, which is the order)\n")
    assert "Triage" not in met.run("new").stderr
