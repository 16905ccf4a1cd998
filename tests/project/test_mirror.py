"""The tests stand in the folders of the package: whoever changes a module finds its specification by its name."""

from pathlib import Path

import pytest

import minutebook
from minutebook.records.fixed_words import LANGUAGES

SOURCE = Path(minutebook.__file__).parent
TESTS = Path(__file__).resolve().parents[1]
ABOUT_OTHERS = ("bench", "docs", "faults", "hooks", "project", "scripts", "support")
"""Folders that are about something else than one folder of the package."""
UNTESTED = {
    "__main__.py": "calls the command line",
    "commands/_options.py": "what it adds is listed in the help, which tests/commands/test_parser.py reads",
    "records/conjunctions.py": "words",
    **{
        f"records/languages/{code}.py": "words, which tests/records/test_fixed_words.py is about"
        for code in LANGUAGES
        if not code.startswith("en")
    },
    "records/series.py": "values",
    "source/edits/not_editable.py": "values",
    "source/yaml/plain_values.py": "what tests/source/test_build.py and test_build_series.py are about",
    "source/slips/slip.py": "values",
    "repository/settings.py": "values, which test_access.py and test_staged.py are about",
    "rules/__init__.py": "joins the registers, which tests/rules/test_registry.py is about",
}
"""Modules that need no test of their own, and why."""
OVERALL = {
    "minutes/test_style.py": "how minutes look in each style",
    "minutes/test_page_lists.py": "where a list of the minutes goes on over the parts of a meeting",
    "minutes/test_page_readers.py": "a reader of Markdown finds in minutes what was written",
    **dict.fromkeys(
        ("commands/test_people.py", "commands/test_attendance.py", "commands/test_renamed_people.py"),
        "people as they are typed, from the first check to the minutes",
    ),
    "merge/test_known_cases.py": "what other tools that merge records have got wrong, in this format",
    "notebook/test_any_order.py": "edits and syncs of the newest meetings in any order end alike",
    "notebook/test_followed_messages.py": "what comes of doing what messages say",
    "oldminutes/test_table_deltas.py": "a kind of fault, from the file to the finding",
    "oldminutes/test_recount.py": "the real minutes, counted again by a program of their own",
    "oldminutes/test_styles.py": "faults planted into minutes of many styles",
    "oldminutes/test_any_minutes.py": "any minutes are imported without loss, or refused with a line",
    "oldminutes/test_imported_corpus.py": "the real minutes, imported whole",
    "oldminutes/test_imported_styles.py": "minutes of eight teams, imported whole",
    "oldminutes/test_loss_oracle.py": "the program that looks for what an import has lost finds it",
    "oldminutes/test_round_trip.py": "what minutebook wrote is imported as it was",
    "notebook/test_hostile_files.py": "files that would lead out of a series, or to the end of memory",
    "notebook/test_typed_actions.py": "what is typed under actions, read, checked and written out",
    "source/edits/test_any_edit.py": "what every edit leaves as it was, in files of every style",
    "setup/test_editor_settings.py": "what editors read of the templates, and of their page",
    "setup/test_formatters.py": "real formatters leave the minutes alone",
    "setup/test_language_server.py": "a real language server completes and checks meetings",
    "setup/test_moving_in.py": "a team's CI on machines of a host, from red to green",
    "setup/test_workflows.py": "the workflows and jobs are sound and safe",
}
"""Tests that are about several modules of their folder together, and what shows there."""


def stem_of(path: Path) -> str:
    """Return a module's name as its test has it: without an underscore, and a package by its own name."""
    return path.parent.name if path.name == "__init__.py" else path.stem.strip("_")


def file_for(path: Path) -> str:
    """Return where the test of a module stands."""
    folder = path.relative_to(SOURCE).parent
    if path.name == "__init__.py":
        folder = folder.parent
    return (folder / f"test_{stem_of(path)}.py").as_posix()


MODULES = {
    path.relative_to(SOURCE).as_posix(): file_for(path)
    for path in sorted(SOURCE.rglob("*.py"))
    if path.name != "__init__.py" or "def " in path.read_text(encoding="utf-8")
}
FILES = {
    path.relative_to(TESTS).as_posix()
    for path in TESTS.rglob("test_*.py")
    if path.relative_to(TESTS).parts[0] not in ABOUT_OTHERS
}


@pytest.mark.parametrize("module", sorted(MODULES.keys() - UNTESTED.keys()))
def test_a_module_with_behaviour_has_its_test_in_the_same_folder(module: str) -> None:
    assert MODULES[module] in FILES


@pytest.mark.parametrize("file", sorted(FILES - OVERALL.keys()))
def test_a_test_is_about_the_module_that_it_is_named_after(file: str) -> None:
    assert file in MODULES.values()


def test_the_exceptions_are_there_and_are_exceptions() -> None:
    assert UNTESTED.keys() <= MODULES.keys()
    assert {MODULES[module] for module in UNTESTED} & FILES == set()
    assert OVERALL.keys() <= FILES
