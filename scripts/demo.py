"""Show minutebook at work: make `.venv`, then play a week of a team's notes in a throw-away repository.

Usage: python3 scripts/demo.py [--keep]
"""

import argparse
import subprocess
import sys
from pathlib import Path

# Python leaves this folder out when it is told to trust no paths.
sys.path.insert(0, str(Path(__file__).resolve().parent))

import environment
import isolation
import needs

WEEK = Path(__file__).resolve().parent / "week.py"


def main() -> int:
    """Make the environment, and play the week with its Python."""
    needs.require_python()
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--keep", action="store_true", help="keep the notes repository and say where it is")
    arguments = parser.parse_args()
    needs.require_git()
    week = [environment.prepare(), str(WEEK)] + ["--keep"] * arguments.keep
    return subprocess.call(week, env=isolation.clean_environment())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
