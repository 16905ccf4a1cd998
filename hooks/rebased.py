"""Writes the minutes anew of what a rebase has merged: the hook `minutebook-rebased`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from minutebook.cli import main

sys.exit(main(["sync", "--staged", "--exit-code", *sys.argv[1:]]))
