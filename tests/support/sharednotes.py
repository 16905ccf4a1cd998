"""Notes that others have, too, and what is missing in them."""

from support.notes import Notes

FIRST, SECOND, THIRD = "2020-10-19", "2020-10-26", "2020-11-02"

OPEN = "actions:\n  - id: k7q2m4\n    owner: Ann\n    task: call the bank\n"

CARRIED = f"{OPEN}    since: {FIRST}\n"

DONE = OPEN + "    status: done\n"

TEA = "  - id: b2cdef\n    owner: Bob\n    task: buy tea\n"

BROKEN = "titel: Typo\n"

LOST = [f"{FIRST}.yaml: action k7q2m4"]


def share(notes: Notes) -> Notes:
    """Write and push a meeting with an open action item, and return the notes."""
    write(notes, FIRST, OPEN)
    notes.commit()
    notes.git("init", "--quiet", "--bare", "--initial-branch=main", "../server")
    notes.git("remote", "add", "origin", "../server")
    notes.git("push", "--quiet", "--set-upstream", "origin", "main")
    return notes


def write(notes: Notes, day: str, body: str = "") -> str:
    """Write the meeting of a day, and return its path."""
    return notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\n{body}")


def break_first(notes: Notes) -> str:
    """Write a meeting that has a problem, and return its path."""
    return write(notes, FIRST, BROKEN)


def below_date(notes: Notes, day: str = SECOND) -> str:
    """Return what the meeting of a day says below its date."""
    return notes.read(f"{notes.series}/{day}.yaml").partition("\n")[2]


def lost(notes: Notes, *words: str) -> list[str]:
    """Return the records of what `check` says has vanished, with their files."""
    return [
        f"{problem['path'].rpartition('/')[2]}: {problem['record']}"
        for problem in notes.problems(*words)
        if problem["rule"] == "action-lost"
    ]
