"""Tasks that are closed by a sign or a word that YAML would misread: a box before them, a comment behind."""

from collections.abc import Sequence

from minutebook.actions.words import CLOSED_WORDS
from minutebook.records.late_patterns import late_pattern
from minutebook.records.phrases import aligned
from minutebook.records.problem import Location, Problem
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.scalars import ACTION_KEYS
from minutebook.source.yaml.typed_line import TypedLine

_BOX = late_pattern(r"\[(?P<tick>[xX ]?)\]\s+(?P<task>\S.*)")


def task_behind_box(path: str, lines: Sequence[str], line: TypedLine, location: Location) -> Problem | None:
    """Return the problem of a task with a box before it, which says in `status` that it is done if the box is ticked."""
    box = _BOX.match(line.value) if line.key == "task" else None
    if not box:
        return None
    task, is_done = write_text(box["task"]), bool(box["tick"].strip())
    indent = " " * (len(line.lead) - len(line.lead.lstrip(" -")))
    message = "`task` must be text without a box: what is done has `status: done`"
    hint = aligned("Write:", (f"task: {task}", *["status: done"] * is_done))
    mend = task + f"\n{indent}status: done" * is_done
    near = lines[max(location.line - len(ACTION_KEYS), 0) : location.line + len(ACTION_KEYS)]
    has_status = is_done and any(line_near.startswith(f"{indent}status:") for line_near in near)
    return Problem(path, location, "plain-text", message, hint, mend=mend, is_certain=not has_status)


def closing_hint(line: TypedLine | None, task_text: str, comment: str) -> str:
    """Return how a line is written that is closed by what would be a comment behind it, or nothing."""
    word = comment.strip(" #.!").lower()
    status = CLOSED_WORDS.get(word)
    text = task_text.strip()
    if not line or line.key != "task" or status not in {"done", "dropped"}:
        return ""
    reason = ["reason: why"] * (status == "dropped")
    return aligned("Write:", (text.removeprefix("- "), f"status: {status}", *reason))
