"""What is said of a fault in words: what must hold, and how to mend it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from minutebook.actions.words import STATUS_WORDS
from minutebook.records.pasted_signs import SPACES
from minutebook.records.phrases import counted
from minutebook.records.problem import Finding, Location
from minutebook.records.roster import UNASSIGNED
from minutebook.source.schema.common_causes import CUT_TEXT, DOUBLED, told_together
from minutebook.source.schema.count_messages import explain_count, explain_limit
from minutebook.source.schema.faults import Fault, record, short
from minutebook.source.schema.hints import ROWS, section_hint, shape_hint
from minutebook.source.schema.nouns import TYPES, key_name, type_name, with_article
from minutebook.source.schema.tokens import Tokens, yaml_meaning
from minutebook.source.schema.value_messages import NO, YES, Explanation, explain_label, explain_value
from minutebook.source.yaml.document import Document
from minutebook.source.yaml.quotes import quote
from minutebook.source.yaml.writer import write_inline

_OF_TABLES = frozenset({"labels", "columns", "totals", "continues", "baseline", "rows"})
_OF_SECTIONS = frozenset(
    {"notes", "duty", "counters", "actions", "sections", "attending", "absent", "guests"}
)
_OF_HEADERS = frozenset({"scribe", "chair", "minutes", "room", "location", "place", "time", "where"})
_NEED_NOT_BE = frozenset({"absent", "actions", "guests", "ok", "sections"})
_AT_THE_KEY = frozenset({"unknown", "required", "label", "not"})


def explain(faults: Iterable[Fault], document: Document) -> list[Finding]:
    """Return one finding a fault, in words for people who know the minutes and not the schema."""
    faults = tuple(faults)
    tokens = Tokens(document, faults)
    findings = [_finding(fault, tokens, document.data) for fault in faults]
    if len(faults) == 1 and _says_nothing(faults[0]):
        findings = [replace(finding, removes=True) for finding in findings]
    return list(told_together(findings, document))


def _says_nothing(fault: Fault) -> bool:
    """Whether what is empty is an entry of a list, or a list that need not be there.

    Where more is wrong, what belongs below it may stand at the wrong place.
    """
    key = fault.key_path[-1] if fault.key_path else ""
    return fault.keyword == "type" and fault.value is None and (isinstance(key, int) or key in _NEED_NOT_BE)


def _finding(fault: Fault, tokens: Tokens, data: Any) -> Finding:
    explainer = _explain_topic if fault.misspelt_topic else _EXPLAINERS.get(fault.keyword, explain_value)
    explanation = explainer(fault, tokens)
    # What is empty, or has several lines, is shown at its key.
    is_empty = fault.value is None and explanation.rule != "unquoted-text"
    on_key = (
        fault.keyword in _AT_THE_KEY
        or is_empty
        or fault.misspelt_topic != ""
        or isinstance(fault.value, list | dict)
    )
    is_list = isinstance(fault.value, list) and fault.keyword == "type"
    mend_at = tokens.stretch(fault) if is_list else explanation.mend_at
    return Finding(
        fault.key_path,
        explanation.message,
        explanation.rule,
        explanation.hint,
        record(data, fault.key_path),
        on_key=on_key,
        mend=None
        if is_list and not mend_at
        else explanation.mend,  # what stands on several lines has no stretch
        mend_at=mend_at,
        removes=explanation.removes,
    )


def _right_depth(fault: Fault, tokens: Tokens) -> str:
    """Return how far a key must be indented that is one of the table beside it, or of the section around its table."""
    *above, key = fault.key_path
    table = fault.value.get("table")
    if isinstance(table, dict) and table and key not in table and key in _OF_TABLES:
        holder, sibling = "table", (*above, "table", next(iter(table)))
    elif above[-1:] == ["table"] and key in _OF_SECTIONS:
        holder, sibling = "section", tuple(above)
    else:
        return ""
    indent = tokens.indent(sibling)
    return f"It is a key of the {holder}: begin it with {counted(indent, 'space')}, and move what stands below it as far."


def _explain_unknown(fault: Fault, tokens: Tokens) -> Explanation:
    message = f"{with_article(fault.schema['title'])} has no key `{short(fault.key)}`"
    if fault.key == "from" and "array" in fault.types:
        entries = write_inline([{}, fault.value])
        hint = f"Write a list, with what held before: {fault.key_path[-2]}: {entries}"
        return Explanation("unknown-key", message, hint)
    if cut := tokens.cut_value(fault):
        return Explanation("unknown-key", message, f"{CUT_TEXT}{cut}")
    if fault.closest_key:
        # What has several spaces in it may have been two lines, and odd ones may have been its indentation.
        is_lone = "  " not in fault.key and not set(SPACES).intersection(fault.key)
        mend = fault.closest_key if is_lone else None
        return Explanation("unknown-key", message, f"Did you mean `{fault.closest_key}`?", mend)
    is_of_action = "task" in fault.schema["properties"]
    if is_of_action and STATUS_WORDS.get(fault.key.lower()) == "done":
        return Explanation("unknown-key", message, *_status_meant(fault, tokens))
    if where := _right_depth(fault, tokens):
        return Explanation("unknown-key", message, where)
    if fault.twin_key:
        hint = "is there already: move to its end what this line has below it, and delete this line."
        return Explanation("unknown-key", message, f"`{fault.twin_key}` {hint}")
    if fault.key in fault.schema["properties"].get("style", {}).get("properties", {}):
        hint = f"Write it below `style`: style: {write_inline({fault.key: fault.value[fault.key]})}"
        return Explanation("unknown-key", message, hint)
    lines = {key.capitalize(): str(value) for key, value in fault.value.items() if key.lower() in _OF_HEADERS}
    if fault.key.lower() in _OF_HEADERS and "header" in fault.schema["properties"].keys() - fault.value:
        hint = f"Write: header: {write_inline(lines)}   (keys of your own begin with `x-`)"
        return Explanation("unknown-key", message, hint)
    is_title = fault.key_path[-3:-2] == ("sections",) and "title" not in fault.value
    if is_title and fault.key == next(iter(fault.value)) and isinstance(fault.value[fault.key], dict | None):
        return Explanation("unknown-key", message, section_hint(fault.key))
    keys = ", ".join(f"`{key}`" for key in fault.schema["properties"])
    return Explanation("unknown-key", message, f"Its keys are {keys}; your own begin with `x-`.")


def _status_meant(fault: Fault, tokens: Tokens) -> tuple[str, str | None, Location | None, bool]:
    """Return what to write for a key such as `done`: how, what in its place, where that is, and whether nothing is to."""
    value_text = str(fault.value[fault.key]).lower()
    if value_text in NO:
        return "Delete the line: what is not done yet is `open`.", None, None, True
    # What says more, such as on which day, can stand in `note`.
    is_all = value_text in YES and "status" not in fault.value
    stretch = tokens.pair(fault) if is_all else None
    return "Write: status: done", "status: done" if stretch else None, stretch, False


def _explain_missing(fault: Fault, tokens: Tokens) -> Explanation:
    if fault.key == "reason":
        status = fault.value["status"]
        noun = "an action item" if status == "dropped" else "a meeting"
        message = f"{noun} that is {status} must say why, in `reason`"
        return Explanation("missing-key", message, "Add a line: `reason: ...`")
    if tokens.is_repeated(fault):
        return Explanation("missing-key", "this line stands twice, here and as the next one", DOUBLED)
    example = json.dumps(_example(fault, tokens), ensure_ascii=False)
    plain = example.strip('"') if example.count('"') == 2 else example  # noqa: PLR2004  one text
    message = f"{with_article(fault.schema['title'])} must have `{fault.key}`"
    if fault.key == "owner":
        return Explanation("missing-key", message, f"For example: `owner: {plain}`, or `owner: {UNASSIGNED}`")
    return Explanation("missing-key", message, f"For example: `{fault.key}: {plain}`")


def _example(fault: Fault, tokens: Tokens) -> Any:
    """Return a value of a key that is missing, that of its place where it has one."""
    if fault.key == "date" and not fault.key_path and tokens.file_day:
        return tokens.file_day
    if (
        fault.key == "id"
        and fault.key_path[-1:] == ("table",)
        and (table_id := tokens.table_id(fault.key_path))
    ):
        return table_id
    if fault.key == "rows" and isinstance(columns := fault.value.get("columns"), list) and len(columns) > 1:
        return {"Open": [11] * len(columns)}
    return fault.schema["properties"][fault.key]["examples"][0]


def _explain_nested(_: Fault, __: Tokens) -> Explanation:
    hint = "Put it beside this one, in the section's `actions`."
    return Explanation("unknown-key", "a topic can't have another topic in it", hint)


def _explain_type(fault: Fault, tokens: Tokens) -> Explanation:
    if "integer" in fault.types and not isinstance(fault.value, list | dict):
        return explain_count(fault, tokens)
    name = key_name(fault.key_path)
    if key := tokens.key_above(fault):
        hint = f"If it belongs to `{key}`, move `{key}` to the left and this line below it, indented."
        return Explanation("wrong-type", f"{name} must be text, not a number", hint)
    if tokens.is_unquoted(fault):
        value_text = tokens.typed(fault)
        message = f"{name} must be text, but YAML reads {short(value_text)} as {yaml_meaning(fault.value, short(value_text))}"
        return Explanation("unquoted-text", message, f"Write: {tokens.in_quotes(fault)}", quote(value_text))
    if "string" in fault.types and not isinstance(fault.value, list | dict):
        return explain_value(fault, tokens)
    types = " or ".join(TYPES[name] for name in fault.types if name != "null")
    hint, mend = shape_hint(fault)
    if fault.value is None:
        return Explanation("wrong-type", f"{name} must be {types}, but it is empty", hint)
    return Explanation("wrong-type", f"{name} must be {types}, not {type_name(fault.value)}", hint, mend)


def _explain_empty(fault: Fault, _: Tokens) -> Explanation:
    if "title" in fault.schema.get("properties", {}):
        hint = "Write a line such as `title: Announcements` in it."
        return Explanation("wrong-value", "a section must have something in it", hint)
    hint = ROWS if fault.key_path[-1] == "rows" else "Write what belongs in it."
    return Explanation("wrong-value", f"{key_name(fault.key_path)} must not be empty", hint)


def _explain_topic(fault: Fault, _: Tokens) -> Explanation:
    message = f"an action item has no key `{fault.misspelt_topic}`"
    return Explanation("unknown-key", message, "Did you mean `topic`?", "topic")


def _explain_crowded(fault: Fault, _: Tokens) -> Explanation:
    fields = fault.as_known
    keys = ", ".join(f"`{short(key)}`" for key in list(fault.value)[:3])
    hint = "Write `owner: NAME` and `task: ...`, or begin each item with its own `- `."
    if {"owner", "task"} <= fields.keys() <= {"owner", "task", "due", "status"}:
        hint = f"Write: {write_inline(fields)}"
    message = f"an action item must have `owner` and `task`, or be one line `- NAME: what`; it has {keys}"
    return Explanation("wrong-value", message, hint)


def _explain_repeated(fault: Fault, _: Tokens) -> Explanation:
    must = f"{key_name(fault.key_path)} must differ from the others"
    message = f"{must}, but '{short(fault.value)}' is there twice"
    return Explanation("wrong-value", message, "Give each a name of its own.")


_EXPLAINERS: dict[str, Callable[[Fault, Tokens], Explanation]] = {
    "unknown": _explain_unknown,
    "required": _explain_missing,
    "not": _explain_nested,
    "label": explain_label,
    "type": _explain_type,
    "minimum": explain_limit,
    "maximum": explain_limit,
    "minItems": _explain_empty,
    "minProperties": _explain_empty,
    "maxProperties": _explain_crowded,
    "uniqueItems": _explain_repeated,
}
