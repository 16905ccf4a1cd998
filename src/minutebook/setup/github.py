"""A workflow for GitHub."""

from collections.abc import Iterator

from minutebook.setup.choices import Choices
from minutebook.setup.planned_file import PlannedFile, Read, whole_file

WORKFLOW = ".github/workflows/minutebook.yml"


def plan_github(choices: Choices, read: Read) -> Iterator[PlannedFile]:
    """Yield the workflow that checks the minutes on GitHub, and mends them if that is wanted."""
    templates = ["github-workflow.yml", *([f"github-{choices.mend}.yml"] if choices.mend != "off" else [])]
    purpose = f"checks the minutes on GitHub{choices.mend_clause}"
    yield whole_file(WORKFLOW, choices.filled(*templates), purpose, read, insist=choices.insisted)
