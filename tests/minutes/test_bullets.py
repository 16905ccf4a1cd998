"""Which lists Markdown begins and ends with."""

import pytest

from minutebook.minutes.bullets import first_sign, last_sign, with_sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("* a", "*"),
        ("  + a", "+"),
        ("-   a\ntext", "-"),
        ("a\n* b", ""),
        ("* * *", ""),
        ("1. a", ""),
        ("    - a", ""),
    ],
)
def test_the_list_at_the_beginning(text: str, sign: str) -> None:
    assert first_sign(text) == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("* a", "*"),
        ("+ a\n  goes on\n\n  in a paragraph", "+"),
        ("- a\ngoes on", "-"),
        ("- a\n    * deeper", "-"),
        ("  * a\n    - deeper\n  * b", "*"),
        ("text\n\n* a\n+ b", "+"),
        ("- a\n\ntext", ""),
        ("- a\n# title", ""),
        ("- a\n> quoted", ""),
        ("- a\n\n---", ""),
        ("- a\n1. b", ""),
        ("1. a\n   - deeper", ""),
        ("- a\n```\n- b\n```", ""),
        ("- a\n  ```\n  code\n  ```", "-"),
        ("- a\n  ```\n  code", ""),
        ("| a |", ""),
        ("", ""),
    ],
)
def test_the_list_at_the_end(text: str, sign: str) -> None:
    assert last_sign(text) == sign


def test_items_get_another_sign_and_what_stands_below_them_does_not() -> None:
    assert with_sign("-   a\n    -   b\n-   c", "*") == "*   a\n    -   b\n*   c"
    assert with_sign("-   a", "") == "-   a"
