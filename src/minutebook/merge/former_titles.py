"""Sections that got another title in one version."""

from collections import Counter
from collections.abc import Iterator, Mapping
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

    Each stands where the one was that is gone, or is the only one that is like it; those in which nothing stands count
    only in the same place, and if they may be `empty`.
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
    return origins | dict(_moved(base, version, origins))


def _moved(
    base: Mapping[Identity, str], version: Mapping[Identity, str], origins: Mapping[Identity, Identity]
) -> Iterator[tuple[Identity, Identity]]:
    """Yield the sections that got another title and another place, each with what it was called."""
    added = [identity for identity in _sections_only_in(version, base) if identity not in origins]
    gone = {*_sections_only_in(base, version)} - {*origins.values()}
    pairs = [(new, old) for new in added for old in gone if _is_mostly(base[old], version[new])]
    for new, old in pairs:
        if sum(new == section or old == former for section, former in pairs) == 1:
            yield new, old


def _sections_only_in(version: Mapping[Identity, str], counterpart: Mapping[Identity, str]) -> list[Identity]:
    return [identity for identity in version if identity[0] == "section" and identity not in counterpart]


def _is_mostly(former_text: str, text: str) -> bool:
    """Whether most lines of two texts are the same."""
    former_lines, lines = Counter(former_text.split("\n")), Counter(text.split("\n"))
    return bool(text) and (former_lines & lines).total() > max(former_lines.total(), lines.total()) / 2


def _is_alike(former_text: str, text: str) -> bool:
    return former_text == text or likeness(former_text.split("\n"), text.split("\n")) > 0


def _text(record: Record) -> str:
    inside = (child for child in record.records if child.identity != ("key", "title"))
    return "\n".join(line for child in inside for line in lines_of(child))
