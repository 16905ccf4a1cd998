"""What a meeting and a series can have in them: the two JSON Schemas, and how a file breaks them."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from minutebook.disk.interrupts import interrupts_waiting
from minutebook.records.module_stand_ins import stand_in_for
from minutebook.records.problem import KeyPath, Problem
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.scalars import is_own_key

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

    from minutebook.source.schema.faults import Fault

FileType = Literal["meeting", "series"]


def source(file_type: FileType) -> str:
    """Return the text of a schema as it is stored."""
    return (folder() / f"{file_type}.schema.json").read_text(encoding="utf-8")


def folder() -> Path:
    """Return where the schemas are stored."""
    module = Path(__file__).resolve()
    # A wheel carries the schemas inside the package; a checkout has them beside `src`.
    folders = (module.parents[2] / "_schema", module.parents[4] / "schema")
    return next((folder for folder in folders if folder.is_dir()), folders[0])


def load(file_type: FileType) -> dict[str, Any]:
    """Return a schema as data."""
    schema: dict[str, Any] = json.loads(source(file_type))
    return schema


@cache
def format_keys() -> frozenset[str]:
    """Return the keys that the format has anywhere but within a style, where they are words such as `done`."""
    of_series = load("series")["properties"]
    settings = [setting for key, setting in of_series.items() if key != "style"]
    return frozenset(_keys(load("meeting")) | of_series.keys() | _keys(settings))


def _keys(schema: Any) -> set[str]:
    subschemas = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    properties = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return set(properties).union(*map(_keys, subschemas))


def is_schema(text: str) -> bool:
    """Whether a text is a schema of minutebook's, of whichever version."""
    return '"$id": "urn:minutebook:schema:' in text


def problems(file_type: FileType, document: Document) -> tuple[Problem, ...]:
    """Return how a file breaks its schema, one problem a cause, in the order of the file.

    jsonschema alone decides what is reported; if a faster engine is installed, jsonschema is asked only about what
    that engine refuses.
    """
    if _surely_valid(file_type, document.data):
        return ()
    from minutebook.source.schema.faults import essential
    from minutebook.source.schema.messages import explain

    errors = _validator(file_type).iter_errors(document.data)
    faults = essential(fault for error in errors for fault in _faults(error))
    findings = explain(faults, document)
    return tuple(sorted((document.problem(finding) for finding in findings), key=Problem.order))


def fits(file_type: FileType, data: Any) -> bool:
    """Whether the data of a file fit its schema."""
    if _quick_validator(file_type) is None:
        return bool(_validator(file_type).is_valid(data))
    return _surely_valid(file_type, data)


def _surely_valid(file_type: FileType, data: Any) -> bool:
    quick = _quick_validator(file_type)
    try:
        return quick is not None and bool(quick.is_valid(data))
    except ValueError:  # an Ambiguous scalar, which is no JSON
        return False


@cache
def _quick_validator(file_type: FileType) -> Any:
    # An interrupt while it is loaded would end the program with the engine's own message.
    with interrupts_waiting() as let_interrupt:
        try:
            with stand_in_for("email.utils", parsedate_to_datetime=str):
                from jsonschema_rs import validator_for
        except ImportError:  # no wheel for this platform
            return None
        let_interrupt()
    return validator_for(load(file_type), validate_formats=True)


@cache
def _validator(file_type: FileType) -> "Validator":
    from jsonschema import Draft202012Validator, FormatChecker, validators
    from referencing import Registry

    # 1.0 is an integer for JSON Schema (python-jsonschema/jsonschema#777), and no count for people.
    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    extend: Any = validators.extend
    strict = extend(Draft202012Validator, {"uniqueItems": _unique_texts}, type_checker=checker)
    # Without a registry of its own, jsonschema fetches what a `$ref` names, from files and the network.
    validator: Validator = strict(
        load(file_type), registry=Registry(), format_checker=FormatChecker(["date"])
    )
    return validator


def _unique_texts(_: object, unique: bool, value: object, __: object) -> Iterator["ValidationError"]:
    """Report each repeated text at its own place, in linear time even if the types are mixed."""
    from jsonschema import ValidationError

    texts: set[str] = set()
    for index, text in enumerate(value if unique and isinstance(value, list) else ()):
        if isinstance(text, str):
            if text in texts:
                yield ValidationError("repeated", path=[index], instance=text)
            texts.add(text)


def _faults(error: "ValidationError") -> "Iterable[Fault]":
    from minutebook.source.schema.faults import Fault

    key_path: KeyPath = tuple(error.absolute_path)
    schema: Any = error.schema
    value: Any = error.instance
    required_keys: Any = error.validator_value
    keyword = str(error.validator)
    if keyword == "additionalProperties":
        properties = schema["properties"]
        unknown_keys = (key for key in value if key not in properties and not is_own_key(key))
        return [Fault((*key_path, key), "unknown", value, schema, key) for key in unknown_keys]
    if keyword == "required":
        return [Fault(key_path, keyword, value, schema, key) for key in required_keys if key not in value]
    if "propertyNames" in error.absolute_schema_path:
        return [Fault((*key_path, value), "label", value, schema)]
    return [Fault(key_path, keyword, value, schema)]
