"""When a series meets, as people say it."""

import pytest
from support.notes import Notes

from minutebook.records.spoken_schedules import spoken_rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("Montag", "FREQ=WEEKLY;BYDAY=MO"),
        ("jeden zweiten Dienstag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("erster Mittwoch im Monat", "FREQ=MONTHLY;BYDAY=1WE"),
        ("premier jeudi du mois", "FREQ=MONTHLY;BYDAY=1TH"),
        ("\u91d1\u66dc\u65e5", "FREQ=WEEKLY;BYDAY=FR"),
        ("Tuesday and Thursday", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("dienstags, donnerstags und freitags", "FREQ=WEEKLY;BYDAY=TU,TH,FR"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every other Monday and Thursday", ""),
        ("first and third Tuesday of the month", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        ("first Tuesday and Thursday of the month", ""),
        ("every third Friday", ""),
        ("Montag oder Dienstag", ""),
        ("m", ""),
        ("", ""),
    ],
)
def test_words_are_a_rule_in_each_language_of_minutes(text: str, rule: str) -> None:
    assert spoken_rule(text) == rule


@pytest.mark.parametrize("written", ["Montag", "[Montag]", "[{rule: montags}]", "[{rule: every Monday}]"])
def test_a_day_in_words_in_series_yaml_becomes_the_rule(notes: Notes, written: str) -> None:
    path = notes.write(f"{notes.series}/series.yaml", f"title: Team\nschedule: {written}\n")
    notes.meeting("2020-10-26", Open=1)
    assert "FREQ=WEEKLY;BYDAY=MO" in notes.problems()[0]["hint"]
    notes.run("sync", "--fix")
    assert "FREQ=WEEKLY;BYDAY=MO" in notes.read(path)
    assert notes.problems() == []
