"""Checks what is staged: the hook `minutebook-validate`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from minutebook.cli import main

sys.exit(main(["sync", "--staged", "--exit-code", "--only", "validate", *sys.argv[1:]]))
