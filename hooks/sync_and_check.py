"""Checks what is staged and writes its minutes: the hook `minutebook`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from minutebook.cli import main

sys.exit(main(["sync", "--staged", "--exit-code", *sys.argv[1:]]))
