"""An action item that goes on below its line is answered with one line, or with its long form."""

import pytest

from minutebook.source.edits.mends import mend
from minutebook.source.slips.short_actions import short_actions

ITEMS = "actions:\n  - Mat: order parts\n{}  - id: k7q2m4\n    owner: Mat\n    task: x\n"


def entry(*lines: str) -> str:
    """Return a list of action items with one of these lines in it."""
    return ITEMS.format("".join(f"  {line}\n" for line in lines))


def written(text: str, *, certain: bool = True) -> str:
    """Return a text with all action items as they are to be written."""
    problems = [action.problem for action in short_actions("m.yaml", text)]
    assert all(problem.is_certain == certain for problem in problems)
    return mend(text, problems)


@pytest.mark.parametrize("indent", ["  ", "    ", " "])
@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("due: 2026-12-24", "- Anna: sing (due 2026-12-24)"),
        ("status: done", "- Anna: sing [DONE]"),
        ("done", "- Anna: sing [DONE]"),
        ("done: yes", "- Anna: sing [DONE]"),
        ("to the bishop", "- Anna: sing to the bishop"),
        ("to the bishop: urgent", "- Anna: sing to the bishop: urgent"),
    ],
)
def test_what_fits_on_the_line_is_joined_to_it(below: str, line: str, indent: str) -> None:
    assert written(entry("- Anna: sing", indent + below)) == entry(line)


def test_several_lines_are_joined() -> None:
    assert written(entry("- sing", "  done", "  due: 2026-12-24")) == entry("- sing (due 2026-12-24) [DONE]")
    assert written(entry("- Anna: sing", "    to the", "    bishop")) == entry("- Anna: sing to the bishop")


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        (
            ("- Anna: sing", "    - aloud", "    - C: major"),
            ("- owner: Anna", "  task: sing", "  note:", "    - aloud", '    - "C: major"'),
        ),
        (("- sing", "  - aloud"), ("- owner: unassigned", "  task: sing", "  note:", "    - aloud")),
        (("- sing", "    id: k7q2m5"), ("- owner: unassigned", "  task: sing", "  id: k7q2m5")),
        (("- Choir", "    - Anna: sing"), ("- topic: Choir", "  actions:", "    - Anna: sing")),
        (
            ("- Anna, Mat: sing", "  due: 2026-12-24", "  note: aloud"),
            ("- owner: [Anna, Mat]", "  task: sing", "  due: 2026-12-24", "  note: aloud"),
        ),
    ],
)
def test_what_has_several_parts_is_shown_in_the_long_form(
    typed: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    assert written(entry(*typed), certain=False) == entry(*lines)


@pytest.mark.parametrize("bullet", ["  - ", "    - ", " - ", "  * ", "  • "])
def test_bullets_below_an_action_item_are_its_notes(bullet: str) -> None:
    item = ("- id: k7q2m5", "  owner: Anna", "  task: sing")
    (told,) = (action.problem for action in short_actions("m.yaml", entry(*item, f"{bullet}aloud")))
    assert (told.location.line, told.hint) == (6, "Write, with 4 spaces in front:\nnote: aloud")
    assert written(entry(*item, f"{bullet}aloud"), certain=False) == entry(*item, "  note: aloud")
    assert written(entry(item[0], f"{bullet}aloud", *item[1:]), certain=False) == entry(
        *item, "  note: aloud"
    )
    notes = entry(*item, "  note:", "    - solo", "    - aloud", '    - "in C #4"')
    assert written(entry(*item, "  note: solo", f"{bullet}aloud", f"{bullet}in C #4"), certain=False) == notes


@pytest.mark.parametrize(
    "lines",
    [
        ("- id: k7q2m5", "  owner: Anna", "  task: sing", "  - Mat: play"),
        ("- id: k7q2m5", "  owner:", "    - Anna", "  task: sing"),
        ("- topic: Choir", "  - aloud"),
        ("- Anna: sing",),
        ("- Anna: sing", "  x-cost: 3"),
        ("- Anna: |", "    sing"),
        ("- Anna: sing", "    - Mat: play"),
        ("- Anna: sing", "    # a comment"),
        ("- sing", "    counters:"),
        ("- sing", "    title: Choir"),
        ("- topic: Choir", "  actions:", "    - Anna: sing"),
    ],
)
def test_what_can_be_read_or_meant_otherwise_stays(lines: tuple[str, ...]) -> None:
    assert written(entry(*lines)) == entry(*lines)


def test_a_stand_in_has_as_many_lines() -> None:
    (action,) = short_actions("m.yaml", entry("- Anna: sing", "  aloud"))
    assert (action.start, action.end, action.stand_in) == (2, 4, ["  - x", ""])


def test_lines_end_as_those_around_them() -> None:
    typed = entry("- Anna: sing", "  note: aloud").replace("\n", "\r\n")
    lines = entry("- owner: Anna", "  task: sing", "  note: aloud").replace("\n", "\r\n")
    assert written(typed, certain=False) == lines


def test_other_words_for_the_keys_are_no_task() -> None:
    assert list(short_actions("m.yaml", entry("- who: Mat", "  what: call"))) == []
