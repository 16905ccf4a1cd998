"""What sentences call the sections of a meeting, and what stands in them."""

from collections import Counter
from collections.abc import Iterator

from minutebook.merge.difference import Data, Heading
from minutebook.merge.section_pairs import path_of, sections_of
from minutebook.records.meeting import Titles


class SectionNames:
    """Names sections by their titles: by all above them, too, where another one has the same."""

    def __init__(self, *versions: Data) -> None:
        paths = {path for version in versions for path in _paths(version, ())}
        self._namesakes = Counter(path[-1] for path in paths)

    def heading(self, titles: Titles) -> Heading:
        """Return the heading of a section."""
        is_lone = not titles or self._namesakes[titles[-1]] == 1
        return Heading(titles, (titles[-1] if titles else "") if is_lone else ", ".join(titles))

    def table(self, titles: Titles, section: Data) -> Heading:
        """Return the heading of the table of a section, which has its own name where the section has no title."""
        if titles and section.get("title"):
            return self.heading(titles)
        return Heading(titles, str(section["table"].get("id")))


def _paths(section: Data, titles: Titles) -> Iterator[Titles]:
    for subsection in sections_of(section):
        path = path_of(subsection, titles)
        if path != titles:
            yield path
        yield from _paths(subsection, path)
