"""What git prints, as text."""

import pytest

from minutebook.repository.output import entries_of_each, list_files, split, text
from minutebook.repository.snapshot import File

OID = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_fields_end_with_nul_and_may_be_of_any_bytes() -> None:
    assert split(b"a b\0\xff\0\0") == ["a b", text(b"\xff")]
    assert text(b"\xff").encode("utf-8", "surrogateescape") == b"\xff"


def test_each_commit_has_the_entries_that_differ_or_none() -> None:
    raw = b"c1\0:100755 100644 b a M\0x.yaml\0:000000 100644 00 b A\0y.md\0c2\0"
    assert list(entries_of_each(raw)) == [("c1", {"x.yaml": ("100755", "b"), "y.md": ("", "")}), ("c2", {})]


@pytest.mark.parametrize(
    "special",
    [
        File("ours.md", "100644", OID, conflict=True),
        File("link.md", "120000", OID),
        File("run.md", "100755", OID),
    ],
)
def test_what_is_no_plain_file_is_listed_as_git_has_it(special: File) -> None:
    def parse(line: str) -> File:
        head, _tab, path = line.partition("\t")
        mode, oid, stage = head.split(" ")
        return File(path, mode, oid, stage != "0")

    listed = [File("a b.md", "100644", OID), special]
    lines = [f"{file.mode} {file.oid} {int(file.conflict)}\t{file.path}" for file in listed]
    files = list_files(lines, ("100644 ", " 0\t"), parse)
    assert [*files.values()] == listed
    assert files.blobs == {file.path: OID if file.is_plain else None for file in listed}
