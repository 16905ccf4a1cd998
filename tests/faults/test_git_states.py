"""What git and a repository can be in, and what its files can be called."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from support.filetrees import bytes_of

if TYPE_CHECKING:
    from support.notes import Notes

DAY = "2020-10-26"


def test_two_meetings_of_a_day_are_refused_in_any_folder(kept: Notes) -> None:
    kept.write(f"{kept.series}/2020/2020-10-19.yaml", "date: 2020-10-19\n")
    before = bytes_of(kept.top)
    done = kept.run("sync")
    assert (done.returncode, "duplicate-date" in done.stdout) == (1, True)
    assert bytes_of(kept.top) == before


def test_a_correction_of_an_old_meeting_is_told_in_the_next_one(kept: Notes) -> None:
    kept.meeting(DAY, Open=12, Done=3)
    kept.run("sync")
    kept.meeting("2020-10-19", Open=11, Done=3)
    stale = [problem["path"] for problem in kept.problems() if problem["rule"] == "minutes-stale"]
    assert kept.minutes(DAY) in stale


def test_a_detached_head_and_a_bisection_change_nothing(kept: Notes) -> None:
    kept.meeting(DAY, Open=12, Done=4)
    as_usual = kept.problems()
    kept.git("checkout", "--quiet", "--detach")
    assert kept.problems() == as_usual
    kept.git("bisect", "start", "HEAD", code=None)
    assert kept.problems() == as_usual


def test_a_partial_clone_without_its_remote_names_what_is_missing(kept: Notes) -> None:
    kept.git("config", "uploadpack.allowFilter", "true")
    kept.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{kept.top}", "../partial")
    kept.git("remote", "set-url", "origin", "file:///nowhere", folder="../partial")
    done = kept.run("check", "--rev", "HEAD", folder="../partial")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "partial clone" in done.stderr
    assert "fsck" not in done.stderr


def test_a_submodule_in_the_place_of_a_meeting_is_told(kept: Notes) -> None:
    commit = kept.git("rev-parse", "HEAD").stdout.strip()
    kept.git("update-index", "--add", "--cacheinfo", f"160000,{commit},{kept.series}/{DAY}.yaml")
    assert kept.rules() == kept.rules("--staged") == ["file-kind"]


def test_converted_newlines_are_not_taken_for_changes(kept: Notes) -> None:
    kept.git("config", "core.autocrlf", "true")
    for path in (kept.top / kept.series).iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = bytes_of(kept.top)
    assert kept.run("check").returncode == kept.run("sync").returncode == 0
    assert bytes_of(kept.top) == before


@pytest.mark.parametrize("name", [f"{DAY}.YAML", f"{DAY}.yml"])
def test_names_that_differ_only_in_case_are_told(name: str, kept: Notes) -> None:
    kept.write(f"{kept.series}/{name}", f"date: {DAY}\n")
    assert "file-name" in kept.rules()


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--rev=--output=canary"),
        ("check", "--rev=HEAD:../x"),
        ("check", "--base=--upload-pack=touch canary"),
        ("deltas", "--base=-x"),
        ("diff", "--", "--output=canary"),
        ("render", "--", "--output=canary"),
        ("check", "--", "-x"),
        ("check", "; touch canary"),
    ],
)
def test_a_name_that_looks_like_an_option_is_none(words: tuple[str, ...], kept: Notes) -> None:
    before = bytes_of(kept.top)
    done = kept.run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert bytes_of(kept.top) == before


def test_times_of_files_do_not_matter(kept: Notes) -> None:
    path = kept.top / kept.series / "2020-10-19.yaml"
    os.utime(path, (1, 1))
    assert kept.run("check").returncode == 0
    text = path.read_bytes()
    path.write_bytes(text.replace(b"10", b"11"))
    os.utime(path, (1, 1))
    assert kept.run("check").returncode == 1


def test_modules_in_the_repository_are_not_imported(kept: Notes) -> None:
    for name in ("git", "jsonschema", "ruamel", "tabulate", "re", "argparse"):
        kept.write(f"{name}.py", "raise SystemExit('a module of the repository was imported')\n")
    kept.minutebook("check")


def test_the_environment_changes_no_byte(kept: Notes) -> None:
    minutes = kept.read(kept.minutes("2020-10-19"))
    for settings in (
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "Etc/GMT+12"},
    ):
        done = kept.minutebook("render", "2020-10-19", env=os.environ | settings)
        assert done.stdout == minutes
