"""Lists and mappings between brackets, on one line: names, the counts of a row, the keys of an action."""

from collections.abc import Callable, Sequence

from minutebook.merge.sequences import changed_version, merge_order
from minutebook.records.late_patterns import late_pattern
from minutebook.source.yaml.quotes import QUOTED

_TOKEN = late_pattern(rf"{QUOTED}|[\[\]{{}},]|[^\[\]{{}},\"']+|[\"']")
Choose = Callable[[str | None, str | None], str | None]
"""What stands where two versions have written different things."""
UNKNOWN = "~"
"""What `new` writes for a count of several columns."""
KeysOfList = Callable[[int, Sequence[str]], list[str]]
"""What the elements of a list are known by, in which version: 0 is the base, 1 ours and 2 theirs."""


def split(text: str) -> list[str] | None:
    """Return the elements between brackets as they are written, or None where these are not the only ones."""
    if not (text[:1] in "[{" and text[-1:] == {"[": "]", "{": "}"}.get(text[:1])):
        return None
    elements, depth, start, position = [], 0, 1, 0
    for sign in _TOKEN.findall(text):
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        if (sign == "," and depth == 1) or (depth == 0 and position + len(sign) == len(text)):
            elements.append(text[start:position].strip())
            start = position + len(sign)
        elif depth == 0:
            return None
        position += len(sign)
    if elements and not elements[-1]:
        elements.pop()
    return elements


def keys_of_names(_version: int, elements: Sequence[str]) -> list[str]:
    """Return what names are known by: a question mark behind one says something about it."""
    return [element.strip("\"'").removesuffix("?").strip() for element in elements]


def _keys_of_pairs(elements: Sequence[str]) -> list[str]:
    """Return the keys of pairs."""
    return [element.partition(":")[0].strip("\"' ") for element in elements]


def three_way(base: str | None, ours: str | None, theirs: str | None, choose: Choose) -> str | None:
    """Return what stands after both versions were taken over, None for nothing."""
    if base is None and ours and theirs and UNKNOWN in (ours, theirs):  # nobody knew it yet
        return theirs if ours == UNKNOWN else ours
    version = changed_version(base, ours, theirs)
    return (base, ours, theirs)[version] if version else choose(ours, theirs)


def merge_texts(texts: Sequence[str | None], choose: Choose, keys_of_list: KeysOfList) -> str | None:
    """Return a merged list or mapping between brackets, None where the versions are something else.

    `keys_of_list` says what the elements of a list are known by in the base, ours and theirs.
    """
    elements = [split(text) if text is not None else [] for text in texts]
    brackets = {text[:1] + text[-1:] for text in texts[1:] if text is not None}
    if any(side is None for side in elements) or len(brackets) != 1:
        return None
    (ends,) = brackets
    is_mapping = ends == "{}"
    keyed: list[dict[str, str]] = []
    for version, side in enumerate(elements):
        keys = _keys_of_pairs(side or ()) if is_mapping else keys_of_list(version, side or ())
        if len(set(keys)) != len(keys):
            return None
        keyed.append(dict(zip(keys, side or (), strict=True)))
    merged = []
    for key in merge_order(*(list(side) for side in keyed)):
        versions = [side.get(key) for side in keyed]
        keys_of_value = keys_of_list if key == "counts" else keys_of_names
        element = _merge_pair(versions, choose, keys_of_value) if is_mapping else None
        base, ours, theirs = versions
        merged.append(element or three_way(base, ours, theirs, choose))
    return f"{ends[:1]}{', '.join(filter(None, merged))}{ends[-1:]}"


def _merge_pair(versions: Sequence[str | None], choose: Choose, keys_of_list: KeysOfList) -> str | None:
    """Merge the value of a key between braces, if all versions have a list there."""
    values = [None if pair is None else pair.partition(":")[2].strip() for pair in versions]
    ours = versions[1]
    if ours is None or values[2] is None:
        return None
    merged = merge_texts(values, choose, keys_of_list)
    return None if merged is None else f"{ours.partition(':')[0]}: {merged}"
