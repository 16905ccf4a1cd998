"""The README's two commands: what they need, what they make, and the week that the demo plays."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
PROJECT = '[project]\nname = "tiny"\n'
STUB = "import sys; print('NewConnectionError: no route'); sys.exit(1)\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy the scripts into a checkout that has nothing else."""
    shutil.copytree(SCRIPTS, tmp_path / "copy/scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "copy/pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return tmp_path / "copy"


def load(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Import a script of a checkout, which knows its place from its file."""
    monkeypatch.setattr(sys, "path", [str(folder / "scripts"), *sys.path])
    for other in ("environment", "isolation", "needs"):
        monkeypatch.delitem(sys.modules, other, raising=False)
    spec = importlib.util.spec_from_file_location(f"script_{name}", folder / f"scripts/{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run this Python on a script."""
    command = [sys.executable, *map(str, words)]
    settings = os.environ | {"PYTHONUTF8": "1"} | variables
    return subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", check=False)


def make_venv(folder: Path) -> None:
    """Make an environment as quickly as can be, with a pip that is offline."""
    command = [sys.executable, "-m", "venv", "--without-pip", str(folder)]
    subprocess.run(command, check=True)
    site = next(folder.glob("**/site-packages"))
    (site / "pip").mkdir()
    (site / "pip/__init__.py").touch()
    (site / "pip/__main__.py").write_text(STUB, encoding="utf-8")


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the last line of standard error, past the steps that were told."""
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("name", ["demo", "test", "environment", "isolation", "needs"])
def test_an_old_python_can_read_what_it_must(name: str) -> None:
    ast.parse((SCRIPTS / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 5))


@pytest.mark.parametrize(
    ("present", "advice"),
    [
        ("python3.12", "type: python3.12 scripts/demo.py --keep"),
        ("py", "type: py -3.19 "),
        ("", "get one at "),
    ],
)
def test_an_old_python_names_one_that_will_do(
    present: str,
    advice: str,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    needs = load(checkout, "needs", monkeypatch)
    monkeypatch.setattr(needs.shutil, "which", lambda name: name if name == present else None)
    monkeypatch.setattr(needs, "ask", lambda command: "True")
    monkeypatch.setattr(sys, "argv", ["scripts/demo.py", "--keep"])
    with pytest.raises(SystemExit, match="2"):
        needs.require_python((3, 8, 1))
    said = capsys.readouterr().err
    assert said.startswith("minutebook needs Python 3.11 or newer, and this is Python 3.8.1; " + advice)
    assert said.count("\n") == 1


@pytest.mark.parametrize("name", ["demo", "test"])
def test_a_machine_without_git_gets_one_sentence(name: str, checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run(checkout / f"scripts/{name}.py", PATH=str(tmp_path / "empty"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "git is missing" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_environment_is_left_alone(
    kind: str, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = load(checkout, "environment", monkeypatch)
    mine = checkout / (".venv" if kind == "file" else ".venv/mine")
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("precious", encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        environment.prepare()
    assert sentence(capsys).endswith(
        "is not a virtual environment of this checkout: move it away and try again"
    )
    assert mine.read_text(encoding="utf-8") == "precious"


def test_an_environment_serves_while_nothing_has_changed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = load(checkout, "environment", monkeypatch)
    assert not environment.usable()
    make_venv(environment.VENV)
    assert environment.usable()
    for package in ("minutebook", "pre_commit", "pytest"):
        (next(environment.VENV.glob("**/site-packages")) / f"{package}.py").touch()
    assert not environment.installed()
    environment.STAMP.write_text("\n".join(environment.fingerprint()), encoding="utf-8")
    assert environment.installed()
    assert environment.prepare() == str(environment.PYTHON)
    (checkout / "pyproject.toml").write_text(PROJECT + "# changed\n", encoding="utf-8")
    assert environment.usable()
    assert not environment.installed()


def test_a_moved_or_broken_environment_is_not_used(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = load(checkout, "environment", monkeypatch)
    make_venv(environment.VENV)
    moved = ["another place", *environment.fingerprint()[1:]]
    environment.STAMP.write_text("\n".join(moved), encoding="utf-8")
    assert not environment.usable()
    environment.STAMP.unlink()
    environment.PYTHON.unlink()
    assert not environment.usable()


def test_what_makes_half_an_environment_is_followed_by_what_makes_a_whole_one(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = load(checkout, "environment", monkeypatch)
    make_venv(tmp_path / "whole")
    half = (
        "import sys, os; os.mkdir(sys.argv[1]); open(sys.argv[1] + '/pyvenv.cfg', 'w').close(); sys.exit(1)"
    )
    copy = f"import sys, shutil; shutil.copytree({str(tmp_path / 'whole')!r}, sys.argv[1], symlinks=True)"
    makers = [[sys.executable, "-c", half], ["no-such-program"], [sys.executable, "-c", copy]]
    monkeypatch.setattr(environment, "makers", lambda: makers)
    environment.make()
    assert environment.usable()


def test_a_machine_that_cannot_make_environments_gets_one_sentence(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = load(checkout, "environment", monkeypatch)
    monkeypatch.setattr(environment, "makers", lambda: [["no-such-program"]])
    with pytest.raises(SystemExit, match="2"):
        environment.prepare()
    assert "apt install python3-venv" in sentence(capsys)
    assert not environment.VENV.exists()


def test_an_offline_machine_gets_one_sentence(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = load(checkout, "environment", monkeypatch)
    make_venv(environment.VENV)
    with pytest.raises(SystemExit, match="2"):
        environment.prepare()
    assert sentence(capsys).startswith("cannot fetch the packages: go online and run this again")
    assert not environment.STAMP.exists()


def test_only_one_set_up_runs_at_a_time(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = load(checkout, "environment", monkeypatch)
    with (checkout / "pyproject.toml").open("rb") as other:
        with environment.locked():
            assert not environment.try_lock(other)
        assert environment.try_lock(other)


def test_settings_that_send_packages_elsewhere_are_dropped(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PIP_TARGET", "PIP_USER", "PYTHONHOME", "VIRTUAL_ENV", "GIT_DIR", "GIT_INDEX_FILE", "SKIP"):
        monkeypatch.setenv(name, "elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "https://example.org/simple")
    kept = load(checkout, "isolation", monkeypatch).clean_environment()
    assert "elsewhere" not in kept.values()
    assert kept["PIP_INDEX_URL"] == "https://example.org/simple"


def test_every_check_runs_and_each_has_its_line(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    script = load(checkout, "test", monkeypatch)
    (checkout / ".venv").mkdir()
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(script.environment, "prepare", lambda: sys.executable)
    probe = ["timeit", "-n1", "-r1", "import os; print('CI is', os.environ['MINUTEBOOK_CI'])"]
    checks = (("first", ["no_such_module"]), ("second", probe), ("pre-commit", ["pre_commit"]))
    monkeypatch.setattr(script, "CHECKS", checks)
    assert script.main([]) == 1
    said = capfd.readouterr().out
    assert "CI is 1\n" in said
    assert [line.split()[:2] for line in said.splitlines()[-3:]] == [
        ["failed", "first"],
        ["passed", "second"],
        ["skipped", "pre-commit:"],
    ]
    assert said.endswith("hooks need a git clone, and this checkout has no .git\n")


def test_the_demo_plays_its_week_whatever_the_user_has_set(tmp_path: Path) -> None:
    settings = "[commit]\ngpgSign = true\n[core]\nhooksPath = /nowhere\n[user]\nuseConfigOnly = true\n"
    (tmp_path / "gitconfig").write_text(settings, encoding="utf-8")
    (tmp_path / "temporary").mkdir()
    hostile = {"GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"), "GIT_DIR": "/nowhere", "SKIP": "minutebook"}
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "temporary"))
    done = run(SCRIPTS / "week.py", **hostile, **folders)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\n| 10   | -4      |" in done.stdout
    assert not list((tmp_path / "temporary").iterdir())
