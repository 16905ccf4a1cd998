"""Quotes that a word processor has changed are answered with plain ones."""

import pytest
from support.rulebook import broken, finding, met

TABLE = "table: {{id: jira, columns: [{}], rows: {{Open: [1, 2]}}}}"


@pytest.mark.parametrize(
    "name",
    [
        "\u201c3.10\u201d",
        "\u201e3.10\u201c",
        "\u20183.10\u2019",
        "\u00ab3.10\u00bb",
        "\u00bb3.10\u00ab",
        '\u201c3.10"',
    ],
)
def test_typographic_quotes_are_answered_with_plain_ones(name: str) -> None:
    told = finding("typographic-quotes", met("2020-10-26", TABLE.format(f"{name}, '3.11'")))
    assert (told.message, told.mend) == ('typographic quotes: write "3.10"', '"3.10"')
    assert told.key_path == ("table", "columns", 0)
    label = finding(
        "typographic-quotes", met("2020-10-26", f"table: {{id: a, columns: [A], rows: {{{name}: 1}}}}")
    )
    assert (label.on_key, label.key_path) == (True, ("table", "rows", name))


def test_names_in_typographic_quotes_are_no_renamed_columns() -> None:
    past = met("2020-10-19", TABLE.format("'3.10', '3.11'"))
    assert broken(past, met("2020-10-26", TABLE.format("\u201c3.10\u201d, '3.11'"))) == ["typographic-quotes"]
