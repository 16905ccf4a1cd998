"""The comments of a draft that say what was counted last time."""

import re

LAST_TIME = re.compile(r"\s+# [^#]+ last time\Z")
"""What stands behind the key of a place that is to be filled in."""


def last_time(counts_text: str) -> str:
    """Return the comment that says what was counted last time."""
    return f"  # {counts_text} last time"
