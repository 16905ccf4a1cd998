"""The schemas by which code hosts read workflows, actions and jobs, as a linter brings them along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from check_jsonschema import main
from click.testing import CliRunner

if TYPE_CHECKING:
    from pathlib import Path


def check_schema(name: str, *paths: Path) -> None:
    """Insist that files fit a schema that check-jsonschema brings along."""
    done = CliRunner().invoke(main, ["--builtin-schema", f"vendor.{name}", *map(str, paths)])
    assert done.exit_code == 0, done.output
