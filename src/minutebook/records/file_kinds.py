"""Which files can be of a series, by the ends of their names."""

SERIES, INDEX = "series.yaml", "README.md"
NOTES, MINUTES = ".yaml", ".md"
"""What the file of a meeting ends in, and that of its minutes, which stands beside it."""
SYMBOLIC_LINK, NOT_REGULAR = "a symbolic link", "no regular file"
"""What messages call that which stands in the place of a file."""
_MEANT_AS_NOTES = (NOTES, ".yml", ".yaml.txt", ".yml.txt")
"""Editors of plain text on Windows put .txt behind the name that they were given."""
READ = (*_MEANT_AS_NOTES, MINUTES)
"""Ends of the names of all files that are read; a meeting that is named otherwise than .yaml is reported."""
NAMED_AFTER_A_YEAR = "[0-9][0-9][0-9][0-9]-*"
"""The names, as git matches them, of files that are read whatever they end in: a meeting may have lost its end."""


def is_read(path: str) -> bool:
    """Whether a file can be one of a series, by the end of its name, which may be in capitals, or by a day in front."""
    if path.lower().endswith(READ):
        return True
    name = path.rpartition("/")[2]
    return name[:4].isdigit() and name[4:5] == "-"


def is_meant_as_notes(path: str) -> bool:
    """Whether a file can be meant as that of a meeting, by the end of its name."""
    return path.lower().endswith(_MEANT_AS_NOTES)
