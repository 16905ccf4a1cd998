"""Sections that got another title in one version."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from operator import is_

from minutebook.merge.lines import lines_of
from minutebook.merge.paragraph_origins import likeness
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity


def with_former_titles(base: Record, version: Record) -> Record:
    """Return the records of a version by what they are called in the base, where only their titles are others.

    What has an id or a label of its own is another record under another one.
    """
    records = {record.identity: record for record in base.records}
    origins = _origins(records, {record.identity: record for record in version.records})
    renamed = []
    for record in version.records:
        title = origins.get(record.identity)
        former = records.get(title or record.identity)
        if former and former.records and record.identity[0] in {"key", "section"}:
            inside = with_former_titles(former, record)
        else:
            inside = record
        renamed.append(replace(inside, identity=title) if title else inside)
    is_same = all(map(is_, renamed, version.records))
    return version if is_same else replace(version, records=tuple(renamed))


def _origins(base: Mapping[Identity, Record], version: Mapping[Identity, Record]) -> dict[Identity, Identity]:
    if base.keys() <= version.keys():
        return {}
    texts = ({identity: _text(record) for identity, record in side.items()} for side in (base, version))
    return former_titles(*texts, empty=True)


def former_titles(
    base: Mapping[Identity, str], version: Mapping[Identity, str], *, empty: bool = False
) -> dict[Identity, Identity]:
    """Return what the sections of a version that only got another title were called, by the texts below all titles.

    Each stands where the one was that is gone; those in which nothing stands count only if they may be `empty`.
    """
    origins: dict[Identity, Identity] = {}
    matcher = SequenceMatcher(None, list(base), list(version), autojunk=False)
    for tag, base_start, base_end, start, end in matcher.get_opcodes():
        if tag != "replace":
            continue
        gone = [identity for identity in list(base)[base_start:base_end] if identity not in version]
        for identity in list(version)[start:end]:
            text = version[identity]
            is_new = identity not in base and identity[0] == "section"
            is_new = is_new and (empty or bool(text))
            candidates = (former for former in gone if is_new and former[0] == "section")
            former = next((former for former in candidates if _is_alike(base[former], text)), None)
            if former:
                gone.remove(former)
                origins[identity] = former
    return origins


def _is_alike(former_text: str, text: str) -> bool:
    return former_text == text or likeness(former_text.split("\n"), text.split("\n")) > 0


def _text(record: Record) -> str:
    inside = (child for child in record.records if child.identity != ("key", "title"))
    return "\n".join(line for child in inside for line in lines_of(child))
