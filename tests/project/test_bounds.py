"""The lowest versions that are allowed are tried, and so are the newest."""

import re
import tomllib
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
JOB = YAML(typ="safe").load(ROOT / ".github/workflows/tests.yml")["jobs"]["tests"]


def lowest_versions() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    matches = (re.match(r"([\w.-]+)>=([0-9.]+)", dependency) for dependency in project["dependencies"])
    return [f"{match[1]}=={match[2]}" for match in matches if match]


def test_the_constraints_are_the_lower_bounds_of_all_dependencies() -> None:
    lines = (ROOT / ".github/lowest.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(line for line in lines if not line.startswith("#")) == sorted(lowest_versions())


def test_a_job_installs_the_lowest_versions_that_are_allowed() -> None:
    assert {"os": "ubuntu-latest", "python": "3.11", "versions": "lowest"} in JOB["strategy"]["matrix"][
        "include"
    ]
    assert {"MINUTEBOOK_VERSIONS": "${{ matrix.versions }}"} in [step.get("env") for step in JOB["steps"]]


def test_every_system_and_the_newest_versions_are_tried() -> None:
    matrix = JOB["strategy"]["matrix"]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert matrix["versions"] == ["newest"]
