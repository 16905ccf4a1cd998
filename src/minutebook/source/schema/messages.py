"""What is said of a fault in words: what must hold, and how to mend it."""

import json
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from minutebook.actions.words import STATUS_WORDS
from minutebook.records.problem import Finding, KeyPath
from minutebook.source.schema.faults import Fault, record, short
from minutebook.source.schema.hints import last_key, shape_hint
from minutebook.source.schema.tokens import Page, count_meant, reading
from minutebook.source.yaml.document import Ambiguous, Document
from minutebook.source.yaml.quotes import quote

Said = tuple[str, str, str]
"""A rule, a message and a hint."""

_NOUNS = {
    "array": "a list",
    "object": "a mapping (lines of `key: value`)",
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
}
_DAY = re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|([-/.])([0-9]{1,2})\4([0-9]{1,2}))\Z")
_AT_THE_KEY = frozenset({"unknown", "required", "label", "not"})


def explain(faults: Iterable[Fault], document: Document) -> list[Finding]:
    """Return one finding a fault, in words for people who know the minutes and not the schema."""
    faults = tuple(faults)
    page = Page(document, faults)
    return [_finding(fault, page, document.data) for fault in faults]


def _finding(fault: Fault, page: Page, data: Any) -> Finding:
    rule, message, hint = _SAYINGS.get(fault.keyword, _value)(fault, page)
    # What is empty, or spans lines, is shown where its key stands.
    on_key = fault.keyword in _AT_THE_KEY or fault.value is None or isinstance(fault.value, list | dict)
    mend = quote(page.typed(fault)) if rule == "unquoted-text" else None
    return Finding(
        fault.key_path, message, rule, hint, record(data, fault.key_path), on_key=on_key, mend=mend
    )


def _unknown(fault: Fault, _: Page) -> Said:
    known = ", ".join(f"`{key}`" for key in fault.schema["properties"])
    message = f"{_a(fault.schema['title'])} has no key `{short(fault.key)}`"
    hint = (
        f"Did you mean `{fault.meant}`?"
        if fault.meant
        else f"Its keys are {known}; your own begin with `x-`."
    )
    return "unknown-key", message, hint


def _missing(fault: Fault, _: Page) -> Said:
    if fault.key == "reason":
        thing = "an action item" if fault.value["status"] == "dropped" else "a meeting"
        message = f"{thing} that is {fault.value['status']} must say why, in `reason`"
        return "missing-key", message, "Add a line: `reason: ...`"
    example = json.dumps(fault.schema["properties"][fault.key]["examples"][0], ensure_ascii=False)
    plain = example.strip('"') if example.count('"') == 2 else example  # noqa: PLR2004  one text
    return (
        "missing-key",
        f"{_a(fault.schema['title'])} must have `{fault.key}`",
        f"For example: `{fault.key}: {plain}`",
    )


def _nested(_: Fault, __: Page) -> Said:
    return (
        "unknown-key",
        "a topic holds no other topic",
        "Let it stand beside this one, in the section's `actions`.",
    )


def _label(fault: Fault, _: Page) -> Said:
    must, hint = _flaw(fault.value)
    return "wrong-value", f"the label '{short(fault.value)}' {must}", hint


def _type(fault: Fault, page: Page) -> Said:
    if "integer" in fault.wanted and not isinstance(fault.value, list | dict):
        return _count(fault, page)
    if page.is_unquoted(fault):
        typed = short(page.typed(fault))
        message = (
            f"{_name(fault.key_path)} must be text, but YAML takes {typed} for {reading(fault.value, typed)}"
        )
        return "unquoted-text", message, f"Write: {page.in_quotes(fault)}"
    if "string" in fault.wanted and not isinstance(fault.value, list | dict):
        return _value(fault, page)
    wanted = " or ".join(_NOUNS[kind] for kind in fault.wanted if kind != "null")
    if fault.value is None:
        return (
            "wrong-type",
            f"{_name(fault.key_path)} must be {wanted}, and nothing stands there",
            shape_hint(fault),
        )
    return (
        "wrong-type",
        f"{_name(fault.key_path)} must be {wanted}, not {_kind(fault.value)}",
        shape_hint(fault),
    )


_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,' ][0-9]{3})+|0[0-9]{2}")


def _count(fault: Fault, page: Page) -> Said:
    typed = page.typed(fault)
    meant, behind = count_meant(typed)
    most = fault.schema.get("maximum")
    must = f"must be a whole number{'' if most is None else f' from 0 to {most}'}, in digits only"
    hint = "Write the digits and nothing else, such as 11."
    if _THOUSANDS.fullmatch(typed):  # whatever they mean, it is not 5 for 5.000
        hint = f"Write the digits without a sign between them, such as {re.sub('[^0-9]', '', typed).lstrip('0') or 5000}."
    elif meant and len(meant) <= len(str(most)):
        text = ", without quotes" if isinstance(fault.value, str) else ""
        hint = f"Write: {meant} (what changed is computed)" if behind else f"Write: {meant}{text}"
    elif "null" in fault.wanted and isinstance(fault.value, str):
        listed = re.fullmatch(r"[0-9]+(?:[ ,;]+[0-9]+)+", typed)
        empty = "Write ~" if isinstance(fault.key_path[-1], int) else "Leave it empty"
        hint = f"{empty} while it is not known, in a meeting with `status: draft`."
        if listed:
            hint = f"Write: [{', '.join(re.findall('[0-9]+', typed))}]"
    return "not-a-count", f"{_name(fault.key_path)} {must}, not {_shown(typed)}", hint


def _limit(fault: Fault, _: Page) -> Said:
    rule = "not-a-count" if fault.value < 0 else "wrong-value"
    least, most = fault.schema["minimum"], fault.schema.get("maximum")
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"
    return rule, f"{_name(fault.key_path)} must be a whole number {bounds}, not {short(fault.value)}", ""


def _choice(fault: Fault, page: Page) -> Said:
    choices = fault.schema["enum"]
    typed = short(page.typed(fault))
    near = [STATUS_WORDS[typed.lower()]] if STATUS_WORDS.get(typed.lower()) in choices else []
    near = near or get_close_matches(typed.lower(), choices, n=1)
    message = f"{_name(fault.key_path)} must be one of {', '.join(choices)}, not {_shown(typed)}"
    return "wrong-value", message, f"Did you mean `{near[0]}`?" if near else ""


def _value(fault: Fault, page: Page) -> Said:
    """Speak of a text that is there but will not do."""
    typed = page.typed(fault)
    if not typed:
        return (
            "wrong-value",
            f"{_name(fault.key_path)} must not be empty",
            "Write it, or delete what stands empty.",
        )
    if "enum" in fault.schema:
        return _choice(fault, page)
    if fault.schema.get("format") == "date":
        return _day(fault, typed)
    must: str = fault.schema.get("patternErrorMessage", "must be something else")
    if must.startswith("must be one line"):
        must, hint = _flaw(typed)
        return "wrong-value", f"{_name(fault.key_path)} {must}", hint
    return "wrong-value", f"{_name(fault.key_path)} {must}; it is {_shown(typed)}", ""


def _day(fault: Fault, typed: str) -> Said:
    must = "must be a day of the calendar, written year-month-day as in 2020-10-26"
    found = _DAY.match(typed)
    day = f"{found[1]}-{found[2] or found[5]:0>2}-{found[3] or found[6]:0>2}" if found else ""
    hint = f"Write: {day}" if day and fault.keyword != "format" else ""
    return "wrong-value", f"{_name(fault.key_path)} {must}, not {_shown(typed)}", hint


def _flaw(text: str) -> tuple[str, str]:
    """Return what must hold of one line of text that it does not hold of this one, and a hint."""
    if not text.strip():
        return "must not be empty", "Write it, or delete what stands empty."
    if "\n" in text.strip() or text.endswith("\n"):
        return "must be one line of text", "Write it on one line, beside its key and without `|`."
    if text.strip() != text:
        return "must begin and end without a blank", "Delete the blanks at its ends."
    control = next((sign for sign in text if ord(sign) < 0x20 or 0x7F <= ord(sign) <= 0x9F), "")  # noqa: PLR2004
    code = f"U+{ord(control):04X}" if control else "one"
    return f"must be text without control characters, but has {code}", "Delete it, and type the text again."


def _empty(fault: Fault, _: Page) -> Said:
    if "title" in fault.schema.get("properties", {}):
        return (
            "wrong-value",
            "a section must hold something",
            "Write a line such as `title: Announcements` in it.",
        )
    return "wrong-value", f"{_name(fault.key_path)} must not be empty", "Write what belongs there."


def _crowded(fault: Fault, _: Page) -> Said:
    keys = ", ".join(f"`{short(key)}`" for key in list(fault.value)[:3])
    message = (
        f"an action item must have `owner` and `task`, or be one line `- NAME: what`; this one has {keys}"
    )
    return (
        "wrong-value",
        message,
        "Write `owner: NAME` and `task: ...`, or begin each item with its own `- `.",
    )


def _repeated(fault: Fault, _: Page) -> Said:
    message = (
        f"{_name(fault.key_path)} must differ from the others, but '{short(fault.value)}' stands there twice"
    )
    return "wrong-value", message, "Give each a name of its own."


_SAYINGS: dict[str, Callable[[Fault, Page], Said]] = {
    "unknown": _unknown,
    "required": _missing,
    "not": _nested,
    "label": _label,
    "type": _type,
    "minimum": _limit,
    "maximum": _limit,
    "minItems": _empty,
    "minProperties": _empty,
    "maxProperties": _crowded,
    "uniqueItems": _repeated,
}


def _name(key_path: KeyPath) -> str:
    if not key_path:
        return "the file"
    return f"{'' if isinstance(key_path[-1], str) else 'each entry of '}`{short(last_key(key_path))}`"


def _a(title: str) -> str:
    return f"{'an' if title[0] in 'AEIOU' else 'a'} {title[0].lower()}{title[1:]}"


def _shown(typed: str) -> str:
    return f"'{short(typed)}'" if typed else "empty"


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", Ambiguous: "a number", str: "text"}
    return {**kinds, dict: "a mapping", list: "a list"}.get(type(value), "empty")
