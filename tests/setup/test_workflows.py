"""The workflows, jobs and the action, this repository's own and those that `init` writes, as linters see them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.hostschemas import check_schema
from support.machines import load
from support.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.tools import Tools

ROOT = Path(__file__).resolve().parents[2]
OWN = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTION = ROOT / ".github/actions/minutes/action.yml"
MENDS = ("push", "propose", "off")


@pytest.fixture(scope="session")
def moved_in(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a repository that `init` has set up, for each way to mend."""
    made = {}
    for mend in MENDS:
        notes = Notes(tmp_path_factory.mktemp(mend))
        told = ("--title", "Web", "--schedule", "Monday", "--people", "Mat", "--mend", mend)
        source = ("--source", "https://example.org/minutebook", "--source-rev", "v0.1.0")
        assert notes.run("init", *told, *source).returncode == 0
        made[mend] = notes.top
    return made


def scripts(part: Any) -> Iterator[str]:
    """Yield every script in a workflow, an action or a file of jobs."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in {"run", "script", "before_script"}:
                yield from [value] if isinstance(value, str) else value
            else:
                yield from scripts(value)
    elif isinstance(part, list):
        for item in part:
            yield from scripts(item)


def findings(tools: Tools, *paths: Path) -> list[Any]:
    """Return what zizmor finds, without asking any server."""
    command = [tools.program("zizmor"), "--offline", "--no-config", "--pedantic", "--format", "json"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.strip(), done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def test_this_repositorys_workflows_fit_githubs_schemas() -> None:
    check_schema("github-workflows", *OWN)
    check_schema("github-actions", ACTION)


@pytest.mark.parametrize("mend", MENDS)
def test_what_init_writes_fits_the_hosts_schemas(mend: str, moved_in: dict[str, Path]) -> None:
    top = moved_in[mend]
    check_schema("github-workflows", top / ".github/workflows/minutebook.yml")
    check_schema("gitlab-ci", top / ".gitlab-ci.yml", top / ".gitlab/minutebook.yml")


def test_zizmor_finds_nothing_in_this_repositorys_workflows(tools: Tools) -> None:
    assert findings(tools, ROOT / ".github") == []


@pytest.mark.parametrize("mend", MENDS)
def test_zizmor_finds_nothing_in_what_init_writes(mend: str, moved_in: dict[str, Path], tools: Tools) -> None:
    assert findings(tools, moved_in[mend]) == []


def test_zizmor_would_find_an_expression_in_a_script(tmp_path: Path, tools: Tools) -> None:
    text = (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")
    (tmp_path / "bad.yml").write_text(
        text.replace("python scripts/demo.py", "echo ${{ github.head_ref }}"), encoding="utf-8"
    )
    assert {found["ident"] for found in findings(tools, tmp_path / "bad.yml")} == {"template-injection"}


def files_of(moved_in: dict[str, Path]) -> list[Path]:
    """Return every file with scripts."""
    names = (".github/workflows/minutebook.yml", ".gitlab/minutebook.yml")
    return [*OWN, ACTION, *(top / name for top in moved_in.values() for name in names)]


def test_no_script_has_an_expression(moved_in: dict[str, Path]) -> None:
    found = [script for path in files_of(moved_in) for script in scripts(load(path))]
    assert len(found) > 30
    assert not [script for script in found if "${{" in script]


def test_only_jobs_for_pushes_may_write(moved_in: dict[str, Path]) -> None:
    written = [top / ".github/workflows/minutebook.yml" for top in moved_in.values()]
    writing = [
        job
        for path in (*OWN, *written)
        for job in load(path)["jobs"].values()
        if "write" in job.get("permissions", load(path)["permissions"]).values()
    ]
    assert len(writing) == 4
    assert all("github.event_name == 'push'" in job["if"] for job in writing)


def test_the_action_runs_what_the_written_workflows_run(moved_in: dict[str, Path]) -> None:
    own = set(scripts(load(ACTION)))
    for mend in ("push", "propose"):
        jobs = load(moved_in[mend] / ".github/workflows/minutebook.yml")["jobs"]
        assert set(scripts(jobs)) - own == {
            'python -m pip install "$MINUTEBOOK"',
            'minutebook check --base "$BASE"',
        }


def test_nothing_is_mended_where_that_is_off(moved_in: dict[str, Path]) -> None:
    assert list(load(moved_in["off"] / ".github/workflows/minutebook.yml")["jobs"]) == ["check"]
    assert "minutebook-mend" not in load(moved_in["off"] / ".gitlab/minutebook.yml")
