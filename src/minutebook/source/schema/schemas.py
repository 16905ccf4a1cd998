"""What a meeting and a series may hold: the two JSON Schemas, and what a file says against them."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, Literal

from minutebook.disk.interrupts import interrupts_waiting
from minutebook.records.problem import KeyPath, Problem
from minutebook.source.yaml.document import Document

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

    from minutebook.source.schema.faults import Fault

Kind = Literal["meeting", "series"]


def source(kind: Kind) -> str:
    """Return the text of a schema as it is stored."""
    here = File(__file__).resolve()
    # A wheel carries the schemas inside the package; a checkout has them beside `src`.
    folders = (here.parents[2] / "_schema", here.parents[4] / "schema")
    folder = next((folder for folder in folders if folder.is_dir()), folders[0])
    return (folder / f"{kind}.schema.json").read_text(encoding="utf-8")


def load(kind: Kind) -> dict[str, Any]:
    """Return a schema as data."""
    schema: dict[str, Any] = json.loads(source(kind))
    return schema


def is_one(text: str) -> bool:
    """Whether a text is a schema of minutebook's, of whichever version."""
    return '"$id": "urn:minutebook:schema:' in text


def problems(kind: Kind, document: Document) -> tuple[Problem, ...]:
    """Return what a file says against its schema, one problem a cause, in the order of the file.

    jsonschema alone decides what is reported; where a faster engine is installed, it is asked only for what
    that engine does not accept.
    """
    if _surely_valid(kind, document.data):
        return ()
    from minutebook.source.schema.faults import essential
    from minutebook.source.schema.messages import explain

    errors = _validator(kind).iter_errors(document.data)
    faults = essential(fault for error in errors for fault in _faults(error))
    found = (document.problem(finding) for finding in explain(faults, document))
    return tuple(sorted(found, key=Problem.order))


def _surely_valid(kind: Kind, data: Any) -> bool:
    quick = _quick_validator(kind)
    try:
        return quick is not None and bool(quick.is_valid(data))
    except ValueError:  # an Ambiguous scalar, which is no JSON
        return False


@cache
def _quick_validator(kind: Kind) -> Any:
    # Interrupted while it is loaded, the engine ends the program with a message of its own.
    with interrupts_waiting() as let_interrupt:
        try:
            from jsonschema_rs import validator_for
        except ImportError:  # no wheel for this platform
            return None
        let_interrupt()
    return validator_for(load(kind), validate_formats=True)


@cache
def _validator(kind: Kind) -> "Validator":
    from jsonschema import Draft202012Validator, FormatChecker, validators
    from referencing import Registry

    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    extend: Any = validators.extend
    strict = extend(Draft202012Validator, {"uniqueItems": _unique_texts}, type_checker=checker)
    # An empty registry has nothing to fetch from, whatever a reference says.
    validator: Validator = strict(load(kind), registry=Registry(), format_checker=FormatChecker(["date"]))
    return validator


def _unique_texts(_: object, unique: bool, value: object, __: object) -> Iterator["ValidationError"]:
    """Report each repeated text at its own place, in linear time even where the types are mixed."""
    from jsonschema import ValidationError

    seen: set[str] = set()
    for index, item in enumerate(value if unique and isinstance(value, list) else ()):
        if isinstance(item, str):
            if item in seen:
                yield ValidationError("repeated", path=[index], instance=item)
            seen.add(item)


def _faults(error: "ValidationError") -> "Iterable[Fault]":
    from minutebook.source.schema.faults import Fault

    key_path: KeyPath = tuple(error.absolute_path)
    schema: Any = error.schema
    value: Any = error.instance
    demanded: Any = error.validator_value
    keyword = str(error.validator)
    if keyword == "additionalProperties":
        known = schema["properties"]
        extra = (key for key in value if key not in known and not key.startswith("x-"))
        return [Fault((*key_path, key), "unknown", value, schema, key) for key in extra]
    if keyword == "required":
        return [Fault(key_path, keyword, value, schema, key) for key in demanded if key not in value]
    if "propertyNames" in error.absolute_schema_path:
        return [Fault((*key_path, value), "label", value, schema)]
    return [Fault(key_path, keyword, value, schema)]
