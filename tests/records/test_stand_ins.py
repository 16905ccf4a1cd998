"""What a package asks about itself is answered without the modules that it asks."""

import subprocess
import sys

SHOWN = """\
import sys
from minutebook.minutes.tables import draw_pipes
from minutebook.source.schema.schemas import fits
print(draw_pipes(["n"], []), fits("meeting", {"date": "2026-01-05"}))
print(sorted({"importlib.metadata", "email.charset"} & sys.modules.keys()))
import email.utils, importlib.metadata
print(email.utils.formatdate(0), importlib.metadata.version("tabulate") > "0.10")
"""


def test_packages_are_imported_without_modules_that_can_still_be_imported() -> None:
    shown = subprocess.run([sys.executable, "-c", SHOWN], capture_output=True, text=True, check=True)

    expected = ["| n |", "| - | True", "[]", "Thu, 01 Jan 1970 00:00:00 -0000 True"]
    assert shown.stdout.splitlines() == expected
