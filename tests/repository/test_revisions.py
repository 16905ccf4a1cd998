"""What git says of the commits that changed a file."""

from datetime import date

import pytest
from support.notes import Notes

from minutebook.repository.commits import Commits
from minutebook.repository.revisions import FileChange, Revision, follow

FILE = "meetings/team/2020-10-19.yaml"
DAY = date(2020, 10, 19)


def revisions(notes: Notes, *paths: str) -> list[Revision]:
    """Return the commits that changed some paths."""
    commits = Commits(notes.top)
    try:
        return list(commits.revisions(paths or (FILE,), "HEAD"))
    finally:
        commits.close()


def counted(notes: Notes, *counts: int) -> Notes:
    """Commit a meeting with one count after the other."""
    for number in counts:
        notes.meeting("2020-10-19", Open=number)
        notes.commit(f"Count {number}")
    return notes


def blob(notes: Notes, name: str) -> str:
    """Return the id of a content."""
    return notes.git("rev-parse", name).stdout.strip()


def test_each_commit_has_its_author_and_what_it_changed(notes: Notes) -> None:
    newest, oldest = revisions(counted(notes, 3, 5))
    assert (newest.author, newest.time, newest.subject) == ("Tester", "2020-11-02T10:00:00+00:00", "Count 5")
    former = blob(notes, f"HEAD~1:{FILE}")
    assert newest.files == (FileChange(FILE, (former,), blob(notes, f"HEAD:{FILE}")),)
    assert oldest.files == (FileChange(FILE, (), former),)


def test_a_file_is_followed_to_where_it_lay(notes: Notes) -> None:
    counted(notes, 3).git("mv", FILE, "meetings/2020-10-19.yaml")
    notes.commit("Move")
    commits = Commits(notes.top)
    newest, oldest = follow(commits, "meetings/2020-10-19.yaml", "HEAD", DAY)
    commits.close()
    assert (newest.files[0].former_path, newest.files[0].path) == (FILE, "meetings/2020-10-19.yaml")
    assert oldest.files[0].path == FILE


def test_a_file_that_begins_as_a_copy_is_followed_no_further(notes: Notes) -> None:
    counted(notes, 3).write("meetings/team/2020-10-26.yaml", notes.read(FILE))
    notes.commit("Copy")
    commits = Commits(notes.top)
    assert [commit.subject for commit in follow(commits, "meetings/team/2020-10-26.yaml", "HEAD", DAY)] == [
        "Copy"
    ]
    commits.close()


@pytest.mark.parametrize(
    ("day", "subjects"), [(DAY, ["Count 5"]), (date(2030, 1, 1), ["Count 5", "Remove", "Count 3"])]
)
def test_commits_that_are_much_older_than_a_meeting_are_looked_at_only_if_it_began_then(
    notes: Notes, monkeypatch: pytest.MonkeyPatch, day: date, subjects: list[str]
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2020-05-01T10:00:00+00:00")
    counted(notes, 3).git("rm", "--quiet", FILE)
    notes.commit("Remove")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2020-10-19T10:00:00+00:00")
    commits = Commits(counted(notes, 5).top)
    assert [commit.subject for commit in follow(commits, FILE, "HEAD", day)] == subjects
    commits.close()


def test_a_merge_has_both_versions_that_it_joined(notes: Notes) -> None:
    counted(notes, 3).git("branch", "side")
    counted(notes, 5).git("switch", "--quiet", "side")
    counted(notes, 7).git("merge", "--quiet", "main", code=1)
    notes.meeting("2020-10-19", Open=9)
    notes.commit("Merge")
    sides = (blob(notes, f"HEAD^1:{FILE}"), blob(notes, f"HEAD^2:{FILE}"))
    assert revisions(notes)[0].files == (FileChange(FILE, sides, blob(notes, f"HEAD:{FILE}")),)


def test_a_clean_merge_changes_nothing(notes: Notes) -> None:
    counted(notes, 3).git("branch", "side")
    counted(notes, 5).git("switch", "--quiet", "side")
    notes.write("README", "Notes\n")
    notes.commit("Text")
    notes.git("merge", "--quiet", "--no-edit", "main")
    assert [revision.subject for revision in revisions(notes)] == ["Count 5", "Count 3"]


def test_no_setting_of_the_user_hides_a_commit(notes: Notes) -> None:
    notes.git("config", "log.showRoot", "false")
    notes.git("config", "i18n.logOutputEncoding", "latin1")
    notes.git("config", "user.name", "ignored")
    counted(notes, 3)
    notes.git("commit", "--quiet", "--amend", "--message", "Z\u00e4hlen \x01")
    (revision,) = revisions(notes)
    assert (revision.subject.rstrip(), len(revision.files)) == ("Z\u00e4hlen \x01", 1)


def test_of_a_folder_all_files_are_told(notes: Notes) -> None:
    notes.meeting("2020-10-26", Open=1)
    assert len(revisions(counted(notes, 3), "meetings/team")[0].files) == 3
