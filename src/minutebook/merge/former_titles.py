"""Sections that got another title in one version."""

from collections.abc import Sequence

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
    gone = [identity for identity in base if identity not in version]
    added = [identity for identity in version if identity not in base]
    if not gone or len(gone) != len(added):
        return version
    former_identities = {
        identity: former
        for former, identity in zip(gone, added, strict=True)
        if _is_renamed(base[former], version[identity])
    }
    return {former_identities.get(identity, identity): record for identity, record in version.items()}


def _is_renamed(former: Record, record: Record) -> bool:
    if former.identity[0] != "section" or record.identity[0] != "section":
        return False
    former_text, text = (
        "\n".join(line for inner in section.records[1:] for line in lines_of(inner))
        for section in (former, record)
    )
    return bool(former_text and text) and is_alike(former_text, text)
