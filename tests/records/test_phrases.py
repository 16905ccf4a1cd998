"""How messages quote and count what they are about."""

from minutebook.records.phrases import counted, excerpt


def test_a_message_quotes_the_beginning_of_a_long_text() -> None:
    assert [excerpt("x" * 99), excerpt("order parts", 5)] == [f"'{'x' * 59}\u2026'", "'orde\u2026'"]


def test_one_is_no_plural() -> None:
    assert [counted(number, "error") for number in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
