"""What a set-up depends on: all that was chosen, asked or found."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Literal

from minutebook.setup.new_series import NewSeries

Mend = Literal["push", "propose", "off"]


@dataclass(frozen=True, slots=True)
class Source:
    """The git repository that minutebook is installed from, by its URL, and a tag or commit of it."""

    url: str
    revision: str
    published: bool = True

    @property
    def requirement(self) -> str:
        """What pip is told to install."""
        return f"git+{self.url}@{self.revision}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen: `notes` is the folder that all series are in, and `series` the one that is new, if any.

    `without` are the parts that are not written, `unwanted` those that people left out, as far as it `is_told`. `flat`
    tells that `notes` is itself the only series, `insisted` that options say what CI must do or where minutebook comes
    from. `elsewhere` has a series of each other folder that git is told nothing of.
    """

    notes: PurePosixPath
    series: NewSeries | None
    source: Source
    mend: Mend = "push"
    without: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
    flat: bool = False
    insisted: bool = False
    is_told: bool = True
    elsewhere: tuple[PurePosixPath, ...] = ()

    @property
    def mend_clause(self) -> str:
        """What CI does besides checking, as the end of a sentence."""
        return {
            "push": ", and pushes what is not current",
            "propose": ", and proposes what is not current",
        }.get(self.mend, "")

    def filled(self, *templates: str) -> str:
        """Return templates, one after another, with these choices in them."""
        folder = files("minutebook.setup") / "templates"
        text = "".join((folder / name).read_text(encoding="utf-8") for name in templates)
        # A string of JSON is one of YAML as well, whatever the URL has in it.
        requirement = json.dumps(self.source.requirement, ensure_ascii=False)
        return text.replace("@REQUIREMENT@", requirement).replace("@NOTES@", str(self.notes))
