"""The README's test command: every check runs, and each has its line."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TEST = Path(__file__).resolve().parents[2] / "scripts/test.py"


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the command as it is in a folder that is no clone, with its environment ready."""
    spec = importlib.util.spec_from_file_location("test_command", TEST)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(module.environment, "ROOT", tmp_path)
    monkeypatch.setattr(module.environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module.environment, "prepare", lambda: sys.executable)
    return module


def test_every_check_runs_and_each_has_its_line(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    probe = ["timeit", "-n1", "-r1", "import os; print('CI is', os.environ['MINUTEBOOK_CI'])"]
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(command, "PYTEST", ["no_such_module"])
    monkeypatch.setattr(command, "BESIDE", (("probe", probe), ("pre-commit", ["pre_commit"])))
    assert command.main([]) == 1
    output = capfd.readouterr().out
    assert "\n== probe\nCI is 1\n" in output
    assert [line.split()[:2] for line in output.splitlines()[-3:]] == [
        ["failed", "pytest"],
        ["passed", "probe"],
        ["skipped", "pre-commit:"],
    ]
    assert output.endswith("hooks need a git clone, and this checkout has no .git\n")


def test_the_arguments_are_for_pytest(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "PYTEST", ["timeit", "-n1", "-r1"])
    monkeypatch.setattr(command, "BESIDE", ())
    assert command.main(["print('typed')"]) == 0
    assert capfd.readouterr().out.startswith("typed\n")
