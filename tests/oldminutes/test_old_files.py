"""Of many files another process reads a part, and the same comes of it; no file is parsed twice."""

from collections.abc import Iterator
from datetime import timedelta
from unittest.mock import Mock, patch

import pytest
from support.oldminutes.sheets import DAY

from minutebook.notebook import second_process
from minutebook.oldminutes import old_files
from minutebook.oldminutes.facts import Facts
from minutebook.oldminutes.old_files import OldFile, OldFiles

TEXTS = {f"{number}.md": f"# Club\n\n- AI (Ada): oil door {number}\n" for number in range(7)}
FILES = [OldFile(path, DAY + timedelta(weeks=week)) for week, path in enumerate(TEXTS)]


@pytest.fixture(autouse=True)
def _in_two() -> Iterator[None]:
    """Read in two processes few files, too, on any machine."""
    with patch.object(old_files, "FEWEST", 2), patch.object(second_process, "cores", return_value=2):
        yield


def test_what_another_process_reads_is_what_is_read_here() -> None:
    alone = [OldFiles(TEXTS.__getitem__).sheet(file, Facts()) for file in FILES]
    sheets = [*OldFiles(TEXTS.__getitem__).sheets(FILES, Facts(), 0.6)]
    assert sheets == alone


def test_a_file_that_was_parsed_in_either_process_is_not_parsed_again() -> None:
    read_text = Mock(side_effect=TEXTS.__getitem__)
    reader = OldFiles(read_text)
    reader.parse([*TEXTS])
    read_text.reset_mock()
    assert all(reader.document(path) for path in TEXTS)
    assert [*reader.sheets(FILES, Facts())]
    read_text.assert_not_called()
