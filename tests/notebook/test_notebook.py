"""A series reads its meetings when they are asked for, and can forget them again."""

from collections import Counter
from datetime import date
from pathlib import PurePosixPath

from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.repository.snapshot import Entry, Snapshot

WHERE = PurePosixPath("meetings/team")
DAYS = [date(2020, 10, day) for day in (5, 12, 19)]
TABLE = "sections:\n  - title: Tickets\n    table: {id: tickets, columns: [Open], rows: {New: [3]}}\n"


class Files:
    """A series whose files count how often they are read."""

    def __init__(self, *texts: str) -> None:
        self.read: Counter[str] = Counter()
        days = dict(zip(DAYS, texts, strict=False))
        self.texts = {
            f"{WHERE}/series.yaml": "title: Team\n",
            **{f"{WHERE}/{day}.yaml": f"date: {day}\n{text}" for day, text in days.items()},
        }
        entries = {path: Entry(path, "100644") for path in self.texts}
        (self.notebook,) = notebooks(Snapshot("drawn", entries, self._read, lambda _: ""))

    def _read(self, entry: Entry) -> bytes:
        self.read[PurePosixPath(entry.path).stem] += 1
        return self.texts[entry.path].encode()


def ask(notebook: Notebook, most: int | None = None) -> None:
    """Ask for each meeting, in the order of the days, with so many held at once."""
    notebook.most = most
    for day in notebook.days:
        notebook.meeting(day)


def test_a_meeting_is_read_once() -> None:
    files = Files("", "", "")
    for _ in range(2):
        ask(files.notebook)
    assert set(files.read.values()) == {1}


def test_a_meeting_that_was_forgotten_is_read_again() -> None:
    files = Files("", "", "")
    ask(files.notebook, most=2)
    assert files.notebook.meeting(DAYS[0]).date == DAYS[0]
    assert files.read["2020-10-05"] == 2


def test_the_meeting_that_was_asked_for_last_is_kept() -> None:
    files = Files("", "", "")
    files.notebook.most = 2
    for at in (0, 1, 0, 2, 0):
        files.notebook.meeting(DAYS[at])
    assert files.read["2020-10-05"] == 1


def test_what_a_brief_tells_needs_no_second_reading() -> None:
    files = Files("status: skipped\nreason: Holiday\n", "", "")
    ask(files.notebook, most=1)
    assert files.notebook.history.ordinal(DAYS[0], DAYS[2]) == 2
    assert files.read["2020-10-05"] == files.read["2020-10-12"] == 1


def test_the_baseline_of_a_table_is_the_one_meeting_that_is_read_again() -> None:
    files = Files(TABLE, "", TABLE)
    ask(files.notebook, most=1)
    now = files.notebook.meeting(DAYS[2])
    found = files.notebook.history.table_baseline(now, now.tables[0])
    assert found is not None
    assert found.meeting.date == DAYS[0]
    assert [name for name, times in files.read.items() if times > 1] == ["2020-10-05"]


def test_a_new_text_has_a_brief_of_its_own() -> None:
    files = Files("", "", "")
    ask(files.notebook, most=1)
    path = files.notebook.days[DAYS[0]]
    assert files.notebook.brief(DAYS[0]).held
    files.notebook.replace(path, f"date: {DAYS[0]}\nstatus: skipped\nreason: Holiday\n")
    assert not files.notebook.brief(DAYS[0]).held
