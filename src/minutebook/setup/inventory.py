"""The files that a notes repository is set up with: what each is for, and what it shall hold.

A file that is there already is kept: lines are added to some, and of the rest it is said what to add by hand.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import PurePosixPath
from typing import Literal

from minutebook import schema
from minutebook.quoting import write_text
from minutebook.setup import splicing
from minutebook.setup.notes import NewSeries, write_first_meeting, write_series
from minutebook.setup.source import Source

Mend = Literal["push", "propose", "off"]
Part = Literal["github", "gitlab", "editors"]
Read = Callable[[str], str | None]
"""Returns what stands in a file of the repository, or None where there is none."""

HOOKS = ".pre-commit-config.yaml"
_MENDS = {
    "push": ", and pushes what is not current",
    "propose": ", and proposes what is not current",
    "off": "",
}
_GITHUB, _GITLAB, _GITLAB_ROOT = (
    ".github/workflows/minutebook.yml",
    ".gitlab/minutebook.yml",
    ".gitlab-ci.yml",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What was chosen; `notes` is the folder of all series, and `series` the one that is new, if any."""

    notes: PurePosixPath
    series: NewSeries | None
    source: Source
    mend: Mend = "push"
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placed:
    """A file: what it holds, what it shall hold, what it is for, and what must be done to it by hand."""

    path: str
    before: str | None
    after: str | None
    purpose: str
    advice: str = ""


def place(setting: Setting, read: Read) -> Iterator[Placed]:
    """Yield every file of a set-up."""
    yield from _notes(setting, read)
    yield _hooks(setting, read)
    if "github" not in setting.without:
        yield _whole(
            _GITHUB, github_workflow(setting), f"checks the minutes on GitHub{_MENDS[setting.mend]}", read
        )
    if "gitlab" not in setting.without:
        yield from _gitlab(setting, read)
    yield from _for_git(setting, read)
    if "editors" not in setting.without:
        yield from _editors(setting, read)


def github_workflow(setting: Setting) -> str:
    """Return the workflow that checks the minutes on GitHub, and mends them if that is wanted."""
    parts = [_template("github-workflow.yml")]
    if setting.mend != "off":
        parts.append(_template(f"github-{setting.mend}.yml"))
    return _filled("".join(parts), setting)


def gitlab_jobs(setting: Setting, stage: str = "test") -> str:
    """Return the jobs that check the minutes on GitLab, and mend them if that is wanted."""
    parts = [_template("gitlab-ci.yml")]
    if setting.mend != "off":
        parts.append(_template(f"gitlab-{setting.mend}.yml"))
    return _filled("".join(parts), setting).replace("@STAGE@", json.dumps(stage))


def _notes(setting: Setting, read: Read) -> Iterator[Placed]:
    if setting.series:
        new = setting.series
        yield _whole(new.series_path, write_series(new), "what new meetings start with, and the people", read)
        yield _whole(
            new.meeting_path, write_first_meeting(new), "the first meeting, a draft to fill in", read
        )
    for kind in ("meeting", "series"):
        path, text = f"schema/{kind}.schema.json", schema.source(kind)
        purpose = f"what a {kind} may hold, for editors"
        before = read(path)
        if before is None or schema.is_one(before):
            yield Placed(path, before, text, purpose)
        else:
            advice = f"it is a schema of something else; put that of `minutebook schema {kind}` in its place"
            yield Placed(path, before, before, purpose, advice)


def _hooks(setting: Setting, read: Read) -> Placed:
    before = read(HOOKS)
    purpose = "runs minutebook at each commit"
    text = before or "# What runs at each commit; `pre-commit install` sets it up, once in each clone.\n"
    item = f"repo: {write_text(setting.source.url)}\nrev: {write_text(setting.source.revision)}\nhooks:\n  - id: minutebook\n"
    try:
        if re.search(r"id: *['\"]?minutebook", text):
            return Placed(HOOKS, before, before, purpose)
        for key, line in _hook_settings(setting):
            if not splicing.has_key(text, key):
                text = splicing.add_key(text, line)
        if not splicing.has_key(text, "repos"):
            text = splicing.add_key(text, "repos:\n")
        text = splicing.add_item(
            text, "repos", item, comment="Checks the minutes, and writes their Markdown."
        )
    except splicing.NotSpliced as error:
        added = "\n".join(f"  {line}" for line in f"- {item}".replace("\n", "\n  ").rstrip().split("\n"))
        return Placed(HOOKS, before, before, purpose, f"{error}; add to its `repos`:\n{added}")
    return Placed(HOOKS, before, text, purpose, _hook_advice(setting, text))


def _hook_settings(setting: Setting) -> tuple[tuple[str, str], ...]:
    installed = "default_install_hook_types: [pre-commit, pre-merge-commit]\n"
    reason = "# The minutes are written by minutebook, and no formatter shall reflow them.\n"
    return (
        ("default_install_hook_types", installed),
        ("exclude", f"{reason}exclude: {_excluded(setting)}\n"),
    )


def _excluded(setting: Setting) -> str:
    """Return what matches the Markdown that is generated, and no page that people write beside it."""
    return rf"^{re.escape(str(setting.notes))}/.+/([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|README)\.md$"


def _generated(setting: Setting) -> tuple[str, str]:
    """Return the patterns of the same in files such as .gitignore."""
    return f"{setting.notes}/**/????-??-??.md", f"{setting.notes}/*/**/README.md"


def _hook_advice(setting: Setting, text: str) -> str:
    """Return what the team's own settings lack."""
    lines = []
    if "pre-merge-commit" not in splicing.words(text, "default_install_hook_types"):
        lines.append(
            "add pre-merge-commit to its `default_install_hook_types`, so that merges are checked, too"
        )
    excluded = splicing.scalar(text, "exclude") or ""
    if not re.search(excluded or "$^", f"{setting.notes}/team/2020-10-26.md"):
        lines.append(
            f"let its `exclude` match {_excluded(setting)}, too, so that no formatter reflows the minutes"
        )
    return "; ".join(lines)


def _gitlab(setting: Setting, read: Read) -> Iterator[Placed]:
    before = read(_GITLAB_ROOT)
    include, purpose = f"local: {_GITLAB}\n", "includes the jobs that check the minutes on GitLab"
    stage = "test"
    text = before or "# What runs on GitLab.\n"
    after, advice = before, ""
    try:
        stages = splicing.words(text, "stages")
        stage = "test" if not stages or "test" in stages else stages[0]
        if _GITLAB not in text:
            if not splicing.has_key(text, "include"):
                text = splicing.add_key(text, "include:\n")
            after = splicing.add_item(text, "include", include, comment="Checks the minutes.")
    except splicing.NotSpliced as error:
        advice = f"{error}; add to its `include`:\n  - {include.rstrip()}"
    yield _whole(
        _GITLAB, gitlab_jobs(setting, stage), f"checks the minutes on GitLab{_MENDS[setting.mend]}", read
    )
    yield Placed(_GITLAB_ROOT, before, after, purpose, advice)


def _for_git(setting: Setting, read: Read) -> Iterator[Placed]:
    notes = setting.notes
    yield _lines(
        ".gitattributes",
        "Notes have the same newlines everywhere; their Markdown is written by minutebook.",
        (
            f"{notes}/** text=auto eol=lf",
            *(f"{one} linguist-generated gitlab-generated" for one in _generated(setting)),
        ),
        "same newlines everywhere; the Markdown is marked as generated",
        read,
    )
    yield _lines(
        ".gitignore",
        "Left behind when minutebook is killed half-way.",
        (".minutebook-*.tmp",),
        "leaves out what a killed minutebook leaves behind",
        read,
    )
    yield _lines(
        ".prettierignore",
        "Written by minutebook: not to be reflowed.",
        _generated(setting),
        "keeps Prettier from reflowing the minutes",
        read,
    )


def _editors(setting: Setting, read: Read) -> Iterator[Placed]:
    schema_named = "meeting.schema.json"
    for path, template, purpose, mark in (
        (".vscode/settings.json", "vscode-settings.json", "completion and checks in VS Code", schema_named),
        (
            ".vscode/extensions.json",
            "vscode-extensions.json",
            "what VS Code needs for that",
            "redhat.vscode-yaml",
        ),
        (".idea/jsonSchemas.xml", "idea-jsonSchemas.xml", "the same in JetBrains editors", schema_named),
        (".nvim.lua", "nvim.lua", "the same in Neovim", schema_named),
    ):
        yield _whole(path, _filled(_template(template), setting), purpose, read, mark)


def _whole(path: str, text: str, purpose: str, read: Read, mark: str = "") -> Placed:
    """Return a file that is written where there is none; one that is there must have a mark of ours."""
    before = read(path)
    if before is None:
        return Placed(path, None, text, purpose)
    advice = (
        "" if not mark or mark in before else f"it has settings of its own; what it lacks:\n{text.rstrip()}"
    )
    return Placed(path, before, before, purpose, advice)


def _lines(path: str, comment: str, lines: tuple[str, ...], purpose: str, read: Read) -> Placed:
    """Return a file with those lines added that it lacks."""
    before = read(path)
    there = (before or "").splitlines()
    missing = [line for line in lines if line not in there]
    if not missing:
        return Placed(path, before, before, purpose)
    newline = "\r\n" if "\r\n" in (before or "") else "\n"
    start = (before or "") + (newline if before and not before.endswith("\n") else "")
    return Placed(
        path, before, start + "".join(f"{line}{newline}" for line in (f"# {comment}", *missing)), purpose
    )


def _template(name: str) -> str:
    return (resources("minutebook.setup") / "templates" / name).read_text(encoding="utf-8")


def _filled(text: str, setting: Setting) -> str:
    return text.replace("@REQUIREMENT@", _yaml(setting.source.requirement)).replace(
        "@NOTES@", str(setting.notes)
    )


def _yaml(text: str) -> str:
    """Return a text in quotes that YAML and JSON read alike."""
    return json.dumps(text, ensure_ascii=False)
