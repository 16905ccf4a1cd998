"""Try texts that a fuzzer makes, which learns from what the program does with them; atheris must be installed.

The first word is what is tried, a name in `TARGETS`; all others are options of libFuzzer, and folders of texts.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(argv: list[str]) -> None:
    """Try texts until something breaks, or the time that an option gives has passed."""
    import atheris  # type: ignore[import-untyped]

    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    with atheris.instrument_imports(include=["minutebook"]):
        from support.fuzztargets import TARGETS
    attempt, seeds = TARGETS[argv[0]]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds):
            (Path(folder) / str(number)).write_text(seed, encoding="utf-8", newline="")
        options = ["-timeout=20", "-max_len=3000", *argv[1:], folder]
        atheris.Setup([__file__, *options], lambda data: attempt(data.decode("utf-8", "ignore")))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
