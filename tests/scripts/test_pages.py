"""The notation of pages: fences with what is above them, edits, and what may differ."""

import pytest
from checkout.pages import Fence, edit, fences, matches

PAGE = """\
# Title

Set up:

```console
$ a
one
$ b
```

Then

`x/y.yaml`:

```yaml
a: 1
```
"""


def test_a_fence_has_the_prose_above_it_and_the_path_of_its_file() -> None:
    assert fences(PAGE) == [
        Fence("# Title\n\nSet up:", "", "console", "$ a\none\n$ b\n"),
        Fence("Then", "x/y.yaml", "yaml", "a: 1\n"),
    ]


def test_a_console_has_commands_with_what_is_shown_below_them() -> None:
    assert [fence.commands() for fence in fences(PAGE)] == [[("a", "one\n"), ("b", "")], []]


def test_a_fence_that_is_left_open_is_refused() -> None:
    with pytest.raises(ValueError, match="left open"):
        fences("\n```console\n$ a\n")


@pytest.mark.parametrize(
    ("changes", "edited"), [(" a\n-b\n+B\n…\n-d\n", "a\nB\nc\n"), ("+0\n a\n", "0\na\nb\nc\nd\n")]
)
def test_an_edit_is_made_as_it_is_shown(changes: str, edited: str) -> None:
    assert edit("a\nb\nc\nd\n", changes) == edited


@pytest.mark.parametrize("changes", ["-x\n", "-a\n", "-b\n…\n-b\n", "b\n"])
def test_an_edit_whose_place_is_not_there_once_is_refused(changes: str) -> None:
    with pytest.raises(ValueError, match=r"times|neither"):
        edit("a\nb\na\n", changes)


@pytest.mark.parametrize(
    ("shown", "output", "match"),
    [
        ("a\nb\n", "a  \nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("[main …] x\n", "[main 1a2b] x\n", True),
        ("[main …] x\n", "[main ] y\n", False),
        ("a\n", "a\nb\n", False),
        ("", "a\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_a_page_shows_what_comes_back(shown: str, output: str, match: bool) -> None:
    assert matches(shown, output) == match
