"""The comments of a draft that say what was counted last time."""

import re
from collections.abc import Sequence

LAST_TIME = re.compile(r"\s+# [^#]+ last time\Z")
"""What stands behind the key of a place that is to be filled in."""
OF_COUNTS = re.compile(r"# (?:.*: )?[0-9?]+ last time")
"""The same behind a count, without the spaces before it."""


OF_DRAFT = re.compile(rf"\s+# such as all, .*\Z|{LAST_TIME.pattern}")
"""What a draft says behind a key, of whatever is to be written there."""


def last_time(text: str) -> str:
    """Return the comment that says what stood in a place last time."""
    return f"  # {text} last time"


def counted_last_time(counts: Sequence[int | None], columns: Sequence[str]) -> str:
    """Return the comment with the counts of a row, and with the names of its columns if there are several."""
    texts = ["?" if count is None else str(count) for count in counts]
    if len(columns) > 1:  # which is which, far below the line that names them
        texts = [f"{column}: {text}" for column, text in zip(columns, texts, strict=False)]
    return last_time(", ".join(texts))
