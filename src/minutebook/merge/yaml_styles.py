"""The ways in which YAML can say one thing: a lone value or a list of one, between brackets or on lines of its own."""

from collections.abc import Iterator
from dataclasses import replace

from minutebook.merge import flow
from minutebook.merge.record import COUNT_KEYS, Record
from minutebook.merge.record_identity import identify, numbered
from minutebook.merge.versions import Versions

_OFFSET = 2


def as_lists(versions: Versions) -> Versions:
    """Return lone texts as lists of one, on lines of their own, if both people have added one, or one beside that of the base.

    Between brackets they may not stand as they are written.
    """
    base, *sides = versions
    if base and not any(side and isinstance(side.data, list) and base.data in side.data for side in sides):
        return versions
    return Versions(*map(_in_list, versions))


def in_one_style(versions: Versions) -> Versions:
    """Return versions of which none is written in a shorter way than another."""
    base, ours, theirs = versions
    present = [version for version in versions if version]
    if base and ours and theirs and isinstance(ours.data, list) and isinstance(theirs.data, list):
        base = _listed(base)
    keys = (key for version in present if isinstance(version.data, dict) for key in version.data)
    count_key = next((key for key in keys if key in COUNT_KEYS), None)
    strategies = {version.strategy for version in present}

    def restyled(record: Record | None) -> Record | None:
        if record is None or record.strategy != "line":
            return record
        if count_key and not isinstance(record.data, dict):
            record = replace(record, data={count_key: record.data}, value=f"{{{count_key}: {record.value}}}")
        if "prose" in strategies and isinstance(record.data, str):
            lines = tuple(f"{'':{_OFFSET}}{line}" for line in record.data.splitlines())
            return replace(record, strategy="prose", value="|", lines=lines)
        return _in_block_style(record) if "records" in strategies else record

    return Versions(restyled(base), restyled(ours), restyled(theirs))


def _listed(record: Record) -> Record:
    """Return a lone value as a list of one."""
    if record.strategy != "line" or record.data is None or isinstance(record.data, dict | list):
        return record
    return replace(record, data=[record.data], value=f"[{record.value}]")


def _in_list(record: Record | None) -> Record | None:
    if record is None or record.strategy != "line" or not isinstance(record.data, str):
        return record
    member = replace(
        record,
        identity=identify(record.identity[1:], record.data),
        opening="- ",
        comments_above=(),
        lines_below=(),
    )
    opening = record.opening.rstrip()
    return replace(
        record,
        data=[record.data],
        strategy="records",
        opening=opening,
        value="",
        comment="",
        records=(member,),
        offset=_OFFSET,
    )


def _in_block_style(record: Record) -> Record:
    """Return what stands between brackets on lines of its own."""
    elements = flow.split(record.value)
    if elements is None or not isinstance(record.data, dict | list) or len(elements) != len(record.data):
        return record
    records = tuple(
        _pairs(record.data, elements) if isinstance(record.data, dict) else _members(record, elements)
    )
    opening = record.opening if record.is_item else record.opening.rstrip()
    return replace(record, strategy="records", opening=opening, value="", records=records, offset=_OFFSET)


def _pairs(data: dict[str, object], elements: list[str]) -> Iterator[Record]:
    for key, element in zip(data, elements, strict=True):
        name, _colon, value = element.partition(":")
        yield Record(("key", key), data[key], "line", f"{name}: ", value.strip())


def _members(record: Record, elements: list[str]) -> Iterator[Record]:
    identities = numbered(identify(record.identity[1:], value) for value in record.data)
    for identity, value, element in zip(identities, record.data, elements, strict=True):
        yield Record(identity, value, "line", "- ", element)
