"""What git prints, as text."""

from minutebook.repository.output import entries_of_each, split, text


def test_fields_end_with_nul_and_may_be_of_any_bytes() -> None:
    assert split(b"a b\0\xff\0\0") == ["a b", text(b"\xff")]
    assert text(b"\xff").encode("utf-8", "surrogateescape") == b"\xff"


def test_each_commit_has_the_entries_that_differ_or_none() -> None:
    raw = b"c1\0:100755 100644 b a M\0x.yaml\0:000000 100644 00 b A\0y.md\0c2\0"
    assert list(entries_of_each(raw)) == [("c1", {"x.yaml": ("100755", "b"), "y.md": ("", "")}), ("c2", {})]
