"""`python -m minutebook`."""

import sys

if not sys.flags.safe_path:
    del sys.path[0]  # `-m` puts the current folder first, which may have a file with the name of some module
try:
    from minutebook.cli import run

    run()
except KeyboardInterrupt:
    sys.exit(130)
