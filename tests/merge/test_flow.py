"""What stands between brackets is merged element by element."""

import pytest

from minutebook.merge.flow import keys_of_names, merge_texts, split, three_way


def refuse(ours: str | None, theirs: str | None) -> str | None:
    """Answer no question."""
    raise AssertionError((ours, theirs))


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("[a, b]", ["a", "b"]),
        ("[\"a, b\", 'c]', d?]", ['"a, b"', "'c]'", "d?"]),
        ("{counts: [1, 2], continues: x}", ["counts: [1, 2]", "continues: x"]),
        ("[]", []),
        ("[a,]", ["a"]),
        ("[a] b", None),
        ("[a][b]", None),
        ("text", None),
        ("", None),
    ],
)
def test_elements_are_told_apart(text: str, elements: list[str] | None) -> None:
    assert split(text) == elements


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("[Mat, Ann]", "[Mat, Ann, Bo]", "[Ann]", "[Ann, Bo]"),
        ("[Mat, Ann]", "[Mat, Ann]", '["Mat?", Ann]', '["Mat?", Ann]'),
        ("{a: 1, b: 2}", "{a: 3, b: 2}", "{a: 1, b: 4, c: 5}", "{a: 3, b: 4, c: 5}"),
        ("{owner: [Mat]}", "{owner: [Mat, Ann]}", "{owner: [Mat, Bo]}", "{owner: [Mat, Ann, Bo]}"),
        (None, "[Mat]", "[Ann]", "[Mat, Ann]"),
    ],
)
def test_what_both_changed_is_there(base: str | None, ours: str, theirs: str, merged: str) -> None:
    assert merge_texts((base, ours, theirs), refuse, keys_of_names) == merged


def test_where_two_differ_one_is_chosen() -> None:
    versions = ("{a: 1}", "{a: 2}", "{a: 3}")
    assert merge_texts(versions, lambda ours, theirs: f"{ours}|{theirs}", keys_of_names) == "{a: 2|a: 3}"


@pytest.mark.parametrize("versions", [("[a]", "[a]", "{a: 1}"), ("a", "b", "c"), ("[a]", "[b, b]", "[c]")])
def test_other_values_are_left_to_the_caller(versions: tuple[str, str, str]) -> None:
    assert merge_texts(versions, refuse, keys_of_names) is None


def test_what_one_changed_counts() -> None:
    assert three_way("a", "a", "b", refuse) == "b"
    assert three_way("a", None, "a", refuse) is None
    assert three_way("a", "b", "b", refuse) == "b"
