"""`python -m minutebook`."""

import sys

try:
    from minutebook.cli import run

    run()
except KeyboardInterrupt:
    sys.exit(130)
