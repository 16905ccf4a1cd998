"""What is built for others has the program, its schemas and its explanations, and never the notes of a team."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.tools import Tools

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "meetings", "dist", "build")
SHIPPED = (".py", ".md", ".typed", ".json", ".lua", ".toml", ".xml", ".yml")


def build(source: Path, kind: str, folder: Path) -> Path:
    """Build a distribution with what is installed here, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory, tools: Tools) -> Path:
    """Return a copy of this checkout in which a team has written its notes."""
    tools.module("hatchling")
    copy = tmp_path_factory.mktemp("packaging") / "checkout"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    (copy / "meetings/secret").mkdir(parents=True)
    (copy / "meetings/secret/2020-10-19.yaml").write_text("date: 2020-10-19\n", encoding="utf-8")
    return copy


@pytest.fixture(scope="session")
def wheel(checkout: Path) -> Path:
    return build(checkout, "wheel", checkout.parent / "wheel")


@pytest.fixture(scope="session")
def sdist(checkout: Path) -> Path:
    return build(checkout, "sdist", checkout.parent / "sdist")


@pytest.fixture(scope="session")
def unpacked(wheel: Path) -> Path:
    """Return a folder that has the files of the wheel where an installer puts them."""
    folder = wheel.parent.parent / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # noqa: S202
    return folder


@pytest.fixture(scope="session")
def source(sdist: Path) -> Path:
    """Return a folder that has the files of the source distribution."""
    folder = sdist.parent.parent / "source"
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (top,) = folder.iterdir()
    return top


def files(folder: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def program(folder: Path, *words: str) -> bytes:
    """Return what the program in a folder prints, called from elsewhere."""
    environment = os.environ | {"PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "minutebook", *words]
    return subprocess.run(
        command, env=environment, cwd=folder.parent, stdout=subprocess.PIPE, check=True
    ).stdout


def test_a_wheel_has_the_package_and_the_schemas_and_nothing_else(unpacked: Path, checkout: Path) -> None:
    package = {f"minutebook/{path}" for path in files(checkout / "src/minutebook") if path.endswith(SHIPPED)}
    schemas = {f"minutebook/_schema/{path}" for path in files(checkout / "schema")}
    assert {path for path in files(unpacked) if ".dist-info/" not in path} == package | schemas


def test_a_wheel_names_the_program_and_its_licence(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")
    assert "minutebook = minutebook.cli:run" in (info / "entry_points.txt").read_text(encoding="utf-8")
    assert (info / "licenses/LICENSE").is_file()


def test_pre_commit_is_not_needed_to_run(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")
    lines = (info / "METADATA").read_text(encoding="utf-8").splitlines()
    needed = [line for line in lines if line.startswith("Requires-Dist: ") and "extra ==" not in line]
    assert needed
    assert not [line for line in needed if "pre-commit" in line]


@pytest.mark.parametrize("kind", ["meeting", "series"])
def test_the_program_in_a_wheel_reads_its_own_schemas(kind: str, unpacked: Path, checkout: Path) -> None:
    original = (checkout / f"schema/{kind}.schema.json").read_bytes()
    assert (unpacked / f"minutebook/_schema/{kind}.schema.json").read_bytes() == original
    assert program(unpacked, "schema", kind) == program(checkout / "src", "schema", kind)


def test_the_program_in_a_wheel_explains_its_rules(unpacked: Path, checkout: Path) -> None:
    assert program(unpacked, "explain", "unknown-key") == program(checkout / "src", "explain", "unknown-key")


def test_a_source_distribution_has_no_notes(source: Path) -> None:
    assert not [path for path in files(source) if "meetings" in path.split("/")]


def test_a_source_distribution_has_what_it_needs_to_be_tested_and_built(source: Path) -> None:
    assert {"README.md", "LICENSE", "pyproject.toml", "tests/conftest.py", "scripts/test.py"} <= files(source)


def test_a_source_distribution_builds_the_same_wheel(source: Path, wheel: Path, tmp_path: Path) -> None:
    rebuilt = build(source, "wheel", tmp_path / "wheel")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(rebuilt) as second:
        assert sorted(second.namelist()) == sorted(first.namelist())
        assert all(second.read(name) == first.read(name) for name in first.namelist())
