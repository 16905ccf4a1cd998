"""The hook in `.pre-commit-config.yaml`, and what keeps a team's formatters off the minutes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from minutebook.records.iso_days import DAY
from minutebook.setup.choices import Choices
from minutebook.setup.foreign_yaml import CannotAdd, ForeignFile
from minutebook.setup.planned_file import PlannedFile, Read
from minutebook.source.yaml.writer import write_item

HOOKS = ".pre-commit-config.yaml"
_FURTHER_HOOKS = ("minutebook-commit-message", "minutebook-rebased")
_PURPOSE = "runs minutebook at each commit"
_HEAD = "# What runs at each commit; `pre-commit install` sets it up, once in each clone.\n"
_INSTALLED = "default_install_hook_types: [pre-commit, pre-merge-commit]\n"
_ALL_INSTALLED = """\
default_install_hook_types: [pre-commit, pre-merge-commit, prepare-commit-msg, post-rewrite]
# Of hooks that don't say when they run, none is about messages or rebases.
default_stages: [pre-commit, pre-merge-commit, manual]
"""
_REASON = "# Minutebook writes the minutes, and no formatter should reflow them or the notes.\n"


def plan_hooks(choices: Choices, read: Read) -> PlannedFile:
    """Return the configuration with the hook in it."""
    current = read(HOOKS)
    source = choices.source
    # Where a team has hooks of its own, those without `stages` would run on each message, too (pre-commit, "stages").
    names = ("minutebook", *(_FURTHER_HOOKS if current is None else ()))
    hook = {"repo": source.url, "rev": source.revision, "hooks": [{"id": name} for name in names]}
    hook_lines = [line.text for line in write_item(hook)]
    try:
        file = ForeignFile(current or _HEAD)
        if _has_hook(file):
            advice = "; ".join((*_differing_source(file, choices), *_missing_settings(file, choices)))
            return PlannedFile(HOOKS, current, current, _PURPOSE, advice)
        installed = _ALL_INSTALLED if current is None else _INSTALLED
        # git calls pre-merge-commit, and not pre-commit, for a merge (githooks(5)).
        for key, lines in (("default_install_hook_types", installed), ("exclude", _exclude(choices))):
            file = file if key in file.keys else file.add_key(lines)
        file = file if "repos" in file.keys else file.add_key("repos:\n")
        file = file.add_item("repos", hook_lines, comment="Checks the minutes, and writes their Markdown.")
    except CannotAdd as error:
        repos = "".join(f"\n  {line}" for line in hook_lines)
        advice = f"{error}; add this to it:\n{_INSTALLED}{_exclude(choices)}repos:{repos}"
        return PlannedFile(HOOKS, current, current, _PURPOSE, advice)
    return PlannedFile(HOOKS, current, file.text, _PURPOSE, "; ".join(_missing_settings(file, choices)))


def excluded(choices: Choices) -> str:
    """Return a pattern of the notes and of the Markdown that is made from them, and of no page that people write."""
    folders = "(.+/)?" if choices.flat else ".+/"
    return rf"^{re.escape(str(choices.notes))}/{folders}({DAY}\.(md|yaml)|README\.md|series\.yaml)$"


def _exclude(choices: Choices) -> str:
    return f"{_REASON}exclude: {excluded(choices)}\n"


def _has_hook(file: ForeignFile) -> bool:
    return any(names_hook(key, value) for key, value in pairwise(file.words("repos")))


def names_hook(key: str, value: str) -> bool:
    """Whether a key of the settings of pre-commit names a hook of minutebook."""
    return key == "id" and value.startswith("minutebook")


def _differing_source(file: ForeignFile, choices: Choices) -> Iterator[str]:
    """Yield how the source of the team's hook differs from one that options name."""
    source, words = choices.source, file.words("repos")
    if choices.insisted and source.url not in words:
        yield f"its hook must come from {source.url}: change that by hand"
    elif choices.insisted and source.revision not in words:
        yield f"its hook must have the `rev` {source.revision}: change that by hand"


def _missing_settings(file: ForeignFile, choices: Choices) -> Iterator[str]:
    """Yield what the team's own settings lack."""
    if "pre-merge-commit" not in file.words("default_install_hook_types"):
        yield "add pre-merge-commit to its `default_install_hook_types`, so that merges are checked, too"
    # pre-commit searches with Python's re, in paths from the top of the repository.
    pattern = "".join(file.words("exclude"))
    try:
        excludes = bool(pattern) and re.search(pattern, f"{choices.notes}/2020/2020-10-26.md")
    except re.error:
        excludes = False
    if not excludes:
        line = f"|{excluded(choices)}" if pattern else _exclude(choices).splitlines()[-1]
        where = "at the end of its `exclude`" if pattern else "as a line of its own"
        yield f"so that no formatter reflows the minutes, write {where}: {line}"
