"""Which of the files that are named an import takes, each for its day."""

from datetime import date
from pathlib import Path

import pytest

from minutebook.commands._import_files import SortedFiles, sort_files
from minutebook.commands._old_minutes import read_text
from minutebook.oldminutes.old_files import OldFile, OldFiles

DAY = date(2020, 10, 19)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str = "# Team\n\nnews\n") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def sorted_files(*paths: str) -> SortedFiles:
    return sort_files(paths, OldFiles(read_text), None)


def test_files_are_taken_in_the_order_of_their_days() -> None:
    later, earlier = write("2020-10-26.md"), write("2020-10-19.md")
    files = sorted_files(later, earlier)
    assert files.old_files == (OldFile(earlier, DAY), OldFile(later, date(2020, 10, 26)))
    assert (files.stopped, files.copies, files.existing) == ((), (), ())


def test_a_copy_is_told_with_the_file_that_it_is_one_of() -> None:
    copy, original = write("2020-10-19 (copy).md"), write("2020-10-19.md")
    files = sorted_files(copy, original)
    assert [file.path for file in files.old_files] == [original]
    assert files.copies == ((copy, original),)


def test_of_two_files_of_one_day_the_one_with_the_longer_name_is_stopped() -> None:
    longer, shorter = write("2020-10-19-team.md", "# Team\n\nother\n"), write("2020-10-19.md")
    files = sorted_files(longer, shorter)
    (stopped,) = files.stopped
    assert (stopped.path, stopped.message) == (
        longer,
        f"{shorter} is also of 2020-10-19, and a series has only one meeting a day",
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("minutes.md", "# Team\n\nnews\n", "there is no date in its name or title"),
        ("2020-10-19.md", " \n", "there is nothing in it"),
        ("2020-10-19.md", "a\0b\n", "this is not text: it has a NUL character"),
    ],
)
def test_a_file_without_a_day_or_a_text_is_stopped_with_a_remedy(name: str, text: str, message: str) -> None:
    (stopped,) = sorted_files(write(name, text)).stopped
    assert stopped.message == message
    assert stopped.hint


def test_a_day_may_stand_in_the_title() -> None:
    name = write("minutes.md", "# Team, 19 October 2020\n\nnews\n")
    assert sorted_files(name).old_files == (OldFile(name, DAY),)
