"""Writes the minutes of what is staged: the hook `minutebook-render`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from minutebook.cli import main

sys.exit(main(["sync", "--staged", "--exit-code", "--only", "render", *sys.argv[1:]]))
