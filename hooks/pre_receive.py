"""Refuses a push that would break the notes: the server's own `pre-receive`, which is no hook of pre-commit."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from minutebook.cli import main

sys.exit(main(["gate", *sys.argv[1:]]))
