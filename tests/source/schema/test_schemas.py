"""What a meeting and a series may hold, and what is said when they do not."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from support.schemaproblems import KINDS, MEETING, SERIES, schema_problems, with_date
from support.tools import Tools

from minutebook.source.schema import schemas
from minutebook.source.yaml.loader import read

KEYWORDS = {
    *("$schema", "$id", "$defs", "$ref", "$comment", "title", "description", "examples", "default"),
    "defaultSnippets",
    *("type", "enum", "const", "pattern", "patternErrorMessage", "format", "minimum", "maximum"),
    *("properties", "patternProperties", "additionalProperties", "propertyNames", "required"),
    *("minProperties", "maxProperties", "items", "minItems", "uniqueItems", "if", "then", "else", "not"),
}


def subschemas(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for keyword in ("properties", "patternProperties", "$defs"):
            for inner in node.get(keyword, {}).values():
                yield from subschemas(inner)
        for keyword in ("additionalProperties", "propertyNames", "items", "if", "then", "else", "not"):
            yield from subschemas(node.get(keyword))


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every key that has a name; a condition's keys repeat those of the object around it."""
    for each in subschemas(node):
        if "additionalProperties" in each:
            yield from each.get("properties", {}).items()


@pytest.mark.parametrize("file_type", KINDS)
class TestSchemas:
    def test_the_metaschema_accepts_it(self, file_type: schemas.FileType) -> None:
        Draft202012Validator.check_schema(schemas.load(file_type))

    def test_no_keyword_is_misspelt(self, file_type: schemas.FileType) -> None:
        assert {keyword for node in subschemas(schemas.load(file_type)) for keyword in node} <= KEYWORDS

    def test_every_reference_stays_in_the_file(self, file_type: schemas.FileType) -> None:
        loaded = schemas.load(file_type)
        references = {node["$ref"] for node in subschemas(loaded) if "$ref" in node}
        assert references == {f"#/$defs/{name}" for name in loaded["$defs"]}

    def test_every_property_has_help(self, file_type: schemas.FileType) -> None:
        lacking = [
            key
            for key, node in properties(schemas.load(file_type))
            if not {"title", "description", "examples"} <= {*node}
        ]
        assert lacking == []

    def test_every_example_is_valid(self, file_type: schemas.FileType) -> None:
        loaded = schemas.load(file_type)
        for node in subschemas(loaded):
            complete = Draft202012Validator(
                {**node, "$defs": loaded["$defs"]}, format_checker=FormatChecker()
            )
            for example in node.get("examples", ()):
                complete.validate(example)

    def test_objects_with_fixed_keys_are_closed(self, file_type: schemas.FileType) -> None:
        for node in subschemas(schemas.load(file_type)):
            if "properties" in node and ("type" in node or "minProperties" in node):
                assert node["additionalProperties"] is False
                assert node["patternProperties"] == {"^x-": True}

    def test_patterns_refuse_a_trailing_newline(self, file_type: schemas.FileType) -> None:
        patterns = {
            node["pattern"] for node in subschemas(schemas.load(file_type)) if "patternErrorMessage" in node
        }
        assert patterns
        assert all(pattern.startswith("^") and pattern.endswith(r"(?!\n)$") for pattern in patterns)

    def test_the_source_is_what_is_loaded(self, file_type: schemas.FileType) -> None:
        assert f'"urn:minutebook:schema:{file_type}:1"' in schemas.source(file_type)


class TestAccepted:
    def test_a_meeting(self) -> None:
        assert schema_problems(MEETING) == ()

    def test_a_series(self) -> None:
        assert schema_problems(SERIES, "series") == ()

    def test_a_meeting_of_a_date(self) -> None:
        assert schema_problems(with_date("")) == ()

    def test_an_action_with_only_a_key_of_the_users_own_beside_it(self) -> None:
        assert schema_problems(with_date("actions:\n  - {owner: Mat, task: it, x-points: 3}\n")) == ()

    @pytest.mark.parametrize("text", ["empty: ''\n", "schedule: FREQ=WEEKLY\n", "lapse: 0\n", "x-a: 1\n"])
    def test_a_series_with(self, text: str) -> None:
        assert schema_problems(text, "series") == ()

    @pytest.mark.parametrize(("file_type", "text"), [("meeting", MEETING), ("series", SERIES)])
    def test_another_validator_agrees(self, file_type: schemas.FileType, text: str, tmp_path: Path) -> None:
        (tmp_path / "schema.json").write_text(schemas.source(file_type), encoding="utf-8")
        (tmp_path / "file.yaml").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--schemafile", "schema.json", "file.yaml"]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout


INTERRUPTED = """\
import signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == "decimal":  # which the engine asks for while it is loaded
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)

from minutebook.source.schema import schemas
sys.modules.pop("decimal", None)
finder = Finder()
sys.meta_path.insert(0, finder)
try:
    schemas._quick_validator("meeting")
    print("not asked" if finder in sys.meta_path else "swallowed")
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_while_the_fast_engine_is_loaded_is_no_more_than_that(tools: Tools) -> None:
    tools.module("jsonschema_rs")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    assert done.stdout in {"interrupted\n", "not asked\n"}  # jsonschema-rs 0.30 asks for no such module


@pytest.mark.parametrize(
    ("file_type", "text"),
    [
        ("meeting", "date: 0000-01-01"),
        ("meeting", "date: 2020-10-26\nactions: [{id: a1bcde, owner: Mat, task: zero, due: 0000-01-01}]"),
        ("series", "schedule: [{rule: FREQ=WEEKLY, from: 0000-01-01}]"),
        ("series", "roster: {Mat: {until: 0000-01-01}}"),
    ],
)
def test_there_is_no_year_0(file_type: schemas.FileType, text: str) -> None:
    problems = schemas.problems(file_type, read("a.yaml", text.encode()))
    assert [problem.message for problem in problems if "must be a day" in problem.message]
