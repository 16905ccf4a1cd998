"""From the data of a series.yaml that its schema accepts to the record it stands for."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from minutebook.records.dated import Dated, Period, always
from minutebook.records.defaults import LAPSE
from minutebook.records.fixed_words import words_of
from minutebook.records.series import Person, ScheduleRule, Series, Style, usual_empty
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.plain_values import day_or_none, names_in
from minutebook.source.yaml.usual_lines import UsualDocument

_STYLE_KEYS = {field.name for field in fields(Style)} - {"words"}


def build_series(document: Document | UsualDocument) -> Series:
    """Return the series that a document of the series schema holds; its dates are real ones."""
    data = document.data
    schedule = data.get("schedule") or ()
    rules = [{"rule": schedule}] if isinstance(schedule, str) else schedule
    style = _styles(data.get("style") or {})
    return Series(
        path=document.path,
        title=_dated(data.get("title")),
        schedule=tuple(ScheduleRule(names_in(rule["rule"]), day_or_none(rule.get("from"))) for rule in rules),
        header=tuple((data.get("header") or {}).items()),
        roster=tuple(_person(name, about or {}) for name, about in (data.get("roster") or {}).items()),
        duty=names_in(data.get("duty")),
        lapse=_dated(data.get("lapse", LAPSE)),
        empty=_dated(data["empty"]) if "empty" in data else usual_empty(style),
        style=style,
        strict=day_or_none(data.get("strict")),
        ok=names_in(data.get("ok")),
    )


def _dated(value: Any) -> Dated[Any]:
    if not isinstance(value, list):
        return always(value)
    return Dated(tuple(Period(period["value"], day_or_none(period.get("from"))) for period in value))


def _styles(value: dict[str, Any] | list[dict[str, Any]]) -> Dated[Style]:
    """Return how minutes look; each entry of a list adds to the one before."""
    style, periods = Style(), []
    for period in value if isinstance(value, list) else [value]:
        changes = {key: value for key, value in period.items() if key in _STYLE_KEYS}
        if words := period.get("words"):
            changes["words"] = tuple((dict(style.words) | dict(words_of(words))).items())
        style = replace(style, **changes)
        periods.append(Period(style, day_or_none(period.get("from"))))
    return Dated(tuple(periods))


def _person(name: str, about: dict[str, Any]) -> Person:
    aliases = [{"name": alias} if isinstance(alias, str) else alias for alias in about.get("aliases") or ()]
    return Person(
        name=name,
        aliases=tuple(alias["name"] for alias in aliases),
        since=day_or_none(about.get("from")),
        until=day_or_none(about.get("until")),
        group=about.get("group", False),
        former_names=tuple(
            (alias["name"], date.fromisoformat(alias["until"])) for alias in aliases if "until" in alias
        ),
    )
