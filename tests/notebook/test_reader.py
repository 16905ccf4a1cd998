"""A content is read once, and can be forgotten and read again."""

from collections import Counter
from datetime import date
from pathlib import PurePosixPath

from minutebook.counts.baseline import find_table_baseline
from minutebook.notebook.notebook import Notebook, notebooks
from minutebook.notebook.reader import Reader
from minutebook.repository.snapshot import NO_FILES, File, Snapshot

WHERE = PurePosixPath("meetings/team")
DAYS = [date(2020, 10, day) for day in (5, 12, 19)]
TABLE = "sections:\n  - title: Tickets\n    table: {id: tickets, columns: [Open], rows: {New: [3]}}\n"


class Files:
    """A series whose files count how often they are read; `most` of its meetings are held in memory."""

    def __init__(self, *texts: str, most: int | None = None) -> None:
        self.read: Counter[str] = Counter()
        days = dict(zip(DAYS, texts, strict=False))
        self.texts = {
            f"{WHERE}/series.yaml": "title: Team\n",
            **{f"{WHERE}/{day}.yaml": f"date: {day}\n{text}" for day, text in days.items()},
        }
        listed = {path: File(path, "100644") for path in self.texts}
        (self.notebook,) = notebooks(Snapshot("drawn", listed, self._read, lambda _: ""), most)

    def _read(self, file: File) -> bytes:
        self.read[PurePosixPath(file.path).stem] += 1
        return self.texts[file.path].encode()


def ask(notebook: Notebook) -> None:
    """Ask for each meeting, in the order of the days."""
    for day in notebook.days:
        notebook.meeting(day)


def test_a_meeting_is_read_once() -> None:
    files = Files("", "", "")
    for _ in range(2):
        ask(files.notebook)
    assert set(files.read.values()) == {1}


def test_a_series_with_another_text_reads_nothing_else_again() -> None:
    files = Files("", "", "")
    ask(files.notebook)
    ask(files.notebook.with_text(f"{WHERE}/{DAYS[0]}.yaml", f"date: {DAYS[0]}\ntitle: Other\n"))
    assert set(files.read.values()) == {1}


def test_a_meeting_that_was_forgotten_is_read_again() -> None:
    files = Files("", "", "", most=2)
    ask(files.notebook)
    assert files.notebook.meeting(DAYS[0]).date == DAYS[0]
    assert files.read["2020-10-05"] == 2


def test_the_meeting_that_was_asked_for_last_is_kept() -> None:
    files = Files("", "", "", most=2)
    for number in (0, 1, 0, 2, 0):
        files.notebook.meeting(DAYS[number])
    assert files.read["2020-10-05"] == 1


def test_what_a_brief_tells_needs_no_second_reading() -> None:
    files = Files("status: skipped\nreason: Holiday\n", "", "", most=1)
    ask(files.notebook)
    assert files.notebook.history.ordinal(DAYS[0], DAYS[2]) == 2
    assert files.read["2020-10-05"] == files.read["2020-10-12"] == 1


def test_the_baseline_of_a_table_is_the_one_meeting_that_is_read_again() -> None:
    files = Files(TABLE, "", TABLE, most=1)
    ask(files.notebook)
    now = files.notebook.meeting(DAYS[2])
    found = find_table_baseline(files.notebook.history, now, now.tables[0])
    assert found is not None
    assert found.meeting.date == DAYS[0]
    assert [name for name, times in files.read.items() if times > 1] == ["2020-10-05"]


def test_a_new_text_has_a_brief_of_its_own() -> None:
    notebook = Files("", "", "", most=1).notebook
    path = notebook.days[DAYS[0]]
    skipped = notebook.with_text(path, f"date: {DAYS[0]}\nstatus: skipped\nreason: Holiday\n")
    assert [value.brief(DAYS[0]).held for value in (notebook, skipped, notebook)] == [True, False, True]


def test_drafts_are_held_where_they_are_put() -> None:
    drafts: dict[str, bytes] = {}
    reader = Reader(NO_FILES, drafts=drafts)
    notebook = Notebook(WHERE, reader).with_meeting(DAYS[0], "a.yaml", f"date: {DAYS[0]}\n")
    assert [*drafts.values()] == [notebook.data("a.yaml")]
