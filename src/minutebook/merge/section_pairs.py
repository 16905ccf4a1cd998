"""Which section of one version of a meeting is which of another: as the merge knows them, wherever they stand."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from minutebook.merge.difference import Data, list_in, plain
from minutebook.merge.former_titles import former_titles
from minutebook.merge.record_identity import Identity, identify, numbered
from minutebook.merge.sequences import keys_of_both
from minutebook.records.meeting import Titles


class SectionPair(NamedTuple):
    """A section in two versions, None where one has none."""

    former: Data | None
    current: Data | None


class SectionPairs:
    """Pairs the sections of two versions of a meeting; `moved` are those that stand below another section now."""

    def __init__(self, former: Data, current: Data) -> None:
        gone: dict[str, list[Data]] = {}
        added: dict[str, list[Data]] = {}
        for pair in _lone(former, current):
            section = pair.former or pair.current or {}
            if title := section.get("title"):
                (gone if pair.former else added).setdefault(str(title), []).append(section)
        self._origins: dict[int, Data] = {}
        for title, sections in added.items():
            if len(sections) == len(gone.get(title, ())) == 1:
                self._origins[id(sections[0])] = gone[title][0]
        self._moved = frozenset(map(id, self._origins.values()))

    def below(self, former: Data, current: Data) -> Iterator[SectionPair]:
        """Yield the sections right below a section, in the order of the later version."""
        for pair in _pairs(former, current):
            if pair.former and pair.current:
                yield pair
            elif pair.current:
                yield SectionPair(self._origins.get(id(pair.current)), pair.current)
            elif id(pair.former) not in self._moved:
                yield pair

    def homes(
        self, former: Data, current: Data, former_titles: Titles = (), titles: Titles = ()
    ) -> Iterator[tuple[Titles, Titles]]:
        """Yield the titles of each section that both versions have, as they were and as they are."""
        yield former_titles, titles
        for pair in self.below(former, current):
            if pair.former and pair.current:
                paths = (path_of(pair.former, former_titles), path_of(pair.current, titles))
                yield from self.homes(pair.former, pair.current, *paths)

    def is_moved(self, current: Data) -> bool:
        """Whether a section stood below another one before."""
        return id(current) in self._origins


def sections_of(section: Data) -> list[Data]:
    """Return the sections right below a section."""
    members = list_in(section, "sections")
    return [subsection for subsection in members if isinstance(subsection, dict) and subsection]


def path_of(section: Data, titles: Titles) -> Titles:
    """Return the titles of a section that stands under some."""
    return (*titles, str(section["title"])) if section.get("title") else titles


def identified(section: Data) -> dict[Identity, Data]:
    """Return the sections right below a section, by what they are known by."""
    sections = sections_of(section)
    return dict(zip(numbered(identify(("sections",), child) for child in sections), sections, strict=True))


def _pairs(former: Data, current: Data) -> Iterator[SectionPair]:
    former_sections, sections = identified(former), identified(current)
    texts = (
        {identity: _text(section) for identity, section in side.items()}
        for side in (former_sections, sections)
    )
    origins = former_titles(*texts)
    by_origin = {origins.get(identity, identity): section for identity, section in sections.items()}
    for identity in keys_of_both(by_origin, former_sections):
        yield SectionPair(former_sections.get(identity), by_origin.get(identity))


def _lone(former: Data, current: Data) -> Iterator[SectionPair]:
    """Yield the sections that only one version has below a section that both have."""
    for pair in _pairs(former, current):
        if pair.former and pair.current:
            yield from _lone(pair.former, pair.current)
        else:
            yield pair


def _text(section: Data) -> str:
    return "\n".join(_texts({key: value for key, value in section.items() if key != "title"}))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield key
            yield from _texts(member)
    elif isinstance(value, list):
        for member in value:
            yield from _texts(member)
    elif value is not None:
        yield str(plain(value))
