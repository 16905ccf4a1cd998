"""What `init` is told by its options, by the repository, or by whoever answers its questions."""

import os
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import TypeVar
from urllib.parse import urlsplit

from minutebook.commands._call import Call
from minutebook.commands._option_values import parse_day
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.notebook.scope import inside
from minutebook.records import schedule
from minutebook.records.filenames import SERIES
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused
from minutebook.records.series import Rule
from minutebook.repository.origin import find_origin
from minutebook.setup.answers import NotUnderstood, folder_name, parse_people, parse_schedule, parse_title
from minutebook.setup.installation import find_source, named_source, public
from minutebook.setup.new_series import NewSeries
from minutebook.setup.setting import Setting, Source

_Answer = TypeVar("_Answer")
_NOTES = PurePosixPath("meetings")
_PART = re.compile(r"\w(?:[\w .-]{0,98}[\w.-])?")
_WORD = re.compile(r"[^\s\"'`$\\]+")


def choose(call: Call, top: Path, *, new: bool) -> Setting:
    """Return all that a set-up depends on; asks only what neither options nor files say."""
    if new and call.start == Path.home():
        raise UsageError("this is your home folder: make a folder for the notes, and call minutebook there")
    options = call.options
    source = _source(call)
    there = _series_there(call, top, new=new)
    wanted = options.title is not None or options.series is not None
    picked = _series(call, top, there) if wanted or not there else next(iter(there))
    series = picked if isinstance(picked, NewSeries) else None
    folder = picked.folder if isinstance(picked, NewSeries) else picked
    known = {*there, folder}
    notes = _folder_of_all(folder, known)
    return Setting(
        notes=notes,
        series=series,
        source=source,
        mend=options.mend or "push",
        without=frozenset(options.without) | _other_hosts(top),
        flat=notes in known,
        insisted=any(value is not None for value in (options.mend, options.source, options.source_rev)),
    )


def _series_there(call: Call, top: Path, *, new: bool) -> dict[PurePosixPath, str | None]:
    """Return the folders of the series that are there, each with its title where that can be read."""
    if new:
        found = (path for depth in ("*", "*/*", "*/*/*") for path in sorted(top.glob(f"{depth}/{SERIES}")))
        return {PurePosixPath(path.parent.relative_to(top).as_posix()): None for path in found}
    return {folder.path: _title_of(folder) for folder in notebooks(call.snapshot)}


def _title_of(folder: Notebook) -> str | None:
    try:
        return folder.series.title
    except Refused:
        return None


def _folder_of_all(folder: PurePosixPath, known: Collection[PurePosixPath]) -> PurePosixPath:
    """Return the folder that all series are in, else that of the one that it is about; raises UsageError."""
    above = PurePosixPath(os.path.commonpath([str(one.parent) for one in known]) or ".")
    return _sound(above if above.parts else folder.parent if folder.parent.parts else folder)


def _sound(folder: PurePosixPath) -> PurePosixPath:
    """Return a folder whose name means the same in every file that it is written into; raises UsageError."""
    if not folder.parts:
        raise UsageError(
            "a series at the top of a repository can't be set up: move it into a folder such as meetings/web"
        )
    for part in folder.parts:
        if not _PART.fullmatch(part):
            raise UsageError(
                f"a folder of notes has a name of letters, digits, blanks, `.`, `-` and `_` that begins with a letter or"
                f" digit, not '{part}'"
            )
    return folder


def _series(call: Call, top: Path, there: Mapping[PurePosixPath, str | None]) -> NewSeries | PurePosixPath:
    """Return the series that is to be set up, or the folder of one that is there."""
    options = call.options
    named = _sound(inside(top, call.start, options.series)) if options.series else None
    if named and named in there and options.title is None:
        _say_what_is_kept(call, named)
        return named
    title = _answer(call, options.title, "What is the meeting called?", parse_title)
    folder = named or _NOTES / folder_name(title)
    if folder in there:
        if named is None and there[folder] not in {None, title}:
            raise UsageError(
                f"{folder} is the series '{there[folder]}' already: name another folder, such as"
                f" minutebook init {_NOTES}/NAME --title '{title}'"
            )
        _say_what_is_kept(call, folder)
        return folder
    when = "When? Such as: Monday, every second Monday, first Tuesday of the month (Enter: no schedule)"
    rule = _answer(call, options.schedule, when, parse_schedule)
    who = "Who takes part? Names with commas (Enter: nobody yet)"
    people = _answer(call, options.people, who, parse_people)
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
    found, options = find_source(), call.options
    for name, value in (("--source", options.source), ("--source-rev", options.source_rev)):
        if value is not None and not _WORD.fullmatch(value):
            raise UsageError(f"{name} is one word, not '{value}'")
    if options.source is not None:
        named = named_source(options.source, "")
        found = found if found and found.url == named.url else named
    if found is None:
        raise UsageError(
            "it is not known where this minutebook was installed from: name its repository with --source URL, "
            "and a tag or commit of it with --source-rev"
        )
    if not (options.source_rev or found.revision):
        raise UsageError("--source needs --source-rev: a tag or commit of that repository, such as v0.1.0")
    return replace(found, revision=options.source_rev) if options.source_rev else found


def _other_hosts(top: Path) -> frozenset[str]:
    """Return the code hosts that a repository with a known origin does not need."""
    found = find_origin(top)
    host = urlsplit(public(found.url)).hostname or "" if found else ""
    return frozenset({"gitlab"} if "github" in host else {"github"} if "gitlab" in host else ())
