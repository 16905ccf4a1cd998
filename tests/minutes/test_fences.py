"""Which lines of a Markdown text stand in a code block."""

import pytest

from minutebook.minutes.fences import fenced, prose_lines


@pytest.mark.parametrize(
    ("lines", "inside"),
    [
        (["text", "```", "code", "```", "text"], [1, 2, 3]),
        (["```python", "code", "````", "text"], [0, 1, 2]),  # a longer fence closes it, too
        (["~~~~", "~~~", "~~~~"], [0, 1, 2]),
        (["```", "``` python", "```"], [0, 1, 2]),
        (["-   ```", "    code", "    ```", "-   two"], [0, 1, 2]),
        (["1.  ~~~"], [0]),
        (["``` a ` b", "text"], []),
    ],
)
def test_a_code_block_goes_from_its_fence_to_the_next_as_long(lines: list[str], inside: list[int]) -> None:
    assert [number for number, (_line, fence) in enumerate(fenced(lines)) if fence] == inside


@pytest.mark.parametrize(
    ("lines", "prose"),
    [
        (["a <!-- b --> c", "d"], ["a  c", "d"]),
        (["-   a <!--", "    b", "    --> c"], ["-   a ", "", " c"]),
        (["<!-- a", "b"], ["<!-- a", "b"]),
        (["type `<!--` to hide", "a --> b"], ["type `<!--` to hide", "a --> b"]),
    ],
)
def test_a_comment_is_no_prose(lines: list[str], prose: list[str]) -> None:
    assert list(prose_lines("\n".join(lines))) == list(enumerate(prose))


def test_a_code_block_begins_no_comment() -> None:
    text = "```\n<!-- a\n```\nb --> c"
    assert list(prose_lines(text)) == [(3, "b --> c")]
