"""Names that every system can have."""

import pytest

from minutebook.records.portable_names import folded, obstacle, usable_name


@pytest.mark.parametrize(
    ("name", "usable"),
    [
        ("aux", "aux-notes"),
        ("CON", "CON-notes"),
        ("nul.md", "nul-notes.md"),
        ("com1", "com1-notes"),
        ("LPT9.x.y", "LPT9-notes.x.y"),
        ("COM¹", "COM¹-notes"),
        ("prn .md", "prn-notes .md"),
        ("team.", "team"),
        ("team . ", "team"),
        ("aux.", "aux-notes"),
        ("a:b", "a-b"),
        ('<>"\\|?*\t', "--------"),
        ("...", "notes"),
    ],
)
def test_a_name_that_windows_reserves_gets_a_usable_one(name: str, usable: str) -> None:
    assert obstacle(name)
    assert usable_name(name) == usable
    assert not obstacle(usable)


@pytest.mark.parametrize(
    "name", ["team", "auxiliary", "com0", "com10", "com", "a.con", ".github", "Café - 2", "conin"]
)
def test_any_other_name_is_usable_as_it_is(name: str) -> None:
    assert not obstacle(name)
    assert usable_name(name) == name


@pytest.mark.parametrize(
    ("name", "twin"),
    [("Team", "team"), ("Straße", "STRASSE"), ("caf\u00e9", "CAFE\u0301"), ("README.md", "readme.MD")],
)
def test_names_that_are_one_on_some_systems_are_folded_alike(name: str, twin: str) -> None:
    assert folded(name) == folded(twin)
    assert folded(name) != folded(f"{twin}2")
