"""Lines with labels before names."""

import pytest

from minutebook.oldminutes.labeled_lines import gather_names, split_labels


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Date: 5 May | Present: Ada, Ben", ["Date: 5 May", "Present: Ada, Ben"]),
        ("**Date:** 5 May · **Present:** Ada", ["**Date:** 5 May", "**Present:** Ada"]),
        ("Present: Ada, Ben. Absent: Cy", ["Present: Ada, Ben.", "Absent: Cy"]),
        ("Present: Ada | Ben", ["Present: Ada | Ben"]),
        ("Present: Ada, Ben, Zoe · Apologies: Cy", ["Present: Ada, Ben, Zoe", "Apologies: Cy"]),
        ("Present: Ada; Absent: Cy | Place: Mill", ["Present: Ada", "Absent: Cy", "Place: Mill"]),
        ("Present: Mill: Ada; Hub: Ben", ["Present: Mill: Ada; Hub: Ben"]),
        ("Ada said | Present: Ada", ["Ada said | Present: Ada"]),
    ],
)
def test_a_line_may_have_several_labels(text: str, parts: list[str]) -> None:
    assert split_labels(text) == parts


@pytest.mark.parametrize(
    ("names", "lines", "gathered"),
    [
        ("Ada,", ["Ben"], ("Ada,\nBen", 1)),
        ("", ["Ada", "Ben Stone"], ("Ada\nBen Stone", 2)),
        ("Ada and", ["the chair"], ("Ada and\nthe chair", 1)),
        ("Ada (Acme,", ["Berlin), Ben"], ("Ada (Acme, Berlin), Ben", 1)),
        ("Ada (Acme", ["of the mill), Ben"], ("Ada (Acme of the mill), Ben", 1)),
        ("Ada Adler, Ben", ["Baker"], ("Ada Adler, Ben Baker", 1)),
        ("Ada, Ben", ["B., Cy"], ("Ada, Ben B., Cy", 1)),
        ("Ada Adler, Ben,", ["Cy"], ("Ada Adler, Ben,\nCy", 1)),
        ("Ada, Ben", ["Baker"], ("Ada, Ben\nBaker", 1)),
        ("Ada Adler, Ben Baker", ["Cy"], ("Ada Adler, Ben Baker\nCy", 1)),
        ("Ada", ["Regrets: Ben"], ("Ada", 0)),
        ("Ada,", ["Regrets – Ben"], ("Ada,", 0)),
        ("Ada,", ["Notes: Ben"], ("Ada,", 0)),
        ("Ada", ["we had tea together"], ("Ada", 0)),
        ("Ada", ["", "Ben"], ("Ada", 0)),
        ("", ["\u2022 Ada Quill", "\u2022 Ben", "Aims"], ("\u2022 Ada Quill\n\u2022 Ben", 2)),
        ("", ["-Ada Quill", "-Ben stone", "-Cy", "Aims"], ("-Ada Quill\n-Ben stone\n-Cy", 3)),
    ],
)
def test_names_go_on_in_the_lines_below(names: str, lines: list[str], gathered: tuple[str, int]) -> None:
    assert gather_names(names, lines) == gathered
