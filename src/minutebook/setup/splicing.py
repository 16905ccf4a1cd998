"""Additions to YAML files that others wrote: every byte of theirs stays as it is.

What the addition does to the meaning is checked before it is given back: all that stood there and what was
added, and nothing else.
"""

from collections.abc import Callable
from typing import Any

Shape = tuple[Any, ...]


class NotSpliced(Exception):
    """Nothing can be added to a file without a change of what stands there."""


def has_key(text: str, key: str) -> bool:
    """Whether the mapping that a file is has a key; raises NotSpliced if it is none."""
    return _value(_root(text), key) is not None


def scalar(text: str, key: str) -> str | None:
    """Return the one-word value of a key, or None where there is none; raises NotSpliced."""
    node = _value(_root(text), key)
    return node.value if node is not None and isinstance(node.value, str) else None


def words(text: str, key: str) -> tuple[str, ...]:
    """Return the plain items of a list under a key; raises NotSpliced."""
    node = _value(_root(text), key)
    items = node.value if node is not None and isinstance(node.value, list) else ()
    return tuple(item.value for item in items if isinstance(item.value, str))


def add_key(text: str, addition: str) -> str:
    """Return a file with lines added at its end that are a key and its value; raises NotSpliced."""
    newline = _newline(text)
    start = text if text.endswith("\n") or not text else text + newline
    made = start + addition.replace("\n", newline)

    def expected() -> Shape:
        old, new = _shape(_root(text)), _shape(_root(addition))
        return (old[0], (*old[1], *new[1]))

    return _checked(made, expected)


def add_item(text: str, key: str, item: str, *, comment: str = "") -> str:
    """Return a file with one more item at the head of the list under a key; raises NotSpliced.

    `item` is a mapping in block style, and `comment` a line to stand above it.
    """
    root = _root(text)
    node = _value(root, key)
    made = _insert(text, root, key, item, comment)

    def expected() -> Shape:
        old = _shape(root)
        listed = _shape(node)[1] if isinstance(node.value, list) else ()
        grown = ("tag:yaml.org,2002:seq", (_shape(_compose(item)), *listed))
        return (old[0], tuple((k, grown if k[1] == key else v) for k, v in old[1]))

    return _checked(made, expected)


def _insert(text: str, root: Any, key: str, item: str, comment: str) -> str:
    node = _value(root, key)
    newline = _newline(text)
    if node is None:
        raise NotSpliced(f"there is no `{key}`")
    if isinstance(node.value, list) and node.flow_style:
        place = node.start_mark.index + 1
        return text[:place] + _in_flow(item) + (", " if node.value else "") + text[place:]
    if not isinstance(node.value, list) and node.value:
        raise NotSpliced(f"`{key}` is no list")
    indent = " " * node.start_mark.column if isinstance(node.value, list) else "  "
    first, *rest = item.rstrip("\n").split("\n")
    lines = [*([f"# {comment}"] if comment else []), f"- {first}", *(f"  {line}" for line in rest)]
    (at,) = (k.end_mark.line + 1 for k, _ in root.value if k.value == key)
    # Right below the key, so that a comment above the first item stays above it.
    before = text.split("\n")
    if at == len(before):  # the key is the file's end, without a newline
        before[-1] += newline.rstrip("\n")
        before.append("")
    grown = [*before[:at], *(f"{indent}{line}{newline.rstrip(chr(10))}" for line in lines), *before[at:]]
    return "\n".join(grown)


def _in_flow(item: str) -> str:
    """Return an item in the style between brackets."""
    import json
    from io import StringIO

    from ruamel.yaml import YAML

    return json.dumps(YAML(typ="safe", pure=True).load(StringIO(item)), ensure_ascii=False)


def _checked(made: str, expected: Callable[[], Shape]) -> str:
    try:
        same = _shape(_root(made)) == expected()
    except NotSpliced:
        same = False
    if not same:
        raise NotSpliced("it is written in an unusual way")
    return made


def _root(text: str) -> Any:
    root = _compose(text)
    if root is not None and not isinstance(root.value, list):
        raise NotSpliced("it is no mapping")
    keys = [pair[0].value for pair in root.value if isinstance(pair, tuple)] if root is not None else []
    if len(set(map(str, keys))) < len(keys):
        raise NotSpliced("a key stands in it twice")
    return root


def _compose(text: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(pure=True).compose(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise NotSpliced(f"it is no YAML that can be read: {str(error).splitlines()[0]}") from None


def _value(root: Any, key: str) -> Any:
    pairs = root.value if root is not None else ()
    return next((pair[1] for pair in pairs if isinstance(pair, tuple) and pair[0].value == key), None)


def _shape(node: Any) -> Shape:
    """Return what a node is, without where it stands."""
    if node is None:
        return ("tag:yaml.org,2002:map", ())
    if isinstance(node.value, list):
        return (str(node.tag), tuple(_shape_of(part) for part in node.value))
    return (str(node.tag), node.value)


def _shape_of(part: Any) -> Shape:
    return (_shape(part[0]), _shape(part[1])) if isinstance(part, tuple) else _shape(part)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
