"""What somebody typed in a hurry, for `sync` to write out."""

from minutebook.records.frozen_class import dataclass


@dataclass(frozen=True, slots=True)
class TypedText:
    """The line in which an action was typed in a hurry, with its key if YAML reads it as a key and a value.

    `stranger` are its words that stand where an owner would, and are nobody.
    """

    line: str
    key: str | None = None
    stranger: str = ""

    @property
    def value(self) -> str:
        """What YAML reads as its value: all of the line, or what stands behind its key."""
        return self.line if self.key is None else self.line.removeprefix(f"{self.key}: ")
