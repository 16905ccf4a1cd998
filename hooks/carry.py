"""Carries action items into what is staged: the hook `minutebook-carry`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from minutebook.cli import main

sys.exit(main(["sync", "--staged", "--exit-code", "--only", "carry", *sys.argv[1:]]))
