"""The lines of a series.yaml by which what changed in it holds from a day on, and what held before stays."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from minutebook.records.dated import Dated, Period, in_force
from minutebook.records.series import ScheduleRule, Series, usual_empty
from minutebook.source.write import dated, written_styles
from minutebook.source.yaml.plain_values import one_or_more
from minutebook.source.yaml.writer import write_pair


def dated_lines(
    former: Series, current: Series, days: Iterable[date], start: date, name: str
) -> Iterator[str]:
    """Yield the line of each setting in which two states of a series differ on some days.

    With it, the current state holds from `start` on. `name` is what meetings without any title are called.
    """
    days = tuple(days)
    for key in ("title", "lapse", "empty", "style"):
        if key == "empty" and all(series.empty == usual_empty(series.style) for series in (former, current)):
            continue  # it is in the language of the style
        former_setting, current_setting = getattr(former, key), getattr(current, key)
        if any(former_setting.on(day) != current_setting.on(day) for day in days):
            periods = _joined(former_setting, current_setting, start)
            yield write_pair(key, written_styles(periods) if key == "style" else _values(periods, name))
    # What had no schedule, or has none now, can't say so of a day.
    if former.schedule and current.schedule and _differ(former, current, days):
        periods = _joined(_dated(former.schedule), _dated(current.schedule), start)
        yield write_pair(
            "schedule", [dated({"rule": one_or_more(period.value.texts)}, period.start) for period in periods]
        )


def _differ(former: Series, current: Series, days: Iterable[date]) -> bool:
    return any(in_force(former.schedule, day) != in_force(current.schedule, day) for day in days)


def _dated(rules: tuple[ScheduleRule, ...]) -> Dated[ScheduleRule]:
    return Dated(tuple(Period(rule, rule.start) for rule in rules))


def _joined(former_setting: Dated[Any], current_setting: Dated[Any], start: date) -> list[Period[Any]]:
    """Return the earlier values up to a day, and the current ones from it on."""
    lasting = [period for period in former_setting.periods if period.start is None or period.start < start]
    lasting = lasting or [former_setting.periods[0]]
    beginning = (
        [Period(current_setting.on(start), start)] if current_setting.on(start) != lasting[-1].value else []
    )
    return [
        *lasting,
        *beginning,
        *(period for period in current_setting.periods if period.start and period.start > start),
    ]


def _values(periods: Iterable[Period[Any]], name: str) -> list[dict[str, Any]]:
    return [
        dated({"value": name if period.value is None else period.value}, period.start) for period in periods
    ]
