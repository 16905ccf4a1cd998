"""What to write if the shape of a value is not the one that is asked for."""

import re

from minutebook.actions.known_people import is_name
from minutebook.actions.usual_words import is_nothing_to_do
from minutebook.actions.words import EVERYBODY_WORDS, NOBODY_WORDS, NOTHING_WORDS, UNDECIDED_WORDS
from minutebook.records.attendance import ALL_BUT, LISTS
from minutebook.records.conjunctions import AND
from minutebook.records.figures import one_continued
from minutebook.records.spoken_schedules import spoken_rule
from minutebook.source.schema.faults import Fault, last_key, short
from minutebook.source.schema.spoken_attendance import short_form
from minutebook.source.schema.value_messages import NO, YES
from minutebook.source.yaml.document import Ambiguous
from minutebook.source.yaml.quotes import write_text
from minutebook.source.yaml.typed_line import TEXT_KEYS
from minutebook.source.yaml.writer import write_inline

_BETWEEN = rf", (?:{AND} )?| {AND} "
_BETWEEN_PARTED = rf"[;&](?: {AND} )?| {AND} "
"""What stands between names that may have commas in them."""
_AND_OF_PEOPLE = re.compile(rf" (?![eiy] ){AND} ")
"""Between two people, and not within the name of one, such as Ortega y Gasset."""
_HINTS = {
    "array": "Write a list: `[one, other]`, or one entry a line, each after `- `.",
    "object": "Write lines of `key: value` below it, indented.",
    "string": "If it is one text, put it in quotes.",
    "boolean": "Write true or false, without quotes.",
}
ROWS = "Write below it, indented, a line for each row: `Open: 11`, or `Open: [4, 11]` for two columns."
"""How the rows of a table are written."""
_NAMES = re.compile(r"(?:[\w.?@ ]|(?<=\w)-(?=\w))+(?:, (?:[\w.?@ ]|(?<=\w)-(?=\w))+)*\Z")
"""One name or several; what may be prose with commas in it is not cut into names."""
_NUMBERED = re.compile(r"[0-9]+[.)] +(\S.*)")
_NONE = (NOBODY_WORDS | NOTHING_WORDS) - UNDECIDED_WORDS
_OTHERS = re.compile(
    rf"(?:{'|'.join(EVERYBODY_WORDS)})|.*\b(?:others?|else|rest|andere[n]?|\u00fcbrigen?|autres|otr[oa]s|outr[oa]s|dem\u00e1s|overigen?|altri|inni)",
    re.IGNORECASE,
)


def shape_hint(fault: Fault) -> tuple[str, str | None]:
    """Return how the value of a fault would be written in the right shape, and that alone if it is the right answer."""
    key, value = last_key(fault.key_path), fault.value
    in_list = fault.key_path[-1:] != (key,)
    if hint := _table_hint(key, value, in_list=in_list) or _roster_hint(key, value, in_list=in_list):
        return hint
    if value is None:
        return "Write it, or delete the line." if in_list else "Write it, or leave the key out.", None
    if key in TEXT_KEYS:
        return f"Write `{key}: |`, and the Markdown below it, indented.", None
    if isinstance(value, str) and in_list and key == "sections":
        return f"Write: - title: {write_text(short(value))}", None
    if key == "actions" and not in_list and (hint := _items_hint(value)):
        return hint
    if key in LISTS and (hint := _attendance_hint(key, value, in_list=in_list)):
        return hint
    if text := _dated_entry(fault, in_list=in_list):
        return (f"Write: {text}", text) if in_list else (f"Write: {short(key)}: [{text}]", None)
    if isinstance(value, str) and "array" in fault.types and _NAMES.match(value):
        names = re.split(_BETWEEN, value)
        text = write_inline(names)
        # What has an `and` in it may be one name.
        return f"Write: {short(key)}: {text}", text if names == value.split(", ") else None
    if isinstance(value, list) and len(value) == 1 and _is_scalar(value[0], fault.types):
        text = write_inline(value[0])
        return f"Write: {text if in_list else f'{short(key)}: {text}'}", text
    answer = _answer(value) if "boolean" in fault.types else None
    return (f"Write: {short(key)}: {answer}", answer) if answer else (_type_hint(fault), None)


def _answer(value: object) -> str | None:
    """Return true or false for a word that says the same, such as yes."""
    word = str(value).lower()
    return "true" if word in YES else "false" if word in NO else None


def section_hint(title: str) -> str:
    """Return how a section is written whose title stands as a key."""
    name = write_text(short(title))
    return (
        f"Write for a section: - title: {name}\nand below it, as far to the right as `title`, what is in it."
    )


def _type_hint(fault: Fault) -> str:
    """Return how values of the right type are written."""
    if fault.key_path[-2:-1] == ("roster",):
        name = write_text(short(fault.key_path[-1]))
        if isinstance(fault.value, list):
            group = f"If that is a group, write: {name}: {{group: true}}"
            are_names = fault.value and all(isinstance(entry, str) for entry in fault.value)
            spellings = write_inline({"aliases": fault.value}) if are_names else ""
            return f"If they are other spellings, write: {name}: {spellings}\n{group}" if spellings else group
        return f"Write what is known between braces, such as {name}: {{from: 2020-10-26}}, or nothing."
    if isinstance(fault.value, list) and fault.key_path[-2:-1] == ("actions",):
        return f"Write: - {': '.join(map(short, fault.value))}" if len(fault.value) > 1 else ""
    if isinstance(fault.value, list) and fault.key_path[-3:-2] == ("actions",):
        name = write_text(short(fault.key_path[-1]))
        task = next((short(entry) for entry in fault.value if isinstance(entry, str)), "")
        of_person = f"If {name} does each of these, write a line for each: - {name}: {task}\n"
        return (
            f"{of_person if task and is_name(name) else ''}"
            f"If that is a topic, write: - topic: {name}\nand below it, as far to the right as `topic`: actions:"
        )
    if fault.key_path[-1:] == ("sections",) and isinstance(fault.value, dict) and fault.value:
        return section_hint(next(iter(fault.value)))
    return next((_HINTS[name] for name in fault.types if name in _HINTS), "")


def _items_hint(value: object) -> tuple[str, str | None] | None:
    """Return how what stands behind or below `actions:` becomes a list."""
    if isinstance(value, str) and is_nothing_to_do(value):
        return "Write: actions: []   (or leave it out)", "[]"
    if isinstance(value, str) and value.lstrip().startswith("- "):
        return "Delete the `|` behind `actions:`; its list stands below it without one.", None
    lines = value.splitlines() if isinstance(value, str) else list(value) if isinstance(value, dict) else [""]
    numbered = _NUMBERED.match(str(lines[0]))
    if not numbered:
        return None
    line = f"{numbered[1]}: {value[lines[0]]}" if isinstance(value, dict) else numbered[1]
    return f"Begin each line with a dash in the place of its number: - {line}", None


def _attendance_hint(key: str, value: object, *, in_list: bool) -> tuple[str, str | None] | None:
    """Return how a list of people is written that says in words who they are."""
    if in_list:
        left_out = value.get(ALL_BUT) if isinstance(value, dict) and key == "attending" else None
        if not isinstance(left_out, str):
            return None
        names_text = write_inline({ALL_BUT: re.split(_BETWEEN, left_out)})
        return f"Write in place of the list: attending: {names_text}", None
    if not isinstance(value, str):
        return None
    if key == "attending" and (everybody := short_form(value)):
        return f"Write: attending: {everybody}", everybody
    if value.casefold() in _NONE:
        return f"Write: {key}: []   (or leave it out)", "[]"
    if _OTHERS.fullmatch(value):
        return f"Write who they are, such as {key}: [one, other], or leave it out.", None
    separator = _BETWEEN_PARTED if re.search("[;&]", value) else _BETWEEN
    names = [name.strip() for name in re.split(separator, value)]
    if len(names) == 1 or not all(map(_NAMES.match, names)):
        return None
    # A guest may be an institute with an `and` in its name.
    conjunctions = re.findall(f"&| {AND} ", value)
    are_people = key != "guests" and all(map(is_name, names))
    is_sure = not conjunctions or (are_people and all(map(_AND_OF_PEOPLE.fullmatch, conjunctions)))
    names_text = write_inline(names)
    return f"Write: {key}: {names_text}", names_text if is_sure else None


def _roster_hint(key: str, value: object, *, in_list: bool) -> tuple[str, str | None] | None:
    names = value.split(", ") if isinstance(value, str) and _NAMES.match(value) else value
    if key != "roster" or in_list or not isinstance(names, list):
        return None
    if not all(isinstance(name, str) for name in names):
        return None
    groups = {name: {"group": True} if name.casefold() in EVERYBODY_WORDS else {} for name in names}
    roster_text = write_inline(groups)
    return f"Write: roster: {roster_text}", roster_text


def _table_hint(key: str, value: object, *, in_list: bool) -> tuple[str, str | None] | None:
    if key == "continues" and isinstance(value, list) and len(value) > 1:
        return one_continued([write_text(str(name)) for name in value]), None
    if in_list:
        return None
    if key == "rows":
        return ROWS, None
    if key == "totals" and isinstance(value, list) and set(map(str, value)) == {"row", "column"}:
        return "Write: totals: both", "both"
    if key == "columns" and isinstance(value, str | Ambiguous):
        names = (
            [name.strip() for name in re.split(r", |[|;\t]", value.strip("| "))]
            if isinstance(value, str)
            else [value.text]
        )
        return f"Write: columns: {write_inline(names)}", write_inline(names)
    return None


def _dated_entry(fault: Fault, *, in_list: bool) -> str:
    """Return the entry of a setting that holds from a day on, where its value or its brackets are missing."""
    value, required = fault.value, list(fault.schema.get("required", ()))
    if in_list and required in (["value"], ["rule"]) and not isinstance(value, dict | list):
        rule = spoken_rule(value) if required == ["rule"] and isinstance(value, str) else ""
        return write_inline({required[0]: rule or value})
    if (
        not in_list
        and isinstance(value, dict)
        and "array" in fault.types
        and {"value", "rule"} & value.keys()
    ):
        return write_inline(value)
    return ""


def _is_scalar(value: object, types: tuple[str, ...]) -> bool:
    return (type(value) is int and "integer" in types) or (isinstance(value, str) and "string" in types)
