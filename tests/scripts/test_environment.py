"""A checkout's own `.venv`: when it serves, what makes it, and what is said where nothing can."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from checkout import environment as original

PROJECT = '[project]\nname = "tiny"\n'
OFFLINE_PIP = "import sys; print('NewConnectionError: no route'); sys.exit(1)\n"


@pytest.fixture
def environment(tmp_path: Path) -> ModuleType:
    """Return the module as it is in a checkout that has nothing else: it knows its place from its file."""
    copy = tmp_path / "copy/scripts/checkout/environment.py"
    copy.parent.mkdir(parents=True)
    shutil.copy(original.__file__, copy)
    (tmp_path / "copy/pyproject.toml").write_text(PROJECT, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("environment_of_a_copy", copy)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def venv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that is made as quickly as can be, with a pip that is offline."""
    folder = tmp_path_factory.mktemp("venv") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    pip = next(folder.glob("**/site-packages")) / "pip"
    pip.mkdir()
    (pip / "__init__.py").touch()
    (pip / "__main__.py").write_text(OFFLINE_PIP, encoding="utf-8")
    return folder


def put(venv: Path, environment: ModuleType) -> None:
    """Let the checkout have an environment."""
    shutil.copytree(venv, environment.VENV, symlinks=True)


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the last line of standard error, below the steps."""
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("path", [".venv", ".venv/mine"])
def test_what_is_no_environment_is_left_alone(
    path: str, environment: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = environment.ROOT / path
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("precious", encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        environment.prepare()
    assert sentence(capsys).endswith(
        "is not a virtual environment of this checkout: move it away and try again"
    )
    assert mine.read_text(encoding="utf-8") == "precious"


def test_an_environment_serves_while_nothing_has_changed(environment: ModuleType, venv: Path) -> None:
    assert not environment.usable()
    put(venv, environment)
    assert environment.usable()
    for package in environment.PACKAGES:
        (next(environment.VENV.glob("**/site-packages")) / f"{package}.py").touch()
    assert not environment.installed()
    environment.STAMP.write_text("\n".join(environment.fingerprint()), encoding="utf-8")
    assert environment.installed()
    assert environment.prepare() == str(environment.PYTHON)
    (environment.ROOT / "pyproject.toml").write_text(PROJECT + "# changed\n", encoding="utf-8")
    assert environment.usable()
    assert not environment.installed()


def test_a_moved_environment_is_not_used(environment: ModuleType, venv: Path) -> None:
    put(venv, environment)
    moved = ["another place", *environment.fingerprint()[1:]]
    environment.STAMP.write_text("\n".join(moved), encoding="utf-8")
    assert not environment.usable()


def test_a_broken_environment_is_not_used(environment: ModuleType, venv: Path) -> None:
    put(venv, environment)
    environment.PYTHON.unlink()
    assert not environment.usable()


def test_what_makes_half_an_environment_is_followed_by_what_makes_a_whole_one(
    environment: ModuleType, venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = (
        "import sys, os; os.mkdir(sys.argv[1]); open(sys.argv[1] + '/pyvenv.cfg', 'w').close(); sys.exit(1)"
    )
    whole = f"import sys, shutil; shutil.copytree({str(venv)!r}, sys.argv[1], symlinks=True)"
    makers = [[sys.executable, "-c", half], ["no-such-program"], [sys.executable, "-c", whole]]
    monkeypatch.setattr(environment, "makers", lambda: makers)
    environment.make()
    assert environment.usable()


def test_a_machine_that_cannot_make_environments_gets_one_sentence(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "makers", lambda: [["no-such-program"]])
    with pytest.raises(SystemExit, match="2"):
        environment.prepare()
    assert "apt install python3-venv" in sentence(capsys)
    assert not environment.VENV.exists()


def test_an_offline_machine_gets_one_sentence(
    environment: ModuleType, venv: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(venv, environment)
    with pytest.raises(SystemExit, match="2"):
        environment.prepare()
    assert sentence(capsys).startswith("cannot fetch the packages: go online and run this again")
    assert not environment.STAMP.exists()


def test_packages_that_went_elsewhere_are_not_taken_for_installed(
    environment: ModuleType, venv: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(venv, environment)
    main = next(environment.VENV.glob("**/site-packages")) / "pip/__main__.py"
    main.write_text("print('Collecting tiny')\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        environment.prepare()
    assert "pip config list" in sentence(capsys)
    assert not environment.STAMP.exists()


def test_only_one_set_up_runs_at_a_time(environment: ModuleType) -> None:
    with (environment.ROOT / "pyproject.toml").open("rb") as second:
        with environment.locked():
            assert not environment.try_lock(second)
        assert environment.try_lock(second)
