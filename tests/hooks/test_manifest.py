"""The manifest, the program, the documentation and the files in `hooks/` say the same."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from minutebook.commands._parser import make_parser
from minutebook.commands._registry import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.notes import Notes

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "meetings")


def load(name: str) -> Any:
    """Return what a YAML file of this repository says."""
    return YAML(typ="safe", pure=True).load(ROOT / name)


MANIFEST = {hook["id"]: hook for hook in load(".pre-commit-hooks.yaml")}
PROPOSING = "minutebook-commit-message"
"""The hook that writes into the message of a commit, and neither checks nor writes minutes."""
REBASED = "minutebook-rebased"
"""The hook that does after a rebase what `minutebook` does before a commit."""
CHECKING = {name: hook for name, hook in MANIFEST.items() if name not in (PROPOSING, REBASED)}
OWN, OWN_PROPOSING, OWN_REBASED = load(".pre-commit-config.yaml")["repos"][0]["hooks"]
FILES = {
    hook: file.name
    for file in (ROOT / "hooks").glob("*.py")
    for hook in re.findall(r'the hook `([a-z-]+)`."""\n', file.read_text(encoding="utf-8"))
}
"""The files by the hooks whose they say they are."""
SERVERS = {"pre_receive.py"}
"""The files that git itself runs, on a server; pre-commit knows nothing of them."""
ACTION = "    actions: [{id: k7q2m4, owner: unassigned, task: tidy up}]\n"


def arguments(hook: str) -> list[str]:
    """Return what the manifest's entry gives to the program."""
    program, *words = shlex.split(MANIFEST[hook]["entry"])
    assert program == "minutebook"
    return words


@pytest.fixture
def wanting(notes: Notes) -> Notes:
    """Return a repository where something is to be said, carried and written, and all is staged."""
    notes.meeting("2020-10-19", extra=ACTION, Open=10, Done=3)
    notes.meeting("2020-10-26", Open=12, done=3)
    notes.git("add", ".")
    return notes


@pytest.mark.parametrize("hook", CHECKING)
def test_an_entry_is_a_command_of_the_program(hook: str) -> None:
    options = make_parser().parse_args(arguments(hook))
    assert (options.command, options.staged, options.exit_code) == ("sync", True, True)


@pytest.mark.parametrize("hook", [*CHECKING.values(), OWN], ids=[*CHECKING, "own"])
def test_a_hook_runs_once_at_every_commit_and_merge_and_when_asked(hook: dict[str, Any]) -> None:
    assert hook["language"] == "python"
    assert (hook["always_run"], hook["pass_filenames"], hook["require_serial"]) == (True, False, True)
    assert hook["stages"] == ["pre-commit", "pre-merge-commit", "manual"]


@pytest.mark.parametrize("hook", [*CHECKING.values(), OWN], ids=[*CHECKING, "own"])
def test_warnings_are_shown_by_a_hook_that_passes(hook: dict[str, Any]) -> None:
    assert hook["verbose"] is True


@pytest.mark.parametrize("hook", [MANIFEST[PROPOSING], OWN_PROPOSING], ids=["published", "own"])
def test_a_message_is_proposed_only_where_git_asks_for_one(hook: dict[str, Any]) -> None:
    assert (hook["language"], hook["stages"]) == ("python", ["prepare-commit-msg"])
    assert hook.get("pass_filenames", True)  # the file with the message is the one that is passed


@pytest.mark.parametrize("hook", [MANIFEST[REBASED], OWN_REBASED], ids=["published", "own"])
def test_a_rebase_is_followed_by_what_a_commit_is_preceded_by(hook: dict[str, Any]) -> None:
    own = hook is OWN_REBASED
    differing = {
        "id",
        "name",
        "description",
        "stages",
        *(["entry", "additional_dependencies"] if own else []),
    }
    usual = OWN if own else MANIFEST["minutebook"]
    assert hook["stages"] == ["post-rewrite"]
    assert [key for key in usual if key not in differing and hook[key] != usual[key]] == []


def test_each_published_hook_has_its_file() -> None:
    assert set(FILES) == set(MANIFEST)
    assert set(FILES.values()) | SERVERS == {file.name for file in (ROOT / "hooks").glob("*.py")}
    assert not set(FILES.values()) & SERVERS


@pytest.mark.parametrize(("hook", "file"), [pair for pair in FILES.items() if pair[0] in CHECKING])
def test_a_file_does_what_the_published_entry_does(
    hook: str, file: str, wanting: Notes, tmp_path: Path, make_notes: Callable[[Path], Notes]
) -> None:
    other = make_notes(tmp_path / "other")
    for day in ("2020-10-19", "2020-10-26"):
        other.write(f"{other.series}/{day}.yaml", wanting.read(f"{wanting.series}/{day}.yaml"))
    other.git("add", ".")
    entry = wanting.run(*arguments(hook))
    command = [sys.executable, str(ROOT / "hooks" / file)]
    checkout = other.call(command, code=entry.returncode)
    assert (checkout.stdout, checkout.stderr) == (entry.stdout, entry.stderr)
    assert other.git("status", "--porcelain").stdout == wanting.git("status", "--porcelain").stdout


@pytest.mark.parametrize(
    ("hook", "does"),
    [
        ("minutebook", {"say", "carry", "write"}),
        ("minutebook-validate", {"say"}),
        ("minutebook-carry", {"carry"}),
        ("minutebook-render", {"write"}),
    ],
)
def test_a_hook_does_its_part(hook: str, does: set[str], wanting: Notes) -> None:
    done = wanting.run(*arguments(hook))
    found = {
        "say": ": row-renamed: " in done.stdout,
        "carry": "k7q2m4" in wanting.read(f"{wanting.series}/2020-10-26.yaml"),
        "write": (wanting.top / wanting.minutes("2020-10-26")).exists(),
    }
    assert {part for part, was_done in found.items() if was_done} == does
    assert done.returncode == 1, done.stdout


@pytest.mark.parametrize(("hook", "file"), FILES.items())
def test_a_file_gives_what_follows_to_the_program(hook: str, file: str, wanting: Notes) -> None:
    command = [sys.executable, str(ROOT / "hooks" / file), "README.md", "--no-such-option"]
    assert "--no-such-option" in wanting.call(command, code=2).stderr


def test_no_file_in_hooks_has_the_name_of_a_standard_module() -> None:
    assert not sys.stdlib_module_names & {file.stem for file in (ROOT / "hooks").glob("*.py")}


def test_this_repository_runs_the_file_of_the_hook_to_use() -> None:
    assert OWN["id"] == "minutebook"
    assert OWN["entry"] == f"python hooks/{FILES['minutebook']}"
    assert (OWN_PROPOSING["id"], OWN_PROPOSING["entry"]) == (PROPOSING, f"python hooks/{FILES[PROPOSING]}")


def test_the_environment_of_this_repositorys_hook_has_the_dependencies_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (
        OWN["additional_dependencies"] == OWN_PROPOSING["additional_dependencies"] == project["dependencies"]
    )


@pytest.mark.parametrize(
    ("command", "file"),
    [("validate-config", ".pre-commit-config.yaml"), ("validate-manifest", ".pre-commit-hooks.yaml")],
)
def test_pre_commit_accepts_a_file(command: str, file: str) -> None:
    words = [sys.executable, "-m", "pre_commit", command, str(ROOT / file)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_page_about_the_hooks_names_every_hook_and_no_other() -> None:
    page = (ROOT / "docs/how-to/hooks.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(minutebook[a-z-]*)` \|", page, re.MULTILINE)) == set(MANIFEST)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_in_the_help_and_has_its_own(command: str, notes: Notes) -> None:
    assert re.search(rf"\n    {command}\s", notes.run("--help").stdout)
    assert notes.run(command, "--help").stdout.startswith(f"usage: minutebook {command} ")


def test_this_repository_is_set_up_as_others_are(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=LEFT_OUT))
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)
    (copy / "meetings/team").mkdir(parents=True, exist_ok=True)
    (copy / "meetings/team/series.yaml").write_text("title: Team\n", encoding="utf-8")
    # It has a workflow and a hook of its own kind, and says nothing to editors that people may not want.
    without = [word for part in ("github", "gitlab", "editors") for word in ("--without", part)]
    source = ["--source", "https://example.org/minutebook", "--source-rev", "v1"]
    command = [sys.executable, "-m", "minutebook", "init", *without, *source]
    done = subprocess.run(command, cwd=copy, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert "so that no formatter" not in done.stderr
