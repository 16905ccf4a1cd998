"""Lines that begin with the name of somebody who is known, and go on otherwise than with a colon and a space."""

from minutebook.actions.forms import ARROW
from minutebook.actions.known_people import KnownPeople
from minutebook.records.late_patterns import late_pattern

_MUST = (
    "soll|sollte|muss|wird|doit|devra|va|debe|deberá|tiene que|va a|deve|vai|tem de|tem que|deve|dovrà"
    "|moet|zal|gaat|musi|ma|powinien|powinna"
)
_DOES = (
    "macht|übernimmt|kümmert sich|fait|prend|s'occupe|hace|se encarga|se ocupa|faz|trata"
    "|doet|regelt|neemt|fa|si occupa|robi|zajmie się"
)
_NAMES = r"[^\W\d_](?:(?!: )[^;()\[\]\u2192]){0,60}?"
_PICTURES = "(?:[\U0001f300-\U0001f531\U0001f533-\U0001faff\u2600-\u2604\u2607-\u26ff]\ufe0f?[ \\t]*)"
_NAMED = late_pattern(
    rf"{_PICTURES}*(?:(?P<giver>{_NAMES})[ \t]*{ARROW}[ \t]*(?=[^:]+:))?(?P<names>{_NAMES})"
    rf"(?:[:;][ \t]*|[ \t]+(?:{_MUST})[ \t]+|[ \t]+(?=(?:{_DOES})[ \t]))(?P<task>\S.*)"
)


def with_colon(line: str, people: KnownPeople) -> str:
    """Return a line with a colon behind the owners at its front, if they are known; of who hands over, the receiver's."""
    if not people.anybody or not (named := _NAMED.fullmatch(line)):
        return line
    names = [named["names"], *([named["giver"]] if named["giver"] else [])]
    is_known = all(people.are_known(people.split(name)) for name in names)
    return f"{named['names']}: {named['task']}" if is_known else line
