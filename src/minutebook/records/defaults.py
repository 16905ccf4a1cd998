"""What holds where a file does not say it: the values that the schemas give as `default`."""

from typing import Literal

FORMAT = 1
"""The format that files are written in, and the newest one that is read."""
LAPSE = 4
"""How many meetings an action item may pass untouched."""
EMPTY = "None this week"
"""What the minutes say of a section with nothing in it."""
LABELS = "State"
"""The heading of the column with a table's labels."""
LABELS_AT: Literal["last"] = "last"
"""Which column of a table has its labels."""
NUMBERS: Literal["left"] = "left"
"""To which side the numbers of a table lean."""
ACTION_WORD = "AI"
"""What stands before an action item in the minutes."""
MEETING_STATUS: Literal["final"] = "final"
ACTION_STATUS: Literal["open"] = "open"
