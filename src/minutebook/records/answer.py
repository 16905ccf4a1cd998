"""What people answer to warnings, so that they rest."""

from collections.abc import Iterable

from minutebook.records.frozen_class import dataclass
from minutebook.records.problem import KeyPath


@dataclass(frozen=True, slots=True)
class Answer:
    """What people say of warnings: those of some rules, about the record at a path, are right as they are."""

    key_path: KeyPath
    rules: tuple[str, ...]

    def covers(self, key_path: KeyPath, rule: str) -> bool:
        """Whether a warning of a rule, found at a path, is answered."""
        return rule in self.rules and key_path[: len(self.key_path)] == self.key_path


def ok_line(answers: Iterable[Answer], key_path: KeyPath, rule: str) -> str:
    """Return the line by which the record at a path answers the warnings of one more rule."""
    answered = [name for answer in answers if answer.key_path == key_path for name in answer.rules]
    return f"ok: [{', '.join([*answered, rule])}]"
