"""All files that a notes repository is set up with."""

from collections.abc import Iterator

from minutebook.setup.hooks import hooks
from minutebook.setup.hosts import github, gitlab
from minutebook.setup.planned_file import Placed, Read, whole, with_lines
from minutebook.setup.setting import Setting
from minutebook.source.schema import schemas

_SCHEMA_NAMED = "meeting.schema.json"
_EDITORS = (
    (".vscode/settings.json", "vscode-settings.json", "completion and checks in VS Code", _SCHEMA_NAMED),
    (
        ".vscode/extensions.json",
        "vscode-extensions.json",
        "what VS Code needs for that",
        "redhat.vscode-yaml",
    ),
    (".idea/jsonSchemas.xml", "idea-jsonSchemas.xml", "the same in JetBrains editors", _SCHEMA_NAMED),
    (".nvim.lua", "nvim.lua", "the same in Neovim", _SCHEMA_NAMED),
)


def place(setting: Setting, read: Read) -> Iterator[Placed]:
    """Yield every file of a set-up."""
    if setting.series:
        new = setting.series
        yield whole(new.series_path, new.series_text, "what new meetings start with, and the people", read)
        yield whole(new.meeting_path, new.meeting_text, "the first meeting, a draft to fill in", read)
    yield _schema("meeting", read)
    yield _schema("series", read)
    yield hooks(setting, read)
    if "github" not in setting.without:
        yield github(setting, read)
    if "gitlab" not in setting.without:
        yield from gitlab(setting, read)
    yield from _for_git(setting, read)
    if "editors" not in setting.without:
        for path, template, purpose, mark in _EDITORS:
            yield whole(path, setting.filled(template), purpose, read, mark=mark)


def _schema(file_type: schemas.FileType, read: Read) -> Placed:
    """Return a schema, which is renewed where it is that of an earlier minutebook."""
    path, text, purpose = (
        f"schema/{file_type}.schema.json",
        schemas.source(file_type),
        f"what a {file_type} may hold, for editors",
    )
    before = read(path)
    if before is None or (schemas.is_schema(before) and before.replace("\r\n", "\n") != text):
        return Placed(path, before, text, purpose)
    advice = f"it is a schema of something else; put that of `minutebook schema {file_type}` in its place"
    return Placed(path, before, before, purpose, "" if schemas.is_schema(before) else advice)


def _for_git(setting: Setting, read: Read) -> Iterator[Placed]:
    notes = setting.notes
    generated = (f"{notes}/**/????-??-??.md", f"{notes}/{'' if setting.flat else '*/'}**/README.md")
    marked = (f"{_quoted(pattern)} linguist-generated gitlab-generated" for pattern in generated)
    yield with_lines(
        ".gitattributes",
        "Notes and schemas have the same newlines everywhere; the minutes are written by minutebook.",
        (f"{_quoted(f'{notes}/**')} text=auto eol=lf", "schema/*.json text eol=lf", *marked),
        "same newlines everywhere; the Markdown is marked as generated",
        read,
    )
    yield with_lines(
        ".gitignore",
        "Left behind when minutebook is killed half-way.",
        (".minutebook-*.tmp",),
        "leaves out what a killed minutebook leaves behind",
        read,
    )
    yield with_lines(
        ".prettierignore",
        "Written by minutebook: not to be reflowed.",
        generated,
        "keeps Prettier from reflowing the minutes",
        read,
    )


def _quoted(pattern: str) -> str:
    """Return a pattern as .gitattributes has it: in quotes where there are blanks in it."""
    return f'"{pattern}"' if " " in pattern else pattern
