"""Proposes the message of a commit with minutes in it: the hook `minutebook-commit-message`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from minutebook.cli import main

sys.exit(main(["commit-message", *sys.argv[1:]]))
