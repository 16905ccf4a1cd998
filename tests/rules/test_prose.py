"""The rules about prose."""

from textwrap import indent

import pytest
from support.rulebook import broken, finding, findings, met

from minutebook.records.dated import Dated, Period
from minutebook.records.meeting import Meeting
from minutebook.records.series import Series
from minutebook.rules import series_findings, structural_findings
from minutebook.rules.prose import headings


def with_notes(text: str, attending: str = "") -> Meeting:
    return met("2020-10-26", f"attending: [{attending}]\nnotes: |\n" + indent(text, "  "))


def test_the_notes_of_a_topic_are_prose_too() -> None:
    meeting = met("2020-10-26", 'actions: [{topic: T, notes: "# x\\n```"}, {topic: U}]')
    for rule in ("open-block", "heading-in-notes"):
        assert finding(rule, meeting).key_path == ("actions", 0, "notes")


# open-block


def test_a_code_block_that_never_ends_is_found_where_it_begins() -> None:
    block = finding("open-block", with_notes("Prose.\n~~~\ncode"))
    assert block.line == 1
    assert block.message.startswith("a code block (~~~) begins in these notes and never ends")
    assert block.hint == "Add a line with ~~~ where it must end."


def test_a_comment_that_never_ends_is_answered_with_its_own_end() -> None:
    comment = finding("open-block", with_notes("Prose.\n\n<!-- later"))
    assert comment.line == 2
    assert comment.message.startswith("a comment (<!--) begins")
    assert comment.hint == "Add a line with --> where it must end."


def test_html_that_never_ends_is_named() -> None:
    block = finding("open-block", with_notes("Prose.\n<script>"))
    assert block.message.startswith("a block of HTML (<script>) begins")
    assert block.hint == "Add a line with </script> where it must end."


def test_what_sections_without_content_say_must_not_begin_a_block() -> None:
    texts = Dated((Period("```"), Period("None")))
    (block,) = series_findings(Series("series.yaml", empty=texts))
    assert (block.rule, block.key_path) == ("open-block", ("empty",))
    assert block.message.startswith("a code block (```) begins in this text")


# heading-in-notes


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Title", ["# Title"]),
        ("###### six", ["###### six"]),
        ("####### seven", []),
        ("#445 is open", []),
        ("    # code", []),
        ("```\n# comment\n```\n## Title", ["## Title"]),
        ("Title\n---", ["Title"]),
        ("Title\n===\n", ["Title"]),
        ("Prose.\n\n---\n", []),
        ("- item\n---", []),
        ("| a |\n---", []),
        ("```\ncode\n```\n---", []),
        ("# of tickets", ["# of tickets"]),
        ("<!--\n# hidden\n-->\n# Title", ["# Title"]),
    ],
)
def test_headings_in_prose_are_found(text: str, lines: list[str]) -> None:
    assert [line for _number, line in headings(text)] == lines


def test_only_the_first_heading_of_notes_is_told() -> None:
    heading = finding("heading-in-notes", with_notes("Prose.\n## One\n## Two"))
    assert (heading.severity, heading.line) == ("warning", 1)
    assert heading.message == "'## One' is a heading inside notes"


def test_an_underlined_heading_is_found_at_its_text() -> None:
    heading = finding("heading-in-notes", with_notes("Prose.\n\nTitle\n====="))
    assert (heading.line, heading.message) == (2, "'Title' is a heading inside notes")


# key-in-notes


@pytest.mark.parametrize("key", ["actions", "counters", "duty", "sections", "table"])
@pytest.mark.parametrize("below", ["  - Mat: call", "- Mat: call", "  Open: 12", "\n  - x"])
def test_a_key_of_a_section_inside_notes_is_told(key: str, below: str) -> None:
    told = finding("key-in-notes", with_notes(f"Prose.\n{key}:\n{below}"))
    assert (told.severity, told.line, key in told.message) == ("warning", 1, True)


@pytest.mark.parametrize(
    "text",
    ["actions: none", "Actions:\n  - x", "the table:\n  - x", "table:\nis here", "```\ntable:\n  a: 1\n```"],
)
def test_other_words_before_a_colon_are_prose(text: str) -> None:
    assert "key-in-notes" not in broken(with_notes(text))


def in_notes(*lines: str) -> Meeting:
    return with_notes("\n".join(("Prose.", *lines)))


@pytest.mark.parametrize(
    "lines",
    [
        ("actions:", "  - id: k7q2m4", "    owner: Mat", "    task: call"),
        ("actions:", "- Diego: order a cake", "", "- owner: Mat", "  task: call"),
        (" actions:", "   - topic: EL8"),
        ("sections:", "  - title: Support"),
        ("table:", "  id: tickets", "  labels: State"),
    ],
)
def test_records_inside_notes_are_an_error_that_stands_alone(lines: tuple[str, ...]) -> None:
    (told,) = structural_findings(in_notes(*lines))
    assert (told.rule, told.severity, told.line) == ("key-in-notes", "error", 1)


@pytest.mark.parametrize(
    "lines",
    [
        ("```yaml", "actions:", "  - id: k7q2m4", "```"),
        ("", "    actions:", "      - id: k7q2m4"),
        ("actions:", "  - Mat: call", "- id: k7q2m4 is the oldest"),
        ("table:", "  the id: is short"),
        ("```", "- id: k7q2m4", "  owner: Mat", "```"),
        ("", "    - id: k7q2m4", "      owner: Mat"),
        ("- title: Growing kale", "  time: 10:00"),
    ],
)
def test_notes_may_show_records(lines: tuple[str, ...]) -> None:
    assert list(structural_findings(in_notes(*lines))) == []


def test_notes_of_code_alone_may_show_records() -> None:
    assert list(structural_findings(with_notes("```\n- id: k7q2m4\n  owner: Mat\n```"))) == []


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("actions", ("- id: k7q2m4", "  owner: Mat", "  task: call")),
        ("actions", ("- owner: Mat", "  task: call", "- owner: Diego", "  task: mail")),
        ("actions", ("- topic: EL8", "  actions:", "    - owner: Mat", "      task: call")),
        ("sections", ("- title: Support", "  notes: |", "    Prose.")),
        ("sections", ("- title: Support", "  actions:", "    - Mat: call")),
        ("table", ("id: tickets", "labels: State", "columns: [Count]", "rows:", "  Open: 12")),
    ],
)
def test_records_whose_key_is_gone_are_told_once_with_the_key(key: str, lines: tuple[str, ...]) -> None:
    (told,) = structural_findings(in_notes(*lines))
    assert (told.rule, told.line, f"`{key}:`" in told.hint) == ("key-in-notes", 1, True)


def test_a_title_that_is_the_last_line_of_notes_belongs_to_a_section_that_has_lost_it() -> None:
    told = finding("key-in-notes", in_notes("- title: Tickets", ""))
    assert (told.severity, told.line, told.hint[:27]) == ("warning", 1, "Move this line to the left,")


# conflict-marker


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "  >>>>>>> main", "<<<<<<<< ours: date"])
def test_a_conflict_that_is_left_in_notes_is_told(mark: str) -> None:
    told = finding("conflict-marker", with_notes(f"Prose.\n{mark}\nMore."))
    assert (told.severity, told.line) == ("warning", 1)
    assert "conflict-marker" not in broken(with_notes(f"Prose.\n```\n{mark}\n```\n"))


def test_what_divides_the_sides_of_a_conflict_is_told_of_as_no_heading() -> None:
    notes = with_notes("<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> main")
    assert {"conflict-marker", "heading-in-notes"}.intersection(broken(notes)) == {"conflict-marker"}


# action-in-notes


@pytest.mark.parametrize(
    "line", ["AI (Mat): call them", "-   AI (Mat): call them", "  * AI(Mat) : call them"]
)
def test_an_action_in_prose_is_told_with_the_line_to_write(line: str) -> None:
    action = finding("action-in-notes", with_notes(f"Prose.\n{line}"))
    assert (action.severity, action.line) == ("warning", 1)
    assert action.hint.endswith("   - Mat: call them")


def test_every_action_in_prose_is_told() -> None:
    assert len(findings("action-in-notes", with_notes("AI (Mat): one\nAI (Ann, Bob): two"))) == 2


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- [ ] Mat: call", "Mat: call"),
        ("- TODO Ann: call", "Ann: call"),
        ("- TODO: call them", "unassigned: call them"),
        ("- Action: Mat to mail", "Mat: mail"),
        ("- **Ann** to mail", "Ann: mail"),
        ("- @Mat call", "Mat: call"),
        ("Mat to mail by 2020-11-09", "Mat: mail (due 2020-11-09)"),
        ("mail them (ACTION: Mat)", "Mat: mail them"),
        ("We talked and AI (Mat): call", "Mat: call"),
        ("-   It is late, TODO Ann: call [DONE]", "Ann: call [DONE]"),
        ("It is late (AI Mat: call).", "Mat: call"),
        ("It is late. **AI**: Ann to call", "Ann: call"),
        ("-   AI (Mat, Ann): fix #445 [DONE]", 'Mat, Ann: "fix #445 [DONE]"'),
    ],
)
def test_each_marked_form_is_told(line: str, written: str) -> None:
    action = finding("action-in-notes", with_notes(f"Prose.\n{line}", attending="Mat, Ann"))
    assert action.hint.endswith(f"   - {written}")


@pytest.mark.parametrize(
    "line", ["k7q2m4 is done.", "-   k7q2m4: closed by Ann", "Mat said k7q2m4 was finished"]
)
def test_what_is_said_to_be_done_in_notes_stays_open_and_is_told(line: str) -> None:
    item = "{id: k7q2m4, owner: Mat, task: think}"
    notes = f"notes: |\n  {line}\nattending: [Mat]\n"
    assert finding("action-in-notes", met("2020-10-26", f"{notes}actions: [{item}]")).hint[-6:] == "k7q2m4"
    closed = item.replace("think", "think, status: done")
    assert broken(met("2020-10-26", f"{notes}actions: [{closed}]")) == []


@pytest.mark.parametrize("line", ["k7q2m4 is not done", "ask about k7q2m4", "m3x8d0 is done"])
def test_what_is_not_said_to_be_done_is_not_told(line: str) -> None:
    body = f"notes: {line}\nattending: [Mat]\nactions: [{{id: k7q2m4, owner: Mat, task: think}}]"
    assert broken(met("2020-10-26", body)) == []


def test_an_action_in_the_note_of_another_one_is_told_too() -> None:
    item = "{id: k7q2m4, owner: Mat, task: think, note: [It is late, 'TODO Ann: call']}"
    told = finding("action-in-notes", met("2020-10-26", f"attending: [Mat, Ann]\nactions: [{item}]"))
    assert (told.key_path, told.hint[-11:]) == (("actions", 0, "note", 1), "- Ann: call")


@pytest.mark.parametrize(
    "line",
    [
        "- ACTION: none.",
        "- AI: none so far",
        *("we asked AI (Mat) again", "so AI (none of us): x", "and TODO list: x"),
        *("the AI (Mat): x", "AI (Mat)", "- [x] Mat: think", "- [x] maybe: think", "- [ ] think"),
        *("Mat: a remark", "Mat will be late", "tea (Mat)", "tea - Mat", "@here tea", "Zoltan to mail"),
        *("TODO list: tea", "Mat to be on leave", "```\nAI (Mat): x\n```"),
        *("<!-- AI (Mat): x -->", "tea <!--\nAI (Mat): x\n-->"),
    ],
)
def test_what_only_mentions_an_action_is_prose(line: str) -> None:
    assert broken(with_notes(line, attending="Mat, Ann")) == []
