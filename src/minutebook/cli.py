"""The command line: what ends at once does so here, before the program is imported."""

from __future__ import annotations

import gc
import sys

# Ctrl-C during an import out here would show a traceback: `collections` alone, or `typing`, takes some milliseconds.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
_HOOK = ["sync", "--staged"]
_HOOK_OPTIONS = ("--exit-code", "--strict", "--only", "validate", "carry", "render")


def run() -> None:
    """Run the program and leave with its exit code."""
    # Collecting garbage while modules are imported takes a tenth of a short run, and finds none.
    gc.set_threshold(300_000)
    code = main(sys.argv[1:])
    # To look through all that is left once more, before the process ends, takes another tenth.
    gc.freeze()
    sys.exit(code)


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        return _main(argv)
    except KeyboardInterrupt:  # while modules are imported
        return INTERRUPTED
    except RuntimeError as error:
        # Before Python 3.12 what comes while a class is made is hidden in one (CPython issue 77757).
        if isinstance(error.__cause__, KeyboardInterrupt):
            return INTERRUPTED
        raise


def _main(argv: Sequence[str]) -> int:
    staged = None
    if _is_hook(argv):
        from minutebook.repository.staged import concern_notes, find_staged

        staged = find_staged()
        if staged and not concern_notes(staged):
            return 0
    from minutebook import program

    return program.main(argv, staged)


def _is_hook(argv: Sequence[str]) -> bool:
    """Whether a hook calls, as the manifest has it: anything else is for the parser to judge."""
    return list(argv[:2]) == _HOOK and all(word in _HOOK_OPTIONS for word in argv[2:])
