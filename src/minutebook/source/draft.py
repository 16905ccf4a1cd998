"""The next meeting as text: what stays of the meeting before, and empty places for what does not."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import ne
from typing import Any

from minutebook.records.attendance import ALL, ALL_BUT
from minutebook.records.problem import KeyPath
from minutebook.source.section_offer import MOST, has_open, offered_meeting
from minutebook.source.write import write_file
from minutebook.source.yaml.draft_comments import counted_last_time, last_time
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.writer import write_inline

Data = dict[str, Any]
_SKELETON = {"sections": [{"title": "Announcements", "notes": None}, {"title": "Discussion", "notes": None}]}
"""What a series without a meeting begins with."""


Turns = Callable[[str | None, tuple[str, ...]], Mapping[str, str | None]]
"""Returns whose turn it is under each label, given the title of a section and the labels of its duties."""


def _nobodys_turn(_title: str | None, labels: tuple[str, ...]) -> Mapping[str, str | None]:
    return dict.fromkeys(labels)


def draft(
    day: date,
    meetings: Sequence[Data],
    *,
    comment: str,
    header: Mapping[str, str],
    turns: Turns = _nobodys_turn,
    people: Sequence[str] = (),
) -> str:
    """Return the YAML of a new meeting from the data of the last ones, the newest first.

    Counts, prose and attendance are empty; what was said once (renamed columns, restarts) is not repeated.
    `header` and `people` are the series', and `turns` tells whose turn the duties of a section are. A series without a meeting begins with a skeleton.
    """
    previous = meetings[0] if meetings else {}
    data: Data = {"title": previous["title"]} if "title" in previous else {}
    data |= {"date": str(day), "status": "draft"}
    lines = previous.get("header", header)
    changing = _changing(lines, [meeting.get("header") or {} for meeting in meetings[1:MOST]], people)
    if lasting := {label: line for label, line in lines.items() if label not in changing}:
        data["header"] = lasting
    data["attending"] = None
    content = _Content(turns)
    if previous.keys() - {"title"}:
        data |= content.of(offered_meeting(meetings), ())
    else:
        data |= _SKELETON
    comments = content.last_counts
    if changing:
        label_path = ("header", list(lasting)[-1]) if lasting else ("status",)
        comments[label_path] = _to_fill_in(changing, has_header=bool(lasting))
    if people:
        but, several = (write_inline(list(people[:number])) for number in (1, 3))
        comments[("attending",)] = f"  # such as {ALL}, {{{ALL_BUT}: {but}}}, or {several}"
    return write_file(data, *([comment] if comment else []), side_comments=comments)


def _changing(
    lines: Mapping[str, str], earlier: Sequence[Mapping[str, str]], people: Sequence[str]
) -> dict[str, str]:
    """Return the lines of a header that are for others each time, such as who chairs: copied, they would be wrong."""
    changing = {}
    for label, line in lines.items():
        run = [line, *(header[label] for header in earlier if label in header)]
        names_people = len(set(run)) > 1 and set(run) <= set(people)
        if names_people or (len(run) == MOST and all(map(ne, run, run[1:]))):
            changing[label] = line
    return changing


def _to_fill_in(lines: Mapping[str, str], *, has_header: bool) -> str:
    """Return the comments in which lines of a header wait until it is known what they say this time."""
    head, lead = ("", "\n  # ") if has_header else ("\n# header:", "\n#   ")
    return head + "".join(f"{lead}{write_text(label)}:{last_time(line)}" for label, line in lines.items())


class _Content:
    """What stays of sections; `last_counts` are comments with what was counted last time, by the path of each place."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns
        self.last_counts: dict[KeyPath, str] = {}

    def of(self, section: Data, key_path: KeyPath) -> Data:
        """Return what stays of a section but for its title, in its order, with the sections below it last."""
        content: Data = {}
        for key, value in section.items():
            if key == "notes":
                content[key] = None
            elif key == "duty":
                content[key] = dict(self.turns(section.get("title"), tuple(value or ())))
            elif key == "counters":
                content[key] = dict.fromkeys(value or ())
                self._remember(value or {}, "value", (*key_path, key), ())
            elif key == "changing":
                content[key] = value
            elif key == "table":
                content[key] = _table(value)  # never its counts: of copied cells some are forgotten
                self._remember(value["rows"], "counts", (*key_path, key, "rows"), value["columns"])
            elif key == "actions":
                content[key] = list(_topics(value or ()))
        sections: list[Data] = []
        for subsection in section.get("sections") or ():
            title = {"title": subsection["title"]} if "title" in subsection else {}
            if subsection_content := title | self.of(subsection, (*key_path, "sections", len(sections))):
                sections.append(subsection_content)
        content["sections"] = sections
        return {key: value for key, value in content.items() if value or key == "notes"}

    def _remember(self, counted: Data, key: str, key_path: KeyPath, columns: Sequence[str]) -> None:
        for label, value in counted.items():
            counted_value = value.get(key) if isinstance(value, dict) else value
            counts = counted_value if isinstance(counted_value, list) else [counted_value]
            if any(count is not None for count in counts):
                self.last_counts[*key_path, label] = counted_last_time(counts, columns)


def _topics(members: Iterable[Data]) -> Iterable[Data]:
    """Yield the topics with something open, for the items that will be carried into them."""
    for member in members:
        if isinstance(member, dict) and "topic" in member and has_open(member.get("actions") or ()):
            yield {"topic": member["topic"]}


def _table(table: Data) -> Data:
    # One column is filled in behind its labels; several have a place for each count.
    width = len(table["columns"])
    counts = [None] * width if width > 1 else None
    head = {key: table[key] for key in ("id", "labels", "columns", "totals", "changing") if key in table}
    return head | {"rows": dict.fromkeys(table["rows"], counts)}
