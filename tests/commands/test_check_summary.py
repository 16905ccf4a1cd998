"""The summary of `check` in real repositories: a push, a pull request, a fork, and clones of every depth."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.notebook.changes import changed_minutes
from minutebook.notebook.generated import GeneratedFile
from minutebook.notebook.notebook import notebooks
from minutebook.reports.summary import LIMIT
from minutebook.repository.checkout import Checkout
from minutebook.repository.snapshot import File

DAYS = ("2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26")
TALK = "  - title: Talk\n    notes: |\n      -   Hello\n"


@pytest.fixture(scope="session")
def four_commits(tmp_path_factory: pytest.TempPathFactory, make_notes: Callable[[Path], Notes]) -> Path:
    """Return a repository with four meetings, each with its own commit, and the minutes of all; only to be copied."""
    notes = make_notes(tmp_path_factory.mktemp("four") / "notes")
    notes.run("sync")
    notes.commit()
    for number, day in enumerate(DAYS):
        notes.meeting(day, Open=number)
        notes.run("sync")
        notes.commit(day)
    return notes.top


@pytest.fixture
def kept(four_commits: Path, tmp_path: Path) -> Notes:
    """Return notes of the test's own with four meetings."""
    return Notes(Path(shutil.copytree(four_commits, tmp_path / "notes")))


def summary(notes: Notes, *words: str, code: int = 0) -> str:
    """Return the summary of a check."""
    file = notes.top.parent / "summary.md"
    file.unlink(missing_ok=True)
    done = notes.run("check", "--summary", str(file), *words)
    assert done.returncode == code, done.stdout + done.stderr
    return file.read_text(encoding="utf-8")


def shown(text: str) -> list[str]:
    """Return the days whose minutes stand in a summary, in its order."""
    minutes = text.partition("\n### Minutes")[2]
    return re.findall(r"<summary>meetings/team/(\S+)\.md</summary>", minutes)


def clone(notes: Notes, *words: str) -> Notes:
    """Return a clone as CI makes one."""
    folder = notes.top.parent / "clone"
    notes.git("clone", "--quiet", *words, notes.top.as_uri(), str(folder))
    return Notes(folder)


def pull_request(notes: Notes, change: Callable[[], object]) -> None:
    """Merge a branch on which something was changed into one that went on meanwhile, as GitHub does for a check."""
    notes.git("switch", "--quiet", "--create", "proposal", "HEAD~1")
    change()
    notes.commit("A proposal")
    notes.git("switch", "--quiet", "--create", "merged", "main")
    notes.git("merge", "--quiet", "--no-verify", "--no-ff", "proposal", "--message", "Merge")


def test_a_push_shows_the_minutes_that_its_commit_changed(kept: Notes) -> None:
    text = summary(kept)
    name = kept.git("rev-parse", "--short=7", "HEAD~1").stdout.strip()
    assert text.startswith(
        "## minutebook: no problems\n\n### What changed\n\n"
        "-   meetings/team/2020-10-26.yaml: new, compared with 2020-10-19\n    -   Tickets Open 2 -\\> 3\n"
        f"\n### Minutes that differ from commit {name}\n\n<details>"
    )
    assert shown(text) == ["2020-10-26"]
    assert "> | 3     | +1      | Open  |" in text


def test_a_base_that_is_named_shows_all_that_changed_since_newest_first(kept: Notes) -> None:
    assert shown(summary(kept, "--base", "HEAD~2")) == ["2020-10-26", "2020-10-19"]


def test_a_later_meeting_whose_deltas_change_is_shown_too(kept: Notes) -> None:
    kept.meeting(DAYS[1], Open=9)
    kept.run("sync")
    kept.commit()
    assert shown(summary(kept)) == ["2020-10-19", "2020-10-12"]


def test_a_change_of_the_series_shows_the_minutes_that_it_changes(kept: Notes) -> None:
    kept.write(f"{kept.series}/series.yaml", kept.read(f"{kept.series}/series.yaml").replace("Team", "Crew"))
    kept.run("sync", "--redraw")
    kept.commit()
    assert shown(summary(kept)) == sorted(DAYS, reverse=True)


def test_a_commit_that_changes_no_minutes_shows_none(kept: Notes) -> None:
    kept.write("other.txt", "x\n")
    kept.commit()
    assert summary(kept).endswith("\n\nNone\n")


def test_a_pull_request_shows_what_it_changes_in_the_branch_it_goes_into(kept: Notes) -> None:
    pull_request(kept, lambda: kept.meeting(DAYS[1], Open=1, extra=TALK))
    text = summary(clone(kept, "--depth", "2"), code=1)
    assert shown(text) == ["2020-10-12"]
    assert ">\n> -   Hello\n" in text


def test_a_fork_without_minutebook_is_shown_what_sync_would_write_and_the_command(kept: Notes) -> None:
    fork = clone(kept)
    fork.meeting(DAYS[3], Open=8)  # in a web editor, where no hook runs
    fork.meeting("2020-11-02", Open=9)
    fork.commit()
    text = summary(fork, code=1)
    fixes = text.partition("### What")[2].partition("\n### Minutes")[0]
    assert "`minutebook sync --stage`" in fixes
    assert "-| 3     | +1      | Open  |\n" in fixes
    assert "+| 8     | +6      | Open  |\n" in fixes
    assert "--- meetings/team/2020-11-02.md\n+++ meetings/team/2020-11-02.md\n@@ -0,0 +1," in fixes
    assert shown(text) == ["2020-11-02", "2020-10-26"]
    assert "> | 9     | +1      | Open  |" in text


def test_what_is_shown_is_what_sync_writes(kept: Notes) -> None:
    kept.meeting(DAYS[3], Open=8)
    kept.commit()
    text = summary(kept, code=1)
    told = kept.run("sync", "--diff").stdout
    assert all(line in text.split("\n") for line in told.split("\n"))
    kept.run("sync", "--stage")
    kept.git("commit", "--quiet", "--message", "As told")
    assert "What `minutebook sync`" not in summary(kept)


def test_minutes_of_no_meeting_are_shown_as_deleted(kept: Notes) -> None:
    (kept.top / kept.series / f"{DAYS[3]}.yaml").unlink()
    kept.commit()
    text = summary(kept, code=1)
    assert "-# Team, 26 October 2020\n" in text
    assert "\n-   meetings/team/2020-10-26.yaml: deleted\n" in text
    assert shown(text) == []


def test_a_meeting_that_is_skipped_now_is_listed(kept: Notes) -> None:
    kept.write(f"{kept.series}/{DAYS[3]}.yaml", f"date: {DAYS[3]}\nstatus: skipped\nreason: a holiday\n")
    kept.run("sync")
    kept.commit()
    assert "\n-   meetings/team/2020-10-26.md: skipped\n" in summary(kept)


def test_the_meetings_of_a_series_that_went_are_listed(kept: Notes) -> None:
    kept.write("meetings/other/series.yaml", "title: Other\n")
    kept.run("sync")
    kept.commit()
    kept.git("rm", "-r", "--quiet", kept.series)
    kept.commit()
    assert summary(kept).count(": deleted\n") == 4


def test_a_meeting_that_moved_into_a_folder_of_its_year_is_not_shown(kept: Notes) -> None:
    for day in DAYS:
        for suffix in ("yaml", "md"):
            (kept.top / kept.series / "2020").mkdir(exist_ok=True)
            kept.git("mv", f"{kept.series}/{day}.{suffix}", f"{kept.series}/2020/{day}.{suffix}")
    kept.run("sync")
    kept.commit()
    assert summary(kept).endswith("\n\nNone\n")


def test_minutes_that_were_committed_with_other_line_ends_are_not_shown(kept: Notes) -> None:
    path = kept.minutes(DAYS[3])
    kept.write(path, kept.read(path).replace("\n", "\r\n"))
    kept.commit()
    kept.write("other.txt", "x\n")
    kept.commit()
    assert summary(kept).endswith("\n\nNone\n")


def test_of_a_series_that_cant_be_read_the_problems_are_shown(kept: Notes) -> None:
    kept.meeting(DAYS[3], Open=1, extra="unknown: 1\n")
    kept.commit()
    text = summary(kept, code=1)
    assert "| unknown-key |" in text
    assert "The minutes of meetings/team can be shown once its files can be read.\n" in text
    assert shown(text) == []


def test_paths_limit_what_is_shown(kept: Notes) -> None:
    path = f"{kept.series}/{DAYS[2]}.yaml"
    assert shown(summary(kept, path, "--base", "HEAD~3")) == ["2020-10-26", "2020-10-19"]


@pytest.mark.parametrize(("named", "listed"), [(DAYS[1], True), (DAYS[3], False)])
def test_paths_limit_what_is_listed_as_deleted(kept: Notes, named: str, listed: bool) -> None:
    kept.git("rm", "--quiet", f"{kept.series}/{DAYS[2]}.yaml", kept.minutes(DAYS[2]))
    kept.run("sync")
    kept.commit()
    text = summary(kept, f"{kept.series}/{named}.yaml")
    assert ("2020-10-19.yaml: deleted" in text) is listed


def test_what_is_staged_is_compared_with_the_last_commit(kept: Notes) -> None:
    kept.meeting("2020-11-02", Open=9)
    kept.run("sync", "--stage")
    assert shown(summary(kept, "--staged")) == ["2020-11-02"]


def test_a_commit_that_is_named_is_compared_with_the_one_before_it(kept: Notes) -> None:
    assert shown(summary(kept, "--rev", "HEAD~1")) == ["2020-10-19"]


@pytest.mark.parametrize("commits", [0, 1])
def test_where_there_is_no_earlier_commit_all_minutes_are_new(notes: Notes, commits: int) -> None:
    notes.meeting(DAYS[0], Open=1)
    notes.run("sync")
    if commits:
        notes.commit()
    text = summary(notes)
    assert "### Minutes, all new\n" in text
    assert shown(text) == ["2020-10-05"]


def test_the_only_commit_of_a_repository_is_not_taken_for_a_shallow_clone(notes: Notes) -> None:
    notes.meeting(DAYS[0], Open=1)
    notes.run("sync")
    notes.commit()
    assert "### Minutes, all new\n" in summary(clone(notes, "--depth", "1"))


def test_a_clone_of_depth_1_says_how_to_see_the_minutes_and_is_checked_all_the_same(kept: Notes) -> None:
    kept.meeting(DAYS[3], Open=8)
    kept.commit()
    shallow = clone(kept, "--depth", "1")
    text = summary(shallow, code=1)
    assert "| minutes-stale |" in text
    assert "+| 8     | +6      | Open  |\n" in text
    assert (
        "### Minutes that changed\n\nThe commit before this one is not in this clone: with `fetch-depth: 2`"
        in text
    )
    assert shown(text) == []


def test_a_clone_of_depth_2_shows_the_minutes(kept: Notes) -> None:
    assert shown(summary(clone(kept, "--depth", "2"))) == ["2020-10-26"]


def test_a_base_that_is_not_there_is_wrong_usage_and_nothing_is_checked(kept: Notes) -> None:
    for words in (("--summary", "x.md"), ()):
        done = kept.run("check", "--base", "nowhere", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "minutebook: there is no commit 'nowhere' in this repository\n"
    assert not (kept.top / "x.md").exists()


def test_a_base_that_a_shallow_clone_lacks_is_wrong_usage_and_says_what_to_set(kept: Notes) -> None:
    done = clone(kept, "--depth", "1").run("check", "--summary", "x.md", "--base", "HEAD~1")
    assert done.returncode == 2
    assert "`fetch-depth: 0`" in done.stderr


def test_a_repository_with_longer_object_names_serves(notes: Notes) -> None:
    notes.git("init", "--quiet", "--object-format=sha256", "../long")
    other = Notes(notes.top.parent / "long")
    other.write(f"{other.series}/series.yaml", "title: Team\n")
    for day in DAYS[:2]:
        other.meeting(day, Open=1)
        other.run("sync")
        other.commit()
    assert shown(summary(other)) == ["2020-10-12"]


def test_of_the_earlier_commit_no_minutes_are_read(kept: Notes) -> None:
    def read(entry: File) -> bytes:
        raise AssertionError(entry.path)

    repository = Checkout(kept.top)
    (now,) = notebooks(repository.working_tree())
    (before,) = notebooks(replace(repository.commit("HEAD~1"), contents=read))
    made = [
        GeneratedFile(now.minutes_path(day), kept.read(now.minutes_path(day)), path)
        for day, path in now.days.items()
    ]
    assert [file.path for file in changed_minutes(now, made, before)] == [kept.minutes(DAYS[3])]
    repository.close()


def test_the_summary_is_added_to_what_the_file_holds(kept: Notes) -> None:
    file = kept.top.parent / "summary.md"
    file.write_text("Before\n", encoding="utf-8")
    for _ in range(2):
        kept.run("check", "--summary", str(file))
    text = file.read_text(encoding="utf-8")
    assert text.startswith("Before\n\n## minutebook: ")
    assert text.count("\n\n## minutebook: ") == 2


def test_what_the_file_holds_takes_room(kept: Notes) -> None:
    file = kept.top.parent / "summary.md"
    file.write_text("x" * (LIMIT - 600) + "\n", encoding="utf-8")
    kept.run("check", "--summary", str(file))
    assert "left out here: 1 meeting." in file.read_text(encoding="utf-8")
    assert file.stat().st_size <= LIMIT


def test_a_summary_is_read_from_the_folder_of_the_call(kept: Notes) -> None:
    kept.run("-C", "meetings", "check", "--summary", "summary.md")
    assert (kept.top / "meetings" / "summary.md").exists()


@pytest.mark.parametrize("name", ["", "-"])
def test_a_summary_needs_a_file(kept: Notes, name: str) -> None:
    done = kept.run("check", "--summary", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("minutebook: --summary needs the name of a file")


@pytest.fixture
def step(kept: Notes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that GitHub names for a step's summary."""
    file = kept.top.parent / "step.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_github_gets_the_summary_without_being_asked(kept: Notes, step: Path) -> None:
    done = kept.run("check", "--format", "github")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert shown(step.read_text(encoding="utf-8")) == ["2020-10-26"]


@pytest.mark.parametrize(
    "words", [("check",), ("sync", "--format", "github"), ("check", "--format", "gitlab")]
)
def test_no_other_command_writes_there(kept: Notes, step: Path, words: tuple[str, ...]) -> None:
    kept.run(*words)
    assert not step.exists()


def test_a_file_that_is_named_goes_before_githubs(kept: Notes, step: Path) -> None:
    assert summary(kept, "--format", "github")
    assert not step.exists()


def test_the_log_says_that_the_summary_has_all(kept: Notes, step: Path) -> None:
    for number in range(11):
        kept.write(f"{kept.series}/2020-11-{number + 10}.yaml", "x: 1\n")
    assert "the summary of the job has them all\n" in kept.run("check", "--format", "github").stdout
    assert step.read_text(encoding="utf-8").count("| missing-key |") == 11


def broken(notes: Notes) -> None:
    notes.meeting(DAYS[3], Open=8)


@pytest.mark.parametrize(("change", "code"), [(lambda _notes: None, 0), (broken, 1)])
def test_a_file_that_nobody_asked_for_and_that_cant_be_written_changes_no_verdict(
    kept: Notes, monkeypatch: pytest.MonkeyPatch, change: Callable[[Notes], None], code: int
) -> None:
    change(kept)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(kept.top / "nowhere" / "x.md"))
    done = kept.run("check", "--format", "github")
    assert (done.returncode, done.stdout.count("::error ")) == (code, code)
    assert re.fullmatch(r"minutebook: \S+x\.md can't be written: No such file or directory\n", done.stderr)


@pytest.mark.parametrize(("change", "code"), [(lambda _notes: None, 2), (broken, 1)])
def test_a_file_that_was_asked_for_and_cant_be_written_is_an_error_beside_the_verdict(
    kept: Notes, change: Callable[[Notes], None], code: int
) -> None:
    change(kept)
    done = kept.run("check", "--summary", "nowhere/x.md")
    assert (done.returncode, done.stdout.count("minutes-stale")) == (code, code % 2)
    assert done.stderr.endswith("x.md can't be written: No such file or directory\n")


def test_the_fix_has_the_promises_that_were_lost_on_the_way(kept: Notes) -> None:
    kept.meeting("2020-10-26", Open=3, extra="    actions: [{Mat: ask}]\n")
    kept.run("sync")
    kept.commit()
    kept.meeting("2020-11-02", Open=4)
    kept.commit("In a web editor")
    text = summary(kept, code=1)
    fix = text.partition("### What `minutebook sync` would write")[2].partition("\n### ")[0]
    assert "<summary>meetings/team/2020-11-02.yaml</summary>" in fix
    assert re.search(r"\+ +task: ask\n", fix)
    assert "+-   AI (Mat): ask (2nd meeting)\n" in fix
    assert "> -   AI (Mat): ask (2nd meeting)\n" in text
    assert kept.git("status", "--porcelain").stdout == ""
