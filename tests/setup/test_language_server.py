"""What an editor shows while somebody types: the real YAML language server is asked."""

from __future__ import annotations

import contextlib
import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import nodepackages
from support.languageserver import Complaint, Editor, ServerError
from support.setuptemplates import vscode

from minutebook.source.schema import schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.languageserver import File
    from support.tools import Tools

MEETING, SERIES = "meetings/team/2020-10-26.yaml", "meetings/team/series.yaml"
NUMBERS = itertools.count()
SERVER, VERSION = "yaml-language-server", "2.0.0"
KINDS: dict[str, schemas.FileType] = {MEETING: "meeting", SERIES: "series"}
# Nothing here is the user's: the catalogue of all the world's schemas alone would be fetched.
SETTINGS = {"schemaStore": {"enable": False}}
WHOLE_MEETING = """\
title: Weekly
date: 2020-10-26
attending: [BrianL, Diego, "Marco Mambelli?"]
x-room: {anything: goes}
sections:
  - title: Triage
    duty: {This week: Diego, Next week: }
    counters:
      open tickets: 11
      renamed: {value: 8, continues: old name}
  - title: JIRA
    table:
      id: jira
      columns: ["3.4.56", Both]
      totals: both
      rows:
        Open: [154, 0]
    notes: |
      -   Markdown: *anything* #445
  - title: Software
    actions:
      - Edgar: find out why
      - id: k7q2m4
        owner: [BrianL, Mat]
        task: diagnose it
        due: 2020-11-09
        status: done
      - topic: Release
        actions:
          - owner: Mat
            task: packages
"""
WHOLE_SERIES = """\
format: 1
title: Weekly
schedule: [{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2017-02-27}]
roster:
  BrianL: {aliases: [Brian L, Brian]}
  TimT:
  everyone: {group: true}
duty: [BrianL, TimT]
lapse: 4
empty: None this week
"""
TABLE = """\
date: 2020-10-26
sections:
  - title: JIRA
    table:
      id: jira
      columns: [Count]
      rows: {Open: 1}
"""
ITEM = """\
date: 2020-10-26
sections:
  - title: Software
    actions:
      - owner: Mat
        task: packages
"""
IN_TOPIC = """\
date: 2020-10-26
actions:
  - topic: Release
    actions:
      - owner: Mat
        task: packages
"""


@dataclass(frozen=True)
class Way:
    """One way in which an editor learns of the schemas, and the editor."""

    editor: Editor
    modeline: bool

    def type(self, path: str, text: str) -> File:
        """Open a file as somebody has typed it, with the first line that this way needs."""
        first = f"# yaml-language-server: $schema=../../schema/{KINDS[path]}.schema.json\n"
        return type_text(self.editor, path, (first if self.modeline else "\n") + text)


def type_text(editor: Editor, path: str, text: str) -> File:
    """Open a file in a series of its own: the server remembers each file, and what it has said of it."""
    return editor.open(path.replace("team", f"team{next(NUMBERS)}"), text)


def messages(file: File) -> str:
    """Return all that is said against a file."""
    return "\n".join(found.message for found in file.complaints())


@pytest.fixture(scope="session")
def start(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Editor]]:
    """Return what starts an editor in a repository of notes; all are ended with the tests."""
    server = nodepackages.install(tools, tmp_path_factory, SERVER, VERSION)
    # The server ends where it would fetch anything.
    offline = Path(__file__).parents[1] / "support" / "offline.cjs"
    command = [tools.program("node"), "--require", str(offline), str(server / "bin" / SERVER), "--stdio"]
    top = tmp_path_factory.mktemp("editors") / "notes"
    for kind in KINDS.values():
        file = top / f"schema/{kind}.schema.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(schemas.source(kind), encoding="utf-8")
    with contextlib.ExitStack() as running:

        def start(**settings: Any) -> Editor:
            log: Path = tmp_path_factory.mktemp("editor") / "log"
            editor = Editor(command, top, {"yaml": SETTINGS | settings}, log)
            running.callback(editor.end)
            editor.greet()
            return editor

        yield start


@pytest.fixture(scope="session")
def settings_alone(start: Callable[..., Editor]) -> Editor:
    """Return an editor with the settings of VS Code."""
    return start(schemas=vscode())


@pytest.fixture(scope="session")
def modeline_alone(start: Callable[..., Editor]) -> Editor:
    """Return an editor without any settings of the repository's."""
    return start()


@pytest.fixture(params=["settings", "modeline"])
def way(request: pytest.FixtureRequest) -> Way:
    """Return each of the two ways by itself."""
    return Way(request.getfixturevalue(f"{request.param}_alone"), request.param == "modeline")


@pytest.mark.parametrize(("path", "text"), [(MEETING, WHOLE_MEETING), (SERIES, WHOLE_SERIES)])
def test_a_file_as_it_should_be_is_accepted(way: Way, path: str, text: str) -> None:
    file = way.type(path, text)
    assert file.complaints() == []


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (MEETING, "date: 2020-10-26\natending: [Mat]\n", Complaint(3, "atending", "atending")),
        (MEETING, TABLE + "      total: both\n", Complaint(9, "total", "total")),
        (MEETING, TABLE + "    note: x\n", Complaint(9, "note", "note")),
        (MEETING, ITEM + "        deu: 2020-11-09\n", Complaint(8, "deu", "deu")),
        (MEETING, IN_TOPIC + "        deu: 2020-11-09\n", Complaint(8, "deu", "deu")),
        (SERIES, "title: Weekly\nschedul: FREQ=DAILY\n", Complaint(3, "schedul", "schedul")),
        (SERIES, "roster:\n  Bob: {alias: [B]}\n", Complaint(3, "alias", "alias")),
    ],
)
def test_an_unknown_key_is_marked(way: Way, path: str, text: str, expected: Complaint) -> None:
    file = way.type(path, text)
    (found,) = file.complaints()
    assert (found.line, found.marked) == (expected.line, expected.marked)
    assert f"Property {expected.message} is not allowed" in found.message


@pytest.mark.parametrize(
    ("path", "text", "key"),
    [
        (MEETING, "date: 2020-10-26\natten¦\n", "attending"),
        (MEETING, TABLE + "      tot¦\n", "totals"),
        (MEETING, TABLE + "    no¦\n", "notes"),
        (MEETING, ITEM + "        sta¦\n", "status"),
        (MEETING, IN_TOPIC + "        sta¦\n", "status"),
        (SERIES, "title: Weekly\nsched¦\n", "schedule"),
        (SERIES, "roster:\n  Bob:\n    ali¦\n", "aliases"),
    ],
)
def test_a_key_is_completed(way: Way, path: str, text: str, key: str) -> None:
    file = way.type(path, text)
    typed = text.splitlines()[-1].rstrip("¦")
    assert typed.strip() != key
    assert f"\n{typed[: -len(typed.strip())]}{key}:" in file.accept(key)


@pytest.mark.parametrize(
    ("path", "text", "description"),
    [
        (MEETING, "date: 2020-10-26\natt¦ending: [Mat]\n", "Who was there"),
        (MEETING, "date: 2020-10-26\nactions:\n  - M¦at: packages\n", "What is to be done, after the owner"),
        (MEETING, TABLE.replace("columns", "col¦umns"), "The names of the columns of counts."),
        (MEETING, TABLE.replace("title", "ti¦tle"), "The heading: plain text"),
        (MEETING, ITEM.replace("task", "ta¦sk"), "What is to be done: one line of Markdown."),
        (MEETING, IN_TOPIC.replace("task", "ta¦sk"), "What is to be done: one line of Markdown."),
        (SERIES, "sched¦ule: FREQ=DAILY\n", "When the meetings take place"),
        (SERIES, "roster:\n  Bob: {ali¦ases: [B]}\n", "Other spellings of the name"),
    ],
)
def test_a_key_explains_itself(way: Way, path: str, text: str, description: str) -> None:
    file = way.type(path, text)
    assert description in file.hover()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("date: 2020-10-26\nstatus: ¦\n", {"draft", "final", "skipped"}),
        (TABLE + "      totals: ¦\n", {"row", "column", "both"}),
        (ITEM + "        status: ¦\n", {"open", "done", "dropped", "lapsed"}),
    ],
)
def test_the_values_that_a_key_may_have_are_offered(way: Way, text: str, values: set[str]) -> None:
    file = way.type(MEETING, text)
    assert set(file.offers()) == values


@pytest.mark.parametrize("text", ["date: 2020-10-26\nnotes: ¦\n", IN_TOPIC + "    notes: ¦\n"])
def test_prose_is_begun_as_a_block(way: Way, text: str) -> None:
    file = way.type(MEETING, text)
    assert file.offers()[0] == "|"
    assert "notes: |\n" in file.accept("|")


def test_a_value_that_does_not_fit_is_explained_in_our_words(way: Way) -> None:
    file = way.type(MEETING, "date: 26 October\n")
    assert "must be a day written year-month-day, such as 2020-10-26" in messages(file)


def test_a_reason_is_asked_for_when_an_item_is_dropped(way: Way) -> None:
    file = way.type(MEETING, ITEM + "        status: dropped\n")
    assert messages(file) == 'Missing property "reason".'


@pytest.mark.parametrize("path", ["meetings/team/2020/2020-10-26.yaml", "meetings/eu/team/2020-10-26.yaml"])
def test_the_settings_reach_into_subfolders(settings_alone: Editor, path: str) -> None:
    file = type_text(settings_alone, path, "date: 2020-10-26\natending: []\n")
    assert "atending" in messages(file)


@pytest.mark.parametrize("path", ["meetings/team/agenda.yaml", "other/2020-10-26.yaml", "other/series.yaml"])
def test_the_settings_leave_other_files_alone(settings_alone: Editor, path: str) -> None:
    file = type_text(settings_alone, path, "anything: goes\n")
    assert file.complaints() == []


def test_the_settings_know_notes_in_another_folder(start: Callable[..., Editor]) -> None:
    editor = start(schemas=vscode("docs/minutes"))
    file = type_text(editor, "docs/minutes/team/2020-10-26.yaml", "atending: []\n")
    assert "atending" in messages(file)
    file = type_text(editor, MEETING, "atending: []\n")
    assert file.complaints() == []


def test_a_file_that_nobody_told_of_is_left_alone(modeline_alone: Editor) -> None:
    file = type_text(modeline_alone, MEETING, "atending: []\n")
    assert file.complaints() == []


def test_a_server_that_wanted_to_fetch_anything_would_end_here(start: Callable[..., Editor]) -> None:
    editor = start(schemaStore={"enable": True})
    with pytest.raises(ServerError, match="wanted the network"):
        type_text(editor, MEETING, "date: 2020-10-26\n").complaints()
