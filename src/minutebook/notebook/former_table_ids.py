"""A table without an id is the one that the meeting before has under the same title."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from minutebook.notebook.notebook import Notebook
from minutebook.records.problem import Problem
from minutebook.records.refusal import Refused
from minutebook.source.schema.table_places import table_ids, titles_above

_ID = re.compile(r"`id: [^`]*`")


def offer(notebook: Notebook, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems, those of tables without an id with the id that the meeting before has there."""
    for problem in problems:
        is_of_table = problem.rule == "missing-key" and _ID.search(problem.hint)
        former = _former_id(notebook, problem) if is_of_table else None
        yield replace(problem, hint=_ID.sub(f"`id: {former}`", problem.hint)) if former else problem


def _former_id(notebook: Notebook, problem: Problem) -> str | None:
    day = notebook.day_at(problem.path)
    earlier_days = [earlier for earlier in notebook.days if day and earlier < day]
    if not earlier_days:
        return None
    try:
        document = notebook.document(problem.path)
        earlier = notebook.reader.plain_data(notebook.content_of(earlier_days[-1]))
    except Refused:
        return None
    used_ids = {table_id for _, table_id in table_ids(document.data)}
    for key_path, location in document.keys.items():
        if key_path[-1] == "table" and location == problem.location:
            titles = titles_above(document.data, key_path[:-1])
            ids = (table_id for above, table_id in table_ids(earlier) if above == titles)
            return next((table_id for table_id in ids if table_id not in used_ids), None)
    return None
