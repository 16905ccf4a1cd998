"""What messages about a schema call the things that they are about."""

from minutebook.records.problem import KeyPath
from minutebook.source.schema.faults import last_key, short
from minutebook.source.yaml.document import Ambiguous

TYPES = {
    "array": "a list",
    "object": "a mapping (lines of `key: value`)",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
}
"""The types of JSON Schema as people know them."""


def key_name(key_path: KeyPath) -> str:
    """Name a value by its key, or by that of the list that it is in."""
    if not key_path:
        return "the file"
    return f"{'' if isinstance(key_path[-1], str) else 'each entry of '}`{short(last_key(key_path))}`"


def with_article(title: str) -> str:
    """Return the title of a schema with its article."""
    return f"{'an' if title[0] in 'AEIOU' else 'a'} {title[0].lower()}{title[1:]}"


def quoted(text: str) -> str:
    """Show what was typed."""
    return f"'{short(text)}'" if text else "empty"


def type_name(value: object) -> str:
    """Name the type of a value."""
    scalars = {bool: "true or false", int: "a number", Ambiguous: "a number", str: "text"}
    return {**scalars, dict: "a mapping", list: "a list"}.get(type(value), "empty")
