"""All files that a notes repository is set up with."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath

from minutebook.repository.drivers import DRIVER
from minutebook.setup.choices import Choices
from minutebook.setup.hooks import plan_hooks
from minutebook.setup.hosts import HOSTS
from minutebook.setup.planned_file import PlannedFile, Read, whole_file, with_lines
from minutebook.source.schema import schemas

_SCHEMA_NAMED = "meeting.schema.json"
_SETTINGS = {
    "vscode": (
        (".vscode/settings.json", "vscode-settings.json", "completion and checks in VS Code", _SCHEMA_NAMED),
        (
            ".vscode/extensions.json",
            "vscode-extensions.json",
            "what VS Code needs for that",
            "redhat.vscode-yaml",
        ),
    ),
    "jetbrains": (
        (
            ".idea/jsonSchemas.xml",
            "idea-jsonSchemas.xml",
            "completion and checks in JetBrains editors",
            _SCHEMA_NAMED,
        ),
    ),
    "neovim": ((".nvim.lua", "nvim.lua", "completion and checks in Neovim", _SCHEMA_NAMED),),
}
EDITORS = {name: tuple(path for path, *_ in settings) for name, settings in _SETTINGS.items()}
"""The settings of each editor, by the name that options have for it."""
MARKS = ("minutebook", *{mark for settings in _SETTINGS.values() for *_, mark in settings})
"""What stands in each file that a code host or an editor is given."""


def plan_files(choices: Choices, read: Read) -> Iterator[PlannedFile]:
    """Yield every file of a set-up."""
    if series := choices.series:
        purpose = "what new meetings start with, and the people"
        yield whole_file(series.series_path, series.series_text, purpose, read)
        purpose = "the first meeting, a draft to fill in"
        yield whole_file(series.meeting_path, series.meeting_text, purpose, read)
    yield _schema("meeting", read)
    yield _schema("series", read)
    yield plan_hooks(choices, read)
    for name, host in HOSTS.items():
        if name not in choices.without:
            yield from host.plan(choices, read)
    yield from _for_git(choices, read)
    for name, settings in _SETTINGS.items():
        for path, template, purpose, mark in settings if name not in choices.without else ():
            yield whole_file(path, choices.filled(template), purpose, read, mark=mark)


def _schema(file_type: schemas.FileType, read: Read) -> PlannedFile:
    """Return a schema, which is renewed if it is that of an earlier minutebook."""
    path, purpose = f"schema/{file_type}.schema.json", f"what a {file_type} can have in it, for editors"
    current, text = read(path), schemas.source(file_type)
    if current is None or (schemas.is_schema(current) and current.replace("\r\n", "\n") != text):
        return PlannedFile(path, current, text, purpose)
    advice = f"it is a schema of something else; replace it with what `minutebook schema {file_type}` prints"
    return PlannedFile(path, current, current, purpose, "" if schemas.is_schema(current) else advice)


def _for_git(choices: Choices, read: Read) -> Iterator[PlannedFile]:
    notes = choices.notes
    generated = (f"{notes}/**/????-??-??.md", f"{notes}/{'' if choices.flat else '*/'}**/README.md")
    generated_marks = [
        host.generated_attribute for name, host in HOSTS.items() if name not in choices.unwanted
    ]
    existing = (read(".gitattributes") or "").splitlines()
    # What is generated can have no conflict that people must decide: git takes the lines of both sides, in every clone,
    # and minutebook writes it anew from the merged notes, which stand nowhere before git has merged all.
    marks: dict[str, tuple[str, ...]] = {f"{notes}/**/????-??-??.yaml": (f"merge={DRIVER}", f"diff={DRIVER}")}
    marks |= dict.fromkeys(generated, (*generated_marks, "merge=union", "diff=markdown"))
    marked = (_marked(_quoted(pattern), attributes, existing) for pattern, attributes in marks.items())
    # With core.autocrlf git would give people on Windows other bytes than minutebook writes.
    yield with_lines(
        ".gitattributes",
        "Notes and schemas have the same newlines everywhere; the minutes are written by minutebook.",
        (f"{_quoted(f'{notes}/**')} text=auto eol=lf", "schema/*.json text eol=lf", *marked),
        "same newlines everywhere; meetings merge by meaning, and the Markdown is marked as generated",
        read,
    )
    yield with_lines(
        ".gitignore",
        "Left behind when minutebook is killed halfway.",
        (".minutebook-*.tmp",),
        "leaves out what a killed minutebook leaves behind",
        read,
    )
    yield with_lines(
        ".prettierignore",
        "Notes, and what minutebook writes of them: not to be reflowed.",
        (f"{notes}/**/*.yaml", *generated),
        "keeps Prettier from reflowing the minutes and the notes",
        read,
    )


def not_in_attributes(
    folders: Collection[PurePosixPath], notes: PurePosixPath, attributes: str
) -> tuple[PurePosixPath, ...]:
    """Return a series of each folder that neither a set-up writes lines about, nor .gitattributes has any."""
    patterns = (line.strip('"').partition("/**") for line in attributes.splitlines())
    told_folders = {notes, *(PurePosixPath(folder) for folder, stars, _rest in patterns if stars)}
    untold = {
        folder.parent: folder
        for folder in sorted(folders, reverse=True)
        if told_folders.isdisjoint((folder, *folder.parents))
    }
    return tuple(sorted(untold.values()))


def _marked(pattern: str, attributes: Sequence[str], existing: Sequence[str]) -> str:
    """Return the line that marks generated files: one that is there, if it has all the attributes."""
    lines = (line for line in existing if line.startswith(f"{pattern} ") and {*attributes} <= {*line.split()})
    return next(lines, " ".join([pattern, *attributes]))


def _quoted(pattern: str) -> str:
    """Return a pattern as .gitattributes has it: in quotes if it has spaces in it."""
    return f'"{pattern}"' if " " in pattern else pattern
