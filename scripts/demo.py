"""Show minutebook at work: make `.venv`, then play a week of a team's notes in a throw-away repository.

Usage: python3 scripts/demo.py [--keep]
"""

import argparse
import subprocess
import sys
from pathlib import Path

# Python leaves this folder out when it is told to trust no paths.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from checkout import needs

needs.insist()

from checkout import environment, isolation

WEEK = Path(__file__).resolve().parent / "checkout" / "week.py"


def main() -> int:
    """Make the environment, and play the week with its Python."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--keep", action="store_true", help="keep the notes repository and say where it is")
    parser.parse_args()
    week = [environment.prepare(), str(WEEK), *sys.argv[1:]]
    return subprocess.call(week, env=isolation.clean_environment())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
