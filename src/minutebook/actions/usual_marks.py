"""Lines of actions with the usual mark or a colon, where they have a mark, a name or a verb of another form."""

import re

from minutebook.actions.forms import ARROW, MARK, RESPONSIBLE
from minutebook.actions.known_people import KnownPeople
from minutebook.records.defaults import ACTION_WORD
from minutebook.records.iso_days import DAY
from minutebook.records.late_patterns import late_pattern
from minutebook.records.pasted_signs import DASHES

_NUMBERED = late_pattern(
    # Such as Action 3:, Action 2020-11-09: or, where nothing else has two numbers, Action 3.1; TODO 1.5 may begin a task.
    rf"([*_]{{0,3}}(?!(?i:ai|to-?do)){MARK})(?:[ \t]+|(?<=[aApP]))(?:(?:{DAY}|#?[0-9]+(?:\.[0-9]+)*)([*_]{{0,3}})(?:[ \t]*[:\uff1a]|[ \t]+[{DASHES}-][ \t])|[0-9]+(?!\.0[\s*_])(?:\.[0-9]+)+(?=[\s*_]))"
)
_HYPHENED = late_pattern(
    r"(?P<mark>[*_]{0,3}(?:AI|AP|(?i:todo)))(?:[-_]#?|#?)[0-9]{1,4}(?=[*_]{0,3}[ \t]?[:\uff1a])"
)
_HASHED = late_pattern(r"#(?i:action|todo)[ ]+(?=\S)")
_EMPHASIS = late_pattern(
    rf"(?P<sign>[*_`]{{1,3}})(?P<mark>{MARK})[ ]?(?P<inside>[:\uff1a]?)[ ]?(?P=sign)[ ]?(?P<behind>[:\uff1a]?)"
)
_BRACKETED = late_pattern(
    rf"(?:[(\[](?P<mark>{MARK})[)\]][ \t]{{0,9}}(?:[:\uff1a]|{ARROW})|\u3010(?P<wide>{MARK})\u3011[:\uff1a]?)[ \t]{{0,9}}(?:to[ \t])?"
)
_ENCLOSED = late_pattern(
    rf"(?:\[(?={MARK}[ \t]?[:\uff1a])(?P<square>[^\[\]]+)\]|\((?={MARK}[ \t]?[:\uff1a])(?P<round>[^()]+)\))\.?"
)
_OWNER_AND_NUMBER = late_pattern(
    r"(?P<owner>\((?:@|[^\W\d_a-z])[^()]{1,60}\))[ \t]{0,9}(?P<number>#[0-9]{1,6})[ \t]{0,9};?\Z"
)
_OWNER_AND_MORE = late_pattern(
    rf"[(\[](?P<owner>{RESPONSIBLE}[ \t]*+[:\uff1a]?[ \t]*+[^()\[\],;:\uff1a]{{1,60}})[,;][ \t]*+(?P<more>[^()\[\]]{{1,80}})[)\]]\Z"
)
_SHORTEST = 2  # as long is AI, which in emphasis may begin any sentence
_MUST = (
    "soll|sollte|muss|wird|doit|devra|va|debe|deberá|tiene que|va a|deve|deverá|irá|vai|tem de|tem que|deve|dovrà"
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


def with_usual_mark(line: str, mark: str) -> str:
    """Return a line that begins with the mark of a series, or with one in brackets or with a number, with the usual one instead."""
    if enclosed := _ENCLOSED.fullmatch(line):
        line = enclosed["square"] or enclosed["round"]
    line = _HYPHENED.sub(r"\g<mark>", line, count=1) if line[:12].strip("*_")[:1] in {"A", "T", "t"} else line
    line = f"{line[1:].partition(' ')[0].upper()}: {line.partition(' ')[2]}" if _HASHED.match(line) else line
    if bracketed := _BRACKETED.match(line):
        line = f"{bracketed['mark'] or bracketed['wide']}: {line[bracketed.end() :]}"
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}{numbered[2] or ''}:{line[numbered.end() :]}"
    text_behind = line.removeprefix(mark)
    if not mark or text_behind == line or not re.match(r"[ \t]*[(:]", text_behind):
        return line
    return f"{ACTION_WORD}{text_behind}"


def without_emphasis(line: str) -> str:
    """Return a line whose mark stands without the emphasis around it."""
    mark = _EMPHASIS.match(line)
    if not mark:
        return line
    # What is bold is a label, with or without a colon; Action Items may begin the name of something.
    text = line[mark.end() :].lstrip()
    is_sure = "**" in mark["sign"] or (mark["mark"].isupper() and len(mark["mark"]) > _SHORTEST)
    is_label = is_sure and mark["mark"][-1] not in "sS" and text[:1] not in {*DASHES, "-", "("}
    colon = mark["inside"] or mark["behind"] or (":" if is_label else "")
    return f"{mark['mark']}{colon} {text}"


def with_colon(line: str, people: KnownPeople) -> str:
    """Return a line with a colon behind the owners at its front, if they are known; of who hands over, the receiver's."""
    if not people.anybody or not (named := _NAMED.fullmatch(line)):
        return line
    names = [named["names"], *([named["giver"]] if named["giver"] else [])]
    is_known = all(people.are_known(people.split(name)) for name in names)
    return f"{named['names']}: {named['task']}" if is_known else line


def with_owner_alone(line: str) -> str:
    """Return a line with the owner behind it in a bracket of its own: order parts #4 (owner: Mat) (due 2020-11-09)."""
    if line[-1:].isdigit() or line.endswith(";"):
        numbered = _OWNER_AND_NUMBER.search(line)
        return (
            f"{line[: numbered.start()].rstrip()} {numbered['number']} {numbered['owner']}"
            if numbered
            else line
        )
    named = _OWNER_AND_MORE.search(line) if line.endswith((")", "]")) else None
    return f"{line[: named.start()]}({named['owner']}) ({named['more']})" if named else line
