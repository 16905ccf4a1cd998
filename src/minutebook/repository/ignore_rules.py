"""What `git check-ignore --verbose` says: by which rule of which file something is ignored."""

import re
from collections.abc import Iterator

# On Windows a drive stands before the first colon.
_PLACE = re.compile(r"(?P<file>.*?):(?P<line>[0-9]+):(?P<pattern>.*)")


def parse_rules(text: str) -> Iterator[tuple[str, str]]:
    """Yield each path that is ignored, and the rule in words."""
    for line in text.splitlines():
        source, _tab, path = line.rpartition("\t")
        rule = _PLACE.fullmatch(source)
        if rule and not rule["pattern"].startswith("!"):  # the last rule takes it in again
            yield path, f"`{rule['pattern']}` in {rule['file']}, line {rule['line']}"
