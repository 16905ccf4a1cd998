"""The entries of a tree, as git itself lists them."""

import pytest
from support.notes import Notes

from minutebook.repository.commits import Commits


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_a_folder_of_a_commit_has_the_files_of_the_commit_in_it(form: str, notes: Notes) -> None:
    notes.git("init", "--quiet", f"--object-format={form}", "../other")
    other = Notes(notes.top.parent / "other")
    other.write("meetings/team/2020/2020-10-19.yaml", "date: 2020-10-19\n")
    other.write("meetings/team/series.yaml", "title: Team\n")
    other.write("meetings/README.md", "Notes\n")
    other.commit()
    commits = Commits(other.top)
    try:
        oid = commits.resolve("HEAD")
        whole, folder = commits.snapshot_of(oid), commits.folder_at(oid, "meetings/team")
        assert folder.files == {path: file for path, file in whole.files.items() if "team" in path}
        assert folder.read("meetings/team/series.yaml") == b"title: Team\n"
        assert commits.folder_at(oid, "elsewhere").files == {}
    finally:
        commits.close()
