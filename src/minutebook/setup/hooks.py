"""The hook in `.pre-commit-config.yaml`, and what keeps a team's formatters off the minutes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from minutebook.setup.foreign_yaml import NotSpliced, Spliced
from minutebook.setup.planned_file import Placed, Read
from minutebook.setup.setting import Setting
from minutebook.source.yaml.quotes import write_text

HOOKS = ".pre-commit-config.yaml"
_PURPOSE = "runs minutebook at each commit"
_HEAD = "# What runs at each commit; `pre-commit install` sets it up, once in each clone.\n"
_INSTALLED = "default_install_hook_types: [pre-commit, pre-merge-commit]\n"
_REASON = "# The minutes are written by minutebook, and no formatter shall reflow them.\n"


def hooks(setting: Setting, read: Read) -> Placed:
    """Return the configuration with the hook in it."""
    before = read(HOOKS)
    source = setting.source
    item = f"repo: {write_text(source.url)}\nrev: {write_text(source.revision)}\nhooks:\n  - id: minutebook\n"
    try:
        file = Spliced(before or _HEAD)
        if _has_hook(file):
            advice = "; ".join((*_another(file, setting), *_lacks(file, setting)))
            return Placed(HOOKS, before, before, _PURPOSE, advice)
        for key, lines in (("default_install_hook_types", _INSTALLED), ("exclude", _exclude(setting))):
            file = file if key in file.keys else file.add_key(lines)
        file = file if "repos" in file.keys else file.add_key("repos:\n")
        file = file.add_item("repos", item, comment="Checks the minutes, and writes their Markdown.")
    except NotSpliced as error:
        listed = "\n".join(f"  {line}" for line in f"- {item}".replace("\n", "\n  ").rstrip().split("\n"))
        lines = f"{_INSTALLED}{_exclude(setting)}repos:\n{listed}"
        return Placed(HOOKS, before, before, _PURPOSE, f"{error}; what it lacks:\n{lines}")
    return Placed(HOOKS, before, file.text, _PURPOSE, "; ".join(_lacks(file, setting)))


def excluded(setting: Setting) -> str:
    """Return a pattern of the Markdown that is generated, and of no page that people write beside it."""
    below = "(.+/)?" if setting.flat else ".+/"
    return rf"^{re.escape(str(setting.notes))}/{below}([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|README)\.md$"


def _exclude(setting: Setting) -> str:
    return f"{_REASON}exclude: {excluded(setting)}\n"


def _has_hook(file: Spliced) -> bool:
    words = file.words("repos")
    return any(key == "id" and value.startswith("minutebook") for key, value in pairwise(words))


def _another(file: Spliced, setting: Setting) -> Iterator[str]:
    if setting.insisted and setting.source.url not in file.words("repos"):
        yield f"its hook comes from another repository than {setting.source.url}; change that by hand"
    elif setting.insisted and setting.source.revision not in file.words("repos"):
        yield f"its hook has another `rev` than {setting.source.revision}; change that by hand"


def _lacks(file: Spliced, setting: Setting) -> Iterator[str]:
    """Yield what the team's own settings lack."""
    if "pre-merge-commit" not in file.words("default_install_hook_types"):
        yield "add pre-merge-commit to its `default_install_hook_types`, so that merges are checked, too"
    pattern = "".join(file.words("exclude"))
    try:
        excludes = bool(pattern) and re.search(pattern, f"{setting.notes}/2020/2020-10-26.md")
    except re.error:
        excludes = False
    if not excludes:
        yield f"let its `exclude` match {excluded(setting)}, too, so that no formatter reflows the minutes"
