"""Prose that YAML would lose or change is answered with the line to write, and that line is right."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from support.effort import at_most
from support.refusals import WORDS, mended, refusals

from minutebook.records.refusal import Refused
from minutebook.source.yaml.loader import read

ITEM, VALUE, DEEP = "- {}", "reason: {}", "sections:\n  - title: A\n    reason: {}\n    status: x"

PLACES = {
    ITEM: lambda data: data[0],
    "attending:\n  - {}\n  - last": lambda data: data["attending"][0],
    VALUE: lambda data: data["reason"],
    DEEP: lambda data: data["sections"][0]["reason"],
    "actions:\n  - topic: {}": lambda data: data["actions"][0]["topic"],
    "- - {}": lambda data: data[0][0],
}

TRAPS = [
    *("fix issue #445", "see #1 and #2", "11 tickets #4 of 5", "C# #5", "it's #1", "a # b"),
    *("note: see below", "AI (Mat): x: y", "12:30: start", "a: b: c"),
    *("[link](url)", "[link](url) #445", "[x] done: y", "[a] and [b]", "[x]: y"),
    *(
        "*bold* x",
        "*bold*",
        "`code`",
        "`code` x",
        "&amp; foo",
        "&x",
        "!important",
        "! x",
        "%d of them",
        "@Mat said",
    ),
    *(
        "{x} y",
        "{{ x }}",
        "{x} and {y}",
        '"quoted" and more',
        "'quoted' and more",
        '"Hi," she said: no',
        "|x|",
        "> quoted",
    ),
    *("*", "&", "!", "%", "@", "`", "*a: b", "@a #b", "**bold** note:", "%: x"),
]

# An item of a list with a colon in it is no text: it is an action item that was typed in a hurry.
CASES = [(prose, place) for prose in TRAPS for place in PLACES if ": " not in prose or "- {}" not in place]

KEYED = ["- x", "? x", "-", "- a - b"]


def value(text: str, place: str) -> object:
    """Return what is read at a place; a list at the top is read under a key."""
    if place.startswith("- "):
        text = "top:\n" + "\n".join("  " + line for line in text.split("\n"))
        return PLACES[place](read("a.yaml", text.encode()).data["top"])
    return PLACES[place](read("a.yaml", text.encode()).data)


@pytest.mark.parametrize(("prose", "place"), CASES)
def test_a_trap_is_refused_and_the_line_to_write_means_what_was_typed(prose: str, place: str) -> None:
    text = place.format(prose)
    problems = [problem for problem in refusals(text) if problem.rule != "empty-file"]
    if place.startswith("- ") and not problems:
        problems = list(refusals(f"top:\n  {text}"))
    assert problems, "it is refused"
    assert problems[0].rule == "plain-text"
    assert problems[0].location.line == place[: place.index("{}")].count("\n") + 1
    assert value(mended(text, problems[0]), place) == prose


@pytest.mark.parametrize("prose", KEYED)
def test_text_that_begins_like_a_list_is_refused_behind_a_key(prose: str) -> None:
    (problem,) = refusals(f"reason: {prose}\n")
    assert problem.rule == "plain-text"
    assert value(mended(f"reason: {prose}\n", problem), VALUE) == prose


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (
            "task: fix issue #445",
            'Write: task: "fix issue #445"   (a comment has two spaces before its # and one after it)',
        ),
        ("- note: see below: x", 'Write: - note: "see below: x"'),
        ("    - [link](url)", 'Write: - "[link](url)"'),
        ("'a key': *bold*", "Write: 'a key': \"*bold*\""),
        ('x: `say "hi"`', "Write: x: '`say \"hi\"`'"),
        ("x: @Mat    # a comment", 'Write: x: "@Mat"'),
    ],
)
def test_the_answer_is_the_exact_line_to_write(line: str, hint: str) -> None:
    assert hint in [problem.hint for problem in refusals(f"top:\n{line}\n" if line.startswith(" ") else line)]


def test_a_task_that_reads_like_a_comment_of_a_draft_is_none() -> None:
    assert refusals("task: check # of users last time")


@pytest.mark.parametrize("line", ["x: *a\ny: @b\nz: fine\nw: `c`\n"])
def test_several_traps_are_answered_at_once(line: str) -> None:
    assert [problem.location.line for problem in refusals(line)] == [1, 2, 4]


@pytest.mark.parametrize(
    "line",
    [
        "x: fine  # a comment",
        "x: fine  #",
        "x: C#",
        "x: a:b",
        "x: http://example.org/#part",
        "x: 'fix #445'",
        "date: 2020-10-26 # Monday",
        "attending: all # such as all, {all but: [Ada]}, or [Ada, Ben]",
        "attending: {all but: [Cy]} # such as all, {all but: [Ada]}, or [Ada, Ben]",
        "header:\n  Scribe: Ada # Ben last time",
        "x: [a, b]  # a comment",
        "x: |\n  *bold* [link](url) #445 a: b\n  - x: `y`",
        "x:\n  - |\n    @a: b\n",
        "# *bold*: x\na: 1",
        "x: (Mat)",
        "x: -1 is less",
        "x: ... and so on",
        "x: 1,5",
        '"x": {a: [1, "b"]}',
    ],
)
def test_what_yaml_reads_as_it_is_meant_is_no_trap(line: str) -> None:
    assert not refusals(line)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("notes: one\n  two\n", "Write: notes: |\nand the text on the lines below it, indented."),
        ("notes: - one\n  - two\n", "Write: notes: |\nand the text on the lines below it, indented."),
        (
            "x: one\n  two\n",
            "Put the text on one line, in quotes if need be; longer text stands below `notes: |`.",
        ),
        (
            "x:\n  - one\n    two\n",
            "Put the text on one line, in quotes if need be; longer text stands below `notes: |`.",
        ),
        (
            "x:\n  one\n  two\n",
            "Put the text on one line, in quotes if need be; longer text stands below `notes: |`.",
        ),
    ],
)
def test_text_on_several_lines_is_answered_with_a_block(text: str, hint: str) -> None:
    assert [problem.hint for problem in refusals(text)] == [hint]


@pytest.mark.parametrize(
    ("line", "mended_line"),
    [
        ("x: [a, http://x.y]", 'x: [a, "http://x.y"]'),
        ("x: {a:b}", 'x: {"a:b"}'),
        ("x: [Mat, Diego?]", 'x: [Mat, "Diego?"]'),
        ("x: {value: 1:30}", 'x: {value: "1:30"}'),
        ("x: [@mat, Ada, @ben]", 'x: ["@mat", Ada, "@ben"]'),
        ("x: [a, `b` c]", 'x: [a, "`b` c"]'),
        ("x: [*a*, b]", 'x: ["*a*", b]'),
        ("x: [%a, >b]", 'x: ["%a", ">b"]'),
        ("x: [% of a, > b]", 'x: ["% of a", "> b"]'),
    ],
)
def test_text_between_brackets_is_answered_with_the_line_in_quotes(line: str, mended_line: str) -> None:
    (problem,) = refusals(line + "\n")
    assert problem.rule == "plain-text"
    assert problem.hint == f"Write: {mended_line}"


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), st.sampled_from([VALUE, DEEP]))
@example("[link](url) #445", VALUE)
@example("1, *bold* note:", VALUE)
def test_any_prose_is_read_as_typed_or_answered_with_a_line_that_is(prose: str, place: str) -> None:
    text = place.format(prose)
    problems = refusals(text)
    if not problems:
        assume(isinstance(value(text, place), str))
        assume(not prose.startswith(('"', "'", "[", "{", "|", ">")) and prose != "#")
        assert value(text, place) == prose
    elif problems[0].hint.startswith("Write: "):
        assert value(mended(text, problems[0]), place) == prose


SPACES = " " * 60_000


@pytest.mark.parametrize(
    "line",
    [
        f"reason: *a{SPACES}b",
        f"reason: [a] x{SPACES}b # c",
        f"reason: x{SPACES}y: b",
        f"key{SPACES}b: c: d",
        f"reason: a:{SPACES}b",
        f"reason: &{SPACES}# b",
    ],
)
def test_a_long_run_of_spaces_takes_little_time(line: str) -> None:
    with at_most(30):
        refusals(f"{line}\n*")


def test_a_comment_behind_many_spaces_is_no_part_of_the_text() -> None:
    with pytest.raises(Refused) as caught:
        read("a.yaml", b"reason: *bold* text    # why")
    assert caught.value.problems[0].mend == '"*bold* text"'


@pytest.mark.parametrize(
    "line",
    [
        "date: 2020-10-26 # a Monday",
        "status: draft # until Friday",
        "counters: {calls: 1} # check again",
        "attending: [Mat, Diego] # and who else?",
        "ok: [row-absent] # gone for good",
        "actions:\n  - owner: Mat # for Ada",
        "duty:\n  This week: Mat # swapped",
        "table: {id: jira} # ours",
        "actions:\n  - id: k7q2m4 # ours\n    status: open # again\n    due: 2020-11-09 # hard",
        "table:\n  id: jira # ours\n  totals: both # as always\n  baseline: none # a new queue\n  rows:\n    Open: 11 # check again",
        "schedule: FREQ=WEEKLY;BYDAY=MO # weekly",
        "schedule:\n  - rule: FREQ=WEEKLY;BYDAY=MO # weekly\n    from: 2020-01-06 # since then",
        "ok:\n  - row-absent # gone for good",
    ],
)
def test_behind_what_can_not_hold_it_one_space_is_enough_for_a_comment(line: str) -> None:
    assert refusals(f"{line}\n") == ()


@pytest.mark.parametrize(
    "line",
    [
        "title: Team # ours",
        "status: in progress #445",
        "header: {id: Room #4}",
        "header:\n  status: Room # 4",
        "header:\n  owner: Ann # 4",
        "actions:\n  - owner: Mat #4",
        "counters:\n  id: calls # 4",
        "x-own:\n  status: fix #445",
        "reason: holidays # at last",
        "  counters:\n    open: #3\n- title: Talk",
    ],
)
def test_behind_text_one_space_is_not_enough_for_a_comment(line: str) -> None:
    assert "as a comment" in refusals(f"{line}\n")[0].message


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("'it's cake'", "it's cake"),
        ('"say "cake""', 'say "cake"'),
        ("'it's \"my\" cake'", 'it\'s "my" cake'),
        ('"Tickets" and "Rows"', '"Tickets" and "Rows"'),
        ("'Tickets' and more", "'Tickets' and more"),
    ],
)
def test_quotes_around_a_text_with_more_of_them_are_none_of_its_words(typed: str, meant: str) -> None:
    (problem,) = refusals(f"task: {typed}\n")
    assert read("a.yaml", mended(f"task: {typed}\n", problem).encode()).data == {"task": meant}
