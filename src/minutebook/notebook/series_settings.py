"""What must hold of the settings of a series beyond their schema."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from minutebook.records import schedule
from minutebook.records.dated import Dated, are_in_order
from minutebook.records.defaults import FORMAT
from minutebook.records.problem import Finding, KeyPath
from minutebook.records.series import Series


class NewerFormat(Exception):
    """A series is written in a later version of the format; the message says which."""


def refuse_newer_format(path: str, data: Mapping[str, Any]) -> None:
    """Raise NewerFormat if the data of a series.yaml are in a format that comes after this one."""
    version = data.get("format", FORMAT)
    if type(version) is int and version > FORMAT:
        raise NewerFormat(
            f"{path} is written in format {version}; this minutebook reads format {FORMAT}: update minutebook"
        )


def wrong_settings(data: Mapping[str, Any], series: Series) -> tuple[Finding, ...]:
    """Return why the schedule can't be followed, else which dated settings are in no order."""
    return tuple(_wrong_schedule(data.get("schedule"), series)) or tuple(_wrong_order(data, series))


def _in_capitals(text: str, start: date | None) -> str:
    """Return a rule that was written in small letters as it must be, or nothing."""
    try:
        schedule.check(text.upper(), start)
    except schedule.BadRule:
        return ""
    return text.upper()


def _wrong_schedule(rules: object, series: Series) -> Iterator[Finding]:
    """Yield what is wrong unless the rules of the schedule can be followed, each from its day."""
    for index, rule in enumerate(series.schedule):
        for number, text in enumerate(rule.texts):
            try:
                schedule.check(text, rule.start)
            except schedule.BadRule as error:
                from minutebook.records.spoken_schedules import spoken_rule

                key_path: KeyPath = ("schedule",)
                if isinstance(rules, list):
                    is_list = isinstance(rules[index]["rule"], list)
                    key_path = ("schedule", index, "rule", *((number,) if is_list else ()))
                if spoken := spoken_rule(text) or _in_capitals(text, rule.start):
                    yield Finding(key_path, str(error), "bad-schedule", f"Write: {spoken}", mend=spoken)
                    continue
                hint = "Weekly on Monday is FREQ=WEEKLY;BYDAY=MO, the first Tuesday of a month FREQ=MONTHLY;BYDAY=1TU."
                if text.lower() == "none" or "UNTIL=" in text.upper():
                    hint = "If no more meetings are held, delete `schedule`."
                yield Finding(key_path, str(error), "bad-schedule", hint)
    if not are_in_order(series.schedule):
        message = "each rule but the first must say from when it holds, and the earliest must stand first"
        yield Finding(("schedule",), message, "bad-schedule", "Write: {rule: …, from: DATE}")


def _wrong_order(data: Mapping[str, Any], series: Series) -> Iterator[Finding]:
    """Yield each dated setting whose entries are not in the order of their days."""
    settings: dict[str, Dated[Any]] = {
        "title": series.title,
        "lapse": series.lapse,
        "empty": series.empty,
        "style": series.style,
    }
    message = "each entry but the first must say from when it holds, and the earliest must stand first"
    for key, setting in settings.items():
        if key in data and not are_in_order(setting.periods):
            yield Finding((key,), message, "entry-order", "Write `from: DATE` in each but the first.")
