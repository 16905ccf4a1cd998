"""What tests need besides Python, git and the package."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest


class Tools:
    """What a test needs besides Python, git and the package: where it lacks, the test is skipped, but not in CI."""

    def module(self, name: str) -> None:
        """Insist on an importable module."""
        if importlib.util.find_spec(name) is None:
            self.lack(f"the Python package {name} is not installed")

    def program(self, name: str) -> str:
        """Insist on a program, on the PATH or beside this Python, and return where it is."""
        beside = str(Path(sys.executable).parent)
        return (
            shutil.which(name) or shutil.which(name, path=beside) or self.lack(f"{name} is not on the PATH")
        )

    def lack(self, reason: str) -> NoReturn:
        """Skip the test for a reason, but fail it in CI, where everything must be there."""
        if os.environ.get("MINUTEBOOK_CI") == "1":
            pytest.fail(f"this would be skipped outside of CI: {reason}")
        pytest.skip(reason)
