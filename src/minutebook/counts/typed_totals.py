"""Totals that people typed as a row or column of a table, where they are computed."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from minutebook.records.figures import Table

_ENDS = " \t:;.=*_\uff1a"
# fmt: off
_TOTALS = frozenset((
    "total", "totals", "grand total", "grand totals", "overall total", "sum", "sums", "sum total",
    "subtotal", "\u03c3", "∑", "gesamt", "insgesamt", "summe", "gesamtsumme", "totaal", "som",
    "total général", "totaux", "somme", "totale", "somma", "totali", "totales", "suma",
    "total general", "totais", "soma", "total geral", "summa", "totalt", "sammanlagt", "i alt",
    "yhteensä", "razem", "łącznie", "celkem", "toplam", "итого", "всего", "сумма", "合计", "总计", "总数",
    "合計", "總計", "計", "합계", "총계",
))
"""What a sum is called, in any case and with a colon or not; the sigma is a capital one as it is folded."""
_EVERYTHING = frozenset((
    "all", "all states", "overall", "altogether", "alle", "alles", "tous", "tout", "toutes",
    "todos", "todas", "todo", "tutti", "tutte", "все", "全部", "全体",
))
# fmt: on
"""What a sum may be called, and something else as well."""


def is_total(name: str) -> bool:
    """Whether a name can only be that of a sum."""
    return _folded(name) in _TOTALS


def typed_total_rows(table: Table) -> list[str]:
    """Return the labels of rows that are called a sum, and are the sum of the others in every column that is added."""
    added = [index for index, column in enumerate(table.columns) if column not in table.untotaled]
    lines = (
        (row.label, [row.counts[index] for index in added if index < len(row.counts)]) for row in table.rows
    )
    return _sums(lines) if any(_may_be_total(row.label) for row in table.rows) else []


def typed_total_columns(table: Table) -> list[str]:
    """Return the columns that are called a sum, and are the sum of the others in every row."""
    lines = (
        (column, [row.counts[index] for row in table.rows if index < len(row.counts)])
        for index, column in enumerate(table.columns)
        if column not in table.untotaled
    )
    return _sums(lines) if any(map(_may_be_total, table.columns)) else []


def _sums(lines: Iterable[tuple[str, Sequence[int | None]]]) -> list[str]:
    named = [(name, [count or 0 for count in counts]) for name, counts in lines]
    addends = [counts for name, counts in named if not _may_be_total(name)]
    sums = [sum(counts) for counts in zip(*addends, strict=False)]
    return [
        name
        for name, counts in named
        if _may_be_total(name) and counts == sums and (is_total(name) or (len(addends) > 1 and any(sums)))
    ]


@lru_cache(1024)  # the tables of a series have the same names in each meeting
def _may_be_total(name: str) -> bool:
    return _folded(name) in _TOTALS | _EVERYTHING


def _folded(name: str) -> str:
    return " ".join(name.strip(_ENDS).casefold().split())
