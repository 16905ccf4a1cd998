"""Of many files another process reads a part, and the same comes of it; no file is parsed twice."""

from collections.abc import Iterator
from datetime import timedelta
from unittest.mock import Mock, patch

import pytest
from support.oldminutes.sheets import DAY

from minutebook.notebook import second_process
from minutebook.oldminutes import old_files
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.head import CannotRead
from minutebook.oldminutes.old_files import OldFile, OldFiles
from minutebook.oldminutes.sheet import Sheet

TEXTS = {f"{number}.md": f"# Club\n\n- AI (Ada): oil door {number}\n" for number in range(7)}
TEXTS["5.md"] = "---\ntitle: Club\nno key\n---\n# Club\n"
FILES = [OldFile(path, DAY + timedelta(weeks=week)) for week, path in enumerate(TEXTS)]


@pytest.fixture(autouse=True)
def _in_two() -> Iterator[None]:
    """Read in two processes few files, too, on any machine."""
    with patch.object(old_files, "FEWEST", 2), patch.object(second_process, "cores", return_value=2):
        yield


def told(sheet: Sheet | CannotRead) -> object:
    """Return a sheet, or why there is none, to compare."""
    return (sheet.line, sheet.message, sheet.hint) if isinstance(sheet, CannotRead) else sheet


def test_what_another_process_reads_is_what_is_read_here() -> None:
    alone = [OldFiles(TEXTS.__getitem__).sheet(file, Facts()) for file in FILES]
    sheets = [*OldFiles(TEXTS.__getitem__).sheets(FILES, Facts(), 0.6)]
    assert [*map(told, sheets)] == [*map(told, alone)]
    assert isinstance(sheets[5], CannotRead)


def test_a_file_that_was_read_in_either_process_is_not_parsed_again() -> None:
    read_text = Mock(side_effect=TEXTS.__getitem__)
    reader = OldFiles(read_text)
    assert [*reader.sheets(FILES, Facts())]
    read_text.reset_mock()
    assert all(reader.document(path) for path in TEXTS)
    read_text.assert_called_once_with("5.md")
