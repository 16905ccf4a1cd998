"""What `init` is told by its options, by the repository, or by whoever answers its questions."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import TypeVar
from urllib.parse import urlsplit

from minutebook import schedule
from minutebook.commands.call import Call
from minutebook.commands.days import parse_day
from minutebook.model import Rule
from minutebook.notebook import SERIES, folders
from minutebook.problem import UsageError
from minutebook.repository.origin import find_origin
from minutebook.scope import inside
from minutebook.setup.answers import NotUnderstood, folder_name, parse_people, parse_schedule, parse_title
from minutebook.setup.inventory import Setting
from minutebook.setup.notes import NewSeries
from minutebook.setup.source import Source, find_source, public

_Answer = TypeVar("_Answer")
_NOTES = PurePosixPath("meetings")


def choose(call: Call, top: Path, *, new: bool) -> Setting:
    """Return all that a set-up depends on; asks only what neither options nor files say."""
    if new and call.start == Path.home():
        raise UsageError("this is your home folder: make a folder for the notes, and call minutebook there")
    source = _source(call)
    there = () if new else tuple(folder.path for folder in folders(call.snapshot))
    wanted = call.options.title is not None or call.options.series is not None
    series = _series(call, top) if wanted or not there else None
    folder = series.folder if series else there[0]
    if not folder.parts:
        raise UsageError(
            "a series that lies at the top of a repository can't be set up: move it into a folder"
        )
    return Setting(
        notes=PurePosixPath(folder.parts[0]),
        series=None if folder in there else series,
        source=source,
        mend=call.options.mend,
        without=frozenset(call.options.without) | _other_hosts(top),
    )


def _series(call: Call, top: Path) -> NewSeries:
    options = call.options
    title = _answer(call, options.title, "What is the meeting called?", parse_title)
    folder = inside(top, call.start, options.series) if options.series else _NOTES / folder_name(title)
    if (top / folder / SERIES).exists():
        _say_what_is_kept(call, folder)
        return NewSeries(folder, title, "", (), call.today)
    rule = _answer(
        call,
        options.schedule,
        "When? Such as: Monday, every second Monday, first Tuesday of the month (Enter: no schedule)",
        parse_schedule,
    )
    people = _answer(
        call, options.people, "Who takes part? Names with commas (Enter: nobody yet)", parse_people
    )
    first = parse_day("--date", options.date) if options.date else _first(rule, call.today)
    return NewSeries(folder, title, rule, people, first)


def _say_what_is_kept(call: Call, folder: PurePosixPath) -> None:
    options = call.options
    given = {"--schedule": options.schedule, "--people": options.people, "--date": options.date}
    idle = ", ".join(name for name, value in given.items() if value is not None)
    if idle:
        call.console.say(
            f"{folder / SERIES} is there already and was not changed (by {idle}); edit that file"
        )


def _answer(call: Call, option: str | None, question: str, parse: Callable[[str], _Answer]) -> _Answer:
    """Return what an option says, else what is answered; on a terminal it is asked again until it is understood."""
    while True:
        text = option if option is not None else call.console.ask(question)
        try:
            return parse(text)
        except NotUnderstood as error:
            if option is not None or not call.console.asks_again:
                raise UsageError(str(error)) from None
            call.console.say(str(error))


def _first(rule: str, today: date) -> date:
    return schedule.next_date([Rule(rule)], today - timedelta(days=1)) if rule else today


def _source(call: Call) -> Source:
    found = find_source()
    if call.options.source is not None:
        url = public(call.options.source)
        found = Source(url, found.revision if found and found.url == url else "")
    if found is None:
        raise UsageError(
            "it is not known where this minutebook was installed from: name its repository with --source URL, "
            "and a tag or commit of it with --source-rev"
        )
    revision = call.options.source_rev or found.revision
    if not revision:
        raise UsageError("--source needs --source-rev: a tag or commit of that repository, such as v0.1.0")
    return Source(found.url, revision)


def _other_hosts(top: Path) -> frozenset[str]:
    """Return the code hosts that a repository with a known origin does not need."""
    found = find_origin(top)
    host = urlsplit(public(found.url)).hostname or "" if found else ""
    return frozenset({"gitlab"} if "github" in host else {"github"} if "gitlab" in host else ())
