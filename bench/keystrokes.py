"""How much somebody types for the minutes of one week: by hand, and with minutebook.

The week is one of a made-up team: two tables, a counter, a duty, ten bullets, three new action items, two that are done
and one that somebody else takes. By hand the Markdown of last week is copied; typed is what differs then. A place is a
run of words and signs that differ.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from typing import NamedTuple

SOURCES = Path(__file__).resolve().parents[1] / "src"
FOLDER = "meetings/web"
LAST, WEEK = f"{FOLDER}/2026-12-01", f"{FOLDER}/2026-12-08"
SERIES = """\
title: Web team
schedule: "FREQ=WEEKLY;BYDAY=TU"
roster: {Ada: , Ben: , Cy: , Dora: , Emil: , Fay: }
duty: [Ada, Ben, Cy, Dora, Emil, Fay]
"""
MEETING = """\
date: 2026-12-01
attending: [Ada, Ben, Cy, Dora, Fay]
absent: [Emil]
sections:
  - title: Duty
    duty: {This week: Ada, Next week: Ben}
    counters: {open calls: 12}
  - title: Tickets
    table: {id: tickets, columns: [Count], rows: {Open: 41, In progress: 12, Waiting: 7, Closed: 230}}
    notes: |
      -   The oldest is from March.
  - title: Packages
    table: {id: packages, columns: ["3.4", "3.5"], rows: {To build: [4, 9], Testing: [2, 6], Released: [51, 18]}}
    notes: |
      -   Nothing was released.
  - title: Discussion
    notes: |
      -   The old shop is switched off in March.

    actions:
      - id: a1aaaa
        owner: Ben
        task: renew the certificate of the shop
      - id: b1bbbb
        owner: Cy
        task: ask for the price of a second machine
      - id: c1cccc
        owner: Dora
        task: move the wiki to the new machine
      - id: d1dddd
        owner: Fay
        task: write the report for the board
"""
BULLETS = {
    "Duty": ("two calls came at night", "the printer was the reason of most"),
    "Tickets": ("the oldest is from June now", "those of the shop are closed first"),
    "Packages": ("3.5 goes out on Thursday", "the mirror was slow, and is fast again"),
    "Discussion": (
        "the shop was down for an hour on Friday",
        "we meet in the big room from January on",
        "nobody has tried the new editor yet",
        "the party is on the 18th",
    ),
}
ITEMS = (
    "Ada: book a table for the party",
    "Ben: find out why the shop was down",
    "Cy and Fay: try the new editor",
)
COUNTS = {
    "open calls": "15",
    "Open": "38",
    "In progress": "15",
    "Waiting": "7",
    "Closed": "236",
    "To build": "[3, 7]",
    "Testing": "[3, 5]",
    "Released": "[52, 21]",
}
BY_HAND = (
    f"cp {LAST}.md {WEEK}.md",
    f"$EDITOR {WEEK}.md",
    f"git add {WEEK}.md",
    'git commit -m "Minutes of 8 December"',
)
COMMANDS = ("minutebook new --edit", "minutebook sync --commit")
ITEM_COMMANDS = (
    COMMANDS[0],
    "minutebook done certificate wiki",
    "minutebook give price Emil",
    COMMANDS[1],
)


class Typing(NamedTuple):
    """What was typed: characters and places in files, and commands with their characters."""

    characters: int
    places: int
    commands: tuple[str, ...]

    @property
    def in_all(self) -> int:
        """The characters in files and in commands."""
        return self.characters + sum(map(len, self.commands))

    @property
    def row(self) -> str:
        """The figures, as a row of a table."""
        return f"{self.in_all} | {self.characters} | {self.places} | {len(self.commands)}"


def typed(before: str, after: str) -> tuple[int, int]:
    """Return how many characters were typed to make one text of another, and in how many places."""
    former, words = (re.findall(r"\w+|\W", text) for text in (before, after))
    changes = [
        change
        for change in SequenceMatcher(None, former, words, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    return sum(len("".join(words[start:end])) for *_, start, end in changes), len(changes)


def filled_in(draft: str) -> str:
    """Return a draft with its counts and who was there, as somebody types it over what stands there."""
    text = re.sub(r"attending:.*", "attending: {all but: [Fay]}", draft.replace("status: draft\n", ""))
    for label, count in COUNTS.items():
        text = re.sub(rf"( {label}:) .*", rf"\1 {count}", text)
    return text


def with_outcomes(text: str) -> str:
    """Return a draft in which two items are done and one has another owner."""
    for item in ("a1aaaa", "c1cccc"):
        text = re.sub(rf"(id: {item}\n(?: {{8}}.*\n)+)", r"\1        status: done\n", text)
    return text.replace(
        "owner: Cy\n        task: ask for the price", "owner: Emil\n        task: ask for the price"
    )


def section_by_section(draft: str) -> str:
    """Return a draft in which each bullet and item is typed in its section, and statuses and owners where they stand."""
    text = filled_in(draft)
    for title, bullets in BULLETS.items():
        lines = "".join(f"      -   {bullet}\n" for bullet in bullets)
        head, _, tail = text.partition(f"  - title: {title}\n")
        if title == "Duty":
            end = tail.index("  - title")
            tail = f"{tail[:end]}    notes: |\n{lines}\n{tail[end:]}"
        else:
            tail = tail.replace("    notes: |\n", f"    notes: |\n{lines}", 1)
        text = f"{head}  - title: {title}\n{tail}"
    text = with_outcomes(text)
    return text.rstrip("\n") + "\n" + "".join(f"      - {item}\n" for item in ITEMS)


def in_one_go(draft: str) -> str:
    """Return a draft in which all that is said is typed in one place."""
    titled = ([f"{title}: {first}", *others] for title, (first, *others) in BULLETS.items())
    quick = "".join(f"  {line}\n" for line in [*chain.from_iterable(titled), *ITEMS])
    return f"{filled_in(draft)}quick: |\n{quick}"


def week(top: Path, edit: Callable[[str], str], commands: tuple[str, ...]) -> tuple[Typing, str, str]:
    """Return what was typed for a week with minutebook, the minutes that came of it, and those of the week before."""
    (top / FOLDER).mkdir(parents=True)
    (top / FOLDER / "series.yaml").write_text(SERIES, encoding="utf-8")
    (top / f"{LAST}.yaml").write_text(MEETING, encoding="utf-8")
    for command in ("git init --quiet", "minutebook sync --commit"):
        run(top, command)
    draft = ""
    for command in commands:
        run(top, command)
        if command.startswith("minutebook new"):
            draft = (top / f"{WEEK}.yaml").read_text(encoding="utf-8")
            (top / f"{WEEK}.yaml").write_text(edit(draft), encoding="utf-8")
    written, last = ((top / f"{path}.md").read_text(encoding="utf-8") for path in (WEEK, LAST))
    return Typing(*typed(draft, edit(draft)), commands), written, last


def run(top: Path, command: str) -> None:
    """Run a command of the week, but for the editor."""
    words = shlex.split(command)
    if words[0] == "git":
        subprocess.run(words, cwd=top, check=True, capture_output=True)
    elif words[0] == "minutebook":
        from minutebook.cli import main as minutebook

        said = io.StringIO()
        with contextlib.chdir(top), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = minutebook([word for word in words[1:] if word != "--edit"])
        if code:
            raise SystemExit(f"{command}: {code}\n{said.getvalue()}")


def ways(folder: Path) -> dict[str, Typing]:
    """Return what is typed in each way to the same minutes."""
    os.environ["MINUTEBOOK_TODAY"] = "2026-12-08"
    for variable in (f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")):
        os.environ.setdefault(variable, "a@example.org")
    separate, written, last = week(folder / "separate", section_by_section, COMMANDS)
    together, *alike = week(folder / "together", lambda draft: with_outcomes(in_one_go(draft)), COMMANDS)
    by_command, *as_well = week(folder / "by_command", in_one_go, ITEM_COMMANDS)
    if [written, last] != alike or alike != as_well:
        raise SystemExit("these ways don't lead to the same minutes")
    return {
        "the Markdown of last week, by hand": Typing(*typed(last, written), BY_HAND),
        "minutebook, section by section": separate,
        "minutebook, in one go": together,
        "minutebook, items by command": by_command,
    }


def main() -> None:
    """Print the figures."""
    sys.path.insert(0, str(SOURCES))
    print("| way | characters | of these in files | places | commands |\n| --- | --: | --: | --: | --: |")
    with tempfile.TemporaryDirectory() as folder:
        for way, figures in ways(Path(folder)).items():
            print(f"| {way} | {figures.row} |")


if __name__ == "__main__":
    main()
