"""What stands twice where it must stand once."""

from minutebook.rules.repeats import repeated


def test_every_record_after_the_first_of_its_name_is_repeated() -> None:
    words = ["a1", "b1", "a2", "c1", "a3", "b2"]
    assert list(repeated(words, lambda word: word[0])) == ["a2", "a3", "b2"]


def test_what_has_no_name_is_never_repeated() -> None:
    assert list(repeated([1, 2, 3], lambda _number: None)) == []
