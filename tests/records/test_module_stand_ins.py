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


ASKED = """\
import sys
from minutebook.records.module_stand_ins import stand_in_for
with stand_in_for("email.utils", quote=str.upper):
    from email.utils import formatdate, quote
    print(quote("a"), formatdate(0))
import email.utils
print(email.utils.quote("a"))
"""


def test_what_a_stand_in_lacks_is_that_of_the_module() -> None:
    shown = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)

    assert shown.stdout.splitlines() == ["A Thu, 01 Jan 1970 00:00:00 -0000", "a"]
