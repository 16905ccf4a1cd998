"""The words of a task by which it is known again."""

from minutebook.actions.task_words import task_words


def test_case_and_small_words_say_nothing() -> None:
    assert task_words("Write the Plan for #12") == {"write", "plan", "12"}


def test_where_no_spaces_part_words_two_signs_do() -> None:
    assert {"\u6574\u7406", "\u7406\u6587"} <= task_words("\u6574\u7406\u6587")
