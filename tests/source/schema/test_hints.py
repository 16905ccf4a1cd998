"""What to write where the shape of a value is not the one that is asked for."""

import pytest

from minutebook.records.problem import KeyPath
from minutebook.source.schema.faults import Fault
from minutebook.source.schema.hints import shape_hint
from minutebook.source.yaml.document import Ambiguous


@pytest.mark.parametrize(
    ("path", "value", "wanted", "hint"),
    [
        (("title",), None, "string", "Write it, or leave the key out."),
        (("attending", 0), None, "string", "Write it, or delete the line."),
        (("notes",), ["a"], "string", "Write `notes: |`, and the Markdown below it, indented."),
        (("sections", 0), "JIRA", "object", "Write: - title: JIRA"),
        (
            ("sections",),
            {"3.10": {"notes": "a"}, "JIRA": None},
            "array",
            'Write for a section: - title: "3.10"\nand below it, as far to the right as `title`, what is in it.',
        ),
        (("attending",), "Mat, Ada", "array", "Write: attending: [Mat, Ada]"),
        (("table", "columns"), "3.4", "array", 'Write: columns: ["3.4"]'),
        (("table", "columns"), Ambiguous("3.10"), "array", 'Write: columns: ["3.10"]'),
        (("table", "columns"), "| a | b |", "array", "Write: columns: [a, b]"),
        (("table", "columns"), "# of tickets, Both", "array", 'Write: columns: ["# of tickets", Both]'),
        (
            ("attending",),
            "(Mat)",
            "array",
            "Write a list: `[one, other]`, or one entry a line, each after `- `.",
        ),
        (("header",), "a", "object", "Write lines of `key: value` below it, indented."),
        (("roster",), ["Ada", "Ben Ray"], "object", "Write: roster: {Ada: {}, Ben Ray: {}}"),
        (("roster",), ["Ada", "all"], "object", "Write: roster: {Ada: {}, all: {group: true}}"),
        (("roster",), "Ada, Ben Ray", "object", "Write: roster: {Ada: {}, Ben Ray: {}}"),
        (
            ("roster", "devs"),
            ["Ada", "Ben"],
            "object",
            "If they are other spellings, write: devs: {aliases: [Ada, Ben]}\n"
            "If that is a group, write: devs: {group: true}",
        ),
        (("roster", "devs"), [], "object", "If that is a group, write: devs: {group: true}"),
        (("title",), ["a"], "string", "Write: title: a"),
        (("title",), ["a", "b"], "string", "If it is one text, put it in quotes."),
        (("counters", "a"), [11], "integer", "Write: a: 11"),
        (("changing",), "sometimes", "boolean", "Write true or false, without quotes."),
        (("changing",), "yes", "boolean", "Write: changing: true"),
        (("group",), "Off", "boolean", "Write: group: false"),
        (("lapse",), "a", "integer", ""),
        (
            ("actions", 0, "Mat"),
            ["call", "mend the roof"],
            "string",
            "If Mat does each of these, write a line for each: - Mat: call\n"
            "If that is a topic, write: - topic: Mat\nand below it, as far to the right as `topic`: actions:",
        ),
        (
            ("actions", 0, "The roof"),
            [{"owner": "Mat"}],
            "string",
            "If that is a topic, write: - topic: The roof\nand below it, as far to the right as `topic`: actions:",
        ),
        (("actions",), "Nothing", "array", "Write: actions: []   (or leave it out)"),
        (
            ("actions",),
            "- Mat: call\n",
            "array",
            "Delete the `|` behind `actions:`; its list stands below it without one.",
        ),
        (
            ("actions",),
            {"1. Mat": "call", "2. Ada": "write"},
            "array",
            "Begin each line with a dash in the place of its number: - Mat: call",
        ),
        (("absent",), "nobody", "array", "Write: absent: []   (or leave it out)"),
        (
            ("table", "rows", "a", "continues"),
            [Ambiguous("3.10"), "Open"],
            "string",
            'Only one can be continued: write "3.10" or Open, or `none`, which counts from 0.',
        ),
        (
            ("attending", 0),
            {"all but": "Mat, Ada"},
            "string",
            "Write in place of the list: attending: {all but: [Mat, Ada]}",
        ),
    ],
)
def test_the_hint_is_what_to_write(path: KeyPath, value: object, wanted: str, hint: str) -> None:
    assert shape_hint(Fault(path, "type", value, {"type": wanted}))[0] == hint


@pytest.mark.parametrize(
    ("value", "wanted", "mend"),
    [
        (["a: b"], "string", '"a: b"'),
        ([["a"]], "string", None),
        (["a"], "integer", None),
        ("Mat, Ada", "array", "[Mat, Ada]"),
        ("(Mat)", "array", None),
    ],
)
def test_what_can_only_be_meant_in_one_way_is_mended(value: object, wanted: str, mend: str | None) -> None:
    assert shape_hint(Fault(("title",), "type", value, {"type": wanted}))[1] == mend


@pytest.mark.parametrize(
    ("key", "value", "mend"),
    [
        ("attending", "Mat, Ada and Ben Ray", "[Mat, Ada, Ben Ray]"),
        ("absent", "Mat und Ada", "[Mat, Ada]"),
        ("attending", "Mat; Ada and Ben", "[Mat, Ada, Ben]"),
        ("attending", "Mat; Ada; and Ben", "[Mat, Ada, Ben]"),
        ("attending", "Ray, Mat; Lee, Ada", '["Ray, Mat", "Lee, Ada"]'),
        ("attending", "Ada Ortega y Gasset, Mat", None),
        ("attending", "we met and it was good", None),
        ("attending", "Mat & Ada", None),
        ("guests", "Trade and Transport, Ada", None),
        ("guests", "Mat; Ada", "[Mat, Ada]"),
    ],
)
def test_people_with_an_and_between_them_become_a_list(key: str, value: str, mend: str | None) -> None:
    assert shape_hint(Fault((key,), "type", value, {"type": "array"}))[1] == mend


def test_what_is_written_names_everybody_between_whom_an_and_stands() -> None:
    fault = Fault(("attending",), "type", "Mat; Ada and Ben", {"type": "array"})
    assert shape_hint(fault)[0] == "Write: attending: [Mat, Ada, Ben]"
