"""What must hold of the settings of a series beyond their schema."""

from typing import Any

from minutebook.records import schedule
from minutebook.records.dated import Dated, are_in_order
from minutebook.records.problem import Finding, KeyPath
from minutebook.records.refusal import Refused
from minutebook.records.series import Series
from minutebook.source.yaml.document import Document


def refuse_wrong_schedule(document: Document, series: Series) -> None:
    """Raise Refused unless the rules of the schedule can be followed, each from its day."""
    written = document.data.get("schedule")
    problems = []
    for index, rule in enumerate(series.schedule):
        for number, text in enumerate(rule.texts):
            try:
                schedule.check(text, rule.start)
            except schedule.BadRule as error:
                key_path: KeyPath = ("schedule",)
                if isinstance(written, list):
                    listed = isinstance(written[index]["rule"], list)
                    key_path = ("schedule", index, "rule", *((number,) if listed else ()))
                hint = "Weekly on Monday is FREQ=WEEKLY;BYDAY=MO, the first Tuesday of a month FREQ=MONTHLY;BYDAY=1TU."
                problems.append(document.problem(Finding(key_path, str(error), "bad-schedule", hint)))
    if not are_in_order(series.schedule):
        message = "each rule but the first must say from when it holds, and the earliest must stand first"
        problems.append(
            document.problem(Finding(("schedule",), message, "bad-schedule", "Write: {rule: …, from: DATE}"))
        )
    if problems:
        raise Refused(tuple(problems))


def refuse_wrong_order(document: Document, series: Series) -> None:
    """Raise Refused unless the entries of each dated setting are in the order of their days."""
    settings: dict[str, Dated[Any]] = {
        "title": series.title,
        "lapse": series.lapse,
        "empty": series.empty,
        "style": series.style,
    }
    message = "each entry but the first must say from when it holds, and the earliest must stand first"
    problems = tuple(
        document.problem(Finding((key,), message, "entry-order", "Write `from: DATE` in each but the first."))
        for key, setting in settings.items()
        if key in document.data and not are_in_order(setting.periods)
    )
    if problems:
        raise Refused(problems)
