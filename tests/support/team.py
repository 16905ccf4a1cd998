"""A team with a real repository of notes, and what its members do there with an editor and with git."""

from __future__ import annotations

import json
import os
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml.error import YAMLError

from support import reckoning, typist

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.notes import Notes

SERIES = """\
format: 1
title: Team
schedule: [{{rule: "FREQ=WEEKLY;BYDAY=MO", from: 2020-01-06}}]
roster: {{Ada: {{}}, Ben: {{}}, Cy: {{}}}}
lapse: {lapse}
"""
BLANK = (
    "date: {day}\nsections:\n  - title: Ops\n  - title: Software\n    sections:\n      - title: Discussion\n"
)


class Team:
    """People with a repository; `newline` is what their editors write."""

    newline = "\n"

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.folder = notes.top / notes.series
        self.names = 0

    def number(self) -> int:
        """Return a number that was not used yet."""
        self.names += 1
        return self.names

    def meetings(self) -> reckoning.Series:
        """Return all meetings."""
        return reckoning.read(self.folder)

    def held(self) -> reckoning.Series:
        """Return the meetings that took place."""
        return reckoning.held(self.meetings())

    def bytes(self) -> dict[str, bytes]:
        """Return every file of the working tree and git's index."""
        files = [path for path in self.notes.top.rglob("*") if path.is_file() and ".git" not in path.parts]
        return {str(path): path.read_bytes() for path in (*files, self.notes.top / ".git" / "index")}

    @cached_property
    def nothing(self) -> str:
        """A commit without a file: compared with it nothing has vanished, and what is carried can be looked at alone."""
        tree = self.notes.git("hash-object", "-w", "-t", "tree", os.devnull).stdout.strip()
        return self.notes.git("commit-tree", tree, "-m", "Nothing").stdout.strip()

    def errors(self) -> set[tuple[str, str, str]]:
        """Return the errors that check finds in the notes as they are: rule, day and id."""
        done = self.notes.run("check", "--format", "json", "--base", self.nothing)
        assert done.returncode in (0, 1), done.stderr
        return {
            (found["rule"], Path(found["path"]).stem, found["record"].removeprefix("action "))
            for found in json.loads(done.stdout)
            if found["severity"] == "error" and not found["rule"].startswith("minutes-")
        }

    def write(self, day: str, text: str) -> None:
        """Write the file of a meeting."""
        self.edit(reckoning.Meeting(self.folder / f"{day}.yaml", ""), text)

    def edit(self, meeting: reckoning.Meeting, text: str) -> None:
        """Save a file with the newlines of the team."""
        meeting.path.write_bytes(text.replace("\n", self.newline).encode())

    def commit(self) -> None:
        """Commit all as it is, if there is anything."""
        self.notes.git("add", "--all")
        self.notes.call(["git", "commit", "--quiet", "--no-verify", "--message", "Notes"], code=None)

    def start(self, day: str, *, copied: bool) -> None:
        """Write a new meeting, as a copy of the one before or with sections only."""
        before = [meeting for meeting in self.held() if meeting.day < day]
        if copied and before:
            self.write(day, re.sub(r"^date: .*", f"date: {day}", before[-1].text, flags=re.MULTILINE))
        else:
            self.write(day, BLANK.format(day=day))

    def item(self, which: int, place: int) -> tuple[reckoning.Meeting, typist.Item | None]:
        """Return one of the items of the newest meeting or the one before."""
        meeting = self.held()[-which:][0]
        return meeting, meeting.items[place % len(meeting.items)] if meeting.items else None

    def change(self, which: int, place: int, key: str, new: Callable[[str], str]) -> None:
        """Change a field of an item."""
        meeting, item = self.item(which, place)
        if item and "task" in item.data:
            text = new(str(item.data.get(key, "")))
            written = (
                named(text)
                if key == "owner"
                else text
                if key == "due"
                else json.dumps(text, ensure_ascii=False)
            )
            self.edit(meeting, typist.write(meeting.text, item, key, written))

    def resolve(self, path: str) -> None:
        """Take both sides of a conflict where that makes sense, else this side, else the one there is."""
        sides = [self.notes.call(["git", "show", f":{number}:./{path}"], code=None) for number in (1, 2, 3)]
        texts = [side.stdout.replace("\r\n", "\n") for side in sides]
        if all(side.returncode == 0 for side in sides):
            files = [self.notes.top / ".git" / f"side-{number}" for number in range(3)]
            for file, text in zip(files, texts, strict=True):
                file.write_bytes(text.encode())
            base, ours, theirs = map(str, files)
            both = self.notes.git("merge-file", "--union", "-p", ours, base, theirs).stdout
            text = both if is_sound(both) else texts[1]
        else:
            text = texts[1] or texts[2]
        self.edit(reckoning.Meeting(self.notes.top / path, ""), text)
        self.notes.git("add", path)

    def tidy(self) -> None:
        """Mend what git joined and what was moved, as people must: dates, and what stands twice."""
        for path in sorted(self.folder.glob("????-??-??.yaml")):
            text = path.read_bytes().decode().replace("\r\n", "\n")
            if not is_sound(text):
                ours = self.notes.git("show", f"HEAD:./{path.relative_to(self.notes.top).as_posix()}")
                text = ours.stdout.replace("\r\n", "\n")
            meeting = reckoning.Meeting(
                path, re.sub(r"^date: .*", f"date: {path.stem}", text, flags=re.MULTILINE)
            )
            while names := reckoning.repeated(meeting):
                twice = [item for item in meeting.items if item.id == names[0]]
                meeting = reckoning.Meeting(path, typist.delete(meeting.text, twice[-1]))
            while late := [item for item in meeting.items if item.data.get("since", "") > meeting.day]:
                meeting = reckoning.Meeting(path, typist.write(meeting.text, late[0], "since", meeting.day))
            self.edit(meeting, meeting.text)


def quoted(text: str) -> str:
    """Write a text as somebody who quotes all that could be misread."""
    return text if re.fullmatch(r"[\w ]+", text) else json.dumps(text, ensure_ascii=False)


def named(owner: str) -> str:
    """Write the owner of an item in full."""
    return f"[{owner}]" if "," in owner else owner


def typed(style: str, owner: str, task: str) -> tuple[list[str], str]:
    """Return the lines of a new item in one of the ways of writing it, and how it is written in flow style."""
    text = quoted(task)
    full = f"owner: {named(owner)}, task: {json.dumps(task, ensure_ascii=False)}"
    lines = {
        "long": [f"- owner: {named(owner)}", f"  task: {text}"],
        "due": [f"- task: {text}   # soon", f"  owner: {named(owner)}", "  due: 2020-02-20"],
        "shorthand": [f"- {owner}: {text}"],
        "pasted": ["# from the chat", f"- AI ({owner}): {text}"],
        "flow": [f"- {{{full}}}"],
    }[style]
    return (
        lines,
        f"{{{full}}}"
        if style != "shorthand"
        else f"{{{json.dumps(owner, ensure_ascii=False)}: {json.dumps(task, ensure_ascii=False)}}}",
    )


def is_sound(text: str) -> bool:
    """Whether a text is YAML in which no section stands twice."""
    try:
        paths = [titles for titles, _ in typist.sections(text)]
        typist.items(text)
    except (YAMLError, ValueError, TypeError):
        return False
    return len(paths) == len(set(paths))
