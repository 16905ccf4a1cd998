"""What `init` is told by its options, by the repository, or by whoever answers its questions."""

import contextlib
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
from minutebook.commands._series_folder import refuse_unusable
from minutebook.notebook.notebook import Notebook
from minutebook.notebook.scope import inside
from minutebook.records import schedule
from minutebook.records.file_kinds import SERIES
from minutebook.records.problem import UsageError
from minutebook.records.refusal import Refused
from minutebook.records.series import ScheduleRule
from minutebook.repository.access import is_repository
from minutebook.repository.origin import find_origin
from minutebook.setup.answers import (
    NotUnderstood,
    folder_name,
    parse_components,
    parse_people,
    parse_schedule,
    parse_title,
)
from minutebook.setup.choices import Choices, Source
from minutebook.setup.chosen_before import ChosenBefore, chosen_before
from minutebook.setup.hosts import HOSTS, unneeded_hosts
from minutebook.setup.installation import find_source, named_source, public
from minutebook.setup.inventory import EDITORS, MARKS, not_in_attributes
from minutebook.setup.new_series import NewSeries
from minutebook.setup.planned_file import Read

_Answer = TypeVar("_Answer")
_TitleByFolder = Mapping[PurePosixPath, str | None]
"""The series that exist by their folders, each with its title, or None where it can't be read."""
_NOTES = PurePosixPath("meetings")
NOTHING = "none"
"""What is left out by those who want all parts of a set-up."""
_TITLE_QUESTION = "What is the meeting called?"
_SCHEDULE_QUESTION = (
    "When? Such as: Monday, every second Monday, first Tuesday of the month (Enter: no schedule)"
)
_PEOPLE_QUESTION = "Who takes part? Names with commas (Enter: nobody yet)"
_HOST_QUESTION = "Where is it pushed: github, gitlab? (Enter: neither)"
_EDITOR_QUESTION = "Which editors: vscode, jetbrains, neovim? (Enter: none of them)"
_QUESTIONS: Mapping[str, Collection[str]] = {_HOST_QUESTION: HOSTS, _EDITOR_QUESTION: EDITORS}
_TRACES = {
    "github": (".github",),
    "gitlab": (".gitlab", ".gitlab-ci.yml"),
    "vscode": (".vscode",),
    "jetbrains": (".idea",),
    "neovim": (".nvim.lua", ".exrc"),
}
"""The code hosts and editors that files are written for, and by what they are seen in a folder."""
_FOLDER_NAME = re.compile(r"\w(?:[\w .-]{0,98}[\w.-])?")
_WORD = re.compile(r"[^\s\"'`$\\]+")


def choose(call: Call, top: Path, read: Read, *, new: bool) -> Choices:
    """Return all that a set-up depends on; asks only what neither options nor files say."""
    if new and call.start == Path.home():
        raise UsageError("this is your home folder: make a folder for the notes, and call minutebook there")
    options = call.options
    earlier_choices = chosen_before(read)
    source = _source(call, earlier_choices.source)
    titles = _existing_titles(call, top, new=new)
    is_named = options.title is not None or options.series is not None
    series = _series(call, top, titles) if is_named or not titles else next(iter(titles))
    folder = series.folder if isinstance(series, NewSeries) else series
    folders = {*titles, folder}
    notes = _common_folder(folder, folders)
    unwanted, is_told = _unwanted(call, top, earlier_choices)
    return Choices(
        notes=notes,
        series=series if isinstance(series, NewSeries) else None,
        source=source,
        mend=options.mend or earlier_choices.mend or "push",
        without=unwanted | _unneeded_hosts(top),
        unwanted=unwanted,
        is_told=is_told,
        flat=notes in folders,
        elsewhere=not_in_attributes(folders, notes, read(".gitattributes") or ""),
        insisted=any(value is not None for value in (options.mend, options.source, options.source_rev)),
    )


def _unwanted(call: Call, top: Path, earlier_choices: ChosenBefore) -> tuple[frozenset[str], bool]:
    """Return the code hosts and editors whose files are left out, and whether anything tells which those are.

    It is what options say, else what was before, or is seen, or answered.
    """
    without, components = call.options.without, call.options.components
    if without is not None or components is not None:
        named = frozenset(without or ()) - {NOTHING}
        unnamed = _TRACES.keys() - {*components} if components is not None else frozenset[str]()
        editors = frozenset(EDITORS) if "editors" in named else frozenset[str]()
        return (named - {"editors"}) | unnamed | editors, True
    if earlier_choices.source:
        return earlier_choices.without, True
    questions = {_EDITOR_QUESTION: EDITORS} if _unneeded_hosts(top) else _QUESTIONS
    unseen = [_unseen(call, top, names, question) for question, names in questions.items()]
    # Without a file for CI everything would pass on that host, and nobody would see it.
    return frozenset[str]().union(*filter(None, unseen)), None not in unseen


def _unseen(call: Call, top: Path, names: Collection[str], question: str) -> frozenset[str] | None:
    """Return which of some nobody wants, as the folder, or somebody who can be asked, tells; None where neither does."""
    used = {name for name in names if any(_is_used(top / path) for path in _TRACES[name])}
    if not used and call.console.asks_again:
        used = {*_answer(call, None, question, lambda text: parse_components(text, names))}
    elif not used:
        return None
    return frozenset(names) - used


def _is_used(path: Path) -> bool:
    """Whether a file is there, or one in a folder, that is not what a set-up wrote which was killed."""
    return any(file.is_file() and not _is_ours(file) for file in (path, *path.rglob("*")))


def _is_ours(file: Path) -> bool:
    with contextlib.suppress(OSError):
        return "minutebook" in file.name or any(mark.encode() in file.read_bytes() for mark in MARKS)
    return False


def _existing_titles(call: Call, top: Path, *, new: bool) -> _TitleByFolder:
    """Return the title of each series that exists, where it can be read."""
    if new:
        files = [file for depth in ("*", "*/*", "*/*/*") for file in sorted(top.glob(f"{depth}/{SERIES}"))]
        return {PurePosixPath(file.parent.relative_to(top).as_posix()): None for file in files}
    return {notebook.path: _title_of(notebook) for notebook in call.series_of(call.snapshot)}


def _title_of(notebook: Notebook) -> str | None:
    try:
        return notebook.series.title.final
    except Refused:
        return None


def _common_folder(folder: PurePosixPath, folders: Collection[PurePosixPath]) -> PurePosixPath:
    """Return the folder that all series are in, else that of the one that it is about; raises UsageError."""
    common = PurePosixPath(os.path.commonpath([str(series.parent) for series in folders]) or ".")
    return _sound(common if common.parts else folder.parent if folder.parent.parts else folder)


def _sound(folder: PurePosixPath) -> PurePosixPath:
    """Return a folder whose name means the same in every file that it is written into; raises UsageError."""
    if not folder.parts:
        raise UsageError(
            "a series at the top of a repository can't be set up: move it into a folder such as meetings/web"
        )
    for name in folder.parts:
        if not _FOLDER_NAME.fullmatch(name):
            raise UsageError(
                "the name of a folder of notes has only letters, digits, spaces, `.`, `-` and `_`, and begins with a"
                f" letter or digit, not as in '{name}'"
            )
    return folder


def _series(call: Call, top: Path, titles: _TitleByFolder) -> NewSeries | PurePosixPath:
    """Return the series that is to be set up, or the folder of one that exists."""
    options = call.options
    named = _sound(inside(top, call.start, options.series)) if options.series else None
    if named and named in titles and options.title is None:
        _say_what_is_unused(call, named)
        return named
    title = _answer(call, options.title, _TITLE_QUESTION, parse_title)
    folder = named or _NOTES / folder_name(title)
    if folder in titles:
        if named is None and titles[folder] not in {None, title}:
            raise UsageError(
                f"{folder} is already the series '{titles[folder]}'; name another folder, such as:"
                f" minutebook init {_NOTES}/NAME --title '{title}'"
            )
        _say_what_is_unused(call, folder)
        return folder
    refuse_unusable(top, folder)
    rule = _answer(call, options.schedule, _SCHEDULE_QUESTION, parse_schedule)
    people = _answer(call, options.people, _PEOPLE_QUESTION, parse_people)
    day = parse_day("--date", options.date, call.today) if options.date else _first_day(rule, call.today)
    return NewSeries(folder, title, rule, people, day)


def _say_what_is_unused(call: Call, folder: PurePosixPath) -> None:
    """Say which options change nothing in a series that exists."""
    options = call.options
    values = {"--schedule": options.schedule, "--people": options.people, "--date": options.date}
    unused = ", ".join(option for option, value in values.items() if value is not None)
    if unused:
        path = shown(call, folder / SERIES)
        call.console.say(f"{path} already exists, so {unused} changed nothing; edit that file")


def shown(call: Call, path: str | PurePosixPath) -> str:
    """Return a path as the user would type it, also where no repository was made yet."""
    return call.shown(path) if is_repository(call.start) else str(path)


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


def _first_day(rule: str, today: date) -> date:
    return schedule.next_date([ScheduleRule((rule,))], today - timedelta(days=1)) if rule else today


def _source(call: Call, earlier_source: Source | None) -> Source:
    """Return the repository that hooks and CI install minutebook from; raises UsageError where it is not known."""
    source, options = earlier_source or find_source(), call.options
    for option, value in (("--source", options.source), ("--source-rev", options.source_rev)):
        if value is not None and not _WORD.fullmatch(value):
            raise UsageError(f"{option} must be one word without quotes, `$` or backslashes, not '{value}'")
    if options.source is not None:
        named = named_source(options.source, "")
        source = source if source and source.url == named.url else named
    if source is None:
        raise UsageError(
            "minutebook can't tell where it was installed from: name its repository with --source URL, "
            "and a tag or commit of it with --source-rev"
        )
    if not (options.source_rev or source.revision):
        raise UsageError("--source needs --source-rev: a tag or commit of that repository, such as v0.1.0")
    return replace(source, revision=options.source_rev) if options.source_rev else source


def _unneeded_hosts(top: Path) -> frozenset[str]:
    """Return the code hosts that a repository with a known origin does not need."""
    origin = find_origin(top)
    return unneeded_hosts(urlsplit(public(origin.url)).hostname or "") if origin else frozenset()
