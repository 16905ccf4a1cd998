"""The schemas by which code hosts read workflows, actions and jobs, as a linter brings them along."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def check_schema(name: str, *paths: Path) -> None:
    """Insist that files fit a schema that check-jsonschema brings along."""
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        f"vendor.{name}",
        *map(str, paths),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
