"""What git tells a server of a push, and what each branch is compared with."""

import pytest

from minutebook.repository.pushes import RefUpdate, Tip, read, tips

NONE, OLD, NEW, MORE = ("0" * 40, "a" * 40, "b" * 40, "c" * 40)


def update(old: str, new: str, ref: str = "refs/heads/main") -> RefUpdate:
    """Return what one line says."""
    (found,) = read(f"{old} {new} {ref}\n")
    return found


@pytest.mark.parametrize(
    "ref", ["refs/heads/main", "refs/heads/a/b", "refs/heads/Überblick", "refs/heads/\udcff"]
)
def test_a_line_is_a_branch_that_changes(ref: str) -> None:
    found = update(OLD, NEW, ref)
    assert (found.old_oid, found.new_oid, found.branch, found.is_new) == (
        OLD,
        NEW,
        ref[len("refs/heads/") :],
        False,
    )


@pytest.mark.parametrize("length", [40, 64])
def test_zeros_are_a_ref_that_is_not_there(length: int) -> None:
    assert update("0" * length, "a" * length).is_new
    assert update("a" * length, "0" * length).branch == ""


@pytest.mark.parametrize(
    "ref", ["refs/tags/main", "refs/notes/heads", "refs/heads2/x", "refs/x/refs/heads/y"]
)
def test_other_refs_are_no_branches(ref: str) -> None:
    assert update(OLD, NEW, ref).branch == ""


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "\n",
        f"{OLD} {NEW}",
        f"{OLD[1:]} {NEW} refs/heads/x",
        f"{OLD} {NEW} x",
        f"{OLD}  {NEW} refs/heads/x",
        f"{OLD} -x refs/heads/x",
        f"{OLD} {NEW} refs/heads/x\n\n",
        "x",
        f"{OLD} {NEW} refs/heads/x\nnonsense\n",
    ],
)
def test_other_text_is_refused(lines: str) -> None:
    with pytest.raises(ValueError, match="OLD NEW REF"):
        read(lines)


def test_a_branch_that_was_there_is_compared_with_what_it_was() -> None:
    assert tips([update(OLD, NEW)], {}) == (Tip(NEW, (OLD,), ("main",)),)


def test_a_new_branch_is_compared_with_the_nearest_commits_that_are_known() -> None:
    beyond = {NEW: (MORE, "d"), MORE: (OLD,), "d": (OLD, "e")}
    (found,) = tips([update(NONE, NEW)], beyond)
    assert sorted(found.bases) == [OLD, "e"]


def test_a_new_branch_at_a_known_commit_is_compared_with_itself() -> None:
    assert tips([update(NONE, OLD)], {}) == (Tip(OLD, (OLD,), ("main",)),)


def test_a_new_branch_without_a_past_is_compared_with_nothing() -> None:
    assert tips([update(NONE, NEW)], {NEW: (MORE,), MORE: ()}) == (Tip(NEW, (), ("main",)),)


def test_branches_that_change_alike_are_one() -> None:
    updates = [update(OLD, NEW, f"refs/heads/{name}") for name in ("a", "b")]
    assert tips([*updates, update(MORE, NEW)], {}) == (
        Tip(NEW, (OLD,), ("a", "b")),
        Tip(NEW, (MORE,), ("main",)),
    )
