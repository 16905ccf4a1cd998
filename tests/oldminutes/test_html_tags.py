"""Tags of HTML within Markdown."""

import pytest

from minutebook.oldminutes.html_tags import TAG, without_tags


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("<b>Action:</b> Ada", "**Action:** Ada"),
        ("<li><em>Ada</em></li>", " *Ada* "),
        ("Ada<br>", "Ada "),
        ("a < b > c", "a < b > c"),
    ],
)
def test_tags_stand_for_signs_of_markdown(line: str, plain: str) -> None:
    assert without_tags(line) == plain


@pytest.mark.parametrize("tag", ['<img src="x.png">', "<iframe>", "<!-- no -->", "<ada@example.org>"])
def test_what_shows_or_says_something_is_no_mere_tag(tag: str) -> None:
    assert not TAG.fullmatch(tag)
