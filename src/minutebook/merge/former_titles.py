"""Sections that got another title in one version."""

from collections.abc import Mapping, Sequence

from minutebook.merge.lines import lines_of
from minutebook.merge.paragraphs import is_alike
from minutebook.merge.record import Record
from minutebook.merge.record_identity import Identity

Records = dict[Identity, Record]


def with_former_titles(sides: Sequence[Records]) -> list[Records]:
    """Return records by what they were called in the base, where one version has only given one another title.

    What has an id or a label of its own is another record under another one.
    """
    base = sides[0]
    return [base, *(_with_former_titles(base, version) for version in sides[1:])]


def _with_former_titles(base: Records, version: Records) -> Records:
    texts = ({identity: _text(record) for identity, record in side.items()} for side in (base, version))
    former_identities = former_titles(*texts)
    return {former_identities.get(identity, identity): record for identity, record in version.items()}


def former_titles(base: Mapping[Identity, str], version: Mapping[Identity, str]) -> dict[Identity, Identity]:
    """Return what the sections of a version that only got another title were called, by the texts below all titles."""
    gone = [identity for identity in base if identity not in version]
    added = [identity for identity in version if identity not in base]
    if len(gone) != len(added):
        return {}
    return {
        identity: former
        for former, identity in zip(gone, added, strict=True)
        if former[0] == identity[0] == "section"
        and base[former]
        and version[identity]
        and is_alike(base[former], version[identity])
    }


def _text(record: Record) -> str:
    return "\n".join(line for inner in record.records[1:] for line in lines_of(inner))
