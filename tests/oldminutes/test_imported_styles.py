"""Minutes of eight small teams, each in a style of its own: all of them come in whole, and stay as they are."""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from support.notes import Notes
from support.oldminutes.loss import lost, prose_lines_lost

STYLES = Path(__file__).parent / "styles"
UNTOUCHED = {"fence", "code_block", "blockquote_open", "html_block"}
"""Blocks of Markdown in which nothing is ever read as a count, a name or a promise."""


@dataclass(frozen=True)
class Style:
    """What a team's minutes don't say in the usual place: their days, and who goes by which name."""

    days: dict[str, str] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)


TOLD = {
    "bakery": Style(),
    "choir": Style(
        spellings={"Ana Sousa": "Ana", "ana": "Ana", "ben": "Ben", "kirsten": "Kirsten", "jorge": "Jorge"}
    ),
    "harbour": Style(),
    "kiosk": Style(),
    "orchard": Style(),
    "reading": Style(days={"notes-1": "2023-04-11", "notes-2": "2023-05-09", "notes-3": "2023-06-13"}),
    "recipes": Style(spellings={"Lena Fuchs": "Lena"}),
    "werkstatt": Style(),
}


@dataclass(frozen=True)
class Imported:
    """A repository into which a team's files were imported, and where each file and its minutes are."""

    notes: Notes
    files: dict[str, str]
    style: Style

    def command(self) -> tuple[str, ...]:
        """Return the words of the command that imports the files."""
        return ("import", *self.files, "--into", "meetings/team")

    def pairs(self) -> list[tuple[str, str, str]]:
        """Return each file's path, its text, and the text of its minutes."""
        return [
            (path, self.notes.read(path), self.notes.read(minutes)) for path, minutes in self.files.items()
        ]

    def bytes(self) -> dict[str, bytes]:
        """Return every file but git's own."""
        paths = (path for path in self.notes.top.rglob("*") if path.is_file())
        names = {path.relative_to(self.notes.top).as_posix(): path for path in paths}
        return {name: path.read_bytes() for name, path in names.items() if not name.startswith(".git/")}


@pytest.fixture(scope="module", params=sorted(TOLD))
def once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """Return a new repository with a team's files imported; only to be read."""
    name: str = request.param
    notes = Notes(tmp_path_factory.mktemp(name))
    notes.git("init", "--quiet", "--initial-branch=main")
    shutil.copytree(STYLES / name, notes.top / "old")
    notes.commit("What was written by hand")
    days = TOLD[name].days
    stems = sorted(path.stem for path in (notes.top / "old").glob("*.md"))
    files = {f"old/{stem}.md": f"meetings/team/{days.get(stem, stem)}.md" for stem in stems}
    imported = Imported(notes, files, TOLD[name])
    assert notes.run(*imported.command()).returncode == 0
    return imported


@pytest.fixture
def imported(once: Imported, tmp_path: Path) -> Imported:
    """Return a copy of the repository, in which a test may write."""
    top = tmp_path / "copy"
    shutil.copytree(once.notes.top, top)
    return Imported(Notes(top), once.files, once.style)


def test_each_style_has_consecutive_files() -> None:
    assert {path.name: len(list(path.glob("*.md"))) for path in STYLES.iterdir()} == dict.fromkeys(TOLD, 3)


def test_the_line_ends_of_another_system_are_those_of_the_files_here() -> None:
    assert all(b"\r\n" in path.read_bytes() for path in (STYLES / "werkstatt").iterdir())


def test_every_file_becomes_a_meeting_with_its_minutes(once: Imported) -> None:
    made = {path for path in once.bytes() if re.search(r"/[0-9-]{10}\.(?:md|yaml)\Z", path)}
    minutes = set(once.files.values())
    expected = minutes | {path.removesuffix(".md") + ".yaml" for path in minutes}
    assert {path for path in made if path.startswith("meetings/")} == expected


def test_the_files_themselves_stay_as_they_are(once: Imported) -> None:
    assert once.notes.git("status", "--porcelain", "old").stdout == ""


def test_check_finds_no_error(once: Imported) -> None:
    assert once.notes.run("check").returncode == 0


def test_sync_has_nothing_to_write(imported: Imported) -> None:
    before = imported.bytes()
    assert imported.notes.run("sync").returncode == 0
    assert imported.bytes() == before


def test_minutes_that_were_deleted_come_back_to_the_byte(imported: Imported) -> None:
    before = imported.bytes()
    for path in (imported.notes.top / "meetings/team").glob("*.md"):
        path.unlink()
    assert imported.notes.run("sync").returncode == 0
    assert imported.bytes() == before


def test_nothing_that_a_reader_sees_is_lost(once: Imported) -> None:
    losses = {path: lost(text, minutes, once.style.spellings) for path, text, minutes in once.pairs()}
    assert losses == {path: [] for path in once.files}


def test_code_quotations_and_comments_keep_their_bytes_and_their_order(once: Imported) -> None:
    losses = {
        path: prose_lines_lost(text, minutes, outside(text, UNTOUCHED))
        for path, text, minutes in once.pairs()
    }
    assert losses == {path: [] for path in once.files}


@pytest.mark.parametrize("once", ["bakery", "harbour", "reading", "werkstatt"], indirect=True)
def test_where_nobody_counts_or_actions_every_line_is_kept_to_the_byte(once: Imported) -> None:
    losses = {path: prose_lines_lost(text, minutes, head(text)) for path, text, minutes in once.pairs()}
    assert losses == {path: [] for path in once.files}


def test_another_import_of_the_same_files_writes_nothing(imported: Imported) -> None:
    before = imported.bytes()
    assert imported.notes.run(*imported.command()).returncode == 0
    assert imported.bytes() == before


def inside(text: str, kinds: set[str]) -> set[int]:
    """Return the numbers of the lines that stand in a block of some kinds, at the outermost level."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    spans = (token.map for token in tokens if token.map and token.level == 0 and token.type in kinds)
    return {line + 1 for first, end in spans for line in range(first, end)}


def outside(text: str, kinds: set[str]) -> set[int]:
    """Return the numbers of all other lines."""
    return set(range(1, text.count("\n") + 2)) - inside(text, kinds)


def head(text: str) -> set[int]:
    """Return the numbers of the lines with headings, whose level may change, and with those who came."""
    named = re.compile(r"(?:Present|Absent|Anwesend): ")
    people = {number for number, line in enumerate(text.split("\n"), 1) if named.match(line)}
    return people | inside(text, {"heading_open"})
