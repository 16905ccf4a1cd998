"""How messages quote and count what they are about."""

import os
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.records.phrases import aligned, contrast, counted, excerpt, shell_line, shortened


def test_a_message_quotes_the_beginning_of_a_long_text() -> None:
    assert [excerpt("x" * 99), excerpt("order parts", 5)] == [f"'{'x' * 59}\u2026'", "'orde\u2026'"]


LINK = "[the ticket](https://example.org/SOFTWARE-4291)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"order new disks for the test cluster, see {LINK}", "order new disks for the test cluster, see…"),
        (f"see {LINK} for the disks of all clusters", "see the ticket for the disks of all clusters"),
        ("order the disks that are listed by `df --all` and sort", "order the disks that are listed by…"),
        (
            "look at <https://example.org/SOFTWARE-4291> before noon",
            "look at <https://example.org/SOFTWARE-4291>…",
        ),
        (f"see https://example.org/{'x' * 40}", f"see https://example.org/{'x' * 20}…"),
    ],
)
def test_no_link_and_no_code_is_cut_in_its_middle(text: str, shown: str) -> None:
    assert excerpt(text, 45) == f"'{shown}'"


@given(st.text("ab `[](/)", max_size=60), st.integers(2, 60))
def test_a_long_text_is_never_longer_than_there_is_room_for(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_of_two_long_texts_the_words_around_the_first_difference_are_shown() -> None:
    same = "many words that are the same "
    assert contrast(f"{same}here", f"{same}there", 30) == (
        "\u2026words that are the same here",
        "\u2026words that are the same there",
    )
    assert contrast("here", "there", 30) == ("here", "there")


def test_lines_behind_a_lead_stand_below_each_other() -> None:
    assert aligned("Write one of:", ["a", "b"]) == "Write one of: a\n              b"


def test_one_is_no_plural() -> None:
    assert [counted(number, "error") for number in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]


@pytest.mark.parametrize("name", ["a b", "it's", "tab\there", "it's\nhere", "\udcff.yaml", "é\x07"])
def test_a_shell_reads_any_name_as_it_was(name: str) -> None:
    line = shell_line(["printf", "%s", name])
    assert line.isprintable()
    if bash := shutil.which("bash"):
        read = subprocess.run([bash, "-c", line], capture_output=True, check=True).stdout
        assert read == os.fsencode(name)
